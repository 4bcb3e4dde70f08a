package app.downshift.app;

import app.downshift.evidence.SessionEvidence;
import app.downshift.recording.FirstLine;
import app.downshift.recording.SameClient;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;

/**
 * Recordings to look at, and those of the same client beside them. What a file says is kept until
 * the file changes. The io thread only.
 */
final class Reviews {
  /** More of the newest sessions than this are not looked at: they take time to read. */
  private static final int MOST = 60;

  private final Map<Path, Kept> kept = new HashMap<>();

  private record Kept(FileTime changed, long bytes, SessionEvidence says) {}

  /** Reads a recorded session, and nothing else. */
  static SessionFile read(Path file) throws UnreadableFile {
    if (!SessionFile.looksLike(FirstLine.of(file))) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          file.toString(),
          "it is no recorded session",
          "choose a file ending in .session.jsonl");
    }
    return SessionFile.read(file);
  }

  /** What the other recordings of a client in the same folder say, oldest first. */
  List<SessionEvidence> beside(Path file, SessionFile recording) {
    return says(SameClient.beside(file, recording.plan()));
  }

  /** What all recordings of a client in a folder say, oldest first. */
  List<SessionEvidence> of(Path folder, String client, boolean simulated) {
    return says(SameClient.in(folder, client, simulated));
  }

  private List<SessionEvidence> says(List<SameClient.Found> same) {
    List<SessionEvidence> says = new ArrayList<>();
    for (SameClient.Found each : same.subList(Math.max(0, same.size() - MOST), same.size())) {
      try {
        says.add(says(each.file()));
      } catch (UnreadableFile | IOException damaged) {
        Logger.info("Left out: {}", damaged.getMessage());
      }
    }
    return says;
  }

  private SessionEvidence says(Path file) throws UnreadableFile, IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    long bytes = Files.size(file);
    Kept before = kept.get(file);
    if (before == null || !before.changed.equals(changed) || before.bytes != bytes) {
      before = new Kept(changed, bytes, SessionEvidence.of(SessionFile.read(file)));
      kept.put(file, before);
    }
    return before.says;
  }
}
