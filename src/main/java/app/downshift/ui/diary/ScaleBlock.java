package app.downshift.ui.diary;

import app.downshift.ui.rating.ScaleRow;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The scales of one kind below each other, 0 to 10, each of which may be left out.
 *
 * @param <E> what is asked
 */
final class ScaleBlock<E extends Enum<E>> extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final Class<E> kind;
  private final transient Map<E, ScaleRow> rows;

  /**
   * @param key the words are under it, a dot and the constant's name
   * @param last what was answered another time
   * @param columns one or two
   */
  ScaleBlock(Words words, Class<E> kind, String key, Map<E, Integer> last, int columns) {
    super(
        new MigLayout(
            "insets 0, gap 12 6, fillx, wrap " + 2 * columns,
            columns == 1 ? "[][grow,fill]" : "[][grow,fill]32[][grow,fill]"));
    this.kind = kind;
    rows = new EnumMap<>(kind);
    setOpaque(false);
    for (E each : kind.getEnumConstants()) {
      String name = words.text(key + "." + each.name().toLowerCase(java.util.Locale.ROOT));
      ScaleRow row =
          new ScaleRow(words, name)
              .hint(last.containsKey(each) ? OptionalInt.of(last.get(each)) : OptionalInt.empty());
      Text label = new Text(name, Type.REGULAR.of(14), Palette::text);
      label.setLabelFor(row);
      rows.put(each, row);
      add(label);
      add(row, "growx");
    }
  }

  /** What was answered, and nothing else. */
  Map<E, Integer> answers() {
    Map<E, Integer> answers = new EnumMap<>(kind);
    rows.forEach((each, row) -> row.value().ifPresent(value -> answers.put(each, value)));
    return answers;
  }

  /** Shows answers that are being given. */
  void show(Map<E, Integer> answers) {
    answers.forEach((each, value) -> row(each).choose(value));
  }

  /** One of the scales. */
  ScaleRow row(E of) {
    return Objects.requireNonNull(rows.get(of));
  }

  void takeFocus() {
    row(kind.getEnumConstants()[0]).requestFocusInWindow();
  }
}
