package app.downshift.app;

import app.downshift.recording.SessionWriter;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.link.Heard;
import app.downshift.sensor.link.HeardQueue;
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
import java.util.function.Consumer;
import org.tinylog.Logger;

/**
 * The session thread: brings what was heard, commands and ticks to the engine, writes what
 * happened, then publishes. A beat is on the disk's side before any screen can show it.
 */
final class LiveSession extends Playing {
  private final HeardQueue heard;
  private final List<SensorEvent> known;
  private final SessionClock clock;
  private final SessionWriter writer;
  private final Consumer<SessionView> published;
  private final Runnable closing;
  private final Timeline timeline;
  private final Intake intake;
  private final Company company;

  // Of the session thread alone.
  private final TimeBase time;
  private long heardNanos;
  private boolean ended;

  /**
   * A session that begins now.
   *
   * @param heard what the reader hears
   * @param known what the sensor has said of itself before
   * @param clock over the clock of the reader; what was heard before its start is left out
   * @param published told of every view after anybody can see it, on the session thread
   * @param closing run when the session is over, to let go of the sensor
   */
  LiveSession(
      SessionPlan plan,
      HeardQueue heard,
      List<SensorEvent> known,
      SessionClock clock,
      SessionWriter writer,
      Consumer<SessionView> published,
      Runnable closing) {
    this(plan, heard, known, clock, writer, published, closing, new Company());
  }

  /**
   * The same beside others.
   *
   * @param company with whom its phases are kept together
   */
  LiveSession(
      SessionPlan plan,
      HeardQueue heard,
      List<SensorEvent> known,
      SessionClock clock,
      SessionWriter writer,
      Consumer<SessionView> published,
      Runnable closing,
      Company company) {
    super(first(plan, writer, clock));
    this.company = company;
    this.heard = heard;
    this.known = known;
    this.clock = clock;
    this.writer = writer;
    this.published = published;
    this.closing = closing;
    timeline = new Timeline(new Engine(plan), this::stepped);
    intake = new Intake(plan, timeline);
    time = clock.timeBase();
    heardNanos = clock.startNanos();
  }

  /** Nothing has happened yet. */
  private static SessionView first(SessionPlan plan, SessionWriter writer, SessionClock clock) {
    return new SessionView(
        new Engine(plan).snapshot(),
        clock.timeBase(),
        new Recording(writer.file().toString(), true, ""),
        Mode.LIVE,
        0);
  }

  @Override
  public void run() {
    try {
      for (SensorEvent event : known) {
        intake.sensed(event, 0);
      }
      while (!ended) {
        turn();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      Logger.error(bug, "The session ended by a fault");
      SessionView last = view();
      publish(
          new SessionView(
              last.snapshot(),
              last.time(),
              new Recording(
                  writer.file().toString(), false, "The session ended by a fault: " + bug),
              Mode.LIVE,
              last.heard()));
    } finally {
      writer.close();
      closing.run();
      finish();
    }
  }

  private void turn() throws InterruptedException {
    long untilTick = (timeline.nextTickMicros() - clock.micros()) * 1000;
    for (Heard item : heard.poll(Math.max(0, Math.round(untilTick / clock.speed())))) {
      take(item);
    }
    for (var wish = nextCommand(); wish.isPresent(); wish = nextCommand()) {
      intake.wished(wish.get(), clock.micros());
    }
    timeline.advance(clock.micros());
    keepUp();
  }

  /** All ticks until now are taken, so that what is skipped is the phase that was looked at. */
  private void keepUp() {
    while (!ended && company.isAheadOf(view().snapshot())) {
      intake.wished(new Command.SkipPhase(), view().snapshot().atMicros());
    }
  }

  private void take(Heard item) {
    long atMicros = clock.micros(item.seenAtNanos());
    if (atMicros < 0) {
      return; // from before the session
    }
    heardNanos = item.seenAtNanos();
    if (!(item.event() instanceof SensorEvent.Found)) { // other people's straps stay out
      intake.sensed(item.event(), atMicros);
    }
  }

  private void stepped(List<SessionEvent> events, Snapshot snapshot) {
    ended = !events.isEmpty() && events.get(events.size() - 1) instanceof SessionEvent.Ended;
    if (ended) {
      writer.append(intake.rest(snapshot.atMicros())); // the end is the last line
    }
    writer.append(events);
    SessionView now = view(snapshot);
    publish(now);
    published.accept(now);
  }

  private SessionView view(Snapshot snapshot) {
    var recording = new Recording(writer.file().toString(), true, writer.trouble().orElse(""));
    return new SessionView(snapshot, time, recording, Mode.LIVE, heardNanos);
  }
}
