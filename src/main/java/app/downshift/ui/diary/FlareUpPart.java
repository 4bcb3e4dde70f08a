package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.rating.ScaleRow;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A time of more pain: on which of the last days it began, how long it lasted, how bad it was. */
final class FlareUpPart extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int DAYS = 7;
  private static final double LONGEST_HOURS = 9999;

  private final transient Words words;
  private final transient List<LocalDate> days = new ArrayList<>();
  private final Segments began;
  private final NumberField hours;
  private final ScaleRow worst;
  private int chosen = -1;

  FlareUpPart(Words words, LocalDate today) {
    super(new MigLayout("insets 0, gap 12 8, fillx", "[][grow,fill]"));
    this.words = words;
    setOpaque(false);
    DateTimeFormatter name =
        DateTimeFormatter.ofPattern(words.text("checkin.flare.day"), words.locale());
    for (int back = DAYS - 1; back >= 0; back--) {
      days.add(today.minusDays(back));
    }
    began =
        new Segments(
                words.text("checkin.flare.began"),
                days.stream().map(name::format).toList(),
                index -> chosen = index)
            .low();
    hours = new NumberField(words.text("checkin.flare.lasted"), "", LONGEST_HOURS, 70);
    worst = new ScaleRow(words, words.text("checkin.flare.worst"));
    row("checkin.flare.began");
    add(began, "growx, wrap");
    row("checkin.flare.lasted");
    JPanel lasted = new JPanel(new MigLayout("insets 0, gap 8", "[][][]"));
    lasted.setOpaque(false);
    lasted.add(hours);
    lasted.add(new Text(words.text("checkin.hours"), Type.REGULAR.of(14), Palette::text));
    lasted.add(
        new Text(words.text("checkin.flare.hours"), Type.REGULAR.of(12), Palette::secondary));
    add(lasted, "growx, wrap");
    row("checkin.flare.worst");
    add(worst, "growx");
  }

  private void row(String key) {
    add(new Text(words.text(key), Type.REGULAR.of(14), Palette::text));
  }

  /** What was told; a flare-up is one as soon as its day is. */
  List<CheckIn.FlareUp> told() {
    return chosen < 0
        ? List.of()
        : List.of(new CheckIn.FlareUp(days.get(chosen), hours.value(), worst.value()));
  }

  /** Whether something is written that cannot be taken: a length, but no day. */
  boolean wrong() {
    boolean dayless = chosen < 0 && (hours.value().isPresent() || worst.value().isPresent());
    return dayless || hours.wrong();
  }

  void show(CheckIn told) {
    Optional<CheckIn.FlareUp> one = told.flareUps().stream().findFirst();
    chosen = one.map(each -> days.indexOf(each.began())).orElse(-1);
    began.select(chosen);
    hours.show(one.map(CheckIn.FlareUp::hours).orElse(OptionalDouble.empty()), words);
    one.ifPresent(each -> each.worst().ifPresent(worst::choose));
  }
}
