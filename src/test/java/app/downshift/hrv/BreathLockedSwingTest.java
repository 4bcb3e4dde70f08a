package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.LiveMarks;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.PulseHeart.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreathLockedSwingTest {
  private static final double SWING = 12;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void isWithinTwoPercentOfTheTruthWherePeopleBreatheAndFlatAroundIt(double artifacts) {
    String table = biases(artifacts);
    for (String line : table.lines().skip(1).toList()) {
      String[] cells = line.strip().split("\\s+");
      double rate = Double.parseDouble(cells[0]);
      double limit = rate >= 4.5 && rate <= 6.5 ? 2 : 5;
      for (int i = 1; i < cells.length; i++) {
        assertTrue(Math.abs(Double.parseDouble(cells[i])) <= limit, "\n" + table);
      }
    }
  }

  /** The tables of both, in full. */
  public static void main(String[] none) {
    System.out.println("median bias of the swing in %, no artifacts\n" + biases(0));
    System.out.println("one beat in twenty early, missed or doubled\n" + biases(0.05));
  }

  /** Rows of paces per minute, columns of heart rates, in percent. */
  private static String biases(double artifacts) {
    StringBuilder table = new StringBuilder(" /min     50     60     70     80     90 bpm\n");
    for (double rate = 4; rate <= 8; rate += 0.5) {
      table.append(String.format(Locale.ROOT, "%5.1f", rate));
      for (double hr = 50; hr <= 90; hr += 10) {
        double bias = 100 * (medianSwing(rate, hr, 3, artifacts) / SWING - 1);
        table.append(String.format(Locale.ROOT, " %+6.2f", bias));
      }
      table.append('\n');
    }
    return table.toString();
  }

  @Test
  void isExactForAHeartWithoutNoise() {
    for (double hr : new double[] {50, 70, 90}) {
      assertEquals(SWING, medianSwing(6, hr, 0, 0), 0.005 * SWING);
    }
  }

  /**
   * A stepped pace of known amplitude: rate, start in s, amplitude in ms, and the phase that an
   * independent fit finds when intervals are stamped at their start and at their end. Ours lies
   * half way.
   */
  @ParameterizedTest
  @CsvSource({
    "6.5, 0, 65.7056, -0.94141, -1.55181",
    "6.0, 120.2693, 90.2438, -0.59872, -1.16299",
    "5.5, 240.3506, 110.0, 0.00603, -0.51120",
    "5.0, 360.9860, 87.4245, 0.65318, 0.18212",
    "4.5, 481.1945, 57.8789, 0.99883, 0.57456"
  })
  void findsTheKnownAmplitudesAndPhasesOfASteppedPace(
      double rate, double start, double amplitude, double phaseAtStart, double phaseAtEnd) {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_sweep"));
    double period = 60_000 / rate;
    BreathLockedSwing swing = new BreathLockedSwing();
    InStep inStep = new InStep();
    List<Double> amplitudes = new ArrayList<>();
    List<Double> phases = new ArrayList<>();
    RrSeries step = series.window(start * 1000, start * 1000 + 119_000);
    for (int i = 0; i < step.size(); i++) {
      double phase = (step.timeMillis(i) - start * 1000) / period;
      swing.accept(step.timeMillis(i), step.rrMillis(i), phase, period);
      inStep.accept(step.rrMillis(i), phase, period);
      BreathLockedSwing.Swing now = swing.at(step.timeMillis(i));
      if (step.timeMillis(i) > start * 1000 + 30_000) {
        amplitudes.add(now.millis() / 2);
        // Where the interval is a sine of phase, the heart is fastest at three quarters of its
        // cycle.
        phases.add(2 * Math.PI * Math.IEEEremainder(0.75 - now.peakPhase(), 1));
      }
    }
    assertEquals(amplitude, median(amplitudes), 0.04 * amplitude);
    assertEquals((phaseAtStart + phaseAtEnd) / 2, median(phases), 0.08);
    assertTrue(inStep.value() > 0.99);
  }

  @Test
  void findsWhereInTheBreathTheHeartIsFastest() {
    for (double peak = 0; peak < 1; peak += 0.125) {
      double at = peak;
      double period = 60 / 5.5;
      List<Pulse> beats =
          PulseHeart.beats(
              t -> 60 + 5 * Math.cos(2 * Math.PI * (t / period - at)), 120, 0, new Random(1));
      BreathLockedSwing.Swing swing = feed(beats, period).get(beats.size() - 1);
      double off = swing.peakPhase() - at;
      assertEquals(0, off - Math.rint(off), 0.005, "peak at " + at);
    }
  }

  @Test
  void staysTrueWhileThePaceGlides() {
    // Phase of a glide from 12 to 6 per minute in six minutes, in cycles: the integral of the rate.
    BreathLockedSwing swing = new BreathLockedSwing();
    List<Double> found = new ArrayList<>();
    for (Pulse beat :
        PulseHeart.beats(
            t -> 65 + SWING / 2 * Math.sin(2 * Math.PI * glide(t)), 360, 2, new Random(3))) {
      double t = beat.timeMillis() / 1000;
      swing.accept(beat.timeMillis(), beat.rrMillis(), glide(t), 60_000 / (12 - t / 60));
      if (t > 30) {
        found.add(swing.at(beat.timeMillis()).bpm());
      }
    }
    assertEquals(SWING, median(found), 0.03 * SWING);
  }

  @Test
  void isUndefinedForTwoBreathsAndAgainAfterOneOfSilence() {
    double period = 10;
    List<Pulse> beats = PulseHeart.beats(t -> 60 + 5 * Math.sin(t), 60, 0, new Random(1));
    List<BreathLockedSwing.Swing> swings = feed(beats, period);
    for (int i = 0; i < beats.size(); i++) {
      double t = beats.get(i).timeMillis() / 1000;
      assertTrue(t > 17 || Double.isNaN(swings.get(i).bpm()), "defined after " + t + " s");
      assertTrue(t < 22 || !Double.isNaN(swings.get(i).bpm()), "undefined after " + t + " s");
    }
    BreathLockedSwing swing = new BreathLockedSwing();
    beats.forEach(b -> swing.accept(b.timeMillis(), b.rrMillis(), b.timeMillis() / 10_000, 10_000));
    assertTrue(swing.at(63_000).bpm() > 0);
    assertTrue(Double.isNaN(swing.at(75_000).bpm()));
    swing.restart();
    assertTrue(Double.isNaN(swing.at(60_000).bpm()));
  }

  @Test
  void doesNotCareWhenTheSessionBegan() {
    List<Pulse> beats = PulseHeart.beats(t -> 60 + 5 * Math.sin(t * 0.6), 80, 5, new Random(1));
    BreathLockedSwing early = new BreathLockedSwing();
    BreathLockedSwing late = new BreathLockedSwing();
    for (Pulse b : beats) {
      early.accept(b.timeMillis(), b.rrMillis(), b.timeMillis() / 10_000, 10_000);
      late.accept(b.timeMillis() + 864e5, b.rrMillis(), b.timeMillis() / 10_000 + 8640, 10_000);
    }
    double now = beats.get(beats.size() - 1).timeMillis();
    assertEquals(early.at(now).bpm(), late.at(now + 864e5).bpm(), 1e-6);
    assertEquals(early.at(now).millis(), late.at(now + 864e5).millis(), 1e-4);
  }

  @Test
  void survivesWhateverASensorMaySay() {
    double[] odd = {0, -1, Double.NaN, 1e12, 1e-9, 800, Double.POSITIVE_INFINITY, 3000};
    Random random = new Random(11);
    BreathLockedSwing swing = new BreathLockedSwing();
    for (int i = 0; i < 5000; i++) {
      swing.accept(pick(odd, random), pick(odd, random), pick(odd, random), pick(odd, random));
      double bpm = swing.at(pick(odd, random)).bpm();
      assertTrue(Double.isNaN(bpm) || bpm >= 0);
    }
  }

  private static double pick(double[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private static double glide(double seconds) {
    return (12 * seconds - seconds * seconds / 120) / 60;
  }

  /**
   * Slow wander and jitter around a known swing; the median over ten minutes from two breaths on.
   */
  private static double medianSwing(
      double perMinute, double hr, double jitterMillis, double artifacts) {
    double period = 60 / perMinute;
    double wander = jitterMillis > 0 ? 1.5 : 0;
    List<Pulse> beats =
        PulseHeart.beats(
            t ->
                hr
                    + SWING / 2 * Math.sin(2 * Math.PI * t / period)
                    + wander * Math.sin(2 * Math.PI * t * 0.013)
                    + wander / 3 * Math.sin(2 * Math.PI * t * 0.31),
            600,
            jitterMillis,
            new Random(42));
    List<Pulse> clean = artifacts > 0 ? unmarked(damaged(beats, artifacts)) : beats;
    return median(feed(clean, period).stream().map(BreathLockedSwing.Swing::bpm).toList());
  }

  /** Beats come a fifth early, are missed, or doubled, in turn. */
  private static List<Pulse> damaged(List<Pulse> beats, double share) {
    Random random = new Random(17);
    List<Double> times = new ArrayList<>();
    times.add(beats.get(0).timeMillis() - beats.get(0).rrMillis());
    int kind = 0;
    for (Pulse beat : beats) {
      boolean spared = random.nextDouble() >= share || times.size() < 20;
      int what = spared ? 3 : kind++ % 3;
      if (what == 2) {
        times.add(beat.timeMillis() - 0.45 * beat.rrMillis());
      }
      if (what != 1) {
        times.add(beat.timeMillis() - (what == 0 ? 0.2 * beat.rrMillis() : 0));
      }
    }
    List<Pulse> damaged = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      damaged.add(new Pulse(times.get(i), times.get(i) - times.get(i - 1)));
    }
    return damaged;
  }

  /** What the marks of a running session leave. */
  private static List<Pulse> unmarked(List<Pulse> beats) {
    LiveMarks marks = new LiveMarks();
    List<LiveMarks.Decision> decisions = new ArrayList<>();
    beats.forEach(beat -> decisions.addAll(marks.accept(beat.rrMillis(), false)));
    return decisions.stream()
        .filter(decision -> decision.marks().isEmpty())
        .map(decision -> beats.get(decision.beatIndex()))
        .toList();
  }

  private static List<BreathLockedSwing.Swing> feed(List<Pulse> beats, double periodSeconds) {
    BreathLockedSwing swing = new BreathLockedSwing();
    List<BreathLockedSwing.Swing> swings = new ArrayList<>();
    double period = periodSeconds * 1000;
    for (Pulse b : beats) {
      swing.accept(b.timeMillis(), b.rrMillis(), b.timeMillis() / period, period);
      swings.add(swing.at(b.timeMillis()));
    }
    return swings;
  }

  private static double median(List<Double> values) {
    double[] sorted =
        values.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
