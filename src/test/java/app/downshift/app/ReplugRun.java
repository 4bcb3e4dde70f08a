package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One session in real time on a pseudo-terminal that is pulled and plugged in again and again, with
 * the sensor's twin, switched on anew each time, at its other end.
 *
 * @param backMillis from the port being back to the session knowing it, sorted
 * @param beatMillis from the port being back to the next beat in the session, sorted
 * @param gaps every gap in the recording
 * @param last what the recording ends with
 */
record ReplugRun(
    String sensor,
    List<Long> backMillis,
    List<Long> beatMillis,
    List<SessionEvent.GapCause> gaps,
    SessionEvent last,
    Optional<String> damage) {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_NANOS = 500_000;
  private static final int BEATS_BETWEEN = 1;
  private static final int LEAST_AWAY_MILLIS = 150;
  private static final int MOST_AWAY_MILLIS = 1500;

  /** Pulls and plugs so often; how long the cable is out is drawn from the seed. */
  static ReplugRun of(String sensor, int times, Path file, long seed) throws Exception {
    SensorType type = SensorCatalogue.named(sensor).orElseThrow();
    Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    var threads = new Threads(bugs::add);
    Random random = new Random(seed);
    List<Long> back = new ArrayList<>();
    List<Long> beat = new ArrayList<>();
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      LiveSession session = session(type, cable, threads, file);
      Plugged twin = Plugged.in(cable, type);
      for (int round = 0; round < times; round++) {
        await(session, now -> now.counts().beats() >= BEATS_BETWEEN, bugs);
        long beats = session.view().snapshot().counts().beats() + BEATS_BETWEEN;
        await(session, now -> now.counts().beats() >= beats, bugs);
        twin.out();
        cable.unplug();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LEAST_AWAY_MILLIS, MOST_AWAY_MILLIS));
        await(session, now -> now.sensor().link() == Snapshot.Link.UNPLUGGED, bugs);
        long before = session.view().snapshot().counts().beats();
        cable.plugIn();
        long pluggedNanos = System.nanoTime();
        twin = Plugged.in(cable, type);
        await(session, now -> now.sensor().link() != Snapshot.Link.UNPLUGGED, bugs);
        back.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pluggedNanos));
        await(session, now -> now.counts().beats() > before, bugs);
        beat.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pluggedNanos));
      }
      session.send(new Command.Stop());
      assertTrue(session.awaitEnd(10_000), "the session did not end");
      twin.out();
    }
    assertTrue(bugs.isEmpty(), bugs::toString);
    SessionFile recorded = SessionFile.read(file);
    return new ReplugRun(
        sensor,
        back.stream().sorted().toList(),
        beat.stream().sorted().toList(),
        recorded.events().stream()
            .filter(SessionEvent.GapBegan.class::isInstance)
            .map(event -> ((SessionEvent.GapBegan) event).cause())
            .toList(),
        recorded.events().get(recorded.events().size() - 1),
        recorded.damage());
  }

  /** Minimum, median and maximum. */
  static String spread(List<Long> sorted) {
    return "%d / %d / %d ms"
        .formatted(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  private static LiveSession session(
      SensorType type, PseudoTerminal cable, Threads threads, Path file) throws Exception {
    SessionClock clock = SessionClock.starting(1);
    Sensors.Opened sensor =
        new Sensors(new SerialPorts(), threads)
            .open(cable.path(), type, type.line(), clock.nanoClock());
    sensor.reader().wish(new SensorWish.Choose("polar"));
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-21T10:04:00Z"),
            "",
            type.name(),
            type.traits(),
            false,
            Protocol.breathe(6),
            Double.NaN);
    var session =
        new LiveSession(
            plan,
            sensor.heard(),
            List.of(),
            clock,
            SessionWriter.begin(file, plan, new SessionLines("downshift test")),
            view -> {},
            sensor.reader()::close);
    threads.start("session", session);
    return session;
  }

  private static void await(
      LiveSession session, Predicate<Snapshot> condition, Queue<Throwable> bugs) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.test(session.view().snapshot())) {
      assertTrue(System.nanoTime() < until, () -> "waited in vain: " + bugs + session.view());
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** A twin that is switched on, and its thread. */
  private record Plugged(TwinOnCable twin, Thread thread) {
    static Plugged in(PseudoTerminal cable, SensorType type) {
      var twin = new TwinOnCable(cable, type.device(Talk.heart("calm"), List.of()));
      Thread thread = new Thread(twin, "twin");
      thread.setDaemon(true);
      thread.start();
      return new Plugged(twin, thread);
    }

    void out() throws InterruptedException {
      twin.close();
      thread.join();
    }
  }
}
