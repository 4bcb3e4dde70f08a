package app.downshift.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * An integral-pulse heart with known truth: a beat falls whenever the integral of the momentary
 * rate passes a whole number.
 */
final class PulseHeart {
  private PulseHeart() {}

  /** A beat at {@code timeMillis} that ends an interval of {@code rrMillis}. */
  record Pulse(double timeMillis, double rrMillis) {}

  /**
   * Beats of this rate.
   *
   * @param bpm momentary rate, of seconds
   * @param jitterMillis standard deviation of an error in the time of each beat
   */
  static List<Pulse> beats(
      DoubleUnaryOperator bpm, double seconds, double jitterMillis, Random random) {
    List<Pulse> pulses = new ArrayList<>();
    double step = 0.002;
    double charge = 0;
    double last = Double.NaN;
    for (double t = 0; t < seconds; t += step) {
      double more = bpm.applyAsDouble(t + step / 2) / 60 * step;
      if (charge + more >= 1) {
        double at = (t + step * (1 - charge) / more) * 1000 + jitterMillis * random.nextGaussian();
        if (!Double.isNaN(last)) {
          pulses.add(new Pulse(at, at - last));
        }
        last = at;
        charge -= 1;
      }
      charge += more;
    }
    return pulses;
  }
}
