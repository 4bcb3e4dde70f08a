package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/**
 * The left side: notices, the pacer with its words, then the dimmer or a question, then the
 * buttons.
 */
final class PacerPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final NoticeArea notices = new NoticeArea();
  private final PacerCircle circle;
  private final Text rate = new Text(" ", Type.REGULAR.of(18), Palette::text);
  private final Text ownPace = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text strokes = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text manner = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final DimmerBar dimmer;
  private final SymptomCheck check;
  private final NoteField note;
  private final Actions actions;

  PacerPanel(Words words, boolean reducedMotion, Consumer<Command> send, Runnable close) {
    super(
        new MigLayout(
            "insets 20 32 36 32, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[][grow 200,fill]8[24!]4[18!]4[18!][grow 10,bottom]16:36:36[bottom]"));
    this.words = words;
    this.circle = new PacerCircle(words, reducedMotion);
    this.dimmer = new DimmerBar(words);
    this.check = new SymptomCheck(words, send::accept);
    this.actions = new Actions(words, send, this::askForMark, close);
    this.note =
        new NoteField(words, text -> send.accept(new Command.AddMarker(text)), this::noteClosed);
    add(notices, "cell 0 0, growx, wmin 0");
    add(circle, "cell 0 1, grow, height 180:460:");
    add(rate, "cell 0 2, alignx center, growx 0");
    add(ownPace, "cell 0 2, alignx center, growx 0");
    add(strokes, "cell 0 3, alignx center, growx 0");
    add(manner, "cell 0 4, alignx center, growx 0");
    add(dimmer, "cell 0 5, growx, gaptop 24:28:28");
    add(check, "cell 0 5, growx, gaptop 16");
    add(actions, "cell 0 6, growx");
    add(note, "cell 0 6, growx");
  }

  /** What changes with the figures. */
  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    Snapshot snapshot = view.snapshot();
    notices.show(Notice.of(view, words));
    dimmer.show(snapshot);
    actions.show(view);
    boolean asking =
        snapshot.prompt().isPresent()
            && view.mode() == SessionView.Mode.LIVE
            && !(snapshot.state() instanceof SessionState.Ended);
    if (asking) {
      check.ask(snapshot.prompt().get().question());
    } else {
      check.done();
    }
    dimmer.setVisible(!check.isVisible());
  }

  /** What changes with every frame. */
  void breathe(Snapshot snapshot, long nowMicros) {
    circle.show(snapshot, nowMicros);
    PaceWords now = PaceWords.of(snapshot, nowMicros, words);
    rate.setText(now.rate());
    rate.setVisible(!now.rate().isEmpty());
    ownPace.setText(now.ownPace());
    ownPace.setVisible(!now.ownPace().isEmpty());
    strokes.setText(now.strokes());
    manner.setText(now.manner());
  }

  void bindKeys(JComponent screen) {
    actions.bindKeys(screen);
  }

  /** Without a pause to press the keyboard rests on the pacer, where Space does nothing. */
  void takeFocus() {
    if (!actions.takeFocus()) {
      circle.setFocusable(true);
      circle.requestFocusInWindow();
    }
  }

  private void askForMark() {
    if (!note.isVisible()) {
      actions.setVisible(false);
      note.open();
    }
  }

  private void noteClosed() {
    actions.setVisible(true);
    takeFocus();
  }
}
