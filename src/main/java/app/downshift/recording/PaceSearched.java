package app.downshift.recording;

import app.downshift.session.Engine;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Timeline;
import java.nio.file.Path;
import java.util.Optional;

/** What the search for the pace in a recording has found, exactly as its session told it. */
public final class PaceSearched {
  private PaceSearched() {}

  /** Plays a session file again; empty for other files, and where no rates were compared. */
  public static Optional<Practice.Search> in(Path file) throws UnreadableFile {
    if (!SessionFile.looksLike(FirstLine.of(file))) {
      return Optional.empty();
    }
    Replay replay = new Replay(SessionFile.read(file));
    boolean compares =
        replay.plan().protocol().phases().stream()
            .anyMatch(
                phase -> phase.kind() instanceof Phase.Paced paced && paced.plan().compares());
    if (!compares) {
      return Optional.empty();
    }
    Engine engine = new Engine(replay.plan());
    replay.run(new Timeline(engine, (events, snapshot) -> {}));
    return engine.snapshot().practice().search();
  }
}
