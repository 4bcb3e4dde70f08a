package app.downshift.ui.live;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.event.ActionEvent;
import java.io.Serial;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** One line for a note: Enter keeps it, Escape drops it, nothing typed is a mark without a word. */
final class NoteField extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<String> keep;
  private final transient Runnable closed;
  private final JTextField field = new JTextField();

  NoteField(Words words, Consumer<String> keep, Runnable closed) {
    super(new MigLayout("insets 0, gap 8 4, fillx", "[grow][]"));
    this.words = words;
    this.keep = keep;
    this.closed = closed;
    setOpaque(false);
    add(new Text(words.text("mark.ask"), Type.SEMIBOLD.of(13), Palette::text), "split 2, span");
    add(
        new Text(words.text("mark.hint"), Type.REGULAR.of(12), Palette::secondary),
        "gapleft push, wrap");
    add(field, "growx, h " + Type.px(44) + "!");
    add(new ActionButton(words.text("mark.keep"), "", this::accept));
    field.setFont(Type.REGULAR.of(14));
    field.getAccessibleContext().setAccessibleName(words.text("mark.ask"));
    field.addActionListener(event -> accept());
    field.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "drop");
    field
        .getActionMap()
        .put(
            "drop",
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                close();
              }
            });
    setVisible(false);
  }

  void open() {
    assert Edt.here() : Edt.who();
    field.setText("");
    setVisible(true);
    field.requestFocusInWindow();
  }

  private void accept() {
    String typed = field.getText().strip();
    keep.accept(typed.isEmpty() ? words.text("mark.default") : typed);
    close();
  }

  void close() {
    assert Edt.here() : Edt.who();
    setVisible(false);
    closed.run();
  }
}
