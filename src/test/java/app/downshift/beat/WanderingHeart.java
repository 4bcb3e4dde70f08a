package app.downshift.beat;

import java.util.Random;

/**
 * A heart for the breathing model: heart rate follows the breath, breaths differ in length by up to
 * 5 %, 1/f noise of 25 ms makes the intervals wander as no breath does, every beat is heard with an
 * error of 5 ms, and some beats come early by 15 % of their interval, the next one at its own time.
 */
final class WanderingHeart {
  private static final double WANDER_MILLIS = 25;
  private static final double HEARD_WITHIN_MILLIS = 5;
  private static final double BREATHS_DIFFER = 0.05;
  private static final double EARLY = 0.15;

  /** Intervals with the early beats, and without. */
  final double[] rr;

  final double[] clean;

  /** The pacer's cycles at each beat; a heart that breathes freely has none. */
  final double[] breaths;

  /** Whether an interval is one of the two at an early beat. */
  final boolean[] displaced;

  private final Random random;
  private final double breathSeconds;
  private final boolean paced;
  private double breathFrom;
  private double breathTo;
  private int breath;

  /**
   * @param early share of the beats that come early
   * @param paced whether the breath keeps to the beat of a pacer; otherwise it wanders off
   */
  WanderingHeart(
      double bpm,
      double swingBpm,
      double perMinute,
      double early,
      boolean paced,
      int beats,
      long seed) {
    random = new Random(seed);
    rr = new double[beats];
    clean = new double[beats];
    breaths = new double[beats];
    displaced = new boolean[beats];
    this.paced = paced;
    breathSeconds = 60 / perMinute;
    breathFrom = -random.nextDouble() * breathSeconds;
    double pacerFrom = breathFrom;
    breathTo = nextBreath(pacerFrom);
    double[] wander = pink(beats);
    double seconds = 0;
    double heardBefore = 0;
    for (int i = 0; i < beats; i++) {
      double interval = 60_000 / bpm;
      for (int round = 0; round < 4; round++) {
        double middle = seconds + interval / 2000;
        while (middle > breathTo) {
          breath++;
          breathFrom = breathTo;
          breathTo = nextBreath(pacerFrom);
        }
        double phase = (middle - breathFrom) / (breathTo - breathFrom);
        interval = 60_000 / (bpm + swingBpm / 2 * Math.sin(2 * Math.PI * phase));
      }
      double heard = HEARD_WITHIN_MILLIS * random.nextGaussian();
      clean[i] = interval + wander[i] + heard - heardBefore;
      heardBefore = heard;
      seconds += clean[i] / 1000;
      breaths[i] = paced ? (seconds - pacerFrom) / breathSeconds : Double.NaN;
      rr[i] = clean[i];
    }
    for (int i = 3; i < beats - 3; i++) {
      if (!displaced[i] && !displaced[i - 1] && random.nextDouble() < early) {
        displace(i);
      }
    }
  }

  private void displace(int i) {
    rr[i] -= EARLY * clean[i];
    rr[i + 1] += EARLY * clean[i];
    displaced[i] = true;
    displaced[i + 1] = true;
  }

  RrSeries series() {
    return RrSeries.ofIntervals(rr).paced(breaths);
  }

  RrSeries cleanSeries() {
    return RrSeries.ofIntervals(clean).paced(breaths);
  }

  private double nextBreath(double pacerFrom) {
    double off = (2 * random.nextDouble() - 1) * BREATHS_DIFFER * breathSeconds;
    return paced
        ? pacerFrom + (breath + 1) * breathSeconds + off / 2
        : breathFrom + breathSeconds + off;
  }

  /** Sinusoids of random phase, amplitude ∝ 1/√f, from one in the whole to every second beat. */
  private double[] pink(int beats) {
    double[] sum = new double[beats];
    for (int k = 1; k <= beats / 2; k++) {
      double amplitude = Math.sqrt(1.0 / k);
      double phase = 2 * Math.PI * random.nextDouble();
      for (int i = 0; i < beats; i++) {
        sum[i] += amplitude * Math.cos(2 * Math.PI * k * i / beats + phase);
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    double scale = WANDER_MILLIS / Math.sqrt(squares / beats);
    for (int i = 0; i < beats; i++) {
      sum[i] *= scale;
    }
    return sum;
  }
}
