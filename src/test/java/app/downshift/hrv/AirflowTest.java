package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Breath-locked figures of ten minutes of free breathing, locked to the measured airflow. */
class AirflowTest {
  private static final double STEP_MILLIS = 20;

  /** One breath: when the inhale begins and ends, and when the next begins. */
  private record Breath(double fromMillis, double turnMillis, double toMillis) {
    double millis() {
      return toMillis - fromMillis;
    }

    double inhale() {
      return (turnMillis - fromMillis) / millis();
    }
  }

  @Test
  void theHeartIsInStepWithTheMeasuredBreath() {
    List<Breath> breaths = breaths(flow());
    RrSeries series = beats();
    InStep inStep = new InStep();
    BreathLockedSwing swing = new BreathLockedSwing();
    OwnBreathing own = new OwnBreathing();
    List<Double> values = new ArrayList<>();
    List<Double> lags = new ArrayList<>();
    List<Double> swings = new ArrayList<>();
    List<Double> rateErrors = new ArrayList<>();
    int k = 0;
    for (int i = 0; i < series.size(); i++) {
      double time = series.timeMillis(i);
      while (k < breaths.size() && time >= breaths.get(k).toMillis()) {
        Breath over = breaths.get(k++);
        values.add(inStep.value());
        lags.add(inStep.lagSeconds(over.millis(), over.inhale()));
        swings.add(swing.at(over.toMillis()).bpm());
        if (k >= 12) {
          double true64 = 60_000 * 12 / (over.toMillis() - breaths.get(k - 12).fromMillis());
          rateErrors.add(Math.abs(own.ratePerMinute() - true64));
        }
      }
      if (k < breaths.size() && time >= breaths.get(k).fromMillis() && series.clean(i)) {
        Breath now = breaths.get(k);
        double phase = k + (time - now.fromMillis()) / now.millis();
        inStep.accept(series.rrMillis(i), phase, now.millis());
        swing.accept(time, series.rrMillis(i), phase, now.millis());
        own.accept(time, series.rrMillis(i));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "airflow: %d breaths, %.1f/min; in step %.2f; heart fastest %+.2f s from the end of the"
            + " inhale; swing %.1f bpm; breathing from intervals off by %.2f/min, silent %d of %d%n",
        breaths.size(),
        60_000 / quantile(breaths.stream().map(Breath::millis).toList(), 0.5),
        quantile(values, 0.5),
        quantile(lags, 0.5),
        quantile(swings, 0.5),
        quantile(rateErrors, 0.5),
        rateErrors.stream().filter(e -> Double.isNaN(e)).count(),
        rateErrors.size());
    assertTrue(quantile(values, 0.5) > 0.9);
    assertTrue(quantile(values, 0.1) > 0.7);
    assertEquals(0, quantile(lags, 0.5), 0.6);
    assertTrue(quantile(rateErrors, 0.5) < 0.5);
  }

  /** Quiet inhales are shorter and stronger than exhales: here they point down. */
  @Test
  void theInhalePointsDown() {
    double[] flow = flow();
    double down = 0;
    double up = 0;
    for (double each : flow) {
      down = Math.max(down, -each);
      up = Math.max(up, each);
    }
    List<Breath> breaths = breaths(flow);
    double inhale = quantile(breaths.stream().map(Breath::inhale).toList(), 0.5);
    assertTrue(down > up, "down " + down + " up " + up);
    assertTrue(inhale > 0.3 && inhale < 0.5, "inhale " + inhale);
    assertTrue(breaths.size() > 70, breaths.size() + " breaths");
  }

  private static RrSeries beats() {
    double[] peaks =
        ReferenceData.shared("data/crnl-airflow/2_rpeak_times_s.txt").stream()
            .filter(line -> !line.isBlank())
            .mapToDouble(line -> 1000 * Double.parseDouble(line))
            .toArray();
    double[] time = Arrays.copyOfRange(peaks, 1, peaks.length);
    double[] rr = new double[time.length];
    Arrays.setAll(rr, i -> peaks[i + 1] - peaks[i]);
    return BeatTests.mark(RrSeries.of(time, rr, new boolean[rr.length]));
  }

  /** Airflow around its median, smoothed over half a second twice, 50 a second. */
  private static double[] flow() {
    List<String> lines = ReferenceData.shared("data/crnl-airflow/2_airflow_50hz.csv");
    double[] raw =
        lines.stream().skip(1).mapToDouble(l -> Double.parseDouble(l.split(",")[1])).toArray();
    double[] sorted = raw.clone();
    Arrays.sort(sorted);
    double middle = sorted[sorted.length / 2];
    Arrays.setAll(raw, i -> Math.max(-500, Math.min(500, raw[i] - middle)));
    return smooth(smooth(raw));
  }

  private static double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - 12);
      int to = Math.min(values.length, i + 13);
      smooth[i] = Arrays.stream(values, from, to).average().orElseThrow();
    }
    return smooth;
  }

  /** An inhale begins where the flow falls through zero and ends where it rises through it. */
  private static List<Breath> breaths(double[] flow) {
    double enough = 20;
    List<Breath> breaths = new ArrayList<>();
    double fell = Double.NaN;
    double began = Double.NaN;
    double turned = Double.NaN;
    double crossing = Double.NaN;
    boolean in = false;
    for (int i = 1; i < flow.length; i++) {
      if (flow[i - 1] >= 0 && flow[i] < 0 || flow[i - 1] < 0 && flow[i] >= 0) {
        crossing = i * STEP_MILLIS;
      }
      if (!in && flow[i] < -enough) {
        in = true;
        fell = crossing;
        if (!Double.isNaN(began) && turned > began) {
          breaths.add(new Breath(began, turned, fell));
        }
        began = fell;
      } else if (in && flow[i] > enough) {
        in = false;
        turned = crossing;
      }
    }
    return breaths;
  }

  private static double quantile(List<Double> values, double p) {
    double[] sorted =
        values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted[(int) (p * sorted.length)];
  }
}
