package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.Sounding;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The left side: notices, the pacer with its words, then the dimmer or a question, then the buttons
 * of a session or the controls of a replay.
 */
final class PacerPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  /** Room for a notice of two lines; a replay, which needs its room elsewhere, has one. */
  private static final int NOTICE = 54;

  private static final int SHORT_NOTICE = 36;

  /** How high a question is, which stands where the dimmer stands otherwise. */
  private static final int QUESTION = 114;

  /** So long a second press ends a phase. */
  private static final int SKIP_AGAIN_MILLIS = 5000;

  private final transient Words words;
  private final transient Desk.Running running;
  private final transient Sounding sounding;
  private final NoticeArea notices = new NoticeArea();
  private final JPanel lines =
      new JPanel(new MigLayout("insets 0, gap 0 4, fillx, hidemode 3, wrap 1", "[grow,fill]"));
  private final PacerView view;
  private final Text rate = new Text(" ", Type.REGULAR.of(18), Palette::text);
  private final Text ownPace = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text strokes = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Text manner = new Text(" ", Type.REGULAR.of(13), Palette::secondary);
  private final Prose instruction = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final QuietButton pace;
  private final QuietButton skip;
  private final Timer skipAsked = new Timer(SKIP_AGAIN_MILLIS, event -> skipForgotten());
  private final PaceSheet sheet;
  private final PracticePanel practice;
  private final DimmerBar dimmer;
  private final SymptomCheck check;
  private final NoteField note;
  private final Actions actions;
  private final @Nullable ReplayBar replay;
  private transient @Nullable SessionView shown;

  PacerPanel(
      Words words,
      Desk.Preferences looks,
      Desk.Running running,
      Sounding sounding,
      Runnable close) {
    super(
        new MigLayout(
            running instanceof Desk.Replaying
                ? "insets 20 32 24 32, gap 0, fill, hidemode 3"
                : "insets 20 32 36 32, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "20:40:40[grow 200,fill]8[%d!]4[%d::,shrink 0][min:%d:,shrinkprio 200,grow 10]16:28:28[bottom]"
                .formatted(
                    Type.px(24),
                    Type.px(running instanceof Desk.Replaying ? SHORT_NOTICE : NOTICE),
                    running instanceof Desk.Replaying ? 0 : Type.px(QUESTION))));
    this.words = words;
    this.view = new PacerView(words, looks.pacer(), looks.reducedMotion());
    this.dimmer = new DimmerBar(words);
    this.check = new SymptomCheck(words, running::send);
    this.running = running;
    this.actions = new Actions(words, running::send, sounding, this::askForMark, this::notices);
    this.sounding = sounding;
    this.note = new NoteField(words, running, actions, this::takeFocus);
    this.replay =
        running instanceof Desk.Replaying replaying ? new ReplayBar(words, replaying, close) : null;
    this.sheet = new PaceSheet(words, running::send, this::sheetClosed);
    this.practice = new PracticePanel(words, running::send, this::takeFocus);
    this.pace =
        new QuietButton(
            words.text("pace.open", words.text("action.key.pace")), 12, this::turnSheet);
    this.skip = new QuietButton("", 12, this::skip);
    skipAsked.setRepeats(false);
    skipForgotten();
    lines.setOpaque(false);
    lines.add(strokes, "alignx center, growx 0");
    if (replay == null) {
      lines.add(manner, "alignx center, growx 0");
      lines.add(instruction, "growx, wmin 0, gapbottom 6");
    }
    lines.add(notices, "growx, wmin 0");
    add(view, "cell 0 0, grow, height 120:448:");
    add(rate, "cell 0 1, alignx center, growx 0");
    add(ownPace, "cell 0 1, alignx center, growx 0");
    add(lines, "cell 0 2, top, growx, wmin 0");
    add(dimmer, "cell 0 3, top, growx, gaptop 4:24:24");
    add(check, "cell 0 3, bottom, growx, wmin 0, gaptop 4");
    if (replay == null) {
      add(practice, "cell 0 3, bottom, growx, wmin 0, gaptop 10");
      add(sheet, "cell 0 3 1 2, bottom, growx, wmin 0, gaptop 10");
      add(pace, "pos 28 16");
      add(skip, "pos null 16 (container.x2-28) null");
      setComponentZOrder(pace, 0);
      setComponentZOrder(skip, 1);
    }
    if (replay != null) {
      add(replay, "cell 0 4, growx, wmin 0");
    } else {
      add(actions, "cell 0 4, growx");
      add(note, "cell 0 4, growx");
    }
  }

  /** Offers to look at the recording that is played. */
  void offerReview(Runnable look) {
    if (replay != null) {
      replay.offerReview(look);
    }
  }

  /** Offers a pace that was found. */
  void suggest(PaceSuggestion paces) {
    sheet.suggest(paces);
  }

  /** Looks at it. */
  void review() {
    if (replay != null) {
      replay.review();
    }
  }

  /** What changes with the figures. */
  void show(SessionView now) {
    assert Edt.here() : Edt.who();
    shown = now;
    Snapshot snapshot = now.snapshot();
    notices();
    dimmer.show(snapshot);
    if (replay != null) {
      replay.show(now);
      return;
    }
    actions.show(now);
    boolean over = over(snapshot);
    pace.setVisible(!over && snapshot.paced());
    skip.setVisible(!over);
    boolean asking =
        snapshot.prompt().isPresent() && !(snapshot.state() instanceof SessionState.Ended);
    if (asking) {
      sheet.close();
      check.ask(snapshot.prompt().get().question());
    } else {
      check.done();
    }
    sheet.show(snapshot);
    practice.show(snapshot);
    arrange();
  }

  /** One thing at a time stands below the pacer: a question, the sheet, the phase's own, dimmer. */
  private void arrange() {
    if (replay == null) {
      boolean free = !check.isVisible() && !sheet.isVisible();
      practice.setVisible(free && practice.isVisible());
      dimmer.setVisible(free && !practice.isVisible() && dims());
      actions.setVisible(!sheet.isVisible() && !note.isVisible());
    }
  }

  /** Where hands or a movement keep a person busy there is nothing to dim, and nothing to say. */
  private boolean dims() {
    SessionView now = shown;
    return now == null
        || now.snapshot().paced()
        || now.snapshot().current().phase().kind() instanceof Phase.OwnPace;
  }

  private void turnSheet() {
    SessionView now = shown;
    if (sheet.isVisible()) {
      sheet.close();
    } else if (now != null
        && pace.isVisible()
        && !check.isVisible()
        && !note.isVisible()
        && !actions.asksToStop()) {
      sheet.open(now.snapshot());
      arrange();
    }
  }

  private void sheetClosed() {
    arrange();
    takeFocus();
  }

  /** The first press asks, a second one soon after ends the phase. */
  private void skip() {
    if (!skip.isVisible() || actions.asksToStop()) {
      return;
    }
    if (skipAsked.isRunning()) {
      skipAsked.stop();
      skipForgotten();
      running.send(new Command.SkipPhase());
    } else {
      skip.setText(words.text("skip.again", words.text("action.key.skip")));
      skipAsked.start();
    }
  }

  private void skipForgotten() {
    skip.setText(words.text("skip.open", words.text("action.key.skip")));
  }

  /**
   * Notices stand where the strokes stand otherwise, so that the pacer keeps its size and place
   * whatever there is to say.
   */
  private void notices() {
    if (shown != null) {
      List<Notice> now = new ArrayList<>(Notice.of(shown, words));
      if (actions.asksToStop()) {
        now.add(0, new Notice(Chip.Tone.QUIET, words.text("notice.stop")));
      }
      if (replay == null && sounding.sound().missing()) {
        now.add(new Notice(Chip.Tone.QUIET, words.text("notice.silence")));
      }
      notices.show(now.subList(0, Math.min(Notice.MOST_AT_ONCE, now.size())));
      boolean told = !shown.snapshot().instruction().isEmpty();
      boolean guided = shown.snapshot().paced();
      strokes.setVisible(now.isEmpty() && (guided || !told));
      manner.setVisible(now.isEmpty() && !told);
      instruction.setVisible(now.isEmpty() && told && !over(shown.snapshot()));
      instruction.say(shown.snapshot().instruction().in(words.language()));
    }
  }

  private static boolean over(Snapshot snapshot) {
    return snapshot.state() instanceof SessionState.Finishing
        || snapshot.state() instanceof SessionState.Ended;
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
      practice.bindKeys(screen);
      sheet.bindKeys(screen);
      Keys.letter(screen, this, words.text("action.key.pace"), this::turnSheet);
      Keys.letter(screen, this, words.text("action.key.skip"), this::skip);
    }
  }

  /** Without a pause to press the keyboard rests on the pacer, where Space does nothing. */
  void takeFocus() {
    if (replay != null) {
      replay.takeFocus();
    } else if (note.isVisible()) {
      note.takeFocus();
    } else if (sheet.isVisible()) {
      sheet.takeFocus();
    } else if (!actions.takeFocus()) {
      view.setFocusable(true);
      view.requestFocusInWindow();
    }
  }

  /** Goes on with what a person was at on another screen of the same session. */
  void resume(PacerPanel before) {
    if (before.note.isVisible()) {
      note.resume(before.note);
    } else if (before.actions.asksToStop()) {
      actions.show(running.view());
      actions.stop();
    }
    check.resume(before.check);
    sheet.resume(before.sheet, running.view().snapshot());
    arrange();
  }

  private void askForMark() {
    if (!sheet.isVisible()) {
      note.ask();
    }
  }
}
