package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.Tape;
import app.downshift.session.SessionView;
import app.downshift.ui.theme.Look;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The session screen of every sample at one moment, against the picture kept of it. A picture is
 * renewed with {@code -Ddownshift.golden=renew}, looked at, and committed. Painted headless: with a
 * display the edges of letters differ a little.
 */
class SampleScreensTest {
  private static final Path PICTURES = Path.of("src/test/resources/golden");
  private static final long MOMENT_MICROS = 360_000_000;

  /** Of a channel: less is rounding of the rasteriser. */
  private static final int SEEN = 12;

  /** One in a thousand: a glyph that sits a pixel further, not a figure that is another. */
  private static final double DIFFERENT_SHARE = 0.001;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calm-responder",
        "small-swing",
        "ectopics-and-dropout",
        "poor-signal",
        "irregular-rhythm",
        "against-the-pacer"
      })
  void theScreenOfASampleIsThePictureKeptOfIt(String name) throws Exception {
    Assumptions.assumeTrue(
        GraphicsEnvironment.isHeadless(), "pictures are compared without a display");
    BufferedImage painted = painted(Path.of("samples", name + ".session.jsonl"));
    Path picture = PICTURES.resolve(name + ".png");
    if ("renew".equals(System.getProperty("downshift.golden"))) {
      Files.createDirectories(PICTURES);
      ImageIO.write(painted, "png", picture.toFile());
    }
    BufferedImage kept = ImageIO.read(picture.toFile());
    assertEquals(kept.getWidth(), painted.getWidth());
    assertEquals(kept.getHeight(), painted.getHeight());
    double share = differentShare(kept, painted);
    if (share > DIFFERENT_SHARE) {
      Path seen = Path.of("target", "golden-" + name + ".png");
      ImageIO.write(painted, "png", seen.toFile());
      fail(name + ": " + 100 * share + " % of the pixels differ; see " + seen);
    }
  }

  private static BufferedImage painted(Path sample) throws Exception {
    Tape tape = Tape.of(new Replay(SessionFile.read(sample)));
    // A time base that stands still at the moment, so that the pacer is painted there too.
    var time = new SessionView.TimeBase(0, MOMENT_MICROS, 0);
    var view =
        new SessionView(
            tape.at(MOMENT_MICROS), time, SessionView.Recording.NONE, SessionView.Mode.LIVE, 0);
    return Rendering.onEdt(
        () -> {
          Look.DARK.install();
          var screen = Rendering.live(view);
          Rendering.layOut(screen, 1440, 900);
          return Rendering.paint(screen, 1);
        });
  }

  private static double differentShare(BufferedImage a, BufferedImage b) {
    long different = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        different += differs(a.getRGB(x, y), b.getRGB(x, y)) ? 1 : 0;
      }
    }
    return (double) different / a.getWidth() / a.getHeight();
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > SEEN) {
        return true;
      }
    }
    return false;
  }
}
