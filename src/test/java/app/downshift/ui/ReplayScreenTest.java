package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.SessionState;
import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.theme.Look;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replay on screen: what it shows is a matter of the moment alone. */
class ReplayScreenTest {
  private static final long FRAME_MICROS = 250_000;

  /** Before the moments at which screens are laid out. */
  private static final long LONG_AGO_NANOS = -1_000_000_000_000L;

  private static final int SEED = 17;

  private final Queue<Object> asked = new ArrayDeque<>();

  @BeforeEach
  void look() throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          return true;
        });
  }

  @Test
  void afterAnySeekTheScreenIsTheOneReachedByPlayingThere() throws Exception {
    for (double seconds : new double[] {100, 263, 352, 431, 440, 470, 520}) {
      BufferedImage played = played(Math.max(0, seconds - 100), seconds);
      BufferedImage sought = sought(700, seconds);
      assertEquals(0, differing(played, sought), "pixels at " + seconds + " s");
    }
  }

  /** With the whole course, the bars and the heart rate of then, whichever way one came. */
  @Test
  void afterASeekFromAnywhereToAnywhereTheScreenIsTheOneReachedByPlayingThere() throws Exception {
    var random = new Random(SEED);
    double end = SampleTape.tape().last().atMicros() / 1e6;
    for (int i = 0; i < 6; i++) {
      double from = random.nextDouble(end);
      double to = random.nextDouble(end);
      assertEquals(
          0,
          differing(played(Math.max(0, to - 20), to), sought(from, to)),
          "seed " + SEED + ": pixels at " + to + " s, from " + from + " s");
    }
  }

  @Test
  void theEndCanBeLeftAgain() throws Exception {
    assertTrue(SampleTape.end().snapshot().state() instanceof SessionState.Ended);
    FakeReplaying replaying = new FakeReplaying(SampleTape.end(), asked);
    BufferedImage back =
        Rendering.onEdt(
            () -> {
              LiveScreen screen = screen(replaying);
              Rendering.layOut(screen, 1280, 720);
              replaying.show(SampleTape.at(300));
              Rendering.layOut(screen, 1280, 720);
              return Rendering.paint(screen, 1);
            });
    assertEquals(0, differing(back, sought(100, 300)));
  }

  /** The screen that saw every frame from one moment to another. */
  private BufferedImage played(double fromSeconds, double toSeconds) throws Exception {
    return Rendering.onEdt(
        () -> {
          FakeReplaying replaying = new FakeReplaying(SampleTape.at(fromSeconds), asked);
          LiveScreen screen = screen(replaying);
          long nanos = LONG_AGO_NANOS;
          for (long at = Math.round(fromSeconds * 1e6);
              at < toSeconds * 1e6;
              at += 5 * FRAME_MICROS) {
            replaying.show(SampleTape.view(at, 0, 0));
            nanos += 1_000_000_000L;
            screen.setSize(1280, 720);
            screen.tick(nanos);
          }
          replaying.show(SampleTape.at(toSeconds));
          Rendering.layOut(screen, 1280, 720);
          return Rendering.paint(screen, 1);
        });
  }

  /** The screen that jumped from one moment to another. */
  private BufferedImage sought(double fromSeconds, double toSeconds) throws Exception {
    return Rendering.onEdt(
        () -> {
          FakeReplaying replaying = new FakeReplaying(SampleTape.at(fromSeconds), asked);
          LiveScreen screen = screen(replaying);
          Rendering.layOut(screen, 1280, 720);
          replaying.seek(Math.round(toSeconds * 1e6));
          Rendering.layOut(screen, 1280, 720);
          return Rendering.paint(screen, 1);
        });
  }

  private static LiveScreen screen(FakeReplaying replaying) {
    return new LiveScreen(
        replaying,
        Runnable::run,
        Rendering.WORDS,
        new Desk.Preferences(false, false, false, Desk.PacerForm.CIRCLE, Desk.Language.ENGLISH),
        new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe()),
        new RatingRound.Asked(),
        () -> {},
        () -> {});
  }

  private static int differing(BufferedImage one, BufferedImage other) {
    int differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        differing += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return differing;
  }
}
