package app.downshift.breath.resonance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.breath.resonance.PaceSchedule.Sliding;
import app.downshift.breath.resonance.PaceSchedule.Stepped;
import app.downshift.breath.resonance.ResonanceMain.Tally;
import app.downshift.breath.resonance.Search.Form;
import app.downshift.breath.resonance.Verdict.AnythingFrom;
import app.downshift.breath.resonance.Verdict.AtOrBeyondEdge;
import app.downshift.breath.resonance.Verdict.AtOrBeyondEdge.Edge;
import app.downshift.breath.resonance.Verdict.TooLittle;
import app.downshift.breath.resonance.Verdict.TooLittle.Reason;
import app.downshift.hrv.PacedStretch;
import app.downshift.hrv.StretchSpectrum;
import app.downshift.sensor.virtual.HeartProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Virtual hearts whose resonance is known; {@link ResonanceMain} prints many more of them. */
class ResonanceTest {
  private static final long SEED = 20261121;
  private static final HeartProfile HEART =
      HeartProfile.CALM.withSwingBpm(10).withResonance(5.3, 4);

  @ParameterizedTest
  @EnumSource(Form.class)
  void findsKnownResonancesAndItsIntervalsHoldThem(Form form) {
    Tally tally =
        ResonanceMain.tally(
            form, 4, 5, true, new double[] {4, 20}, new double[] {4.75, 6.25}, 12, SEED);
    System.out.println("seed " + SEED + ", " + form + ": " + tally);
    // Of twelve, one miss is usual, three would be one in two hundred runs of a true 95 %.
    assertTrue(tally.heldShare() > 0.8, tally.toString());
    assertTrue(tally.found() >= 8, tally.toString());
    assertTrue(tally.error(0.5) < 0.1, tally.toString());
    assertTrue(tally.width() < 0.6, tally.toString());
  }

  @Test
  void aResonanceOutsideTheRangeIsAtOrBeyondItsEdge() {
    for (Form form : Form.values()) {
      var slow = assertInstanceOf(AtOrBeyondEdge.class, verdict(form, HEART.withResonance(3.9, 4)));
      var fast = assertInstanceOf(AtOrBeyondEdge.class, verdict(form, HEART.withResonance(7.4, 4)));
      assertEquals(Edge.SLOWEST, slow.which());
      assertEquals(Edge.FASTEST, fast.which());
    }
  }

  @Test
  void aHeartThatSwingsAlikeAtEveryRateMayTakeAnyOfThem() {
    for (Form form : Form.values()) {
      var any = assertInstanceOf(AnythingFrom.class, verdict(form, HEART.withResonance(5.5, 0)));
      assertEquals(AnythingFrom.Why.CLOSE_TOGETHER, any.why());
      assertTrue(any.high() - any.low() > 1.5, any.toString());
    }
  }

  @Test
  void aHeartThatDoesNotFollowSaysSo() {
    for (Form form : Form.values()) {
      var any = assertInstanceOf(AnythingFrom.class, verdict(form, HEART.withSwingBpm(0)));
      assertEquals(AnythingFrom.Why.NO_SWING, any.why());
    }
  }

  @Test
  void poorSignalAndTooFewRatesAreToldApart() {
    Search search = Search.of(Form.ONE_ROUND, HEART, false, SEED);
    Marks[] marks = new Marks[search.series().size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = i % 4 == 0 ? Marks.of(Mark.ECTOPIC) : Marks.NONE;
    }
    Stepped schedule = (Stepped) search.schedule();
    assertEquals(
        new TooLittle(Reason.POOR_SIGNAL),
        Resonance.of(search.series().withMarks(marks), schedule).verdict());
    assertEquals(
        new TooLittle(Reason.FEW_RATES),
        Resonance.of(search.series(), schedule.until(350_000)).verdict());
    assertEquals(
        new TooLittle(Reason.FEW_RATES),
        Resonance.of(search.series(), new Stepped(List.of())).verdict());
    assertEquals(
        new TooLittle(Reason.POOR_SIGNAL),
        Resonance.of(RrSeries.ofIntervals(), schedule).verdict());
  }

  @Test
  void scoresOfFinishedStepsAreTheSameWhileTheSearchGoesOn() {
    for (Form form : Form.values()) {
      Search search = Search.of(form, HEART, true, SEED);
      Resonance whole = search.result();
      double now = 400_000;
      Resonance soFar =
          Resonance.of(
              search.series().window(0, now),
              search.schedule() instanceof Stepped stepped
                  ? stepped.until(now)
                  : ((Sliding) search.schedule()).until(now));
      assertTrue(soFar.scores().size() >= 3, form.toString());
      // The last group of a slide grows until the next one is whole.
      int finished = form == Form.SLIDING ? soFar.scores().size() - 1 : 3;
      assertEquals(whole.scores().subList(0, finished), soFar.scores().subList(0, finished));
    }
  }

  @Test
  void theFirstHalfMinuteOfAStepIsNotScored() {
    Search search = Search.of(Form.ONE_ROUND, HEART, false, SEED);
    assertEquals(
        search.result(), Resonance.of(disturbed(search.series(), 4, 26), search.schedule()));
    assertNotEquals(
        search.result(), Resonance.of(disturbed(search.series(), 40, 60), search.schedule()));
  }

  @Test
  void theSwingDecidesUnlessItCannotTell() {
    RateScore large = score(6, 10, 0.5, 100);
    RateScore alike = score(5.5, 9.8, 0.5, 120);
    RateScore small = score(5, 7, 0.5, 200);
    assertEquals(1, RateScore.best(List.of(large, alike, small)));
    assertEquals(0, RateScore.best(List.of(large, small)));
    assertEquals(0, RateScore.best(List.of(large, new RateScore(5, alike.heart(), false))));
    assertEquals(-1, RateScore.best(List.of()));
  }

  private static RateScore score(double perMinute, double swing, double error, double others) {
    PacedStretch heart =
        new PacedStretch(
            8,
            8,
            90_000,
            1,
            swing,
            10 * swing,
            error,
            12,
            others,
            new StretchSpectrum(others, others, 1),
            0.9,
            10);
    return new RateScore(perMinute, heart, true);
  }

  /** Every step of two minutes is much noisier between these seconds of it. */
  private static RrSeries disturbed(RrSeries series, double fromSeconds, double toSeconds) {
    double[] time = new double[series.size()];
    double[] rr = new double[series.size()];
    Marks[] marks = new Marks[series.size()];
    for (int i = 0; i < rr.length; i++) {
      double within = series.timeMillis(i) / 1000 % 120;
      time[i] = series.timeMillis(i);
      rr[i] = series.rrMillis(i);
      rr[i] += within > fromSeconds && within < toSeconds ? (i % 2) * 40 : 0;
      marks[i] = series.marks(i);
    }
    return RrSeries.of(time, rr, new boolean[rr.length]).withMarks(marks);
  }

  private static Verdict verdict(Form form, HeartProfile heart) {
    return Search.of(form, heart, true, SEED).result().verdict();
  }
}
