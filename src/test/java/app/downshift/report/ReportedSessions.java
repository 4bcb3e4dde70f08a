package app.downshift.report;

import app.downshift.evidence.MadeSessions;
import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.recording.SessionFile;
import app.downshift.session.Rating.Scale;
import app.downshift.session.ShippedProtocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sessions whose reports are looked at and tested. */
final class ReportedSessions {
  private ReportedSessions() {}

  /** A heart that follows, rated before and after. */
  static SessionFile good() {
    return breathing(7, new Rest(68, 48, 13), 6, 4);
  }

  /** Half of every fourth interval is false. */
  static SessionFile poor() {
    var poor = new Rest(72, 40, 13, 4);
    return MadeSessions.of("breathe", 11, poor, poor, poor);
  }

  /** Breathing and quiet in turn, {@code count} of them, all of one client. */
  static List<SessionFile> period(int count) {
    List<SessionFile> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int seed = 30 + 2 * i;
      int tension = 4 + seed % 3;
      var later = new Rest(71 - i % 3, 40 + 3 * (i % 4), 13);
      sessions.add(
          i % 2 == 0
              ? breathing(seed, later, tension + 1, tension - i % 3)
              : MadeSessions.of(
                  new ShippedProtocols().named("quiet-control"),
                  seed,
                  Map.of(Scale.TENSION, tension, Scale.STRESS, 5, Scale.PAIN, 3),
                  Map.of(Scale.TENSION, tension - 1, Scale.STRESS, 4, Scale.PAIN, 3),
                  MadeSessions.USUAL));
    }
    return sessions;
  }

  private static SessionFile breathing(int seed, Rest later, int tension, int tensionAfter) {
    return MadeSessions.of(
        new ShippedProtocols().named("breathe"),
        seed,
        Map.of(Scale.PAIN, 3, Scale.TENSION, tension, Scale.STRESS, 5),
        Map.of(Scale.PAIN, 3, Scale.TENSION, tensionAfter, Scale.STRESS, 2),
        MadeSessions.USUAL,
        new Rest(70, 90, 6.5),
        later);
  }
}
