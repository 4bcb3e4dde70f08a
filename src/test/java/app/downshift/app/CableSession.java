package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A whole session on a pseudo-terminal: the test speaks as the sensor at one end; serial link,
 * reader, session thread and recording run at the other, all by one fast clock.
 */
final class CableSession implements AutoCloseable {
  /** How far the clock may run ahead of what is being said: well below every watchdog. */
  private static final long AHEAD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long SHORTEST_PARK_NANOS = 50_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  final PseudoTerminal cable = PseudoTerminal.open();
  final FastClock clock;
  final LiveSession session;
  private final SensorType type;
  private final Path file;
  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();

  CableSession(String sensorName, Protocol protocol, double speed, Path file) throws Exception {
    this(sensorName, protocol, speed, file, view -> {});
  }

  CableSession(
      String sensorName,
      Protocol protocol,
      double speed,
      Path file,
      Consumer<SessionView> published)
      throws Exception {
    this.file = file;
    clock = new FastClock(speed);
    long startNanos = clock.getAsLong();
    var threads = new Threads(bugs::add);
    type = SensorCatalogue.named(sensorName).orElseThrow();
    Sensors.Opened sensor =
        new Sensors(new SerialPorts(), threads).open(cable.path(), type, type.line(), clock);
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-21T10:04:00Z"),
            "",
            sensorName,
            type.traits(),
            false,
            protocol,
            Double.NaN);
    var writer = SessionWriter.begin(file, plan, new SessionLines("downshift test"));
    session =
        new LiveSession(
            plan,
            sensor.heard(),
            List.of(),
            new SessionClock(clock, startNanos, speed),
            writer,
            published,
            sensor.reader()::close);
    threads.start("session", session);
  }

  /**
   * Says all of it, each piece at its time, and waits until every beat is seen before time goes on:
   * the clock is fast, the machine may be busy.
   */
  void say(TimedStream stream) {
    long startNanos = clock.getAsLong();
    long beats = session.view().snapshot().counts().beats();
    Decoder echo = type.midStream();
    for (Optional<TimedBytes> next = stream.next(); next.isPresent(); next = stream.next()) {
      awaitSeen(beats);
      long dueNanos = startNanos + next.get().atMicros() * 1000;
      clock.waitAt(dueNanos + AHEAD_NANOS);
      for (long left = dueNanos - clock.getAsLong();
          left > 0;
          left = dueNanos - clock.getAsLong()) {
        LockSupport.parkNanos(
            this, Math.max(SHORTEST_PARK_NANOS, Math.round(left / clock.speed())));
      }
      byte[] bytes = next.get().bytes();
      cable.write(bytes);
      Decoder.Decoded decoded = echo.accept(bytes, bytes.length);
      echo = decoded.next();
      beats += decoded.events().stream().filter(SensorEvent.Beat.class::isInstance).count();
    }
  }

  private void awaitSeen(long beats) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (session.view().snapshot().counts().beats() < beats) {
      assertTrue(System.nanoTime() < until, () -> "beat " + beats + " is not seen: " + bugs);
      LockSupport.parkNanos(this, SHORTEST_PARK_NANOS);
    }
  }

  void awaitBeats(long beats) throws InterruptedException {
    await("beat " + beats, now -> now.counts().beats() >= beats);
  }

  /** Waits for what the screen would show. */
  void await(String what, Predicate<Snapshot> condition) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.test(session.view().snapshot())) {
      assertTrue(System.nanoTime() < until, () -> "waited in vain for " + what + ": " + bugs);
      session.awaitEnd(2);
    }
  }

  /** Answers the last question, so that the session is complete, and reads its file. */
  SessionFile complete() throws Exception {
    clock.waitForNobody();
    await("the last phase to end", now -> now.state() instanceof SessionState.Finishing);
    session.send(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON));
    assertTrue(session.awaitEnd(10_000), "the session did not end");
    assertEquals(List.of(), List.copyOf(bugs));
    return SessionFile.read(file);
  }

  @Override
  public void close() throws InterruptedException {
    clock.waitForNobody();
    session.close();
    session.awaitEnd(10_000);
    cable.close();
  }
}
