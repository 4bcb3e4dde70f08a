package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.ReferenceData;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a running session against the shared reference values, real series included. */
class LiveReferenceTest {
  private static final int SLIDE_BREATHS = 78;
  private static final double SLIDE_FIRST_MILLIS = 60_000 / 6.75;
  private static final double SLIDE_STEP_MILLIS = 67.04;

  @Test
  void slidingWindowsOfAMinuteAreExact() {
    int compared = 0;
    for (Map.Entry<String, JsonNode> each : series("sliding60_reference.json")) {
      RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(each.getKey()));
      RunningWindow window = new RunningWindow(60_000);
      int at = 0;
      for (JsonNode row : each.getValue()) {
        for (; at <= row.get(0).asInt(); at++) {
          window.accept(series.timeMillis(at), series.rrMillis(at), Marks.NONE, false);
        }
        String where = each.getKey() + " " + row;
        assertEquals(row.get(2).asInt(), window.beats(), where);
        same(row.get(3), window.meanRrMillis(), where);
        same(row.get(4), window.sdnnMillis(), where);
        same(row.get(5), window.rmssdMillis(), where);
        compared++;
      }
    }
    assertEquals(379, compared);
  }

  @Test
  void coherenceIsThatOfTheReference() {
    int compared = 0;
    for (Map.Entry<String, JsonNode> each : series("coherence_reference.json")) {
      RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(each.getKey())).asOneStretch();
      double[] samples = Spline.samplesOf(Knots.all(series));
      for (JsonNode row : each.getValue().get("nfft1024")) {
        int last = (int) Math.round((row.get(0).asDouble() - series.timeMillis(0) / 1000) * 4);
        Coherence coherence =
            Coherence.of(Coherence.spectrum(Arrays.copyOfRange(samples, last - 255, last + 1)));
        String where = each.getKey() + " " + row;
        double peak = row.get(2).asDouble();
        double total = row.get(3).asDouble();
        assertEquals(row.get(1).asDouble(), coherence.peakHz(), 1e-9, where);
        assertEquals(peak, coherence.peakMillis2(), 1e-7 * peak, where);
        assertEquals(total, coherence.totalMillis2(), 1e-7 * total, where);
        assertEquals(peak / total, coherence.share(), 1e-7, where);
        compared++;
      }
    }
    assertEquals(1224, compared);
  }

  /** Amplitudes and phases of five paces, by two fits of the whole step and by ours of its end. */
  @Test
  void swingAndPhaseOfASteppedPaceAreThoseOfTheReference() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_sweep"));
    double[] starts = {0, 120.2693, 240.3506, 360.9860, 481.1945};
    int step = 0;
    for (JsonNode row : json("rsa_reference.json").get("steps")) {
      if (!row.get("segment").asString().equals("skip30s")) {
        continue;
      }
      double period = 60_000 / row.get("rate").asDouble();
      double start = starts[step++] * 1000;
      RrSeries beats = series.window(start, start + 119_000);
      BreathLockedSwing swing = new BreathLockedSwing();
      InStep inStep = new InStep();
      List<Double> amplitudes = new ArrayList<>();
      List<Double> phases = new ArrayList<>();
      for (int i = 0; i < beats.size(); i++) {
        double phase = (beats.timeMillis(i) - start) / period;
        swing.accept(beats.timeMillis(i), beats.rrMillis(i), phase, period);
        inStep.accept(beats.rrMillis(i), phase, period);
        if (beats.timeMillis(i) > start + 30_000) {
          BreathLockedSwing.Swing now = swing.at(beats.timeMillis(i));
          amplitudes.add(now.millis() / 2);
          phases.add(2 * Math.PI * Math.IEEEremainder(0.75 - now.peakPhase(), 1));
        }
      }
      double amplitude = row.get("ls_amp_start").asDouble();
      double phase =
          (row.get("ls_phase_start").asDouble() + row.get("ls_phase_end").asDouble()) / 2;
      assertEquals(amplitude, median(amplitudes), 0.03 * amplitude, row.toString());
      assertEquals(phase, median(phases), 0.08, row.toString());
      assertEquals(row.get("plv_cycles").asDouble(), inStep.value(), 0.005, row.toString());
    }
    assertEquals(5, step);
  }

  /** A pace that slides from 6.75 to 4.25 a minute past a resonance at 5.5. */
  @Test
  void swingAlongASlidingPaceFollowsThePeakToTroughOfTheReference() {
    JsonNode reference = json("slide_reference.json");
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_slide"));
    BreathLockedSwing swing = new BreathLockedSwing();
    double[] millis = new double[SLIDE_BREATHS];
    int breath = 0;
    double start = 0;
    for (int i = 0; i < series.size() && breath < SLIDE_BREATHS; i++) {
      double period = SLIDE_FIRST_MILLIS + breath * SLIDE_STEP_MILLIS;
      double time = series.timeMillis(i);
      if (time >= start + period) {
        millis[breath++] = swing.at(time).millis();
        start += period;
        period += SLIDE_STEP_MILLIS;
      }
      swing.accept(time, series.rrMillis(i), breath + (time - start) / period, period);
    }
    double ratio = 0;
    double weighted = 0;
    double weight = 0;
    for (int k = 6; k < SLIDE_BREATHS - 1; k++) {
      double peakToTrough = reference.get("p2t").get(k).asDouble();
      ratio += millis[k] / peakToTrough / (SLIDE_BREATHS - 7);
      double high = Math.pow(millis[k], 8);
      weighted += high * reference.get("rates").get(k).asDouble();
      weight += high;
    }
    // Noise of SD 8 ms lifts a peak and lowers a trough: peak to trough is too large by some ms.
    assertEquals(0.93, ratio, 0.05);
    assertEquals(reference.get("truth").asDouble(), weighted / weight, 0.1);
  }

  @Test
  void breathingRateOfSyntheticHeartsIsThatOfTheReference() {
    JsonNode reference = json("breathing_rate_reference.json");
    for (String name :
        List.of("syn_rsa010_A50", "syn_rsa025_A35", "syn_resonance_sweep", "syn_session_effect")) {
      RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(name));
      double expected = reference.get(name).get("median").asDouble();
      assertEquals(expected, Breathing.of(series).ratePerMinute(), 0.25, name);
    }
  }

  private static Iterable<Map.Entry<String, JsonNode>> series(String file) {
    return json(file).get("series").properties();
  }

  private static JsonNode json(String file) {
    return JsonMapper.shared()
        .readTree(String.join("\n", ReferenceData.shared("science/reference/" + file)));
  }

  private static void same(JsonNode expected, double actual, String where) {
    double value = expected.isNull() ? Double.NaN : expected.asDouble();
    assertEquals(value, actual, Double.isNaN(value) ? 0 : 1e-9 * Math.abs(value), where);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).filter(v -> v == v).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
