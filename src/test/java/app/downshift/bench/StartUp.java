package app.downshift.bench;

import app.downshift.app.App;
import com.formdev.flatlaf.FlatDarkLaf;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.PaintEvent;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * From the start of the process to the first painted frame, of Downshift and of an empty FlatLaf
 * frame in turn, each seven times, in processes of their own. Needs a display. Arguments: further
 * options for the JVM.
 */
public final class StartUp {
  private static final int RUNS = 7;

  private StartUp() {}

  public static void main(String[] options) throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> empty = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      double one = run("downshift", options);
      double other = run("empty", options);
      if (run > 0) { // the first fills the disk's cache
        ours.add(one);
        empty.add(other);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "first frame, median of %d: Downshift %.0f ms, empty FlatLaf frame %.0f ms, ratio %.2f%n",
        RUNS,
        median(ours),
        median(empty),
        median(ours) / median(empty));
  }

  private static double run(String what, String[] options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(Arrays.asList(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Frame.class.getName(), what));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return Arrays.stream(said.split("\\R"))
        .filter(line -> line.startsWith("frame "))
        .mapToDouble(line -> Double.parseDouble(line.substring(6)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(said));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** One start. */
  public static final class Frame {
    private Frame() {}

    public static void main(String[] what) {
      EventQueue events = Toolkit.getDefaultToolkit().getSystemEventQueue();
      events.push(new FirstPaint());
      if (what[0].equals("downshift")) {
        App.main(new String[0]);
      } else {
        EventQueue.invokeLater(Frame::empty);
      }
    }

    private static void empty() {
      FlatDarkLaf.setup();
      var frame = new JFrame("empty");
      frame.add(new JLabel("Downshift"));
      frame.setSize(1280, 800);
      frame.setVisible(true);
    }
  }

  /** Says when the first frame has been painted, and ends the process. */
  private static final class FirstPaint extends EventQueue {
    @Override
    protected void dispatchEvent(AWTEvent event) {
      super.dispatchEvent(event);
      boolean painted = event instanceof PaintEvent && event.getSource() instanceof Window;
      if (painted) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println("frame " + (System.currentTimeMillis() - started));
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
