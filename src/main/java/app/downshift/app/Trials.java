package app.downshift.app;

import app.downshift.cli.TrialFile;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.evidence.Trial;
import app.downshift.evidence.TrialStanding;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Protocol;
import app.downshift.session.ShippedProtocols;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Comparisons of breathing with sitting quietly, session by session. The io thread only. */
final class Trials {
  private static final String BREATHING = "breathe";
  private static final String QUIET = "quiet-control";

  private final Path sessions;
  private final Function<String, List<SessionEvidence>> said;
  private final Clock wall;
  private final RandomGenerator random;

  Trials(
      Path sessions,
      Function<String, List<SessionEvidence>> said,
      Clock wall,
      RandomGenerator random) {
    this.sessions = sessions;
    this.said = said;
    this.wall = wall;
    this.random = random;
  }

  /** How far a client's trial has come. */
  TrialStanding standing(String client) throws UnreadableFile {
    return TrialStanding.of(said(client), new TrialFile(sessions, client).read());
  }

  /** The session that begins now: drawn, and kept before it is told. */
  Protocol begin(String client) throws UnreadableFile {
    var file = new TrialFile(sessions, client);
    Trial before = file.read();
    Trial after = before.begun(wall.instant(), said(client), random);
    file.append(before, after);
    return new ShippedProtocols().named(after.kind() == Kind.BREATHING ? BREATHING : QUIET);
  }

  /** A virtual heart takes part in no trial. */
  private List<SessionEvidence> said(String client) {
    return said.apply(client);
  }
}
