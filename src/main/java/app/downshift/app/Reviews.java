package app.downshift.app;

import app.downshift.cli.Conversion;
import app.downshift.evidence.SessionEvidence;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.SessionSummary;
import app.downshift.recording.Afterwards;
import app.downshift.recording.Capture;
import app.downshift.recording.Export;
import app.downshift.recording.FirstLine;
import app.downshift.recording.Intervals;
import app.downshift.recording.Replay;
import app.downshift.recording.SameClient;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.Tape;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Command;
import app.downshift.ui.Recording;
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

  private final AppRecords records;
  private final RecordingsFolder folder;
  private final Map<Path, Says> said = new HashMap<>();

  private record Says(FileTime changed, long bytes, SessionEvidence says) {}

  Reviews(AppRecords records, RecordingsFolder folder) {
    this.records = records;
    this.folder = folder;
  }

  /** Reads a recorded session, or the intervals of any file as one. */
  SessionFile read(Recording recording) throws UnreadableFile, LibraryUnavailable {
    if (recording instanceof Recording.Kept kept) {
      return records.library().session(kept.client(), kept.session()).file();
    }
    Path file = ((Recording.File) recording).path();
    if (isSession(file)) {
      return SessionFile.read(file);
    }
    Intervals intervals = Intervals.read(file);
    if (intervals.series().size() == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          file.toString(),
          "it holds no interval that could be used",
          "choose another file");
    }
    return intervals.asSession();
  }

  private static boolean isSession(Path file) throws UnreadableFile {
    return SessionFile.looksLike(FirstLine.of(file));
  }

  /** Plays a recording through once; what raw bytes hold too, where it is a file of ours. */
  Tape tape(Recording recording) throws UnreadableFile, LibraryUnavailable {
    boolean ours =
        recording instanceof Recording.File file
            && (isSession(file.path()) || Capture.looksLike(FirstLine.of(file.path())));
    return Tape.of(
        ours ? Replay.read(((Recording.File) recording).path()) : new Replay(read(recording)));
  }

  /**
   * Keeps a person's word on the marks of an interval with the recording. Files of other programs
   * are never written to.
   */
  void rule(Recording recording, SessionFile file, Command.RuleOnMarks rule, SessionLines lines)
      throws UnreadableFile, LibraryUnavailable {
    if (recording instanceof Recording.Kept kept) {
      records.library().rule(kept.client(), kept.session(), file, rule, lines);
      return;
    }
    Path path = ((Recording.File) recording).path();
    if (!isSession(path)) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          path.toString(),
          "it is a file of another program, which is not written to",
          "export it as a session and judge the beats of that");
    }
    new Afterwards(path, lines).rule(file, rule);
  }

  /** Writes a recording for another program, without a readable copy on the way. */
  List<Path> written(
      Recording recording, SessionFile file, Conversion conversion, Export format, Path out)
      throws UnreadableFile, LibraryUnavailable {
    return recording instanceof Recording.Kept kept
        ? conversion.write(
            file, records.library().texts(kept.client(), kept.session()), format, out)
        : conversion.write(((Recording.File) recording).path(), format, out);
  }

  /** Other recordings of the client, or in the folder, newest first. */
  List<Recording> comparable(Recording recording, int most) throws LibraryUnavailable {
    List<Recording> others = new ArrayList<>();
    if (recording instanceof Recording.Kept kept) {
      for (SessionSummary each : records.library().client(kept.client()).sessions()) {
        if (!each.id().equals(kept.session())) {
          others.add(
              0,
              new Recording.Kept(
                  kept.client(), each.id(), kept.code(), each.started(), each.protocol()));
        }
      }
    } else {
      Path file = ((Recording.File) recording).path();
      for (Path each : folder.recent(most + 1)) {
        if (!each.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
          others.add(new Recording.File(each));
        }
      }
    }
    return others.subList(0, Math.min(most, others.size()));
  }

  /** What the other recordings of the client, or of it in the same folder, say; oldest first. */
  List<SessionEvidence> beside(Recording recording, SessionFile file) throws LibraryUnavailable {
    return recording instanceof Recording.Kept kept
        ? records.sessions().beside(kept, file.plan().simulated(), MOST)
        : beside(((Recording.File) recording).path(), file);
  }

  private List<SessionEvidence> beside(Path file, SessionFile recording) {
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
    Says before = said.get(file);
    if (before == null || !before.changed.equals(changed) || before.bytes != bytes) {
      before = new Says(changed, bytes, SessionEvidence.of(SessionFile.read(file)));
      said.put(file, before);
    }
    return before.says;
  }
}
