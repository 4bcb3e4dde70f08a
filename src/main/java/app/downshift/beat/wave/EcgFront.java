package app.downshift.beat.wave;

import java.util.Set;

/**
 * ECG: QRS complexes stand out between 12 and 25 Hz, where T waves and most movement do not
 * (Elgendi, Jonkman and De Boer 2010 found 8 to 20 Hz the best of many bands; a little higher is
 * better under movement). The instant is the extremum of the smoothed signal above its baseline, on
 * the side on which most beats are larger, refined by a parabola.
 */
final class EcgFront implements Front {
  private static final Tuning TUNING = new Tuning(0.06, 0.1, 0.24, 0.36, 0.1, 0.025, 4);
  private static final double LOW_HZ = 12;
  private static final double HIGH_HZ = 25;
  private static final double HELD_SECONDS = 2.5;
  private static final double SEARCH_SECONDS = 0.05;
  private static final double NEAR_SECONDS = 0.02;
  private static final double BASELINE_SECONDS = 0.12;
  private static final double SMOOTH_SECONDS = 0.008;
  private static final double CLIPPED_SECONDS = 0.015;
  private static final int OFFSETS = 15;
  private static final int ENOUGH_OFFSETS = 5;
  private static final int MOST_VOTES = 12;

  private final Biquad high;
  private final Biquad low;
  private final Trace raw;
  private final RecentMedian offsets = new RecentMedian(OFFSETS);
  private final long delay;
  private final int search;
  private final int near;
  private final int baseline;
  private final int clipped;
  private final double[] kernel;
  private boolean up = true;
  private int votes;

  EcgFront(double sampleRateHz) {
    high = Biquad.highPass(LOW_HZ, sampleRateHz);
    low = Biquad.lowPass(HIGH_HZ, sampleRateHz);
    raw = new Trace((int) (HELD_SECONDS * sampleRateHz));
    delay = Math.round(delay(sampleRateHz));
    search = (int) Math.round(SEARCH_SECONDS * sampleRateHz);
    near = (int) Math.round(NEAR_SECONDS * sampleRateHz);
    baseline = (int) Math.round(BASELINE_SECONDS * sampleRateHz);
    clipped = Math.max(3, (int) Math.ceil(CLIPPED_SECONDS * sampleRateHz));
    kernel = Kernel.hann(Math.max(1, (int) Math.round(SMOOTH_SECONDS * sampleRateHz)));
  }

  /** Where the middle of the energy of an impulse comes out of the band, in samples. */
  private static double delay(double sampleRateHz) {
    Biquad high = Biquad.highPass(LOW_HZ, sampleRateHz);
    Biquad low = Biquad.lowPass(HIGH_HZ, sampleRateHz);
    double moment = 0;
    double energy = 0;
    for (int i = 0; i < sampleRateHz; i++) {
      double out = low.next(high.next(i == 0 ? 1 : 0));
      moment += i * out * out;
      energy += out * out;
    }
    return moment / energy;
  }

  @Override
  public Tuning tuning() {
    return TUNING;
  }

  @Override
  public void settle(double sample) {
    high.settle(sample);
    low.settle(0);
    offsets.clear();
    votes = 0;
  }

  @Override
  public double next(double sample) {
    raw.add(sample);
    return low.next(high.next(sample));
  }

  @Override
  public double rectified(double bandValue) {
    return bandValue * bandValue;
  }

  @Override
  public boolean turned() {
    return false; // either side is a peak
  }

  @Override
  public double instant(long at, boolean alike, Set<Doubt> doubts) {
    long centre = at - delay;
    boolean narrow = alike && offsets.held() >= ENOUGH_OFFSETS;
    long middle = narrow ? centre + Math.round(offsets.value()) : centre;
    int reach = narrow ? near : search;
    long top = middle;
    long bottom = middle;
    double most = height(middle);
    double least = most;
    for (long i = middle - reach; i <= middle + reach; i++) {
      double height = height(i);
      if (height > most) {
        most = height;
        top = i;
      }
      if (height < least) {
        least = height;
        bottom = i;
      }
    }
    vote(most > -least);
    long peak = up ? top : bottom;
    if (!alike || Math.abs(peak - middle) == reach) {
      doubts.add(Doubt.BLURRED);
    }
    if (stands(peak)) {
      doubts.add(Doubt.CLIPPED);
    }
    double found = peak + Kernel.vertex(height(peak - 1), height(peak), height(peak + 1));
    if (alike) {
      offsets.add(found - centre);
    }
    return found;
  }

  /** The side may change with the electrodes, but not with one odd beat. */
  private void vote(boolean forUp) {
    votes += forUp ? 1 : -1;
    if (Math.abs(votes) == 1 && offsets.held() == 0) {
      up = votes > 0;
    } else if (Math.abs(votes) >= MOST_VOTES) {
      if (up != votes > 0) {
        up = votes > 0;
        offsets.clear();
      }
      votes = up ? MOST_VOTES : -MOST_VOTES;
    }
  }

  /** Whether the signal stands still at its peak. */
  private boolean stands(long peak) {
    int equal = 1;
    for (long i = peak + 1; raw.at(i) == raw.at(peak) && equal < clipped; i++) {
      equal++;
    }
    for (long i = peak - 1; raw.at(i) == raw.at(peak) && equal < clipped; i--) {
      equal++;
    }
    return equal >= clipped;
  }

  private double height(long at) {
    double base = 0;
    for (long i = at - baseline; i <= at + baseline; i++) {
      base += raw.nearest(i);
    }
    return Kernel.at(kernel, raw, at) - base / (2 * baseline + 1);
  }
}
