package app.downshift.beat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hearts and faults with known truth; intervals in ms. The same seed makes the same series. */
final class MadeRhythms {
  private static final int BEATS = 1500;

  private MadeRhythms() {}

  /**
   * A heart whose rate swings with the breath and wanders a little, each interval averaged over
   * itself.
   */
  static double[] breathing(
      double bpm, double swingBpm, double breathsPerMinute, double jitterMillis, Random random) {
    double[] rr = new double[BEATS];
    double step = 0.005;
    double breath = 2 * Math.PI * random.nextDouble();
    double drift = 2 * Math.PI * random.nextDouble();
    double charge = 0;
    double last = 0;
    int k = 0;
    for (double t = 0; k < BEATS; t += step) {
      double rate =
          bpm
              + swingBpm / 2 * Math.sin(2 * Math.PI * breathsPerMinute / 60 * t + breath)
              + 0.03 * bpm * Math.sin(2 * Math.PI * t / 47 + drift);
      double more = Math.max(25, rate) / 60 * step;
      if (charge + more >= 1) {
        double at = t + step * (1 - charge) / more + jitterMillis / 1000 * random.nextGaussian();
        rr[k++] = 1000 * (at - last);
        last = at;
        charge -= 1;
      }
      charge += more;
    }
    return rr;
  }

  /** A calm heart of 66 beats a minute. */
  static double[] calm(Random random) {
    return breathing(66, 8, 14, 6, random);
  }

  /** Every {@code nth} beat comes at 60 to 80 % of its time, the next keeps its place. */
  static double[] ectopicEvery(int nth, double[] rrMillis, Random random) {
    double[] rr = rrMillis.clone();
    for (int i = nth; i + 1 < rr.length; i += nth) {
      early(rr, i, random);
    }
    return rr;
  }

  /** As {@link #ectopicEvery}, each beat that is free with this chance. */
  static double[] ectopicAtRandom(double chance, double[] rrMillis, Random random) {
    double[] rr = rrMillis.clone();
    for (int i = 1; i + 1 < rr.length; i++) {
      if (random.nextDouble() < chance) {
        early(rr, i++, random);
      }
    }
    return rr;
  }

  private static void early(double[] rr, int at, Random random) {
    double shift = rr[at] * (0.2 + 0.2 * random.nextDouble());
    rr[at] -= shift;
    rr[at + 1] += shift;
  }

  /** Early beats without a pause: what follows keeps its distance to them. */
  static double[] earlyWithoutPause(double chance, double[] rrMillis, Random random) {
    double[] rr = rrMillis.clone();
    for (int i = 1; i < rr.length; i++) {
      if (random.nextDouble() < chance) {
        rr[i++] *= 0.6 + 0.2 * random.nextDouble();
      }
    }
    return rr;
  }

  /** A detector that misses beats and finds false ones between two true ones. */
  static double[] misheard(double missed, double extra, double[] rrMillis, Random random) {
    List<Double> heard = new ArrayList<>();
    double since = 0;
    for (double rr : rrMillis) {
      double fate = random.nextDouble();
      if (fate < extra) {
        double part = 0.25 + 0.5 * random.nextDouble();
        heard.add(since + part * rr);
        heard.add((1 - part) * rr);
        since = 0;
      } else if (fate < extra + missed) {
        since += rr;
      } else {
        heard.add(since + rr);
        since = 0;
      }
    }
    return heard.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Intervals without memory: log-normal with this coefficient of variation. */
  static double[] fibrillation(double meanMillis, double variation, Random random) {
    return random
        .doubles(BEATS)
        .map(u -> meanMillis * Math.exp(variation * random.nextGaussian()))
        .toArray();
  }

  /** All of them at telling strengths, by what they are. */
  static Map<String, double[]> all(long seed) {
    Map<String, double[]> all = new LinkedHashMap<>();
    for (double bpm : new double[] {42, 50, 60, 75, 95}) {
      all.put(
          "swing 30 bpm at 4.5/min, heart " + (int) bpm,
          breathing(bpm, Math.min(30, 0.75 * bpm), 4.5, 5, new Random(seed)));
    }
    for (double bpm : new double[] {38, 42, 48, 55}) {
      for (double rate : new double[] {9, 11, 13, 15, 18}) {
        all.put(
            "athlete asleep, heart %d, breath %d, swing 16".formatted((int) bpm, (int) rate),
            breathing(bpm, 16, rate, 12, new Random(seed)));
      }
    }
    for (int nth : new int[] {2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20}) {
      all.put("ectopic every " + nth, ectopicEvery(nth, calm(new Random(seed)), new Random(seed)));
    }
    for (int percent : new int[] {5, 10, 20, 30, 40}) {
      double chance = percent / 100.0;
      all.put(
          "ectopic " + percent + " %",
          ectopicAtRandom(chance, calm(new Random(seed)), new Random(seed)));
      all.put(
          "early without pause " + percent + " %",
          earlyWithoutPause(chance, calm(new Random(seed)), new Random(seed)));
    }
    for (int percent : new int[] {2, 5, 10, 15, 20, 30, 40}) {
      double chance = percent / 100.0;
      all.put(
          "missed " + percent + " %",
          misheard(chance, 0, calm(new Random(seed)), new Random(seed)));
      all.put(
          "extra " + percent + " %", misheard(0, chance, calm(new Random(seed)), new Random(seed)));
      all.put(
          "missed " + percent + " %, extra " + percent + " %",
          misheard(chance, chance, calm(new Random(seed)), new Random(seed)));
    }
    for (int percent : new int[] {8, 10, 11, 12, 13, 14, 16, 18, 20, 24}) {
      all.put(
          "no order, variation " + percent + " %",
          fibrillation(900, percent / 100.0, new Random(seed)));
    }
    return all;
  }
}
