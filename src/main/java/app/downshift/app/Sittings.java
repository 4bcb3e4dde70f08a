package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.cli.StandIn;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.session.SessionPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Begins sessions, each on a thread of its own, and knows those that run. */
final class Sittings {
  private final Threads threads;
  private final Sensors sensors;
  private final Clock wall;
  private final Set<Host.Followed> running = ConcurrentHashMap.newKeySet();

  Sittings(Threads threads, Sensors sensors, Clock wall) {
    this.threads = threads;
    this.sensors = sensors;
    this.wall = wall;
  }

  /** Those that have not ended yet. */
  Set<Host.Followed> running() {
    return running;
  }

  private static HeartProfile heart(Wanted wanted) {
    HeartProfile usual = HeartProfile.named(wanted.profile().orElseThrow()).orElseThrow();
    return wanted
        .resonance()
        .map(rate -> usual.withResonance(rate, HeartProfile.SHARP_QUALITY))
        .orElse(usual);
  }

  /** A session with the virtual heart. */
  Followed simulated(Wanted wanted, Place place) throws PortUnavailable, UnreadableFile {
    if (wanted.speed() == 0) {
      return lockstep(
          wanted,
          place,
          SensorCatalogue.named(wanted.sensor().orElse("bridge")).orElseThrow(),
          heart(wanted));
    }
    var followed = new AtomicReference<@Nullable Followed>();
    SessionClock clock = SessionClock.starting(wanted.speed());
    Sensors.Opened sensor = virtual(wanted, clock, followed, wanted.seed());
    Followed session = session(wanted, place, sensor, List.of(), true, clock, Optional.empty());
    followed.set(session);
    return session;
  }

  /** A virtual heart that breathes as a session asks it to, once there is one. */
  Sensors.Opened virtual(
      Wanted wanted, SessionClock clock, AtomicReference<@Nullable Followed> followed, long seed)
      throws PortUnavailable {
    SensorType type = SensorCatalogue.named(wanted.sensor().orElse("bridge")).orElseThrow();
    HeartProfile profile = heart(wanted);
    var breath =
        new FollowingBreath(
            () -> Optional.ofNullable(followed.get()).flatMap(s -> s.view().snapshot().pacer()));
    return sensors.virtual(type, new VirtualHeart(profile, breath, seed), clock.nanoClock());
  }

  private Followed lockstep(Wanted wanted, Place place, SensorType type, HeartProfile profile)
      throws UnreadableFile {
    SessionPlan plan = plan(wanted, type, type.traits(), true);
    Place.Begun begun = place.begin(plan);
    var session =
        new LockstepSession(
            plan,
            introduced(type, List.of()),
            type.decoder(),
            itself -> {
              var breath = new FollowingBreath(() -> itself.view().snapshot().pacer());
              return type.twin(new VirtualHeart(profile, breath, wanted.seed()), List.of());
            },
            new StandIn(wanted.ratings(), true),
            begun.writer());
    session.keptAs(begun.recording());
    threads.start("session", session);
    return session;
  }

  private SessionPlan plan(Wanted wanted, SensorType type, SensorTraits traits, boolean simulated) {
    Instant started = wall.instant();
    return new SessionPlan(
        started,
        wanted.client(),
        type.name(),
        traits,
        simulated,
        wanted.protocol(),
        Double.NaN,
        simulated ? wanted.seed() : started.toEpochMilli());
  }

  /** A session with a sensor that is read; it is given back to its lender at the end, or closed. */
  Followed session(
      Wanted wanted,
      Place place,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      boolean simulated,
      SessionClock clock,
      Optional<SensorSearch> lender)
      throws UnreadableFile {
    SessionPlan plan = plan(wanted, sensor.type(), traits(sensor.type(), known), simulated);
    Runnable letGo =
        () -> lender.ifPresentOrElse(SensorSearch::giveBack, () -> sensor.reader().close());
    return begun(plan, place, sensor, known, clock, letGo, new Company());
  }

  /** Begins a session that is planned; {@code letGo} runs at its end, also when it cannot begin. */
  Followed begun(
      SessionPlan plan,
      Place place,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      SessionClock clock,
      Runnable letGo,
      Company company)
      throws UnreadableFile {
    try {
      Place.Begun begun = place.begin(plan);
      var ending = new ArrayList<Runnable>();
      var session =
          new LiveSession(
              plan,
              sensor.heard(),
              introduced(sensor.type(), known),
              clock,
              begun.writer(),
              view -> {},
              () -> ending.forEach(Runnable::run),
              company);
      session.keptAs(begun.recording());
      ending.add(letGo);
      ending.add(() -> running.remove(session));
      running.add(session);
      threads.start("session", session);
      return session;
    } catch (UnreadableFile refused) {
      letGo.run();
      throw refused;
    }
  }

  /** Until the sensor says its own name it is called what the catalogue calls it. */
  private static List<SensorEvent> introduced(SensorType type, List<SensorEvent> known) {
    List<SensorEvent> all = new ArrayList<>();
    all.add(new SensorEvent.Info(0, Map.of("name", type.title())));
    all.addAll(known);
    return all;
  }

  /** What the sensor's beats are worth in the mode it has told of. */
  static SensorTraits traits(SensorType type, List<SensorEvent> known) {
    return known.stream()
        .filter(SensorEvent.Info.class::isInstance)
        .flatMap(
            event -> Optional.ofNullable(((SensorEvent.Info) event).fields().get("mode")).stream())
        .findFirst()
        .map(type::traitsIn)
        .orElse(type.traits());
  }
}
