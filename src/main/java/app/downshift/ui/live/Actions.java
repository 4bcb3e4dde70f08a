package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.awt.event.ActionEvent;
import java.io.Serial;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The buttons of a session and their keys. A replay can only be closed: what was done in it was
 * done then.
 */
final class Actions extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final ActionButton pause;
  private final ActionButton mark;
  private final ActionButton stop;
  private final transient Runnable askForMark;
  private final transient Runnable close;
  private boolean paused;
  private boolean running;
  private boolean replay;

  Actions(Words words, Consumer<Command> send, Runnable askForMark, Runnable close) {
    super(new MigLayout("insets 0, gap 12, fillx, hidemode 3"));
    this.words = words;
    this.send = send;
    this.askForMark = askForMark;
    this.close = close;
    setOpaque(false);
    pause =
        new ActionButton(words.text("action.pause"), words.text("action.key.space"), this::pause);
    mark = new ActionButton(words.text("action.mark"), words.text("action.key.mark"), this::mark);
    stop = new ActionButton(words.text("action.stop"), words.text("action.key.escape"), this::stop);
    add(pause, "growx, pushx 120");
    add(mark, "growx, pushx 100");
    add(stop, "growx, pushx 110");
  }

  /** Makes the keys work wherever the focus is inside {@code screen}'s window. */
  void bindKeys(JComponent screen) {
    bind(screen, "SPACE", this::pause);
    bind(screen, "M", this::mark);
    bind(screen, "ESCAPE", this::stop);
  }

  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    SessionState state = view.snapshot().state();
    paused = state instanceof SessionState.Paused;
    running = !(state instanceof SessionState.Ended) && !(state instanceof SessionState.Finishing);
    replay = view.mode() == SessionView.Mode.REPLAY;
    pause.setText(words.text(paused ? "action.resume" : "action.pause"));
    stop.setText(words.text(replay ? "action.close" : "action.stop"));
    pause.setVisible(!replay && running);
    mark.setVisible(!replay);
  }

  /**
   * Puts the keyboard where Space means what its button says; false where no button means Space.
   */
  boolean takeFocus() {
    return pause.isVisible() && pause.requestFocusInWindow();
  }

  private void pause() {
    if (running && !replay) {
      send.accept(paused ? new Command.Resume() : new Command.Pause());
    }
  }

  private void mark() {
    if (!replay) {
      askForMark.run();
    }
  }

  private void stop() {
    if (replay) {
      close.run();
    } else {
      send.accept(new Command.Stop());
    }
  }

  /** The keys rest while the buttons are away: somebody is typing, or it is over. */
  private void bind(JComponent screen, String key, Runnable action) {
    screen.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key), key);
    screen
        .getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                if (isShowing()) {
                  action.run();
                }
              }
            });
  }
}
