package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.ui.Sounding;
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

/**
 * The buttons of a session and their keys. A stop is asked about once more, in the place of the
 * buttons, while the session goes on.
 */
final class Actions extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final JPanel usual = row();
  private final JPanel stopping = row();
  private final ActionButton pause;
  private final ActionButton reallyStop;
  private final ActionButton sound;
  private final transient Sounding sounding;
  private final transient Runnable askForMark;
  private final transient Runnable noticing;
  private boolean paused;
  private boolean running;
  private boolean finishing;

  /**
   * @param noticing told when the question about stopping, or the sound, has come or gone
   */
  Actions(
      Words words,
      Consumer<Command> send,
      Sounding sounding,
      Runnable askForMark,
      Runnable noticing) {
    super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]"));
    this.words = words;
    this.send = send;
    this.sounding = sounding;
    this.askForMark = askForMark;
    this.noticing = noticing;
    setOpaque(false);
    String space = words.text("action.key.space");
    String escape = words.text("action.key.escape");
    pause = new ActionButton(words.text("action.pause"), space, this::pause);
    reallyStop =
        new ActionButton(words.text("action.stopAndSave"), words.text("home.enter"), this::end)
            .leading();
    sound =
        new ActionButton(
                words.text("action.sound.off"), words.text("action.key.sound"), this::sound)
            .shrinking()
            .roomFor(words.text("action.sound.on"));
    usual.add(pause.shrinking().roomFor(words.text("action.resume")), "growx, pushx 120");
    usual.add(
        new ActionButton(words.text("action.mark"), words.text("action.key.mark"), askForMark)
            .shrinking(),
        "growx, pushx 100");
    usual.add(sound, "growx, pushx 120");
    usual.add(
        new ActionButton(words.text("action.stop"), escape, this::stop).shrinking(),
        "growx, pushx 110");
    stopping.add(reallyStop, "growx, pushx");
    stopping.add(new ActionButton(words.text("action.goOn"), space, this::goOn), "growx, pushx");
    stopping.setVisible(false);
    // Space goes on, also while the keyboard rests on the other button.
    reallyStop.getInputMap().put(KeyStroke.getKeyStroke("SPACE"), "none");
    reallyStop.getInputMap().put(KeyStroke.getKeyStroke("released SPACE"), "none");
    add(usual, "cell 0 0");
    add(stopping, "cell 0 0");
  }

  private static JPanel row() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 12, fillx, hidemode 3"));
    row.setOpaque(false);
    return row;
  }

  /**
   * Makes the keys work wherever the focus is inside {@code screen}'s window. They rest while the
   * buttons are away: somebody is typing, or it is over.
   */
  void bindKeys(JComponent screen) {
    Keys.bind(screen, this, KeyStroke.getKeyStroke("SPACE"), this::space);
    // As typed, not as pressed: otherwise the letter may yet land in the field it opens.
    Keys.letter(screen, this, 'm', this::mark);
    Keys.letter(screen, this, 's', this::sound);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("ESCAPE"), this::stop);
    Keys.bind(screen, stopping, KeyStroke.getKeyStroke("ENTER"), this::end);
  }

  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    SessionState state = view.snapshot().state();
    paused = state instanceof SessionState.Paused;
    finishing = state instanceof SessionState.Finishing;
    running = !(state instanceof SessionState.Ended) && !finishing;
    pause.setText(words.text(paused ? "action.resume" : "action.pause"));
    pause.setVisible(running);
    saySound();
    if (!running && asksToStop()) {
      close(); // it came to its end by itself
    }
  }

  /**
   * Puts the keyboard where Space means what its button says; false where no button means Space.
   */
  boolean takeFocus() {
    if (asksToStop()) {
      return reallyStop.requestFocusInWindow();
    }
    return pause.isVisible() && pause.requestFocusInWindow();
  }

  /** Whether the question about stopping is open. */
  boolean asksToStop() {
    return stopping.isVisible();
  }

  /** Asks whether to stop; after the last question there is nothing to lose and it just ends. */
  void stop() {
    if (finishing || asksToStop()) {
      end();
    } else if (running) {
      usual.setVisible(false);
      stopping.setVisible(true);
      reallyStop.requestFocusInWindow();
      noticing.run();
    }
  }

  private void space() {
    if (asksToStop()) {
      goOn();
    } else {
      pause();
    }
  }

  private void mark() {
    if (asksToStop()) {
      close();
    }
    askForMark.run();
  }

  private void sound() {
    Sounding.Sound now = sounding.sound();
    sounding.sound(!now.on(), now.loudness());
    saySound();
    noticing.run();
  }

  /** The button says what it does. */
  private void saySound() {
    sound.setText(words.text(sounding.sound().on() ? "action.sound.off" : "action.sound.on"));
  }

  private void pause() {
    if (running) {
      send.accept(paused ? new Command.Resume() : new Command.Pause());
    }
  }

  private void goOn() {
    close();
    takeFocus();
  }

  private void close() {
    stopping.setVisible(false);
    usual.setVisible(true);
    noticing.run();
  }

  private void end() {
    send.accept(new Command.Stop());
  }
}
