package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** The buttons of a session and their keys. */
final class Actions extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final ActionButton pause;
  private final transient Runnable askForMark;
  private boolean paused;
  private boolean running;

  Actions(Words words, Consumer<Command> send, Runnable askForMark) {
    super(new MigLayout("insets 0, gap 12, fillx, hidemode 3"));
    this.words = words;
    this.send = send;
    this.askForMark = askForMark;
    setOpaque(false);
    pause =
        new ActionButton(words.text("action.pause"), words.text("action.key.space"), this::pause);
    add(pause, "growx, pushx 120");
    add(
        new ActionButton(words.text("action.mark"), words.text("action.key.mark"), askForMark),
        "growx, pushx 100");
    add(
        new ActionButton(words.text("action.stop"), words.text("action.key.escape"), this::stop),
        "growx, pushx 110");
  }

  /**
   * Makes the keys work wherever the focus is inside {@code screen}'s window. They rest while the
   * buttons are away: somebody is typing, or it is over.
   */
  void bindKeys(JComponent screen) {
    Keys.bind(screen, this, KeyStroke.getKeyStroke("SPACE"), this::pause);
    // As typed, not as pressed: otherwise the letter may yet land in the field it opens.
    Keys.bind(screen, this, KeyStroke.getKeyStroke('m'), askForMark);
    Keys.bind(screen, this, KeyStroke.getKeyStroke('M'), askForMark);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("ESCAPE"), this::stop);
  }

  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    SessionState state = view.snapshot().state();
    paused = state instanceof SessionState.Paused;
    running = !(state instanceof SessionState.Ended) && !(state instanceof SessionState.Finishing);
    pause.setText(words.text(paused ? "action.resume" : "action.pause"));
    pause.setVisible(running);
  }

  /**
   * Puts the keyboard where Space means what its button says; false where no button means Space.
   */
  boolean takeFocus() {
    return pause.isVisible() && pause.requestFocusInWindow();
  }

  private void pause() {
    if (running) {
      send.accept(paused ? new Command.Resume() : new Command.Pause());
    }
  }

  private void stop() {
    send.accept(new Command.Stop());
  }
}
