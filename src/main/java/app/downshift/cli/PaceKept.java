package app.downshift.cli;

import app.downshift.breath.resonance.Verdict;
import app.downshift.library.ClientId;
import app.downshift.library.FoundPace;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.recording.PaceSearched;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Practice;
import app.downshift.session.SessionPlan;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** A pace that a kept session has found, as a suggestion in the client's profile. */
final class PaceKept {
  private PaceKept() {}

  /**
   * Keeps the pace that a recording has found, unless a later one is known; nothing of a virtual
   * heart.
   *
   * @return what was kept
   */
  static Optional<FoundPace> keep(Library library, ClientId client, Path file)
      throws LibraryUnavailable, UnreadableFile {
    Optional<Verdict> verdict = PaceSearched.in(file).flatMap(Practice.Search::verdict);
    if (!(verdict.orElse(null) instanceof Verdict.Found found)) {
      return Optional.empty();
    }
    SessionPlan plan = SessionFile.read(file).plan();
    var pace =
        new FoundPace(
            found.perMinute(),
            found.low(),
            found.high(),
            plan.started().atZone(ZoneId.systemDefault()).toLocalDate());
    boolean later =
        FoundPace.in(library.client(client).profile())
            .filter(known -> known.found().isAfter(pace.found()))
            .isPresent();
    if (plan.simulated() || later) {
      return Optional.empty();
    }
    library.change(client, pace.fields());
    return Optional.of(pace);
  }

  /** The rate, its interval and the day. */
  static String text(FoundPace pace) {
    return String.format(
        Locale.ROOT,
        "%.1f a minute, %.1f to %.1f, found on %s",
        pace.perMinute(),
        pace.low(),
        pace.high(),
        pace.found());
  }
}
