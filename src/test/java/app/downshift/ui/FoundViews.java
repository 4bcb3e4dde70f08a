package app.downshift.ui;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.breath.resonance.PaceSchedule.Step;
import app.downshift.breath.resonance.PaceSchedule.Stepped;
import app.downshift.breath.resonance.Resonance;
import app.downshift.breath.resonance.Verdict;
import app.downshift.session.Practice;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The end of a search for the pace, for every kind of thing that it may say. */
final class FoundViews {
  private static final double[] RATES = {6.5, 5.5, 4.5, 6, 5};
  private static final double STEP_MILLIS = 120_000;
  private static final long SEED = 9;

  private FoundViews() {}

  /** By the name of what is said. */
  static Map<String, Practice.Search> searches() {
    Map<String, Practice.Search> all = new LinkedHashMap<>();
    all.put("found", search(resonance(5.3, 5), 5));
    all.put("slowest", search(resonance(3.6, 4), 5));
    all.put("fastest", search(resonance(8, 4), 5));
    all.put("close_together", search(rate -> 45 + rate / 10, 5));
    all.put("no_swing", search(rate -> 0, 5));
    all.put("few_rates", search(resonance(5.3, 5), 2));
    for (Verdict.TooLittle.Reason reason :
        List.of(Verdict.TooLittle.Reason.IRREGULAR_RHYTHM, Verdict.TooLittle.Reason.POOR_SIGNAL)) {
      all.put(
          reason.name().toLowerCase(java.util.Locale.ROOT),
          new Practice.Search(
              all.get("found").scores(), Optional.of(new Verdict.TooLittle(reason)), List.of()));
    }
    return all;
  }

  static Map<String, SessionView> all() {
    Map<String, SessionView> all = new LinkedHashMap<>();
    searches().forEach((name, search) -> all.put("found-" + name, over(search, false)));
    return all;
  }

  /** How many ms half the swing of intervals is at a rate. */
  private static DoubleUnaryOperator resonance(double centre, double sharpness) {
    return rate -> 60 / Math.hypot(1, sharpness * (rate / centre - centre / rate));
  }

  private static Practice.Search search(DoubleUnaryOperator amplitude, int rates) {
    var random = new Random(SEED);
    List<Step> steps = new ArrayList<>();
    List<Double> intervals = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < rates; i++) {
      double from = i * STEP_MILLIS;
      steps.add(new Step(RATES[i], from, from + STEP_MILLIS, 0));
      while (at < from + STEP_MILLIS) {
        double breaths = (at - from) / 60_000 * RATES[i];
        double rr =
            880
                + amplitude.applyAsDouble(RATES[i]) * Math.sin(2 * Math.PI * breaths)
                + 14 * random.nextGaussian();
        intervals.add(rr);
        at += rr;
      }
    }
    RrSeries series =
        RrSeries.ofIntervals(intervals.stream().mapToDouble(Double::doubleValue).toArray());
    Resonance found = Resonance.of(BeatTests.mark(series), new Stepped(steps));
    return new Practice.Search(found.scores(), Optional.of(found.verdict()), found.curve());
  }

  /** A session that is over and has found this. */
  static SessionView over(Practice.Search search, boolean simulated) {
    SessionView like = SampleViews.all().get("recover");
    Snapshot then = like.snapshot();
    SessionPlan plan = then.plan();
    Practice practice =
        new Practice(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            java.util.Set.of(),
            Optional.of(search));
    Snapshot snapshot =
        new Snapshot(
            new SessionPlan(
                plan.started(),
                plan.client(),
                plan.sensor(),
                plan.traits(),
                simulated,
                new ShippedProtocols().named("find-the-pace-stepped"),
                Double.NaN),
            then.atMicros(),
            new SessionState.Ended(SessionState.Why.COMPLETE),
            then.phases(),
            then.phase(),
            Optional.empty(),
            -1,
            then.sensor(),
            then.figures(),
            then.baseline(),
            then.dimming(),
            then.beats(),
            then.gaps(),
            then.response(),
            then.swings(),
            then.markers(),
            then.spectrum(),
            Optional.empty(),
            then.counts(),
            practice);
    return new SessionView(
        snapshot,
        new SessionView.TimeBase(0, snapshot.atMicros(), 0),
        new SessionView.Recording(
            "/home/somebody/downshift/2026-11-21_10-04-00_find-the-pace-stepped_C-017.session.jsonl",
            false,
            ""),
        like.mode(),
        0);
  }
}
