package app.downshift.app;

import app.downshift.cli.StandIn;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.session.Command;
import app.downshift.session.Engine;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.SessionView.TimeBase;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;

/**
 * A session with a virtual sensor, as fast as it goes: every chunk of bytes reaches the real
 * decoder and the engine at the very moment it is due, so that the same seed makes the same
 * recording.
 */
final class LockstepSession extends Playing {
  private final List<SensorEvent> known;
  private final Decoder first;
  private final TimedStream stream;
  private final StandIn standIn;
  private final SessionWriter writer;
  private final Timeline timeline;
  private final Intake intake;
  private boolean ended;

  /**
   * A session that has not begun.
   *
   * @param known what is known of the sensor before
   * @param sensor makes the virtual sensor, given who answers how the session stands now
   * @param standIn answers and presses keys for the person nobody can ask at this speed
   */
  LockstepSession(
      SessionPlan plan,
      List<SensorEvent> known,
      Decoder decoder,
      Function<Playing, TimedStream> sensor,
      StandIn standIn,
      SessionWriter writer) {
    super(view(new Engine(plan).snapshot(), writer));
    this.known = known;
    this.first = decoder;
    this.standIn = standIn;
    this.writer = writer;
    timeline = new Timeline(new Engine(plan), this::stepped);
    intake = new Intake(plan, timeline);
    stream = sensor.apply(this);
  }

  @Override
  public void run() {
    try {
      Decoder decoder = first;
      known.forEach(event -> take(event, 0));
      for (Optional<TimedBytes> next = stream.next();
          next.isPresent() && !ended;
          next = stream.next()) {
        long atMicros = next.get().atMicros();
        obey(atMicros);
        Decoder.Decoded decoded = decoder.accept(next.get().bytes(), next.get().bytes().length);
        decoder = decoded.next();
        decoded.events().forEach(event -> take(event, atMicros));
      }
    } catch (RuntimeException bug) {
      Logger.error(bug, "The session ended by a fault");
    } finally {
      writer.close();
      finish();
    }
  }

  /**
   * What was wished for since the last chunk; nobody can be asked at this speed, and that is
   * written down.
   */
  private void obey(long atMicros) {
    timeline.advance(atMicros);
    for (var wish = nextCommand(); wish.isPresent(); wish = nextCommand()) {
      intake.wished(wish.get(), atMicros);
    }
    for (Command said : standIn.says(view().snapshot())) {
      intake.wished(said, atMicros);
    }
  }

  private void take(SensorEvent event, long atMicros) {
    if (!ended) {
      intake.sensed(event, atMicros);
    }
  }

  private void stepped(List<SessionEvent> events, Snapshot snapshot) {
    ended = !events.isEmpty() && events.get(events.size() - 1) instanceof SessionEvent.Ended;
    if (ended) {
      writer.append(intake.rest(snapshot.atMicros())); // the end is the last line
    }
    writer.append(events);
    publish(view(snapshot, writer));
  }

  private static SessionView view(Snapshot snapshot, SessionWriter writer) {
    return new SessionView(
        snapshot,
        new TimeBase(0, snapshot.atMicros(), 0),
        new Recording(writer.file().toString(), true, writer.trouble().orElse("")),
        Mode.LIVE,
        0);
  }
}
