package app.downshift.bench;

import app.downshift.app.App;
import com.formdev.flatlaf.FlatDarkLaf;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * From the start of a process to what is on the screen, seen from outside: the first picture of
 * Downshift, its whole start, and an empty FlatLaf frame, in turn, each seven times. Needs a
 * display with nothing else on it. Arguments: further options for the JVM.
 */
public final class StartUp {
  private static final int RUNS = 7;
  private static final Dimension SIZE = new Dimension(1280, 800);
  private static final long LOOK_MICROS = 1000;
  private static final int PATIENCE_SECONDS = 30;

  private final Robot robot;
  private final Rectangle name;
  private final Rectangle card;

  private StartUp() throws Exception {
    robot = new Robot();
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    int left = (screen.width - SIZE.width) / 2;
    int top = (screen.height - SIZE.height) / 2;
    name = new Rectangle(left + 4, top + 4, 160, 60);
    card = new Rectangle(left + 200, top + 160, 240, 200);
  }

  public static void main(String[] options) throws Exception {
    Path home = Files.createTempDirectory("downshift-start");
    var measuring = new StartUp();
    List<double[]> ours = new ArrayList<>();
    List<Double> empty = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      double[] downshift = measuring.run(home, "downshift", options);
      double other = measuring.run(home, "empty", options)[0];
      if (run > 0) { // the first fills the disk's cache
        ours.add(downshift);
        empty.add(other);
      }
    }
    double first = median(ours.stream().map(seen -> seen[0]).toList());
    double whole = median(ours.stream().map(seen -> seen[1]).toList());
    System.out.printf(
        Locale.ROOT,
        "median of %d: first picture %.0f ms, whole start %.0f ms, empty FlatLaf frame %.0f ms;"
            + " ratio %.2f, whole %.2f%n",
        RUNS,
        first,
        whole,
        median(empty),
        first / median(empty),
        whole / median(empty));
    System.exit(0);
  }

  private double[] run(Path home, String what, String[] options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(Arrays.asList(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Frame.class.getName(), what));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectErrorStream(true);
    builder.environment().put("DOWNSHIFT_HOME", home.toString());
    until(() -> !drawn(name));
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      double first = until(() -> drawn(name)) - began;
      double whole = what.equals("downshift") ? until(() -> drawn(card)) - began : first;
      return new double[] {first / 1e6, whole / 1e6};
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Whether something is drawn there; the ground of a window alone is one colour. */
  private boolean drawn(Rectangle place) {
    BufferedImage seen = robot.createScreenCapture(place);
    int ground = seen.getRGB(0, 0);
    return IntStream.range(0, place.width * place.height)
        .anyMatch(i -> seen.getRGB(i % place.width, i / place.width) != ground);
  }

  private static double until(BooleanSupplier seen) throws IOException, InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() > patience) {
        throw new IOException("nothing to be seen within " + PATIENCE_SECONDS + " s");
      }
      TimeUnit.MICROSECONDS.sleep(LOOK_MICROS);
    }
    return System.nanoTime();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** One start. */
  public static final class Frame {
    private Frame() {}

    public static void main(String[] what) {
      if (what[0].equals("downshift")) {
        App.main(new String[0]);
      } else {
        EventQueue.invokeLater(Frame::empty);
      }
    }

    private static void empty() {
      FlatDarkLaf.setup();
      var frame = new JFrame("empty");
      JLabel label = new JLabel("Downshift");
      label.setVerticalAlignment(JLabel.TOP);
      frame.add(label);
      frame.setSize(SIZE);
      frame.setLocationRelativeTo(null);
      frame.setVisible(true);
    }
  }
}
