package app.downshift.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the disk refuses, and what waits in memory until it does not. */
final class Waiting {
  private final Path folder;
  private final Journals journals;
  private final SessionsUnderWay underWay;
  private final SessionFiles sessions;

  Waiting(Path folder, Journals journals, SessionsUnderWay underWay, SessionFiles sessions) {
    this.folder = folder;
    this.journals = journals;
    this.underWay = underWay;
    this.sessions = sessions;
  }

  /** What waits and why, in a sentence; empty when all is safe. */
  Optional<String> trouble() {
    int records = journals.waiting();
    List<SessionsUnderWay.One> waiting = underWay.waiting();
    if (records + waiting.size() == 0) {
      return Optional.empty();
    }
    String why = journals.why();
    for (SessionsUnderWay.One each : waiting) {
      why = each.out().trouble().orElse(why);
    }
    return Optional.of(
        records
            + (records == 1 ? " record and " : " records and ")
            + waiting.size()
            + (waiting.size() == 1 ? " session wait" : " sessions wait")
            + " in memory, because the disk refuses them ("
            + why
            + "); make room or allow writing to "
            + folder
            + ", and leave Downshift open until then");
  }

  /** Tries again; true when nothing waits any more. */
  boolean retry() {
    journals.retry();
    for (SessionsUnderWay.One each : underWay.closing()) {
      each.out().close();
      sessions.over(each.session());
    }
    return trouble().isEmpty();
  }
}
