package app.downshift.ui.chart;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.BeatView;
import java.util.List;

/**
 * One range of heart rates for several charts side by side, so that a line that is as high means as
 * much. The EDT says what is shown; the charts thread asks.
 */
public final class CommonRange {
  private volatile List<BeatView> beats = List.of();

  /** These are shown together now. */
  public void of(List<Snapshot> shown) {
    beats = shown.stream().flatMap(each -> each.beats().stream()).toList();
  }

  List<BeatView> beats() {
    return beats;
  }
}
