package app.downshift.ui.live;

import app.downshift.session.Phase;
import app.downshift.session.SessionState;
import app.downshift.session.SessionState.Why;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Baseline;
import app.downshift.session.Snapshot.Counts;
import app.downshift.session.Snapshot.SwingBar;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;

/** The summary of a session: what was measured, and no more than that. */
record EndWords(String title, List<Line> lines, String advice) {
  /** One line of the summary. */
  record Line(String what, String says) {}

  static EndWords of(SessionView view, Words words) {
    Snapshot snapshot = view.snapshot();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.text("end.time"), time(snapshot, words)));
    lines.add(new Line(words.text("end.heart"), heart(snapshot, words)));
    // At rates that were compared each has its own; without the pacer there is none.
    if (snapshot.practice().search().isEmpty() && isPaced(snapshot)) {
      lines.add(new Line(words.text("end.swing"), swing(snapshot, words)));
    }
    lines.add(new Line(words.text("end.beats"), beats(snapshot, words)));
    Why why = snapshot.state() instanceof SessionState.Ended ended ? ended.why() : Why.STOPPED;
    String advice = words.text(why == Why.SYMPTOMS ? "end.symptoms.advice" : "end.modest");
    return new EndWords(title(why, words), List.copyOf(lines), advice);
  }

  private static boolean isPaced(Snapshot snapshot) {
    return snapshot.phases().stream()
        .anyMatch(progress -> progress.phase().kind() instanceof Phase.Paced);
  }

  private static String title(Why why, Words words) {
    return switch (why) {
      case COMPLETE -> words.text("end.complete");
      case STOPPED -> words.text("end.stopped");
      case SYMPTOMS -> words.text("end.symptoms");
    };
  }

  private static String time(Snapshot snapshot, Words words) {
    double all = 0;
    double paced = 0;
    for (Snapshot.PhaseProgress progress : snapshot.phases()) {
      all += progress.doneSeconds();
      paced += progress.phase().kind() instanceof Phase.Paced ? progress.doneSeconds() : 0;
    }
    return !isPaced(snapshot)
        ? words.clock(Math.floor(all))
        : words.text(
            "end.time.paced", words.clock(Math.floor(all)), words.clock(Math.floor(paced)));
  }

  private static String heart(Snapshot snapshot, Words words) {
    double then = snapshot.baseline().map(Baseline::heartRateBpm).orElse(Double.NaN);
    double end = Double.NaN;
    for (int i = snapshot.response().size() - 1; i >= 0 && Double.isNaN(end); i--) {
      end = snapshot.response().get(i).heartRateBpm();
    }
    if (Double.isNaN(end)) {
      return words.text("end.notMeasured");
    }
    return Double.isNaN(then)
        ? words.text("end.heart.one", words.number(end, 0))
        : words.text("end.heart.both", words.number(then, 0), words.number(end, 0));
  }

  private static String swing(Snapshot snapshot, Words words) {
    double[] known =
        snapshot.swings().stream()
            .mapToDouble(SwingBar::bpm)
            .filter(bpm -> !Double.isNaN(bpm))
            .sorted()
            .toArray();
    if (known.length == 0) {
      return words.text("end.notMeasured");
    }
    double then = snapshot.baseline().map(Baseline::swingBpm).orElse(Double.NaN);
    String middle = words.number(known[known.length / 2], 1);
    String breaths = words.count(known.length);
    return Double.isNaN(then)
        ? words.text("end.swing.one", middle, breaths)
        : words.text("end.swing.both", words.number(then, 1), middle, breaths);
  }

  private static String beats(Snapshot snapshot, Words words) {
    Counts counts = snapshot.counts();
    long unscored = snapshot.sensor().unscored();
    return words.text(
        unscored > 0 ? "end.beats.counted.unscored" : "end.beats.counted",
        words.count(counts.beats()),
        words.count(counts.marked()),
        words.count(counts.gaps()),
        words.count(unscored));
  }
}
