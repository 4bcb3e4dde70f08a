package app.downshift.ui.protocol;

import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.session.Wording;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The fields of the chosen part, below each other, each with what is allowed beside it. */
final class PartFields {
  static final int ROW = 32;

  private final Words words;
  private final PartEdit edit;
  private final JPanel form =
      new JPanel(
          new MigLayout(
              "insets 0, gap 14 5, fillx, hidemode 3", "[][170:220:300,fill][grow,fill]"));
  private final List<Field> fields = new ArrayList<>();

  PartFields(Words words, PartEdit edit) {
    this.words = words;
    this.edit = edit;
    form.setOpaque(false);
  }

  /** What is put on the screen. */
  JPanel form() {
    return form;
  }

  /** The first field that says what is not allowed. */
  Optional<Field> wrong() {
    return fields.stream().filter(Field::wrong).findFirst();
  }

  void clear() {
    form.removeAll();
    fields.clear();
  }

  void text(String name, Wording value, String limit, int lines, Predicate<String> take) {
    field(name, value.in(words.language()), limit, lines, take);
  }

  void field(String name, String value, String limit, int lines, Predicate<String> take) {
    Field field = new Field(words.text(name), value, words.text(limit), lines, take);
    fields.add(field);
    form.add(field.label(), lines > 1 ? "top, gaptop 6" : "");
    form.add(
        field.component(),
        lines > 1
            ? "h %d!, growx".formatted(Type.px(14 + 20 * lines))
            : "h %d!, growx".formatted(Type.px(ROW)));
    form.add(field.limit(), "wmin 0, growx, aligny center, wrap");
  }

  void rate(String name, double value, DoubleFunction<Function<PacePlan, PacePlan>> change) {
    number(name, "edit.limit.rate", value, change);
  }

  void number(
      String name,
      String limit,
      double value,
      DoubleFunction<Function<PacePlan, PacePlan>> change) {
    field(
        name,
        words.brief(value, 2),
        limit,
        1,
        text ->
            number(text)
                .filter(
                    number -> {
                      try {
                        return edit.plan(change.apply(number), name);
                      } catch (IllegalArgumentException refused) {
                        return false;
                      }
                    })
                .isPresent());
  }

  void whole(
      String name, String limit, int value, IntFunction<Function<Phase.Kind, Phase.Kind>> change) {
    field(
        name,
        String.valueOf(value),
        limit,
        1,
        text ->
            number(text)
                .filter(number -> number == Math.rint(number))
                .filter(number -> edit.kind(change.apply(number.intValue()), name))
                .isPresent());
  }

  void length(
      String name, String limit, double seconds, DoubleFunction<Function<Phase, Phase>> change) {
    field(
        name,
        words.clock(seconds),
        limit,
        1,
        text -> seconds(text).filter(value -> edit.phase(change.apply(value), name)).isPresent());
  }

  void check(String name, boolean on, Consumer<Boolean> turned) {
    form.add(box(words.text(name), on, turned), "skip, span, growx 0, wrap");
  }

  JCheckBox box(String label, boolean on, Consumer<Boolean> turned) {
    JCheckBox box = new JCheckBox(label, on);
    box.setFont(Zoom.font(Type.REGULAR.of(13)));
    box.setOpaque(false);
    box.addActionListener(event -> turned.accept(box.isSelected()));
    return box;
  }

  /** The texts with that of the present language changed; the other languages stay. */
  Wording wording(Wording before, String text) {
    var texts = new TreeMap<>(before.byLanguage());
    if (texts.containsKey("")) {
      return Wording.of(text.strip());
    }
    if (text.isBlank()) {
      texts.remove(words.language());
    } else {
      texts.put(words.language(), text.strip());
    }
    return new Wording(texts);
  }

  /** A number as people write it here, or with a point. */
  static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.'));
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Minutes and seconds, or minutes alone. */
  static Optional<Double> seconds(String text) {
    String stripped = text.strip();
    if (!stripped.matches("\\d{1,3}(:[0-5]\\d)?")) {
      return Optional.empty();
    }
    String[] parts = stripped.split(":", -1);
    return Optional.of(
        60.0 * Integer.parseInt(parts[0]) + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0));
  }
}
