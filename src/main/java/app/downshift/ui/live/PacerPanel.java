package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The left side: notices, the pacer with its words, then the dimmer or a question, then the buttons
 * of a session or the controls of a replay.
 */
final class PacerPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final NoticeArea notices = new NoticeArea();
  private final PacerView view;
  private final Text rate = new Text(" ", Type.REGULAR.of(18), Palette::text);
  private final Text ownPace = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text strokes = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text manner = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final DimmerBar dimmer;
  private final SymptomCheck check;
  private final NoteField note;
  private final Actions actions;
  private final @Nullable ReplayBar replay;

  PacerPanel(Words words, Desk.Preferences looks, Desk.Running running, Runnable close) {
    super(
        new MigLayout(
            running instanceof Desk.Replaying
                ? "insets 20 32 24 32, gap 0, fill, hidemode 3"
                : "insets 20 32 36 32, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[][grow 200,fill]8[%d!]4[%d!]4[::%d][grow 10,bottom]16:36:36[bottom]"
                .formatted(Type.px(24), Type.px(18), Type.px(18))));
    this.words = words;
    this.view = new PacerView(words, looks.pacer(), looks.reducedMotion());
    this.dimmer = new DimmerBar(words);
    this.check = new SymptomCheck(words, running::send);
    this.actions = new Actions(words, running::send, this::askForMark);
    this.note =
        new NoteField(words, text -> running.send(new Command.AddMarker(text)), this::noteClosed);
    this.replay =
        running instanceof Desk.Replaying replaying ? new ReplayBar(words, replaying, close) : null;
    add(notices, "cell 0 0, growx, wmin 0");
    add(view, "cell 0 1, grow, height 120:460:");
    add(rate, "cell 0 2, alignx center, growx 0");
    add(ownPace, "cell 0 2, alignx center, growx 0");
    add(strokes, "cell 0 3, alignx center, growx 0");
    if (!(running instanceof Desk.Replaying)) {
      add(manner, "cell 0 4, alignx center, growx 0");
    }
    add(dimmer, "cell 0 5, growx, gaptop 18:28:28");
    add(check, "cell 0 5, growx, gaptop 16");
    if (replay != null) {
      add(replay, "cell 0 6, growx, wmin 0");
    } else {
      add(actions, "cell 0 6, growx");
      add(note, "cell 0 6, growx");
    }
  }

  /** What changes with the figures. */
  void show(SessionView now) {
    assert Edt.here() : Edt.who();
    Snapshot snapshot = now.snapshot();
    notices.show(Notice.of(now, words));
    dimmer.show(snapshot);
    if (replay != null) {
      replay.show(now);
      return;
    }
    actions.show(now);
    boolean asking =
        snapshot.prompt().isPresent() && !(snapshot.state() instanceof SessionState.Ended);
    if (asking) {
      check.ask(snapshot.prompt().get().question());
    } else {
      check.done();
    }
    dimmer.setVisible(!check.isVisible());
  }

  /** What changes with every frame. */
  void breathe(Snapshot snapshot, long nowMicros) {
    view.show(snapshot, nowMicros);
    if (replay != null) {
      replay.at(nowMicros);
    }
    PaceWords now = PaceWords.of(snapshot, nowMicros, words);
    rate.setText(now.rate());
    rate.setVisible(!now.rate().isEmpty());
    ownPace.setText(now.ownPace());
    ownPace.setVisible(!now.ownPace().isEmpty());
    strokes.setText(now.strokes());
    manner.setText(now.manner());
  }

  void bindKeys(JComponent screen) {
    if (replay != null) {
      replay.bindKeys(screen);
    } else {
      actions.bindKeys(screen);
    }
  }

  /** Without a pause to press the keyboard rests on the pacer, where Space does nothing. */
  void takeFocus() {
    if (replay != null) {
      replay.takeFocus();
    } else if (!actions.takeFocus()) {
      view.setFocusable(true);
      view.requestFocusInWindow();
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
