package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Together;
import app.downshift.cli.Host.Wanted;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.SessionPlan;
import app.downshift.ui.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts a session for each of several people at one moment. */
final class GroupStart {
  private final Sittings sittings;
  private final PortSensors ports;
  private final Clock wall;

  GroupStart(Sittings sittings, PortSensors ports, Clock wall) {
    this.sittings = sittings;
    this.ports = ports;
    this.wall = wall;
  }

  /** Where a person's session is written to. */
  interface Places {
    Place of(String name) throws UnreadableFile;
  }

  /**
   * Starts a session for each of several people: all sensors are opened first, then all sessions
   * begin on one clock and with one seed of what the protocol leaves to chance.
   */
  Followed together(Together wanted, SensorSearch search, Places places)
      throws PortUnavailable, UnreadableFile, InterruptedException {
    boolean real = wanted.people().stream().anyMatch(person -> !person.port().isEmpty());
    SessionClock clock = SessionClock.starting(real ? 1 : wanted.speed());
    List<Seat> seats = new ArrayList<>();
    try {
      if (real) {
        search.rest();
      }
      for (Desk.Person person : wanted.people()) {
        Place place = places.of(person.name());
        seats.add(seat(person, place, wanted, clock, seats.size(), search));
      }
      return seated(wanted, seats, clock, real, search);
    } catch (PortUnavailable | UnreadableFile | InterruptedException refused) {
      seats.forEach(seat -> seat.letGo().run());
      search.goOn();
      throw refused;
    }
  }

  /** One person's place: their sensor, what it has said, and how it is let go. */
  private record Seat(
      Wanted wanted,
      Place place,
      Sensors.Opened sensor,
      List<SensorEvent> known,
      Runnable letGo,
      AtomicReference<@Nullable Followed> session) {}

  private Seat seat(
      Desk.Person person,
      Place place,
      Together wanted,
      SessionClock clock,
      int index,
      SensorSearch search)
      throws PortUnavailable {
    var own =
        new Wanted(
            Optional.of(person.port()).filter(port -> !port.isEmpty()),
            Optional.of(person.sensor()).filter(sensor -> !sensor.isEmpty()),
            Optional.empty(),
            person.port().isEmpty() ? Optional.of(wanted.profile()) : Optional.empty(),
            wanted.protocol(),
            Optional.empty(),
            place.client(),
            wanted.speed(),
            wanted.seed());
    var session = new AtomicReference<@Nullable Followed>();
    Optional<SensorSearch.Lent> lent =
        person.port().isEmpty() ? Optional.empty() : search.lendAt(person.port());
    if (lent.isPresent()) {
      return new Seat(
          own, place, lent.get().sensor(), lent.get().known(), search::giveBack, session);
    }
    Sensors.Opened sensor =
        person.port().isEmpty()
            ? sittings.virtual(own, clock, session, wanted.seed() + index)
            : ports.opened(own, clock);
    return new Seat(own, place, sensor, List.of(), sensor.reader()::close, session);
  }

  private Followed seated(
      Together wanted, List<Seat> seats, SessionClock clock, boolean real, SensorSearch search)
      throws UnreadableFile {
    Instant started = wall.instant();
    var company = new Company();
    var left = new AtomicInteger(seats.size());
    List<Followed> sessions = new ArrayList<>();
    for (Seat seat : seats) {
      SensorType type = seat.sensor().type();
      var plan =
          new SessionPlan(
              started,
              seat.wanted().client(),
              type.name(),
              Sittings.traits(type, seat.known()),
              seat.wanted().port().isEmpty(),
              wanted.protocol(),
              Double.NaN,
              real ? started.toEpochMilli() : wanted.seed());
      Runnable letGo =
          () -> {
            seat.letGo().run();
            if (left.decrementAndGet() == 0) {
              search.goOn();
            }
          };
      try {
        Followed session =
            sittings.begun(plan, seat.place(), seat.sensor(), seat.known(), clock, letGo, company);
        seat.session().set(session);
        sessions.add(session);
      } catch (UnreadableFile refused) {
        sessions.forEach(Followed::close);
        throw refused;
      }
    }
    return new GroupSession(wanted.people().stream().map(Desk.Person::name).toList(), sessions);
  }
}
