package app.downshift.breath.resonance;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.breath.resonance.PaceSchedule.PacedBreath;
import app.downshift.breath.resonance.PaceSchedule.Sliding;
import app.downshift.breath.resonance.PaceSchedule.Step;
import app.downshift.breath.resonance.PaceSchedule.Stepped;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A virtual heart that goes through a search: the breaths it was asked for, and its marked beats.
 */
record Search(PaceSchedule schedule, List<PacedBreath> breaths, RrSeries series) {
  private static final double[] RATES = {6.5, 6, 5.5, 5, 4.5};
  private static final double STEP_SECONDS = 120;

  /** How a search paces. */
  enum Form {
    ONE_ROUND,
    TWO_ROUNDS,
    SLIDING
  }

  /**
   * @param turning whether the heart lags behind the breath as a resonator does, more the faster,
   *     instead of by a constant time
   */
  static Search of(Form form, HeartProfile profile, boolean turning, long seed) {
    PaceSchedule schedule =
        form == Form.SLIDING
            ? Sliding.lengthening(0, 78, 6.75, 67.04)
            : stepped(form == Form.TWO_ROUNDS ? 2 : 1, new Random(seed));
    List<PacedBreath> breaths =
        schedule instanceof Sliding sliding ? sliding.breaths() : breaths((Stepped) schedule);
    return new Search(schedule, breaths, beats(profile, turning, breaths, seed));
  }

  Resonance result() {
    return Resonance.of(series, schedule);
  }

  /** The rates in random order; the pacer's phase goes on without a jump. */
  private static Stepped stepped(int rounds, Random random) {
    List<Step> steps = new ArrayList<>();
    double cycles = 0;
    for (int round = 0; round < rounds; round++) {
      List<Double> rates = new ArrayList<>();
      for (double rate : RATES) {
        rates.add(rate);
      }
      Collections.shuffle(rates, random);
      for (double rate : rates) {
        double from = steps.size() * STEP_SECONDS * 1000;
        steps.add(new Step(rate, from, from + STEP_SECONDS * 1000, cycles));
        cycles += rate * STEP_SECONDS / 60;
      }
    }
    return new Stepped(steps);
  }

  private static List<PacedBreath> breaths(Stepped stepped) {
    List<PacedBreath> all = new ArrayList<>();
    double end = stepped.steps().get(stepped.steps().size() - 1).toMillis();
    double from = 0;
    for (int next = 1; from < end; next++) {
      double to = end + 20_000;
      for (Step step : stepped.steps()) {
        double length = 60_000 / step.perMinute();
        double at = step.fromMillis() + (next - step.cyclesAtStart()) * length;
        if (at > step.fromMillis() - 1e-6 && at <= step.toMillis() + 1e-6) {
          to = at;
          break;
        }
      }
      all.add(new PacedBreath(from, to));
      from = to;
    }
    return all;
  }

  private static RrSeries beats(
      HeartProfile profile, boolean turning, List<PacedBreath> breaths, long seed) {
    VirtualHeart heart = new VirtualHeart(profile, new Asked(breaths, profile, turning), seed);
    Asked asked = new Asked(breaths, profile, false);
    double end = breaths.get(breaths.size() - 1).toMillis() / 1000;
    List<HeartEvent.Beat> beats = new ArrayList<>();
    for (HeartEvent next = heart.next(); next.seconds() < end; next = heart.next()) {
      if (next instanceof HeartEvent.Beat beat && !Double.isNaN(beat.rrMillis())) {
        beats.add(beat);
      }
    }
    double[] time = beats.stream().mapToDouble(beat -> beat.seconds() * 1000).toArray();
    double[] rr = beats.stream().mapToDouble(HeartEvent.Beat::rrMillis).toArray();
    double[] cycles = beats.stream().mapToDouble(b -> asked.cyclesAt(b.seconds())).toArray();
    boolean[] gaps = new boolean[rr.length];
    for (int i = 1; i < rr.length; i++) {
      gaps[i] = time[i] - time[i - 1] > rr[i] + 1;
    }
    return BeatTests.mark(RrSeries.of(time, rr, gaps).paced(cycles));
  }

  /** Breathing exactly as asked. */
  private static final class Asked implements Breathing {
    private final List<PacedBreath> breaths;
    private final HeartProfile profile;
    private final boolean turning;
    private int at;

    Asked(List<PacedBreath> breaths, HeartProfile profile, boolean turning) {
      this.breaths = breaths;
      this.profile = profile;
      this.turning = turning;
    }

    @Override
    public double cyclesAt(double seconds) {
      PacedBreath breath = find(seconds);
      double cycles =
          at + (seconds * 1000 - breath.fromMillis()) / (breath.toMillis() - breath.fromMillis());
      double ratio = perMinuteAt(seconds) / profile.resonancePerMinute();
      double lag = Math.atan(profile.resonanceQuality() * (ratio - 1 / ratio)) / (2 * Math.PI);
      return turning ? cycles - lag : cycles;
    }

    @Override
    public double perMinuteAt(double seconds) {
      PacedBreath breath = find(seconds);
      return 60_000 / (breath.toMillis() - breath.fromMillis());
    }

    private PacedBreath find(double seconds) {
      while (at > 0 && seconds * 1000 < breaths.get(at).fromMillis()) {
        at--;
      }
      while (at < breaths.size() - 1 && seconds * 1000 >= breaths.get(at).toMillis()) {
        at++;
      }
      return breaths.get(at);
    }
  }
}
