package app.downshift.beat.wave;

import java.util.Set;

/**
 * Pulse waves: the slope of the band from 0.5 to 8 Hz (Elgendi 2013, PLoS ONE 8(10)), of which the
 * envelope is the slope sum of Zong (2003, Computers in Cardiology 30): a beat is where the signal
 * rises steeply. Its instant is the steepest point of the rise, which wanders less with pressure
 * and breath than the rounded top does; refined by a parabola. Pulses rise faster than they fall
 * and their peaks are higher than their troughs are deep (skewness, Elgendi 2016, Bioengineering
 * 3(4)): a signal with the opposite of both together is upside down.
 */
final class PulseFront implements Front {
  private static final Tuning TUNING = new Tuning(0.14, 0.15, 0.3, 0.5, 0.2, 0.06, 2.5);
  private static final double LOW_HZ = 0.5;
  private static final double HIGH_HZ = 8;
  private static final double HELD_SECONDS = 2.5;
  private static final double SEARCH_SECONDS = 0.06;
  private static final double SMOOTH_SECONDS = 0.1;
  private static final double BLOCK_SECONDS = 1.5;
  private static final int BLOCKS = 5;
  private static final double CLEARLY = Math.log(1.3);

  private final Biquad high;
  private final Biquad low;
  private final Trace raw;
  private final RecentMedian uprightness = new RecentMedian(BLOCKS);
  private final int block;
  private final long delay;
  private final int search;
  private final double[] slope;
  private double before;
  private double sign = 1;
  private int inBlock;
  private double rise;
  private double fall;
  private double peak;
  private double trough;
  private boolean turned;

  PulseFront(double sampleRateHz) {
    high = Biquad.highPass(LOW_HZ, sampleRateHz);
    low = Biquad.lowPass(HIGH_HZ, sampleRateHz);
    raw = new Trace((int) (HELD_SECONDS * sampleRateHz));
    block = (int) Math.round(BLOCK_SECONDS * sampleRateHz);
    delay = Math.round(sampleRateHz * Math.sqrt(2) / (2 * Math.PI * HIGH_HZ));
    search = Math.max(2, (int) Math.round(SEARCH_SECONDS * sampleRateHz));
    slope = Kernel.slope(Math.max(1, (int) Math.round(SMOOTH_SECONDS * sampleRateHz)));
  }

  @Override
  public Tuning tuning() {
    return TUNING;
  }

  @Override
  public void settle(double sample) {
    high.settle(sample);
    low.settle(0);
    before = 0;
    uprightness.clear();
    beginBlock();
  }

  private void beginBlock() {
    inBlock = 0;
    rise = 0;
    fall = 0;
    peak = 0;
    trough = 0;
  }

  @Override
  public double next(double sample) {
    raw.add(sample);
    double now = low.next(high.next(sample));
    double steep = sign * (now - before);
    before = now;
    rise = Math.max(rise, steep);
    fall = Math.max(fall, -steep);
    peak = Math.max(peak, sign * now);
    trough = Math.max(trough, -sign * now);
    turned = ++inBlock == block && upsideDown();
    return steep;
  }

  /** The first block may decide; later it takes the better part of five. */
  private boolean upsideDown() {
    if (rise > 0 && fall > 0 && peak > 0 && trough > 0) {
      uprightness.add(Math.log(rise / fall) + Math.log(peak / trough));
    }
    beginBlock();
    boolean telling = uprightness.held() == 1 || uprightness.held() == BLOCKS;
    if (!telling || uprightness.value() > -CLEARLY) {
      return false;
    }
    sign = -sign;
    uprightness.clear();
    return true;
  }

  @Override
  public boolean turned() {
    return turned;
  }

  @Override
  public double rectified(double bandValue) {
    return bandValue > 0 ? bandValue * bandValue : 0;
  }

  @Override
  public double instant(long at, boolean alike, Set<Doubt> doubts) {
    long middle = at - delay;
    long best = middle - search;
    double most = Double.NEGATIVE_INFINITY;
    for (long i = middle - search; i <= middle + search; i++) {
      double steep = steepness(i);
      if (steep > most) {
        most = steep;
        best = i;
      }
    }
    if (!alike || Math.abs(best - middle) == search) {
      doubts.add(Doubt.BLURRED);
    }
    return best + Kernel.vertex(steepness(best - 1), most, steepness(best + 1));
  }

  private double steepness(long at) {
    return sign * Kernel.at(slope, raw, at);
  }
}
