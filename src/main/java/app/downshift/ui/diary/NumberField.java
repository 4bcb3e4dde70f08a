package app.downshift.ui.diary;

import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.io.Serial;
import java.text.NumberFormat;
import java.util.OptionalDouble;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A number that may be left out, with a comma or a point. What is none, or too large, is ringed and
 * not taken.
 */
final class NumberField extends JTextField {
  @Serial private static final long serialVersionUID = 1;

  private final double most;
  private final int wide;

  /**
   * @param name for screen readers
   * @param hint what was told another time, or empty
   */
  NumberField(String name, String hint, double most, int wide) {
    this.most = most;
    this.wide = wide;
    setFont(Zoom.font(Type.REGULAR.of(14)));
    putClientProperty("JTextField.placeholderText", hint);
    getAccessibleContext().setAccessibleName(name);
    getAccessibleContext().setAccessibleDescription(hint);
    getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                ring();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                ring();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                ring();
              }
            });
  }

  /** What is written; empty where there is nothing, or nothing that may be taken. */
  OptionalDouble value() {
    String typed = getText().strip().replace(',', '.');
    if (!typed.matches("\\d{1,4}(\\.\\d{0,2})?")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(typed);
    return value > most ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether something is written that is not taken. */
  boolean wrong() {
    return !getText().isBlank() && value().isEmpty();
  }

  /** Shows a number. */
  void show(OptionalDouble value, Words words) {
    NumberFormat plain = NumberFormat.getNumberInstance(words.locale());
    plain.setGroupingUsed(false);
    plain.setMaximumFractionDigits(2);
    setText(value.isPresent() ? plain.format(value.getAsDouble()) : "");
  }

  private void ring() {
    putClientProperty("JComponent.outline", wrong() ? "error" : null);
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(Type.px(wide), Type.px(36));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }
}
