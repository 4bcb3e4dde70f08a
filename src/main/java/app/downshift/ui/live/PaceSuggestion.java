package app.downshift.ui.live;

import app.downshift.breath.resonance.Verdict;
import app.downshift.library.FoundPace;
import app.downshift.session.Practice;
import app.downshift.session.SessionView;
import app.downshift.ui.Desk;
import app.downshift.ui.theme.Edt;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The pace that was found for whose session this is: what an earlier search suggests, and what this
 * one has found, kept once. All screens of a session share it. EDT only.
 */
public final class PaceSuggestion {
  private final Desk desk;
  private final Desk.Running running;
  private Optional<FoundPace> earlier = Optional.empty();
  private boolean offered;
  private boolean kept;
  private Runnable changed = () -> {};

  public PaceSuggestion(Desk desk, Desk.Running running) {
    this.desk = desk;
    this.running = running;
  }

  /** Asks what was found earlier. */
  public void ask() {
    assert Edt.here() : Edt.who();
    var unused = // without an answer there is no suggestion
        desk.foundPace(running).thenAccept(found -> Edt.soon(() -> know(found)));
  }

  private void know(Optional<FoundPace> found) {
    earlier = found;
    changed.run();
  }

  /** What was found in an earlier session; empty where nobody knows. */
  Optional<FoundPace> earlier() {
    return earlier;
  }

  /** Whether what was found in this session stands with the client. */
  boolean kept() {
    return kept;
  }

  /** Called when one of the two changes; the screen of now is the one that is told. */
  void whenChanged(Runnable told) {
    changed = told;
  }

  /** Keeps what a session that is over has found; nothing of a virtual heart, nor of a replay. */
  void keep(SessionView over) {
    Optional<FoundPace> found = found(over);
    if (offered || found.isEmpty()) {
      return;
    }
    offered = true;
    var unused = // where it cannot be kept the screen does not say that it is
        desk.keep(running, found.get())
            .thenAccept(
                done ->
                    Edt.soon(
                        () -> {
                          kept = done;
                          changed.run();
                        }));
  }

  static Optional<FoundPace> found(SessionView over) {
    if (over.mode() != SessionView.Mode.LIVE || over.snapshot().plan().simulated()) {
      return Optional.empty();
    }
    return over.snapshot()
        .practice()
        .search()
        .flatMap(Practice.Search::verdict)
        .filter(Verdict.Found.class::isInstance)
        .map(Verdict.Found.class::cast)
        .map(
            found ->
                new FoundPace(
                    found.perMinute(),
                    found.low(),
                    found.high(),
                    over.snapshot().plan().started().atZone(ZoneId.systemDefault()).toLocalDate()));
  }
}
