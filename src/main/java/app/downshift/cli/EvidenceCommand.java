package app.downshift.cli;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.Trial;
import app.downshift.evidence.TrialStanding;
import app.downshift.evidence.UsualDrift;
import app.downshift.recording.FirstLine;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Before against after for one session; over several, the mean effect. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = {
      "What one session can say of before against after, and what several of one client say of",
      "breathing against sitting quietly."
    })
final class EvidenceCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "recorded sessions")
  private List<Path> files = List.of();

  private final PrintStream out;
  private final PrintStream err;

  EvidenceCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    List<Path> read = new ArrayList<>();
    List<SessionFile> recordings = new ArrayList<>();
    List<SessionEvidence> sessions = new ArrayList<>();
    for (Path file : files) {
      try {
        SessionFile session = read(file);
        sessions.add(SessionEvidence.of(session));
        read.add(file);
        recordings.add(session);
      } catch (UnreadableFile unreadable) {
        err.println("downshift: " + unreadable.getMessage());
      }
    }
    if (files.size() == 1 && sessions.size() == 1) {
      one(read.get(0), recordings.get(0), sessions.get(0));
    } else if (!sessions.isEmpty()) {
      several(read, sessions);
    }
    out.flush();
    return sessions.size() == files.size() ? 0 : 2;
  }

  private SessionFile read(Path file) throws UnreadableFile {
    if (!SessionFile.looksLike(FirstLine.of(file))) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          file.toString(),
          "it is no recorded session, and only a session knows what was before and after",
          "give files *.session.jsonl");
    }
    SessionFile session = SessionFile.read(file);
    session.damage().ifPresent(damage -> err.println(file + ": " + damage));
    return session;
  }

  private void one(Path file, SessionFile recording, SessionEvidence session) {
    Map<Metric, UsualDrift> usual = QuietBeside.usual(file, recording);
    if (json) {
      out.println(EvidenceJson.session(file.toString(), session, usual));
    } else {
      EvidenceText.session(file.toString(), session, usual).forEach(out::println);
    }
  }

  /** What was drawn by lot for these sessions, where that was done at all. */
  private Optional<String> lots(Path beside, List<SessionEvidence> sessions) {
    Path folder = beside.toAbsolutePath().getParent();
    try {
      Trial trial = new TrialFile(folder, sessions.get(0).client()).read();
      return trial.lots().isEmpty()
          ? Optional.empty()
          : Optional.of(EvidenceText.lots(TrialStanding.of(sessions, trial)));
    } catch (UnreadableFile unreadable) {
      err.println("downshift: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private void several(List<Path> read, List<SessionEvidence> sessions) {
    var clients = new TreeSet<String>();
    sessions.forEach(session -> clients.add(session.client()));
    if (clients.size() > 1) {
      err.println(
          "these are sessions of "
              + clients.size()
              + " clients; together they say nothing of any one of them");
    }
    ManySessions many = ManySessions.of(sessions);
    if (json) {
      out.println(EvidenceJson.many(many));
      return;
    }
    for (int i = 0; i < sessions.size(); i++) {
      out.println(EvidenceText.line(read.get(i).toString(), sessions.get(i), many.usual()));
    }
    EvidenceText.many(many).forEach(out::println);
    if (clients.size() == 1) {
      lots(read.get(0), sessions).ifPresent(out::println);
    }
  }
}
