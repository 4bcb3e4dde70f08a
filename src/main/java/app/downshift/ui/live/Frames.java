package app.downshift.ui.live;

import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.theme.Edt;
import java.util.function.Consumer;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the newest view of a session some sixty times a second, and tells a screen what is new
 * in it. EDT only.
 */
public final class Frames {
  /** Between two frames, in ms. */
  private static final int FRAME_MILLIS = 16;

  /** Two views further apart than this are not neighbours: somebody jumped. */
  private static final long JUMP_MICROS = 1_500_000;

  private final Desk.Running running;
  private final Consumer<Frame> screen;
  private final Timer timer = new Timer(FRAME_MILLIS, event -> tick(System.nanoTime()));
  private @Nullable SessionView shown;

  /**
   * @param screen given every frame
   */
  public Frames(Desk.Running running, Consumer<Frame> screen) {
    this.running = running;
    this.screen = screen;
  }

  /**
   * One look.
   *
   * @param nanos the moment of {@link System#nanoTime()}
   * @param micros the same in session time, which stands still after the end
   * @param first whether nothing was shown before
   * @param fresh whether this view was not shown before
   * @param beat whether a beat has come, or all is new
   * @param jumped whether the views before do not lead to this one
   */
  public record Frame(
      SessionView view,
      long nanos,
      long micros,
      boolean first,
      boolean fresh,
      boolean beat,
      boolean jumped) {
    /** What the view is of. */
    public Snapshot snapshot() {
      return view.snapshot();
    }

    /** Whether the session is over. */
    public boolean ended() {
      return snapshot().state() instanceof SessionState.Ended;
    }

    /** Offers the frame to a picture of beats, which is painted anew with each. */
    public void beats(ChartCanvas canvas) {
      canvas.offer(snapshot(), micros, nanos, beat);
    }

    /** Offers the frame to a picture of the whole session. */
    public void course(ChartCanvas canvas) {
      canvas.offer(snapshot(), micros, nanos, jumped);
    }
  }

  /** Looks now, and from now on. */
  public void start() {
    tick(System.nanoTime());
    timer.start();
  }

  /** Looks no more. */
  public void stop() {
    assert Edt.here() : Edt.who();
    timer.stop();
  }

  /** Looks once. */
  @SuppressWarnings(
      "ReferenceEquality") // a view is new when it is another object; equals would walk it
  public void tick(long nanos) {
    assert Edt.here() : Edt.who();
    SessionView view = running.view();
    SessionView before = shown;
    shown = view;
    Snapshot now = view.snapshot();
    boolean ended = now.state() instanceof SessionState.Ended;
    boolean jumped = before == null || isJump(before.snapshot().atMicros(), now.atMicros());
    screen.accept(
        new Frame(
            view,
            nanos,
            ended ? now.atMicros() : view.time().microsAt(nanos),
            before == null,
            view != before,
            jumped || before.snapshot().counts().beats() != now.counts().beats(),
            jumped));
  }

  private static boolean isJump(long before, long now) {
    return now < before || now > before + JUMP_MICROS;
  }
}
