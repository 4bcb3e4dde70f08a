package app.downshift.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.evidence.SessionEvidence.Obstacle;
import app.downshift.recording.SessionFile;
import app.downshift.session.Rating;
import app.downshift.session.ShippedProtocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionEvidenceTest {
  private static final Map<Metric, UsualDrift> STRANGER = ManySessions.usual(List.of());
  private static final Rest SLOW_BREATH = new Rest(68, 90, 6);

  @Test
  void aHeartThatComesBackAsItWasIsWithinItsUsualDrift() {
    SessionEvidence session = made("breathe", MadeSessions.USUAL, SLOW_BREATH, MadeSessions.USUAL);
    assertEquals(Verdict.WITHIN, session.against(STRANGER));
    assertEquals(Kind.BREATHING, session.kind());
    assertEquals(60, session.pre().get().fromSeconds(), 1e-9);
    assertEquals(240, session.pre().get().toSeconds(), 1e-9);
    assertEquals(900, session.post().get().fromSeconds(), 1e-9);
    assertEquals(72, session.difference(Metric.HR).pre(), 2);
  }

  @Test
  void aMuchSlowerHeartAfterwardsIsOutsideAndCalmer() {
    assertEquals(
        Verdict.OUTSIDE_CALMER,
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(59, 40, 13)).against(STRANGER));
    assertEquals(
        Verdict.OUTSIDE_CALMER,
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(72, 120, 13)).against(STRANGER));
  }

  @Test
  void aMuchFasterHeartAfterwardsIsOutsideAndActivated() {
    assertEquals(
        Verdict.OUTSIDE_ACTIVATED,
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(86, 40, 13)).against(STRANGER));
  }

  @Test
  void slowerWithLessSwingIsMixed() {
    assertEquals(
        Verdict.MIXED,
        made("breathe", new Rest(72, 60, 13), SLOW_BREATH, new Rest(59, 15, 13)).against(STRANGER));
  }

  @Test
  void aBadSignalInOneRestIsPoorWhateverTheOtherSays() {
    SessionEvidence session =
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(60, 40, 13, 4));
    assertEquals(Verdict.POOR, session.against(STRANGER));
    assertTrue(Double.isNaN(session.difference(Metric.LN_RMSSD).post()));
  }

  @Test
  void anotherWayOfBreathingAfterwardsIsNotComparable() {
    SessionEvidence session =
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(66, 60, 8.5));
    assertEquals(Optional.of(Obstacle.BREATHING), session.obstacle());
    assertEquals(Verdict.NOT_COMPARABLE, session.against(STRANGER));
  }

  @Test
  void theShorterSessionIsNeverJudged() {
    SessionEvidence session =
        made("breathe-short", MadeSessions.USUAL, SLOW_BREATH, new Rest(59, 40, 13));
    assertEquals(Optional.of(Obstacle.TOO_SHORT), session.obstacle());
    assertEquals(Verdict.NOT_COMPARABLE, session.against(STRANGER));
  }

  @Test
  void aSessionThatStopsWithoutARestAfterwardsIsNotComparable() {
    SessionFile whole =
        MadeSessions.of("breathe", 3, MadeSessions.USUAL, SLOW_BREATH, MadeSessions.USUAL);
    var cut =
        new SessionFile(
            whole.plan(),
            whole.events().stream().filter(event -> event.atMicros() < 600_000_000L).toList(),
            0,
            0,
            true);
    assertEquals(Optional.of(Obstacle.NO_REST), SessionEvidence.of(cut).obstacle());
  }

  @Test
  void quietAndOwnPaceSessionsAreControlsOfTheirOwnKind() {
    assertEquals(Kind.QUIET, made("quiet-control", MadeSessions.USUAL).kind());
    assertEquals(Kind.OTHER, made("own-pace-control", MadeSessions.USUAL).kind());
    assertEquals(Kind.OTHER, made("find-the-pace-stepped", MadeSessions.USUAL).kind());
    assertEquals(Kind.OTHER, made("demonstrate", MadeSessions.USUAL).kind());
  }

  @Test
  void aClientWhoseQuietSessionsHardlyDriftIsJudgedMoreFinely() {
    List<SessionEvidence> quiet = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      quiet.add(SessionEvidence.of(MadeSessions.of("quiet-control", 100 + i, MadeSessions.USUAL)));
    }
    Map<Metric, UsualDrift> usual = ManySessions.usual(quiet);
    assertEquals(10, usual.get(Metric.HR).quiet());
    SessionEvidence session =
        made("breathe", MadeSessions.USUAL, SLOW_BREATH, new Rest(65.5, 40, 13));
    assertEquals(Verdict.WITHIN, session.against(STRANGER));
    assertEquals(Verdict.OUTSIDE_CALMER, session.against(usual));
  }

  @Test
  void ratingsAreComparedWhereBothWereGiven() {
    SessionEvidence session =
        SessionEvidence.of(
            MadeSessions.of(
                new ShippedProtocols().named("breathe"),
                5,
                Map.of(Rating.Scale.PAIN, 6, Rating.Scale.STRESS, 7),
                Map.of(Rating.Scale.PAIN, 4),
                MadeSessions.USUAL,
                SLOW_BREATH,
                MadeSessions.USUAL));
    assertEquals(
        Map.of(Rating.Scale.PAIN, new SessionEvidence.RatedChange(6, 4)), session.ratings());
  }

  @Test
  void theSameRecordingSaysTheSame() {
    SessionFile file =
        MadeSessions.of("breathe", 9, MadeSessions.USUAL, SLOW_BREATH, MadeSessions.USUAL);
    assertEquals(SessionEvidence.of(file).differences(), SessionEvidence.of(file).differences());
  }

  private static SessionEvidence made(String protocol, Rest... rests) {
    return SessionEvidence.of(MadeSessions.of(protocol, 1, rests));
  }
}
