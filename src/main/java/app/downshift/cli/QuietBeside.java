package app.downshift.cli;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.UsualDrift;
import app.downshift.recording.SameClient;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;

/** What a client usually drifts, by their quiet sessions in the folder of a recording. */
final class QuietBeside {
  /** As many of the newest recordings are looked at as a review looks at. */
  private static final int MOST = 60;

  private QuietBeside() {}

  /** Reads those that can be quiet sessions; a damaged one is left out. */
  static Map<Metric, UsualDrift> usual(Path file, SessionFile recording) {
    List<SameClient.Found> found = SameClient.beside(file, recording.plan());
    List<SessionEvidence> quiet = new ArrayList<>();
    for (SameClient.Found each : found.subList(Math.max(0, found.size() - MOST), found.size())) {
      if (SessionEvidence.canBeQuiet(each.plan().protocol())) {
        try {
          quiet.add(SessionEvidence.of(SessionFile.read(each.file())));
        } catch (UnreadableFile damaged) {
          Logger.info("Left out: {}", damaged.getMessage());
        }
      }
    }
    return ManySessions.usual(quiet);
  }
}
