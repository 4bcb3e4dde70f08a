package app.downshift.cli;

import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.session.Snapshot.ResponsePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What is left of a session in the terminal: figures by phase, counts, and where the recording is.
 */
final class SummaryText {
  private SummaryText() {}

  static List<String> lines(SessionView view) {
    Snapshot now = view.snapshot();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            "%-10s %7s %12s %12s %14s", "phase", "length", "heart rate", "RMSSD", "swing/breath"));
    for (PhaseProgress phase : now.phases()) {
      if (phase.startedMicros() >= 0) {
        lines.add(phase(now, phase));
      }
    }
    search(now.practice(), lines);
    lines.addAll(TerminalGuide.recoveries(now.practice()));
    lines.addAll(TerminalGuide.ratings(now.practice()));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%d beats, %d marked, %d %s%s; signal %s; %s",
            now.counts().beats(),
            now.counts().marked(),
            now.counts().gaps(),
            now.counts().gaps() == 1 ? "gap" : "gaps",
            now.sensor().unscored() == 0 ? "" : ", " + now.sensor().unscored() + " not usable",
            now.sensor().quality().name().toLowerCase(Locale.ROOT),
            ending(now.state())));
    if (!view.recording().path().isEmpty()) {
      lines.add("recorded in " + view.recording().path());
    }
    if (!view.recording().trouble().isEmpty()) {
      lines.add("not all of it could be written: " + view.recording().trouble());
    }
    return lines;
  }

  private static String phase(Snapshot now, PhaseProgress phase) {
    boolean paced = phase.phase().kind() instanceof Phase.Paced;
    double from = phase.startedMicros();
    double to =
        now.phases().stream()
            .mapToDouble(PhaseProgress::startedMicros)
            .filter(start -> start > from)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return String.format(
        "%-10s %7s %12s %12s %14s",
        phase.phase().name(),
        TerminalView.clock(phase.doneSeconds()),
        text(mean(now, from, to, ResponsePoint::heartRateBpm), "%.0f bpm"),
        paced ? "not compared" : text(mean(now, from, to, ResponsePoint::rmssdMillis), "%.0f ms"),
        paced ? text(swing(now, from, to), "%.1f bpm") : "");
  }

  private static void search(Practice practice, List<String> lines) {
    practice
        .search()
        .ifPresent(
            search -> {
              lines.add("");
              lines.addAll(PaceText.lines(search));
            });
  }

  private static double swing(Snapshot now, double from, double to) {
    return now.swings().stream()
        .filter(bar -> bar.atMicros() > from && bar.atMicros() <= to)
        .mapToDouble(Snapshot.SwingBar::bpm)
        .filter(bpm -> !Double.isNaN(bpm))
        .average()
        .orElse(Double.NaN);
  }

  private static double mean(
      Snapshot now, double from, double to, ToDoubleFunction<ResponsePoint> figure) {
    return now.response().stream()
        .filter(point -> point.atMicros() > from && point.atMicros() <= to)
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static String text(double value, String format) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
  }

  private static String ending(SessionState state) {
    if (state instanceof SessionState.Ended ended) {
      return switch (ended.why()) {
        case COMPLETE -> "complete";
        case STOPPED -> "stopped";
        case SYMPTOMS -> "stopped for how it felt";
      };
    }
    return "the recording stops here";
  }
}
