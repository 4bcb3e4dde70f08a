package app.downshift.hrv;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;

/**
 * Mean, heart rate, SDNN and RMSSD of the last so many seconds, running: equal to {@link
 * TimeDomain} of the window (t − length, t]. Marked beats and gaps are respected as there. A
 * difference leaves with the older of its two beats. O(1) amortised per beat.
 */
public final class RunningWindow {
  private final double lengthMillis;
  private final SlidingSpread intervals = new SlidingSpread();
  private final SlidingSpread differences = new SlidingSpread();
  private double previousTime;
  private double previousRr = Double.NaN;

  /** A window of this length, in ms. */
  public RunningWindow(double lengthMillis) {
    this.lengthMillis = lengthMillis;
  }

  /**
   * Takes the next beat, in order of time; marked and impossible ones too, because they break the
   * chain of differences. A beat without a time is ignored.
   */
  public void accept(double timeMillis, double rrMillis, Marks marks, boolean gapBefore) {
    if (!Double.isFinite(timeMillis)) {
      return;
    }
    boolean clean = marks.isEmpty() && RrSeries.isInterval(rrMillis);
    if (clean) {
      intervals.add(timeMillis, rrMillis);
      if (!gapBefore && !Double.isNaN(previousRr)) {
        differences.add(previousTime, rrMillis - previousRr);
      }
    }
    previousTime = timeMillis;
    previousRr = clean ? rrMillis : Double.NaN;
    advance(timeMillis);
  }

  /** Lets the window end now, so that beats grow old in silence too. */
  public void advance(double nowMillis) {
    intervals.expire(nowMillis - lengthMillis);
    differences.expire(nowMillis - lengthMillis);
  }

  /** Clean intervals inside. */
  public int beats() {
    return intervals.spread().count();
  }

  /** Clean time inside; {@link MinimumWindows} says how much a figure needs. */
  public double cleanMillis() {
    Spread spread = intervals.spread();
    return spread.count() == 0 ? 0 : spread.count() * spread.mean();
  }

  /** Mean interval, NaN of none. */
  public double meanRrMillis() {
    return intervals.spread().mean();
  }

  /** 60000 / mean interval, NaN of none. */
  public double heartRatePerMinute() {
    return 60_000 / meanRrMillis();
  }

  /** Standard deviation of the intervals, N − 1; NaN below two. */
  public double sdnnMillis() {
    return intervals.spread().deviation();
  }

  /** Root mean square of the differences, NaN of none. */
  public double rmssdMillis() {
    return differences.spread().rootMeanSquare();
  }

  /** Natural logarithm of RMSSD in ms, NaN of none and of 0. */
  public double lnRmssd() {
    return TimeDomain.logarithm(rmssdMillis());
  }
}
