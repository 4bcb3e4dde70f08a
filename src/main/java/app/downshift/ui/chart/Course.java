package app.downshift.ui.chart;

import app.downshift.session.Phase;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the phases lie on the clock of the session: those begun where they were, the others as
 * planned.
 */
record Course(List<Stretch> stretches) {
  /** One phase, in seconds since the start. */
  record Stretch(Phase phase, double fromSeconds, double toSeconds) {}

  static Course of(Snapshot snapshot) {
    List<Stretch> stretches = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < snapshot.phases().size(); i++) {
      PhaseProgress progress = snapshot.phases().get(i);
      double from = progress.startedMicros() >= 0 ? progress.startedMicros() / 1e6 : at;
      double to = from + progress.phase().plannedSeconds();
      if (i == snapshot.phase()) {
        double left = progress.phase().plannedSeconds() - progress.doneSeconds();
        to = Math.max(from + 1, snapshot.atMicros() / 1e6 + Math.max(0, left));
      } else if (i + 1 < snapshot.phases().size()
          && snapshot.phases().get(i + 1).startedMicros() >= 0) {
        to = snapshot.phases().get(i + 1).startedMicros() / 1e6;
      }
      stretches.add(new Stretch(progress.phase(), from, to));
      at = to;
    }
    return new Course(List.copyOf(stretches));
  }

  double seconds() {
    return stretches.get(stretches.size() - 1).toSeconds();
  }
}
