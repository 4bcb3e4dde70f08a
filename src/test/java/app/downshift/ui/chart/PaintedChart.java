package app.downshift.ui.chart;

import app.downshift.session.Snapshot;
import java.util.Optional;

/** What a chart shows, for tests of other rooms. */
public final class PaintedChart {
  private PaintedChart() {}

  /** What the picture on the screen was made of. EDT only. */
  public static Optional<Snapshot> of(ChartCanvas chart) {
    return Optional.ofNullable(chart.painted());
  }
}
