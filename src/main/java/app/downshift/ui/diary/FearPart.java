package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.rating.ScaleRow;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * One activity by name, how much it is feared, and how far its return has come. The activity of the
 * last time stands there as a question; how much it is feared is never filled in.
 */
final class FearPart extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final JTextField activity = new JTextField();
  private final JTextField step = new JTextField();
  private final ScaleRow howMuch;

  FearPart(Words words, LastTold last) {
    super(new MigLayout("insets 0, gap 12 8, fillx", "[][grow,fill]"));
    setOpaque(false);
    howMuch = new ScaleRow(words, words.text("checkin.fear.howMuch"));
    line(words, "checkin.fear.activity", activity, words.text("checkin.fear.example"));
    add(new Text(words.text("checkin.fear.howMuch"), Type.REGULAR.of(14), Palette::text));
    add(howMuch, "growx, wrap");
    line(words, "checkin.fear.step", step, words.text("checkin.fear.step.example"));
    last.fear()
        .ifPresent(
            fear -> {
              activity.setText(fear.activity());
              howMuch.hint(OptionalInt.of(fear.howMuch()));
              if (!fear.step().isEmpty()) {
                step.putClientProperty(
                    "JTextField.placeholderText", words.text("checkin.lastTime", fear.step()));
              }
            });
  }

  private void line(Words words, String key, JTextField field, String hint) {
    Text label = new Text(words.text(key), Type.REGULAR.of(14), Palette::text);
    label.setLabelFor(field);
    field.setFont(Zoom.font(Type.REGULAR.of(14)));
    field.putClientProperty("JTextField.placeholderText", hint);
    field.getAccessibleContext().setAccessibleName(words.text(key));
    add(label);
    add(field, "growx, wmin 0, h %d!, wrap".formatted(Zoom.px(Type.px(36))));
  }

  List<CheckIn.Fear> told() {
    return howMuch.value().isEmpty() || activity.getText().isBlank()
        ? List.of()
        : List.of(
            new CheckIn.Fear(
                activity.getText().strip(), howMuch.value().getAsInt(), step.getText().strip()));
  }

  /** Whether something is told that cannot be taken: how much, but not of what. */
  boolean wrong() {
    boolean nameless = howMuch.value().isPresent() && activity.getText().isBlank();
    return nameless || !step.getText().isBlank() && howMuch.value().isEmpty();
  }

  void show(CheckIn told) {
    told.fears()
        .forEach(
            fear -> {
              activity.setText(fear.activity());
              howMuch.choose(fear.howMuch());
              step.setText(fear.step());
            });
  }
}
