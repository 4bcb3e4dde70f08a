package app.downshift.ui.protocol;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.KeyboardFocusManager;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/**
 * Something to write, with what is allowed beside it. What is not allowed is not taken over: the
 * box is ringed and the limit says so with a cross.
 */
final class Field {
  private static final String WRONG = "✕ ";

  private final Text label;
  private final JTextComponent box;
  private final Prose limit;
  private final String allowed;
  private final Predicate<String> take;
  private boolean wrong;

  /**
   * @param lines how many lines it may have
   * @param take takes over what was written, or says that it will not
   */
  Field(String name, String value, String allowed, int lines, Predicate<String> take) {
    this.allowed = allowed;
    this.take = take;
    label = new Text(name, Type.REGULAR.of(13), Palette::secondary);
    limit = new Prose(allowed, Type.REGULAR.of(12), Palette::secondary);
    box = lines == 1 ? new JTextField(value) : new JTextArea(value, lines, 10);
    if (box instanceof JTextArea area) {
      area.setLineWrap(true);
      area.setWrapStyleWord(true);
      // Tab leaves it, as it leaves every other field.
      area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
      area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }
    box.setFont(Zoom.font(Type.REGULAR.of(13)));
    box.getAccessibleContext().setAccessibleName(name);
    box.getAccessibleContext().setAccessibleDescription(allowed);
    label.setLabelFor(box);
    box.getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                written();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                written();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                written();
              }
            });
  }

  Text label() {
    return label;
  }

  /** The box to put into a form. */
  JComponent component() {
    if (box instanceof JTextField) {
      return box;
    }
    JScrollPane scroll =
        new JScrollPane(
            box, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setViewportBorder(BorderFactory.createEmptyBorder());
    return scroll;
  }

  Prose limit() {
    return limit;
  }

  boolean wrong() {
    return wrong;
  }

  void takeFocus() {
    box.requestFocusInWindow();
  }

  /** What is written. */
  String text() {
    return box.getText();
  }

  /** Writes into it, as a person does. */
  void write(String text) {
    box.setText(text);
  }

  private void written() {
    assert Edt.here() : Edt.who();
    wrong = !take.test(box.getText());
    JComponent ringed = box instanceof JTextField ? box : (JComponent) box.getParent().getParent();
    ringed.putClientProperty("JComponent.outline", wrong ? "error" : null);
    limit.say((wrong ? WRONG : "") + allowed);
    limit.colour(wrong ? Palette::coral : Palette::secondary);
    ringed.repaint();
    limit.repaint();
  }
}
