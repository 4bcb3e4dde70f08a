package app.downshift.bench;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.Welch;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The series that speed is measured on; needs the shared reference data. */
@State(Scope.Benchmark)
public class DayOfBeats {
  static final double WINDOW_MILLIS = 300_000;
  static final double STEP_MILLIS = 60_000;

  final Welch welch = Welch.of300Seconds();
  RrSeries day;
  RrSeries fiveMinutes;

  @Setup(Level.Trial)
  public void load() {
    day = RrSeries.ofIntervals(ReferenceData.intervals("nsr001_24h")).asOneStretch();
    fiveMinutes = RrSeries.ofIntervals(ReferenceData.intervals("nsr004_fs125_w0")).asOneStretch();
  }

  /** The first hours of the day, marked as {@code analyze} does. */
  RrSeries hours(int hours) {
    return day.window(0, hours * 3_600_000.0);
  }

  /** The windows (w, w + 5 min] of a series that its beats fill. */
  static RrSeries[] windows(RrSeries series) {
    double end = series.timeMillis(series.size() - 1);
    int count = (int) Math.floor((end - WINDOW_MILLIS) / STEP_MILLIS) + 1;
    RrSeries[] windows = new RrSeries[count];
    Arrays.setAll(windows, k -> series.window(k * STEP_MILLIS, k * STEP_MILLIS + WINDOW_MILLIS));
    return windows;
  }
}
