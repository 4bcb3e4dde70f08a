package app.downshift.breath.resonance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import app.downshift.breath.resonance.PaceSchedule.Sliding;
import app.downshift.breath.resonance.PaceSchedule.Step;
import app.downshift.breath.resonance.PaceSchedule.Stepped;
import app.downshift.hrv.PacedStretch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five paces and a sliding one, synthetic, with a resonance at 5.5 a minute. */
class ResonanceReferenceTest {
  private static final double[] STARTS = {
    0, 120.26931263419054, 240.35056851348813, 360.9859592730502, 481.1944836543639
  };
  private static final double[] RATES = {6.5, 6, 5.5, 5, 4.5};
  private static final double STEP_MILLIS = 120_000;

  @Test
  void figuresOfEachStepAreThoseOfTheReference() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_sweep"));
    int compared = 0;
    for (JsonNode row : json("rsa_reference.json").get("steps")) {
      int step = List.of(6.5, 6.0, 5.5, 5.0, 4.5).indexOf(row.get("rate").asDouble());
      boolean whole = row.get("segment").asString().equals("full");
      PaceSchedule.Stretch stretch =
          new Stepped(List.of(sweep().steps().get(step)), whole ? 0 : 30_000).stretches().get(0);
      PacedStretch heart =
          PacedStretch.of(series, stretch.fromMillis(), stretch.toMillis(), stretch.phase());
      String where = row.toString();
      assertEquals(row.get("n_breaths").asInt(), heart.breaths(), where);
      assertEquals(row.get("p2t_raw_mean").asDouble(), heart.peakToTroughMillis(), 1e-6, where);
      assertEquals(row.get("plv_cycles").asDouble(), heart.inStep(), 0.001, where);
      // Their spline goes on before and after the step, ours ends with its beats: up to two of 90 s
      // are missing, and a peak is as high as the stretch is long (StretchSpectrumTest is exact).
      near(row.get("lf"), heart.spectrum().lfMillis2(), 0.001, where);
      near(row.get("lf_peak_psd"), heart.spectrum().peakMillis2PerHz(), 0.02, where);
      // Theirs is a sine at the beats themselves, ours the one behind the intervals' means.
      double averaged = Math.PI * row.get("rate").asDouble() / 60 * 0.9;
      double weakened = Math.sin(averaged) / averaged;
      near(row.get("ls_amp_start"), weakened * heart.swingMillis() / 2, 0.005, where);
      assertEquals(1, heart.spectrum().maxima(), where);
      compared++;
    }
    assertEquals(10, compared);
  }

  @Test
  void findsTheResonanceOfTheSteppedPace() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_sweep"));
    Resonance resonance = Resonance.of(series, sweep());
    assertEquals(2, resonance.best());
    found(resonance);
  }

  @Test
  void findsTheResonanceOfTheSlidingPace() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_slide"));
    found(Resonance.of(series, Sliding.lengthening(0, 78, 6.75, 67.04)));
  }

  @Test
  void peakToTroughAlongTheSlideFollowsTheReference() {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals("syn_resonance_slide"));
    List<RateScore> scores = Resonance.of(series, Sliding.lengthening(0, 78, 6.75, 67.04)).scores();
    JsonNode expected = json("slide_reference.json").get("p2t");
    assertEquals(13, scores.size());
    for (int group = 0; group < 13; group++) {
      double sum = 0;
      for (int breath = 6 * group; breath < 6 * group + 6; breath++) {
        sum += expected.get(breath).asDouble();
      }
      // Theirs is of a spline, which swings out between beats: by a fiftieth, and never the less.
      double ratio = scores.get(group).heart().peakToTroughMillis() / (sum / 6);
      assertEquals(0.98, ratio, 0.035, "breaths from " + 6 * group);
    }
  }

  private static void found(Resonance resonance) {
    Verdict.Found found = assertInstanceOf(Verdict.Found.class, resonance.verdict());
    assertEquals(5.5, found.perMinute(), 0.08, found.toString());
    assertTrue(found.low() <= 5.5 && 5.5 <= found.high(), found.toString());
  }

  private static Stepped sweep() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < RATES.length; i++) {
      double from = STARTS[i] * 1000;
      steps.add(new Step(RATES[i], from, from + STEP_MILLIS, 0));
    }
    return new Stepped(steps);
  }

  private static void near(JsonNode expected, double actual, double share, String where) {
    assertEquals(expected.asDouble(), actual, share * expected.asDouble(), where);
  }

  private static JsonNode json(String file) {
    return JsonMapper.shared()
        .readTree(String.join("\n", ReferenceData.shared("science/reference/" + file)));
  }
}
