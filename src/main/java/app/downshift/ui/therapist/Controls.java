package app.downshift.ui.therapist;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * Pause, the next phase, a mark, the end. What cannot be taken back is asked about once more, in
 * the place of the buttons, while the session goes on.
 */
final class Controls extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final transient Runnable askForMark;
  private final JPanel usual = grid();
  private final JPanel asking = grid();
  private final ActionButton pause;
  private final ActionButton next;
  private final ActionButton yes;
  private final Text question = new Text(" ", Type.REGULAR.of(13), Palette::text);
  private transient Command asked = new Command.Stop();
  private boolean paused;
  private boolean running;
  private boolean finishing;

  Controls(Words words, Consumer<Command> send, Runnable askForMark) {
    super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]"));
    this.words = words;
    this.send = send;
    this.askForMark = askForMark;
    setOpaque(false);
    String space = words.text("action.key.space");
    String escape = words.text("action.key.escape");
    pause = new ActionButton(words.text("action.pause"), space, this::pause).low();
    next =
        new ActionButton(words.text("therapist.next"), words.text("action.key.skip"), this::next)
            .low();
    usual.add(pause);
    usual.add(next, "wrap");
    usual.add(
        new ActionButton(words.text("action.mark"), words.text("action.key.mark"), this::mark)
            .low());
    usual.add(new ActionButton(words.text("action.stop"), escape, this::stop).low());
    yes =
        new ActionButton(words.text("therapist.yes"), words.text("home.enter"), this::agreed)
            .leading()
            .low();
    asking.add(question, "span, h " + Type.px(36) + "!, wrap");
    asking.add(yes);
    asking.add(new ActionButton(words.text("action.goOn"), space, this::goOn).low());
    asking.setVisible(false);
    yes.getInputMap().put(KeyStroke.getKeyStroke("SPACE"), "none");
    yes.getInputMap().put(KeyStroke.getKeyStroke("released SPACE"), "none");
    add(usual, "cell 0 0");
    add(asking, "cell 0 0");
  }

  private static JPanel grid() {
    JPanel grid =
        new JPanel(
            new MigLayout(
                "insets 0, gap 8 8, fillx, hidemode 3", "[grow,fill,sg,0::][grow,fill,sg,0::]"));
    grid.setOpaque(false);
    return grid;
  }

  /** The keys rest while the buttons are away. */
  void bindKeys(JComponent screen) {
    Keys.bind(screen, this, KeyStroke.getKeyStroke("SPACE"), this::space);
    // As typed, not as pressed: otherwise the letter may yet land in the field it opens.
    Keys.letter(screen, this, 'm', this::mark);
    Keys.letter(screen, this, words.text("action.key.skip"), this::next);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("ESCAPE"), this::stop);
    Keys.bind(screen, asking, KeyStroke.getKeyStroke("ENTER"), this::agreed);
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    SessionState state = snapshot.state();
    paused = state instanceof SessionState.Paused;
    finishing = state instanceof SessionState.Finishing;
    running = !finishing && !(state instanceof SessionState.Ended);
    pause.setText(words.text(paused ? "action.resume" : "action.pause"));
    pause.setEnabled(running);
    next.setEnabled(running);
    if (!running && asking.isVisible()) {
      goOn(); // it came to its end by itself
    }
  }

  /** Whether something is asked about once more. */
  boolean asks() {
    return asking.isVisible();
  }

  boolean takeFocus() {
    return asking.isVisible() ? yes.requestFocusInWindow() : pause.requestFocusInWindow();
  }

  /** Goes on asking what was asked on another screen. */
  void resume(Controls before) {
    if (before.asking.isVisible()) {
      ask(before.asked);
    }
  }

  private void space() {
    if (asking.isVisible()) {
      goOn();
    } else {
      pause();
    }
  }

  private void pause() {
    if (running) {
      send.accept(paused ? new Command.Resume() : new Command.Pause());
    }
  }

  private void mark() {
    goOn();
    askForMark.run();
  }

  /** A second press is a yes, as that of Escape is. */
  private void next() {
    if (asking.isVisible() && asked instanceof Command.SkipPhase) {
      agreed();
    } else if (running && !asking.isVisible()) {
      ask(new Command.SkipPhase());
    }
  }

  /** After the last question there is nothing to lose and it just ends. */
  private void stop() {
    if (finishing) {
      send.accept(new Command.Stop());
    } else if (asking.isVisible() && asked instanceof Command.Stop) {
      agreed();
    } else if (asking.isVisible()) {
      goOn();
    } else if (running) {
      ask(new Command.Stop());
    }
  }

  private void ask(Command command) {
    asked = command;
    boolean stop = command instanceof Command.Stop;
    question.setText(words.text(stop ? "therapist.stop.sure" : "therapist.next.sure"));
    usual.setVisible(false);
    asking.setVisible(true);
    yes.requestFocusInWindow();
    revalidate();
  }

  private void agreed() {
    send.accept(asked);
    goOn();
  }

  private void goOn() {
    if (asking.isVisible()) {
      asking.setVisible(false);
      usual.setVisible(true);
      pause.requestFocusInWindow();
    }
  }
}
