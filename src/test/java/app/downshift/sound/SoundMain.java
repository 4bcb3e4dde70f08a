package app.downshift.sound;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a fast pacer (15 a minute) to the real sound device and prints what it costs. Where {@code
 * parec} can listen to what the device plays (its monitor is named by the second word), it also
 * prints how late each chime is against the turn of the pacer; what the recording itself delays is
 * part of that.
 */
public final class SoundMain {
  private static final double PER_MINUTE = 15;
  private static final double SHARE_IN = 0.4;

  private SoundMain() {}

  public static void main(String[] words) throws Exception {
    double seconds = words.length > 0 ? Double.parseDouble(words[0]) : 60;
    long start = System.nanoTime();
    Pacer pacer = Pacer.steady(0, 0, PER_MINUTE, BreathPattern.ofInhale(SHARE_IN));
    var plan = new SoundPlan(Optional.of(pacer), true, 1, start, 0, 1);
    var looks = new Looks();
    var sound =
        new BreathSound(
            () -> {
              looks.look(System.nanoTime());
              return plan;
            },
            LineSpeaker::open,
            System::nanoTime);
    Ear ear = words.length > 1 ? Ear.listening(words[1]) : null;
    Thread thread = new Thread(sound, "sound");
    thread.start();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    LockSupport.parkNanos(3_000_000_000L);
    long cpu = threads.getThreadCpuTime(thread.getId());
    long from = System.nanoTime();
    while (System.nanoTime() - start < seconds * 1e9) {
      LockSupport.parkNanos(100_000_000);
    }
    double share =
        (double) (threads.getThreadCpuTime(thread.getId()) - cpu) / (System.nanoTime() - from);
    System.out.printf(
        Locale.ROOT,
        "status %s; the thread was kept waiting %d times for more than 60 ms, at most %.0f ms%n",
        sound.status(),
        looks.late,
        looks.longest / 1e6);
    long closing = System.nanoTime();
    sound.close();
    thread.join();
    System.out.printf(
        Locale.ROOT,
        "%.2f %% of one core; closed in %.0f ms%n",
        100 * share,
        (System.nanoTime() - closing) / 1e6);
    if (ear != null) {
      ear.stop();
      double turn = 60 / PER_MINUTE;
      report("in", ear.onsets(587.33, start, turn, 0));
      report("out", ear.onsets(440, start, turn, SHARE_IN * turn));
    }
  }

  /** How regularly the sound thread gets to run. */
  private static final class Looks {
    private volatile int late;
    private volatile long longest;
    private long last;

    void look(long now) {
      long waited = last == 0 ? 0 : now - last;
      late += waited > 60_000_000 ? 1 : 0;
      longest = Math.max(longest, waited);
      last = now;
    }
  }

  private static void report(String name, double[] late) {
    double[] sorted = late.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: %d chimes, late by median %.1f ms, from %.1f to %.1f ms; %s%n",
        name,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1],
        Arrays.toString(late));
  }

  /** What the device plays, recorded with the moments it was heard at. */
  private static final class Ear {
    private final Process process;
    private final List<Short> heard = new ArrayList<>();
    private double startNanos = Double.POSITIVE_INFINITY;
    private final Thread thread;

    private Ear(Process process) {
      this.process = process;
      thread = new Thread(this::read, "ear");
      thread.start();
    }

    static Ear listening(String monitor) throws IOException {
      return new Ear(
          new ProcessBuilder(
                  "parec",
                  "-d",
                  monitor,
                  "--latency-msec=5",
                  "--process-time-msec=2",
                  "--rate=44100",
                  "--channels=1",
                  "--format=s16le",
                  "--raw")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }

    private void read() {
      byte[] chunk = new byte[441 * 2];
      try (InputStream in = process.getInputStream()) {
        int held = 0;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk, held, chunk.length - held)) {
          long now = System.nanoTime();
          int length = held + n;
          for (int i = 0; i + 1 < length; i += 2) {
            heard.add((short) ((chunk[i] & 0xff) | chunk[i + 1] << 8));
          }
          held = length % 2;
          chunk[0] = held == 1 ? chunk[length - 1] : 0;
          startNanos = Math.min(startNanos, now - heard.size() * 1e9 / 44100);
        }
      } catch (IOException over) {
        System.out.println("the ear: " + over.getMessage());
      }
    }

    void stop() throws InterruptedException {
      process.destroy();
      thread.join();
    }

    /** By how many ms each chime of a pitch, due every so many seconds, is late. */
    double[] onsets(double hertz, long startNanosOfPacer, double everySeconds, double offset) {
      List<Double> late = new ArrayList<>();
      double length = heard.size() / 44100.0;
      double lead = (startNanosOfPacer - startNanos) / 1e9;
      for (int k = 2; ; k++) {
        double due = lead + offset + k * everySeconds;
        if (due + 0.5 > length) {
          return late.stream().mapToDouble(each -> each).toArray();
        }
        double before = level(hertz, due - 0.2);
        double peak = 0;
        for (double at = due - 0.1; at < due + 0.25; at += 0.002) {
          peak = Math.max(peak, level(hertz, at));
        }
        for (double at = due - 0.1; at < due + 0.25; at += 0.0005) {
          if (level(hertz, at) > before + (peak - before) / 2) {
            late.add((at - due) * 1000);
            break;
          }
        }
      }
    }

    /** Strength of a tone in the 50 ms around a moment. */
    private double level(double hertz, double seconds) {
      int half = 1100;
      int middle = (int) Math.round(seconds * 44100);
      double real = 0;
      double imaginary = 0;
      for (int i = Math.max(0, middle - half); i < Math.min(heard.size(), middle + half); i++) {
        double hann = 0.5 + 0.5 * Math.cos(Math.PI * (i - middle) / half);
        double angle = 2 * Math.PI * hertz * i / 44100;
        real += hann * heard.get(i) * Math.cos(angle);
        imaginary += hann * heard.get(i) * Math.sin(angle);
      }
      return Math.hypot(real, imaginary);
    }
  }
}
