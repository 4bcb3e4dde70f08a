package app.downshift.beat.wave;

/**
 * Keeps what is no waveform away from the filters: bridges a few missing samples, takes jumps of
 * the baseline out, and tells when the signal is gone (many missing samples, or a flat line).
 */
final class InputGuard {
  /** Beyond this squares would no longer be numbers; no sensor sends it. */
  private static final double LARGEST = 1e100;

  private static final double BRIDGED_SECONDS = 0.06;
  private static final double FLAT_SECONDS = 2;
  private static final double BLOCK_SECONDS = 1;
  private static final int BLOCKS = 5;
  private static final int LEAST_BLOCKS = 3;

  /** No beat is so much steeper in one sample than the steepest of each of the last seconds. */
  private static final double JUMP = 6;

  private static final int MOST_JUMPS = 3;

  private final int bridged;
  private final int flat;
  private final int block;
  private final RecentMedian steepest = new RecentMedian(BLOCKS);
  private double last = Double.NaN;
  private double offset;
  private double value;
  private int missing;
  private int unchanged;
  private int inBlock;
  private double steepestNow;
  private int jumps;
  private long taken;
  private long disturbedAt = Long.MIN_VALUE / 2;
  private boolean gone = true;

  InputGuard(double sampleRateHz) {
    bridged = (int) Math.ceil(BRIDGED_SECONDS * sampleRateHz);
    flat = (int) Math.ceil(FLAT_SECONDS * sampleRateHz);
    block = (int) Math.ceil(BLOCK_SECONDS * sampleRateHz);
  }

  /** Takes a sample, or NaN; false while there is no signal. */
  boolean take(double sample) {
    taken++;
    if (!(Math.abs(sample) <= LARGEST)) {
      if (!gone) {
        disturbedAt = taken;
        missing++;
        gone = missing > bridged;
      }
      return !gone;
    }
    missing = 0;
    boolean changed = sample != last;
    if (gone && !Double.isNaN(last) && !changed) {
      return false;
    }
    if (gone) {
      begin(sample);
      return true;
    }
    unchanged = changed ? 0 : unchanged + 1;
    if (unchanged >= flat) {
      gone = true;
      return false;
    }
    smooth(sample);
    return true;
  }

  private void begin(double sample) {
    gone = false;
    unchanged = 0;
    last = sample;
    offset = sample;
    value = 0;
    steepest.clear();
    steepestNow = 0;
    inBlock = 0;
    jumps = 0;
  }

  private void smooth(double sample) {
    double step = sample - last;
    last = sample;
    double usual = steepest.value();
    steepestNow = Math.max(steepestNow, Math.abs(step));
    boolean jump = steepest.held() >= LEAST_BLOCKS && Math.abs(step) > JUMP * usual;
    if (jump && usual > 0 && jumps < MOST_JUMPS) {
      jumps++;
      offset += step;
      disturbedAt = taken;
    }
    value = sample - offset;
    if (++inBlock == block) {
      steepest.add(steepestNow);
      steepestNow = 0;
      inBlock = 0;
      jumps = Math.max(0, jumps - 1);
    }
  }

  /** The sample for the filters; a missing one repeats the last. */
  double value() {
    return value;
  }

  /** How many samples ago one was missing or jumped; very many when none did. */
  long sinceDisturbed() {
    return taken - disturbedAt;
  }

  /** Samples were lost: what comes is a signal of its own. */
  void restart() {
    gone = true;
    last = Double.NaN;
  }
}
