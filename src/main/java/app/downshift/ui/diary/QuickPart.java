package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Progress;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The night, the progress people name, and how long they sat. */
final class QuickPart extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Map<Progress, JCheckBox> progress = new EnumMap<>(Progress.class);
  private final NumberField sleep;
  private final NumberField satFrom;
  private final NumberField satTo;

  QuickPart(Words words, LastTold last) {
    super(new MigLayout("insets 0, gap 18 8, fillx, hidemode 3", "[grow,fill]"));
    this.words = words;
    setOpaque(false);
    sleep =
        new NumberField(
            words.text("checkin.sleep"),
            last.sleepHours().isPresent() ? words.brief(last.sleepHours().getAsDouble(), 1) : "",
            CheckIn.LONGEST_NIGHT_HOURS,
            60);
    OptionalInt known =
        last.sat().map(s -> OptionalInt.of(s.toMinutes())).orElse(OptionalInt.empty());
    String minutes = known.isPresent() ? words.count(known.getAsInt()) : "";
    satFrom =
        new NumberField(words.text("checkin.sat.from"), minutes, CheckIn.Sat.MOST_MINUTES, 60);
    satTo = new NumberField(words.text("checkin.sat.to"), "", CheckIn.Sat.MOST_MINUTES, 60);
    JPanel numbers = new JPanel(new MigLayout("insets 0, gap 8 6, hidemode 3", "[]"));
    numbers.setOpaque(false);
    numbers.add(text("checkin.sleep"));
    numbers.add(sleep);
    numbers.add(text("checkin.hours"), "gapright 28");
    numbers.add(text("checkin.sat"));
    numbers.add(satFrom);
    numbers.add(new Text("→", Type.REGULAR.of(14), Palette::secondary));
    numbers.add(satTo);
    numbers.add(text("checkin.minutes"));
    add(numbers, "growx 0, wrap");
    JPanel boxes = new JPanel(new MigLayout("insets 0, gap 22 4, wrap 5", ""));
    boxes.setOpaque(false);
    for (Progress each : Progress.values()) {
      JCheckBox box =
          new JCheckBox(words.text("checkin.progress." + each.name().toLowerCase(Locale.ROOT)));
      box.setFont(Zoom.font(Type.REGULAR.of(13)));
      box.setOpaque(false);
      progress.put(each, box);
      boxes.add(box);
    }
    add(boxes, "growx 0");
  }

  private Text text(String key) {
    return new Text(words.text(key), Type.REGULAR.of(14), Palette::text);
  }

  Set<Progress> progress() {
    Set<Progress> told = EnumSet.noneOf(Progress.class);
    progress.forEach(
        (each, box) -> {
          if (box.isSelected()) {
            told.add(each);
          }
        });
    return told;
  }

  OptionalDouble sleep() {
    return sleep.value();
  }

  /** Only what it was now makes it an answer. */
  Optional<CheckIn.Sat> sat() {
    if (satTo.value().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckIn.Sat(
            satFrom.value().isPresent()
                ? OptionalInt.of((int) Math.round(satFrom.value().getAsDouble()))
                : OptionalInt.empty(),
            (int) Math.round(satTo.value().getAsDouble())));
  }

  /** Whether something is written that cannot be taken. */
  boolean wrong() {
    boolean half = satTo.getText().isBlank() && !satFrom.getText().isBlank();
    return half || sleep.wrong() || satFrom.wrong() || satTo.wrong();
  }

  void show(CheckIn told) {
    progress.forEach((each, box) -> box.setSelected(told.progress().contains(each)));
    sleep.show(told.sleepHours(), words);
    told.sat()
        .ifPresent(
            sat -> {
              satFrom.show(
                  sat.fromMinutes().isPresent()
                      ? OptionalDouble.of(sat.fromMinutes().getAsInt())
                      : OptionalDouble.empty(),
                  words);
              satTo.show(OptionalDouble.of(sat.toMinutes()), words);
            });
  }
}
