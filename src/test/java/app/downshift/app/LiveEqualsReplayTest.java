package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.Tape;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.session.Command;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same session, once live on its threads and once from its file. */
@Timeout(120)
class LiveEqualsReplayTest {
  private static final double SPEED = 60;

  @TempDir Path folder;

  @Test
  void aReplayPublishesEverySnapshotOfTheLiveSessionToTheBit() throws Exception {
    assertReplays("bridge", "poor");
    assertReplays("pulse-sensor", "ectopics");
  }

  private void assertReplays(String sensorName, String heart) throws Exception {
    Path file = folder.resolve(sensorName + heart + ".session.jsonl");
    List<Snapshot> live = live(sensorName, heart, file);
    var replay = new Replay(SessionFile.read(file));
    List<Snapshot> again = new ArrayList<>();
    replay.run(new Timeline(new Engine(replay.plan()), (events, snapshot) -> again.add(snapshot)));
    assertEquals(live.size(), again.size());
    for (int i = 0; i < live.size(); i++) {
      assertEquals(live.get(i), again.get(i), sensorName + " " + heart + ", snapshot " + i);
    }
    assertTrue(
        live.get(live.size() - 1).counts().beats() > 150,
        "this heart beat too little to prove anything");

    var played = new ReplaySession(Tape.of(replay), 0);
    assertEquals(live.get(live.size() - 1), played.view().snapshot());
  }

  /** Everything that was published, of a session in which somebody interferes. */
  private static List<Snapshot> live(String sensorName, String heart, Path file) throws Exception {
    Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    var threads = new Threads(bugs::add);
    var clock = new FastClock(SPEED);
    SensorType type = SensorCatalogue.named(sensorName).orElseThrow();
    var virtual =
        new VirtualHeart(HeartProfile.named(heart).orElseThrow(), Breathing.steady(6), 11);
    Sensors.Opened sensor = new Sensors(new SerialPorts(), threads).virtual(type, virtual, clock);
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-21T10:04:00Z"),
            "C-017",
            type.name(),
            type.traits(),
            true,
            Protocol.breatheShort(6).scaledTo(200),
            Double.NaN);
    List<Snapshot> live = new ArrayList<>();
    var session =
        new LiveSession(
            plan,
            sensor.heard(),
            List.of(),
            SessionClock.starting(clock, SPEED),
            SessionWriter.begin(file, plan, new SessionLines("downshift test")),
            view -> live.add(view.snapshot()),
            sensor.reader()::close);
    threads.start("session", session);
    await(session, 60);
    session.send(new Command.AddMarker("shoulders \"dropped\" ☺"));
    session.send(new Command.Pause());
    await(session, 65);
    session.send(new Command.Resume());
    session.send(new Command.ChangePace(5.5, BreathPattern.LONG_EXHALE));
    while (!(session.view().snapshot().state() instanceof SessionState.Finishing)) {
      assertTrue(!session.awaitEnd(2), "ended by itself: " + bugs);
    }
    session.send(new Command.AnswerSymptoms(Set.of(Command.Symptom.DIZZY), Command.Wish.GO_ON));
    assertTrue(session.awaitEnd(10_000));
    assertEquals(List.of(), List.copyOf(bugs));
    assertEquals(
        new SessionState.Ended(SessionState.Why.COMPLETE), session.view().snapshot().state());
    return live;
  }

  private static void await(LiveSession session, double seconds) throws InterruptedException {
    SessionView now = session.view();
    while (now.snapshot().atMicros() < seconds * 1e6) {
      session.awaitEnd(2);
      now = session.view();
    }
  }
}
