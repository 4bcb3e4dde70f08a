package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.ui.Desk;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * One line for a note, in the place of the buttons: Enter keeps it, Escape drops it, nothing typed
 * is a mark without a word. The note is about the moment at which the line was opened.
 */
public final class NoteField extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Desk.Running running;
  private final JComponent buttons;
  private final transient Runnable closed;
  private final JTextField field = new JTextField();
  private long momentMicros;

  /**
   * @param running given the note
   * @param buttons away while the line is there
   * @param closed called when the line is gone again
   */
  public NoteField(Words words, Desk.Running running, JComponent buttons, Runnable closed) {
    super(new MigLayout("insets 0, gap 4 0, fillx", "[grow][][]"));
    this.words = words;
    this.running = running;
    this.buttons = buttons;
    this.closed = closed;
    setOpaque(false);
    add(field, "growx, wmin 0, h " + Type.px(44) + "!");
    add(new ActionButton(words.text("mark.keep"), words.text("home.enter"), this::accept));
    add(new ActionButton(words.text("mark.drop"), words.text("action.key.escape"), this::close));
    field.setFont(Zoom.font(Type.REGULAR.of(14)));
    field.putClientProperty("JTextField.placeholderText", words.text("mark.ask"));
    field.getAccessibleContext().setAccessibleName(words.text("mark.ask"));
    field.getAccessibleContext().setAccessibleDescription(words.text("mark.hint"));
    field.addActionListener(event -> accept());
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::close);
    setVisible(false);
  }

  /** Begins a note about the moment of now, unless one is being written. */
  public void ask() {
    if (!isVisible()) {
      open(running.view().time().microsAt(System.nanoTime()));
    }
  }

  private void open(long atMicros) {
    assert Edt.here() : Edt.who();
    momentMicros = atMicros;
    buttons.setVisible(false);
    field.setText("");
    setVisible(true);
    takeFocus();
  }

  /** Goes on with what was being written on another screen. */
  public void resume(NoteField before) {
    open(before.momentMicros);
    field.setText(before.field.getText());
  }

  /** Puts the keyboard into the line. */
  public void takeFocus() {
    field.requestFocusInWindow();
  }

  private void accept() {
    String typed = field.getText().strip();
    String text = typed.isEmpty() ? words.text("mark.default") : typed;
    running.send(new Command.AddMarker(text, momentMicros));
    close();
  }

  void close() {
    assert Edt.here() : Edt.who();
    setVisible(false);
    buttons.setVisible(true);
    closed.run();
  }
}
