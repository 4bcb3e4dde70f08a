package app.downshift.ui.records;

import app.downshift.library.RecoveryKey;
import app.downshift.ui.Records;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.Optional;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Asks for the passphrase, or for the recovery key. */
public final class UnlockPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient Words words;
  private final transient Answers answers;
  private final JPasswordField passphrase = new JPasswordField();
  private final JTextField key = new JTextField();
  private final ActionButton unlock;
  private final QuietButton other;
  private final Prose status = new Prose(" ", Type.REGULAR.of(13), Palette::text);
  private boolean byKey;
  private boolean trying;

  public UnlockPanel(Records records, Words words) {
    super(
        new MigLayout(
            "insets 30 34 26 34, gap 0 12, wrap 1, hidemode 3", "[" + Type.px(420) + "!,fill]"));
    this.records = records;
    this.words = words;
    answers = new Answers(words);
    unlock = new ActionButton(words.text("unlock.open"), words.text("home.enter"), this::unlock);
    other = new QuietButton("", 13, this::turn);
    passphrase.setFont(Zoom.font(Type.REGULAR.of(15)));
    key.setFont(Zoom.font(Type.REGULAR.of(14)));
    passphrase.getAccessibleContext().setAccessibleName(words.text("unlock.passphrase"));
    key.getAccessibleContext().setAccessibleName(words.text("unlock.key"));
    passphrase.addActionListener(event -> unlock());
    key.addActionListener(event -> unlock());
    add(new Text(words.text("unlock.title"), Type.SEMIBOLD.of(20), Palette::text));
    add(new Prose(words.text("unlock.what"), Type.REGULAR.of(13), Palette::secondary), "wmin 0");
    add(passphrase, "h " + Type.px(40) + "!");
    add(key, "h " + Type.px(40) + "!");
    add(unlock.leading());
    add(status, "wmin 0, hmin " + Type.px(34));
    add(other, "growx 0");
    getAccessibleContext().setAccessibleName(words.text("unlock.title"));
    ask(false);
  }

  private void ask(boolean keyed) {
    byKey = keyed;
    passphrase.setVisible(!keyed);
    key.setVisible(keyed);
    other.setText(words.text(keyed ? "unlock.byPassphrase" : "unlock.byKey"));
    status.say(" ");
    revalidate();
    repaint();
  }

  private void turn() {
    ask(!byKey);
    takeFocus();
  }

  /** Puts the keyboard where something is to be typed. */
  public void takeFocus() {
    (byKey ? key : passphrase).requestFocusInWindow();
  }

  private void unlock() {
    assert Edt.here() : Edt.who();
    if (trying) {
      return;
    }
    if (byKey) {
      Optional<RecoveryKey> typed = RecoveryKey.typed(key.getText());
      if (typed.isEmpty()) {
        status.say(words.text("unlock.mistyped"));
        return;
      }
      await(records.unlock(typed.get()));
    } else {
      await(records.unlock(passphrase.getPassword()));
    }
  }

  private void await(java.util.concurrent.CompletableFuture<Void> opened) {
    trying = true;
    unlock.setEnabled(false);
    status.say(words.text("unlock.trying"));
    answers.await(
        opened,
        nothing -> {
          over();
          key.setText("");
          passphrase.setText("");
          status.say(" ");
        },
        why -> {
          over();
          passphrase.selectAll();
          status.say(why);
          takeFocus();
        });
  }

  private void over() {
    trying = false;
    unlock.setEnabled(true);
  }
}
