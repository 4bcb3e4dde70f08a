package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Breathing guessed from intervals against the rows of {@code breathing_rate_reference.json}: two
 * people at rest with a belt around the chest (the belt of {@code nk_rest5} is not at hand), and
 * synthetic hearts. Its "spectral" rows, as found here, are the largest bin from 3.6 to 24 a minute
 * of windows of 32 s every 4 s (spline at 4 Hz, line removed, Hann, 2048 points), without asking
 * whether a line stands out.
 */
class MeasuredBreathTest {
  private static final int WINDOW = 128;
  private static final int STEP = 16;
  private static final int POINTS = 2048;
  private static final double LOWEST_HZ = 0.06;
  private static final double HIGHEST_HZ = 0.4;
  private static final double BELT_HZ = 100;

  /** The first heart beat of the recording of eight minutes, in s after its first sample. */
  private static final double FIRST_BEAT = 0.38;

  @ParameterizedTest
  @ValueSource(
      strings = {"syn_rsa010_A50", "syn_rsa025_A35", "syn_resonance_sweep", "syn_session_effect"})
  void theLargestBinOfSyntheticHeartsIsThatOfTheReference(String name) {
    double[] rates = largestBins(ReferenceData.intervals(name));
    Arrays.sort(rates);
    int n = rates.length;
    double median = (rates[(n - 1) / 2] + rates[n / 2]) / 2;
    assertEquals(reference(name, "median"), median, 1e-9);
  }

  @Test
  void theLargestBinOfFiveMinutesAtRestIsThatOfTheReference() {
    double[] rates = largestBins(ReferenceData.intervals("nk_rest5_ecg"));
    assertEquals(reference("nk_rest5_spectral", "n"), rates.length);
    double expected =
        reference("nk_rest5_spectral", "ref_mean") + reference("nk_rest5_spectral", "bias");
    assertEquals(expected, Arrays.stream(rates).average().orElseThrow(), 1e-9);
  }

  /** The reference has the beats to 10 ms, the shared intervals have them to parts of one. */
  @Test
  void theLargestBinOfEightMinutesAtRestIsThatOfTheReference() {
    double[] rates = largestBins(eightMinutes());
    assertEquals(reference("nk_rest8_spectral", "n"), rates.length);
    double expected =
        reference("nk_rest8_spectral", "ref_mean") + reference("nk_rest8_spectral", "bias");
    assertEquals(expected, Arrays.stream(rates).average().orElseThrow(), 0.02);
  }

  @Test
  void theBeltBreathesAsOftenAsTheReferenceSays() {
    List<Double> breaths = breaths();
    double sum = 0;
    int windows = (int) reference("nk_rest8_spectral", "n");
    for (int k = 0; k < windows; k++) {
      sum += perMinute(breaths, 4 * k, 4 * k + 32);
    }
    assertEquals(reference("nk_rest8_spectral", "ref_mean"), sum / windows, 0.02);
  }

  /** Largest less smallest interval of those that lie wholly within a breath. */
  @Test
  void peakToTroughOfMeasuredBreathsIsThatOfTheReference() {
    List<Double> breaths = breaths();
    RrSeries series = RrSeries.ofIntervals(eightMinutes());
    double sum = 0;
    int counted = 0;
    for (int k = 1; k < breaths.size(); k++) {
      double most = 0;
      double least = Double.POSITIVE_INFINITY;
      int beats = 0;
      for (int i = 0; i < series.size(); i++) {
        double end = series.timeMillis(i) / 1000 + FIRST_BEAT;
        if (end - series.rrMillis(i) / 1000 >= breaths.get(k - 1) && end < breaths.get(k)) {
          most = Math.max(most, series.rrMillis(i));
          least = Math.min(least, series.rrMillis(i));
          beats++;
        }
      }
      if (beats >= 3) {
        sum += most - least;
        counted++;
      }
    }
    double expected = reference("nk_rest8_own_p2t", "mean");
    assertEquals(expected, sum / counted, 0.01 * expected);
  }

  @Test
  void ourGuessIsNearTheBeltOrSilentWhereTheLargestBinIsFarOff() {
    List<Double> breaths = breaths();
    List<Double> errors = new ArrayList<>();
    double[] guesses = guesses(eightMinutes());
    for (int k = 0; k < guesses.length; k++) {
      if (!Double.isNaN(guesses[k])) {
        double end = FIRST_BEAT + 64 + 4 * k;
        errors.add(guesses[k] - perMinute(breaths, end - 64, end));
      }
    }
    List<Double> binErrors = new ArrayList<>();
    double[] bins = largestBins(eightMinutes());
    for (int k = 0; k < bins.length; k++) {
      binErrors.add(bins[k] - perMinute(breaths, 4 * k, 4 * k + 32));
    }
    System.out.printf(
        Locale.ROOT,
        "eight minutes at rest: %d of %d answers, bias %+.2f, mean size %.2f, largest %.2f;"
            + " largest bin: bias %+.2f, mean size %.2f, largest %.2f%n",
        errors.size(),
        guesses.length,
        mean(errors),
        meanSize(errors),
        largest(errors),
        mean(binErrors),
        meanSize(binErrors),
        largest(binErrors));
    assertEquals(reference("nk_rest8_spectral", "bias"), mean(binErrors), 0.02);
    assertEquals(reference("nk_rest8_spectral", "mae"), meanSize(binErrors), 0.02);
    assertTrue(errors.size() >= guesses.length / 4, errors.size() + " answers");
    assertTrue(Math.abs(mean(errors)) < 0.2, "bias " + mean(errors));
    assertTrue(meanSize(errors) < meanSize(binErrors) / 2, "mean size " + meanSize(errors));
    assertTrue(largest(errors) < 1.5, "largest " + largest(errors));
  }

  /** In these five minutes slow waves outweigh the breath, and the largest bin is 4.8 too low. */
  @Test
  void ourGuessTakesNoSlowWaveForTheBreathOfFiveMinutes() {
    double measured = reference("nk_rest5_spectral", "ref_mean");
    double[] guesses = guesses(ReferenceData.intervals("nk_rest5_ecg"));
    double[] answers = Arrays.stream(guesses).filter(g -> !Double.isNaN(g)).toArray();
    System.out.println("five minutes at rest: " + answers.length + " of " + guesses.length);
    assertTrue(answers.length > 0);
    for (double answer : answers) {
      assertEquals(measured, answer, 2);
    }
  }

  /** Every 4 s from the 64th second on, NaN where there is none. */
  private static double[] guesses(double[] rr) {
    RrSeries series = RrSeries.ofIntervals(rr);
    OwnBreathing own = new OwnBreathing();
    List<Double> guesses = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      own.accept(series.timeMillis(i), series.rrMillis(i));
      if (series.timeMillis(i) >= 64_000 + 4000 * guesses.size()) {
        guesses.add(own.ratePerMinute());
      }
    }
    return guesses.stream().mapToDouble(g -> g).toArray();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static double meanSize(List<Double> values) {
    return values.stream().mapToDouble(Math::abs).average().orElseThrow();
  }

  private static double largest(List<Double> values) {
    return values.stream().mapToDouble(Math::abs).max().orElseThrow();
  }

  private static double[] largestBins(double[] rr) {
    double[] samples = Spline.samplesOf(Knots.all(RrSeries.ofIntervals(rr)));
    int windows = (samples.length - WINDOW) / STEP + 1;
    double[] rates = new double[windows];
    for (int k = 0; k < windows; k++) {
      rates[k] = largestBin(Arrays.copyOfRange(samples, k * STEP, k * STEP + WINDOW));
    }
    return rates;
  }

  private static double largestBin(double[] samples) {
    double[] index = new double[WINDOW];
    Arrays.setAll(index, i -> i);
    double[] left = Detrend.line(index, samples);
    double most = -1;
    double top = 0;
    for (int bin = 1; bin <= POINTS / 2; bin++) {
      double hertz = bin * Spline.RATE_HZ / POINTS;
      if (hertz < LOWEST_HZ || hertz > HIGHEST_HZ) {
        continue;
      }
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < WINDOW; i++) {
        double tapered = left[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
        real += tapered * Math.cos(2 * Math.PI * bin * i / POINTS);
        imaginary += tapered * Math.sin(2 * Math.PI * bin * i / POINTS);
      }
      double power = real * real + imaginary * imaginary;
      if (power > most) {
        most = power;
        top = 60 * hertz;
      }
    }
    return top;
  }

  /** Of the whole breaths within a window, given in s. */
  private static double perMinute(List<Double> breaths, double from, double to) {
    double[] within =
        breaths.stream().mapToDouble(b -> b).filter(b -> b >= from && b < to).toArray();
    return 60 * (within.length - 1) / (within[within.length - 1] - within[0]);
  }

  private static double[] eightMinutes() {
    return ReferenceData.shared("data/neurokit-bio/bio_resting_8min_100hz.rr.txt").stream()
        .filter(line -> !line.isBlank())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /**
   * Troughs of the belt, in s, from which it rises, and to which it fell, by 0.3 standard
   * deviations; smoothed over half a second twice, without what is slower than ten seconds.
   */
  private static List<Double> breaths() {
    double[] raw =
        ReferenceData.shared("data/neurokit-bio/orig/bio_resting_8min_100hz.csv").stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
            .toArray();
    double[] belt = smooth(smooth(raw, 25), 25);
    double[] slow = smooth(smooth(raw, 500), 500);
    Arrays.setAll(belt, i -> belt[i] - slow[i]);
    double enough = 0.3 * Math.sqrt(Arrays.stream(belt).map(v -> v * v).average().orElseThrow());
    List<Double> troughs = new ArrayList<>();
    int turn = 0;
    boolean falling = false;
    for (int i = 1; i < belt.length; i++) {
      double since = falling ? belt[turn] - belt[i] : belt[i] - belt[turn];
      if (since > 0) {
        turn = i;
      } else if (-since > enough) {
        if (falling) {
          troughs.add(turn / BELT_HZ);
        }
        falling = !falling;
        turn = i;
      }
    }
    return troughs;
  }

  private static double[] smooth(double[] values, int half) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    double[] smooth = new double[values.length];
    Arrays.setAll(
        smooth,
        i -> {
          int from = Math.max(0, i - half);
          int to = Math.min(values.length, i + half + 1);
          return (sums[to] - sums[from]) / (to - from);
        });
    return smooth;
  }

  private static double reference(String row, String field) {
    JsonNode all =
        JsonMapper.shared()
            .readTree(
                String.join(
                    "\n", ReferenceData.shared("science/reference/breathing_rate_reference.json")));
    return all.get(row).get(field).asDouble();
  }
}
