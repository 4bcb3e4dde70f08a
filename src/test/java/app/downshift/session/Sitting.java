package app.downshift.session;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.SessionInput.Commanded;
import app.downshift.session.SessionInput.Sensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A session in a test: a heart of known course sits before the engine, and everything that happens
 * is kept.
 */
public final class Sitting {
  public static final SensorTraits STRAP =
      new SensorTraits(SensorTraits.Intervals.RR, 1000.0 / 1024, false, true, 2500);

  public final List<SessionEvent> events = new ArrayList<>();
  public final List<Snapshot> snapshots = new ArrayList<>();
  private final Timeline timeline;
  private double beatMillis = 300;
  private double meanBpm = 66;
  private double swingBpm = 12;
  private double delaySeconds;
  private double lastBreath;

  public Sitting(Protocol protocol) {
    this(plan(protocol));
  }

  public Sitting(SessionPlan plan) {
    timeline =
        new Timeline(
            new Engine(plan),
            (happened, snapshot) -> {
              events.addAll(happened);
              snapshots.add(snapshot);
            });
  }

  public static SessionPlan plan(Protocol protocol) {
    return new SessionPlan(
        Instant.parse("2026-11-21T10:04:00Z"),
        "C-017",
        "bridge",
        STRAP,
        true,
        protocol,
        Double.NaN);
  }

  /** A plan whose protocol draws from a seed. */
  public static SessionPlan plan(Protocol protocol, long seed) {
    SessionPlan plan = plan(protocol);
    return new SessionPlan(
        plan.started(),
        plan.client(),
        plan.sensor(),
        plan.traits(),
        plan.simulated(),
        protocol,
        Double.NaN,
        seed);
  }

  public Sitting heart(double mean, double swing, double delay) {
    meanBpm = mean;
    swingBpm = swing;
    delaySeconds = delay;
    return this;
  }

  /** Lets the heart beat until a moment. */
  public Sitting beatUntil(double seconds) {
    while (true) {
      double rr = nextRr();
      if (beatMillis + rr > seconds * 1000) {
        at(seconds);
        return this;
      }
      beatMillis += rr;
      beat(rr, beatMillis);
    }
  }

  /** One beat of the sensor, heard a moment after it happened. */
  public void beat(double rrMillis, double atMillis) {
    beatMillis = atMillis;
    sense(new SensorEvent.Beat(0, rrMillis, 0, 0, Optional.empty(), false), atMillis / 1000 + 0.02);
  }

  /** Nothing but time until a moment; the heart goes on from there. */
  public Sitting silentUntil(double seconds) {
    at(seconds);
    beatMillis = seconds * 1000;
    return this;
  }

  public void at(double seconds) {
    timeline.advance(Math.round(seconds * 1e6));
  }

  public void sense(SensorEvent event, double seconds) {
    timeline.take(new Sensed(event), Math.round(seconds * 1e6));
  }

  public void ask(Command command, double seconds) {
    timeline.take(new Commanded(command), Math.round(seconds * 1e6));
  }

  public Snapshot now() {
    return snapshots.get(snapshots.size() - 1);
  }

  public <E extends SessionEvent> List<E> all(Class<E> family) {
    return events.stream().filter(family::isInstance).map(family::cast).toList();
  }

  public Snapshot first(Predicate<Snapshot> condition) {
    return snapshots.stream().filter(condition).findFirst().orElseThrow();
  }

  private double nextRr() {
    Snapshot last = snapshots.isEmpty() ? null : now();
    double breath =
        last != null && last.pacer().isPresent()
            ? last.pacer().get().cyclesAt(Math.round((beatMillis - delaySeconds * 1000) * 1000))
            : beatMillis / 60_000 * 14;
    lastBreath = breath;
    double swing = last != null && last.pacer().isPresent() ? swingBpm : swingBpm / 4;
    double bpm = meanBpm + swing / 2 * Math.sin(2 * Math.PI * (lastBreath - 0.15));
    return 60_000 / bpm;
  }
}
