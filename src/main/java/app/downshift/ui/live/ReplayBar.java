package app.downshift.ui.live;

import app.downshift.recording.Tape;
import app.downshift.session.SessionView;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.Overview;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a replay and their keys: the whole recording to point at, play, steps and speed.
 */
final class ReplayBar extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double[] SPEEDS = {1, 2, 5, 10, 20};
  private static final long STEP_MICROS = 10_000_000;

  /** Less of real time than this into a breath, a step back goes to the breath before. */
  private static final double REACTION_MICROS = 600_000;

  private final transient Words words;
  private final transient Desk.Replaying replaying;
  private final transient Tape tape;
  private final Text time = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final Overview overview;
  private final ActionButton play;
  private final Segments speeds;
  private final ActionButton close;
  private final ActionButton review;
  private transient @Nullable Runnable looked;
  private int speed;
  private boolean standing;
  private long nowMicros;

  ReplayBar(Words words, Desk.Replaying replaying, Runnable close) {
    super(new MigLayout("insets 0, gap 4 6, fillx", "[grow,fill]"));
    this.words = words;
    this.replaying = replaying;
    this.tape = replaying.tape();
    overview = new Overview(tape, words, this::seek);
    play = new ActionButton("", words.text("action.key.space"), this::playOrHold).low();
    speeds =
        new Segments(
            words.text("replay.speed"),
            Arrays.stream(SPEEDS)
                .mapToObj(times -> words.text("replay.times", words.brief(times, 0)))
                .toList(),
            this::choose);
    this.close =
        new ActionButton(words.text("action.close"), words.text("action.key.escape"), close).low();
    review =
        new ActionButton(words.text("end.review"), words.text("end.review.key"), this::review)
            .low();
    review.setVisible(false);
    setOpaque(false);
    add(time, "split 2");
    add(
        new Text(words.text("replay.keys"), Type.REGULAR.of(12), Palette::secondary),
        "gapleft push, growx 0, wrap");
    add(overview, "growx, wmin 0, wrap");
    add(icon(Glyph.START, "start", "home", this::toStart), "split 5");
    add(icon(Glyph.BACK, "back", "left", this::breathBack));
    add(play, "growx, pushx");
    add(icon(Glyph.FORWARD, "forward", "right", this::breathForward));
    add(icon(Glyph.END, "end", "end", this::toEnd), "wrap");
    add(speeds, "split 4, growx, pushx");
    add(
        new Text(words.text("replay.speed.keys"), Type.REGULAR.of(11), Palette::secondary),
        "gapleft 3, gapright 3");
    add(review, "hidemode 3");
    add(this.close);
    getAccessibleContext().setAccessibleName(words.text("replay.name"));
  }

  private IconButton icon(Glyph glyph, String name, String key, Runnable action) {
    return new IconButton(
        glyph, words.text("replay." + name), words.text("action.key." + key), action);
  }

  /** Offers to look at the recording without playing it. */
  void offerReview(Runnable look) {
    looked = look;
    review.setVisible(replaying.recording().isPresent());
  }

  /** Looks at it, where that is offered. */
  void review() {
    if (looked != null && replaying.recording().isPresent()) {
      looked.run();
    }
  }

  /** Makes the keys work wherever the focus is inside {@code screen}'s window. */
  void bindKeys(JComponent screen) {
    Keys.bind(screen, this, KeyStroke.getKeyStroke("SPACE"), this::playOrHold);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("LEFT"), this::breathBack);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("RIGHT"), this::breathForward);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("shift LEFT"), () -> step(-STEP_MICROS));
    Keys.bind(screen, this, KeyStroke.getKeyStroke("shift RIGHT"), () -> step(STEP_MICROS));
    Keys.bind(screen, this, KeyStroke.getKeyStroke("HOME"), this::toStart);
    Keys.bind(screen, this, KeyStroke.getKeyStroke("END"), this::toEnd);
    Keys.bind(screen, this, KeyStroke.getKeyStroke('+'), () -> choose(speed + 1));
    Keys.bind(screen, this, KeyStroke.getKeyStroke('-'), () -> choose(speed - 1));
    Keys.bind(screen, this, KeyStroke.getKeyStroke("ESCAPE"), close::doClick);
  }

  /** Puts the keyboard where Space means what its button says. */
  void takeFocus() {
    play.requestFocusInWindow();
  }

  /** What a new view changes. */
  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    double rate = view.time().rate();
    standing = rate == 0;
    if (!standing) {
      speed = nearest(rate);
    }
    speeds.select(speed);
    play.setText(words.text(standing ? "replay.play" : "replay.hold"));
  }

  /** What the time changes. */
  void at(long micros) {
    nowMicros = Math.max(0, Math.min(end(), micros));
    overview.show(nowMicros);
    time.setText(
        words.text(
            "replay.at",
            words.clock(Math.floor(nowMicros / 1e6)),
            words.clock(Math.floor(end() / 1e6))));
  }

  private long end() {
    return tape.last().atMicros();
  }

  /** The next step counts from here, though the view of here is still to come. */
  private void seek(long micros) {
    nowMicros = micros;
    replaying.seek(micros);
  }

  private void playOrHold() {
    if (standing) {
      replaying.play();
    } else {
      replaying.hold();
    }
    standing = !standing; // the next press means the other, even before the next view
  }

  private void toStart() {
    seek(0);
  }

  private void toEnd() {
    seek(end());
  }

  private void breathForward() {
    seek(tape.breath(nowMicros, true));
  }

  private void breathBack() {
    long since = standing ? 0 : Math.round(REACTION_MICROS * SPEEDS[speed]);
    seek(tape.breath(Math.max(0, nowMicros - since), false));
  }

  private void step(long micros) {
    seek(Math.max(0, Math.min(end(), nowMicros + micros)));
  }

  private void choose(int index) {
    speed = Math.max(0, Math.min(SPEEDS.length - 1, index));
    speeds.select(speed);
    replaying.speed(SPEEDS[speed]);
  }

  private static int nearest(double rate) {
    int nearest = 0;
    for (int i = 1; i < SPEEDS.length; i++) {
      if (Math.abs(SPEEDS[i] - rate) < Math.abs(SPEEDS[nearest] - rate)) {
        nearest = i;
      }
    }
    return nearest;
  }
}
