package app.downshift.beat;

import app.downshift.beat.LipponenTarvainen.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the tests of beats. {@code simulated SEEDS}: hearts of known truth, a line for each
 * cell; {@code recorded}: real recordings of the shared folder; {@code cost}: time of one live
 * beat.
 */
public final class BreathModelMain {
  private static final int BEATS = 300;
  private static final double FIRST_MILLIS = 30_000;
  private static final double[] SWINGS = {5, 10, 20, 30};
  private static final double[] RATES = {4.5, 6, 9, 12};
  private static final double[] HEART_RATES = {50, 60, 70, 80, 90};
  private static final Path SHARED = Path.of(System.getProperty("downshift.shared", "../shared"));

  private BreathModelMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 2 && arguments[0].equals("simulated")) {
      simulated(Integer.parseInt(arguments[1]));
    } else if (arguments.length == 1 && arguments[0].equals("recorded")) {
      recorded();
    } else if (arguments.length == 1 && arguments[0].equals("cost")) {
      cost();
    } else {
      System.out.println("simulated SEEDS | recorded | cost");
    }
  }

  /** What was found in hearts of one kind. */
  static final class Score {
    int displaced;
    int found;
    int normal;
    int doubted;
    double rmssdErrors;
    int hearts;

    /** Counts from the 30th second on. */
    void add(WanderingHeart heart, Marks[] marks) {
      int first = 0;
      for (double at = 0; at < FIRST_MILLIS; first++) {
        at += heart.rr[first];
      }
      double truth = 0;
      double masked = 0;
      int all = 0;
      int kept = 0;
      for (int i = first; i < marks.length; i++) {
        boolean doubt = !marks[i].isEmpty();
        displaced += heart.displaced[i] ? 1 : 0;
        found += heart.displaced[i] && doubt ? 1 : 0;
        normal += heart.displaced[i] ? 0 : 1;
        doubted += !heart.displaced[i] && doubt ? 1 : 0;
        truth += square(heart.clean[i] - heart.clean[i - 1]);
        all++;
        if (!doubt && marks[i - 1].isEmpty()) {
          masked += square(heart.rr[i] - heart.rr[i - 1]);
          kept++;
        }
      }
      rmssdErrors += Math.sqrt(masked / kept) / Math.sqrt(truth / all) - 1;
      hearts++;
    }

    double sensitivity() {
      return found / (double) displaced;
    }

    double falseShare() {
      return doubted / (double) normal;
    }

    double rmssdError() {
      return rmssdErrors / hearts;
    }
  }

  static Score score(
      double bpm, double swing, double rate, boolean paced, Windows windows, int seeds) {
    Score score = new Score();
    for (int seed = 0; seed < seeds; seed++) {
      WanderingHeart heart =
          new WanderingHeart(bpm, swing, rate, 0.05, paced, BEATS, seed + 1000 * Math.round(bpm));
      score.add(heart, BeatTests.marks(heart.series(), windows, LipponenTarvainen.FLOOR_MILLIS));
    }
    return score;
  }

  /**
   * What is unlike from beat to beat in a heart without early beats, beyond the breath at its pace:
   * standard deviation of the half differences of what a curve of two harmonics leaves over.
   */
  static double betweenBeats(double bpm, double swing, double rate, boolean paced, int seeds) {
    double squares = 0;
    int differences = 0;
    BreathFit fit = new BreathFit(BEATS);
    for (int seed = 0; seed < seeds; seed++) {
      WanderingHeart heart =
          new WanderingHeart(bpm, swing, rate, 0, paced, BEATS, seed + 1000 * Math.round(bpm));
      int window = (int) Math.round(bpm / 2);
      for (int from = 0; from + window <= BEATS; from += window) {
        double[] middle = new double[window];
        double[] cycles = new double[window];
        double[] rr = Arrays.copyOfRange(heart.clean, from, from + window);
        double end = 0;
        for (int k = 0; k < window; k++) {
          end += rr[k] / 1000;
          middle[k] = end - rr[k] / 2000;
          cycles[k] = middle[k] * rate / 60;
        }
        boolean two = 60 / rate * bpm / 60 >= 5;
        double[] left = fit.residuals(middle, cycles, rr, window, two, -1);
        for (int k = 1; k < window; k++) {
          squares += square((left[k] - left[k - 1]) / 2);
          differences++;
        }
      }
    }
    return Math.sqrt(squares / differences);
  }

  private static void simulated(int seeds) {
    print(
        "breath swing rate bpm | early/between | offline found false rmssd | live found false rmssd");
    for (boolean paced : new boolean[] {true, false}) {
      int[] good = new int[2];
      int cells = 0;
      for (double swing : SWINGS) {
        for (double rate : RATES) {
          for (double bpm : HEART_RATES) {
            Score offline = score(bpm, swing, rate, paced, Windows.CENTRED, seeds);
            Score live = score(bpm, swing, rate, paced, Windows.LIVE, seeds);
            double ratio = 9000 / bpm / betweenBeats(bpm, swing, rate, paced, Math.min(10, seeds));
            print(
                "%s %2.0f bpm %4.1f/min %2.0f | %4.1f | %5.1f%% %5.2f%% %+5.1f%% | %5.1f%% %5.2f%% %+5.1f%%",
                paced ? "paced" : "free ",
                swing,
                rate,
                bpm,
                ratio,
                100 * offline.sensitivity(),
                100 * offline.falseShare(),
                100 * offline.rmssdError(),
                100 * live.sensitivity(),
                100 * live.falseShare(),
                100 * live.rmssdError());
            cells++;
            good[0] += meets(offline);
            good[1] += meets(live);
          }
        }
      }
      print(
          "%s: at least 95 %% found, at most 1 %% false in %d (offline) and %d (live) of %d cells",
          paced ? "paced" : "free", good[0], good[1], cells);
    }
  }

  private static int meets(Score score) {
    return score.sensitivity() >= 0.95 && score.falseShare() <= 0.01 ? 1 : 0;
  }

  private static void recorded() throws IOException {
    for (Windows windows : Windows.values()) {
      int found = 0;
      int abnormal = 0;
      int away = 0;
      long normal = 0;
      for (String name : List.of("nsr001_24h", "nsr004_24h")) {
        double[] rr = intervals(SHARED.resolve("science/reference/rr/" + name + ".txt"));
        String labels =
            String.join(
                    "",
                    Files.readAllLines(SHARED.resolve("science/reference/rr/" + name + ".labels")))
                .replace(" ", "");
        LabelCount count =
            LabelCount.of(
                labels,
                BeatTests.marks(RrSeries.ofIntervals(rr), windows, LipponenTarvainen.FLOOR_MILLIS));
        found += count.found();
        abnormal += count.abnormal();
        away += count.away();
        normal += rr.length - count.abnormal();
      }
      print(
          "24 h, two records, %s: %d of %d abnormal beats found, %.2f false of 1000",
          windows, found, abnormal, 1000.0 * away / normal);
    }
    for (String group :
        List.of("crnl-airflow/2", "byb-breathing/rr/", "physionet-meditation/rr/")) {
      Path folder = SHARED.resolve("data").resolve(group);
      List<Path> files;
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.list(folder)) {
          files = found.filter(f -> f.toString().endsWith(".rr.txt")).sorted().toList();
        }
      } else {
        files = List.of(Path.of(folder + ".rr.txt"));
      }
      for (Path file : files) {
        RrSeries series = RrSeries.ofIntervals(intervals(file));
        StringBuilder line = new StringBuilder();
        for (Windows windows : Windows.values()) {
          Marks[] marks = BeatTests.marks(series, windows, LipponenTarvainen.FLOOR_MILLIS);
          Marks[] first = LipponenTarvainen.marks(series, windows, LipponenTarvainen.FLOOR_MILLIS);
          line.append(
              String.format(
                  Locale.ROOT,
                  " | %s %.2f%% (without the model %.2f%%, breath %d, cleared %d)",
                  windows,
                  100.0 * inForce(marks) / marks.length,
                  100.0 * inForce(first) / marks.length,
                  Arrays.stream(marks).filter(m -> m.has(Mark.BREATH)).count(),
                  Arrays.stream(marks).filter(m -> !m.clearedWords().isEmpty()).count()));
        }
        print("%-22s %5d%s", file.getFileName(), series.size(), line);
      }
    }
  }

  private static long inForce(Marks[] marks) {
    return Arrays.stream(marks).filter(m -> !m.isEmpty()).count();
  }

  /** Labelled beats against marks, a mark counting for labels up to two beats away. */
  record LabelCount(int abnormal, int found, int away) {
    static LabelCount of(String labels, Marks[] marks) {
      int[] flagged = IntStream.range(0, marks.length).filter(i -> !marks[i].isEmpty()).toArray();
      int[] odd =
          IntStream.range(0, labels.length()).filter(i -> labels.charAt(i) != 'N').toArray();
      int found = (int) Arrays.stream(odd).filter(beat -> near(beat, flagged)).count();
      int away = (int) Arrays.stream(flagged).filter(beat -> !near(beat, odd)).count();
      return new LabelCount(odd.length, found, away);
    }

    private static boolean near(int beat, int[] others) {
      int at = Arrays.binarySearch(others, beat - 2);
      int first = at >= 0 ? at : -at - 1;
      return first < others.length && others[first] <= beat + 2;
    }
  }

  private static void cost() {
    for (boolean paced : new boolean[] {true, false}) {
      WanderingHeart heart = new WanderingHeart(70, 15, 6, 0.02, paced, 5000, 1);
      for (int round = 0; round < 8; round++) {
        LiveMarks live = new LiveMarks();
        long[] nanos = new long[heart.rr.length];
        for (int i = 0; i < nanos.length; i++) {
          long before = System.nanoTime();
          live.accept(heart.rr[i], false, heart.breaths[i]);
          nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        print(
            "%s round %d: median %.1f µs, p99 %.1f µs",
            paced ? "paced" : "free",
            round,
            nanos[nanos.length / 2] / 1e3,
            nanos[nanos.length * 99 / 100] / 1e3);
      }
    }
  }

  private static double[] intervals(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static double square(double value) {
    return value * value;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
