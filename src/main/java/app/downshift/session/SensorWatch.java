package app.downshift.session;

import app.downshift.sensor.SensorEvent;
import app.downshift.session.Snapshot.Link;
import app.downshift.session.Snapshot.Rhythm;
import app.downshift.session.Snapshot.SensorView;
import java.util.Optional;

/** What is known of the sensor itself: its name, its cable, its contact, its battery. */
final class SensorWatch {
  private final long silenceMicros;
  private String name;
  private boolean plugged = true;
  private boolean silent;
  private long heardMicros;
  private Optional<Boolean> contact = Optional.empty();
  private int batteryPercent = -1;
  private long unscored;
  private Optional<SensorEvent.Reach> reach = Optional.empty();

  SensorWatch(SessionPlan plan) {
    silenceMicros = plan.traits().silenceMillis() * 1000L;
    name = "";
  }

  void heardBeat(long atMicros) {
    heardMicros = atMicros;
    silent = false;
  }

  void heard(SensorEvent event, long atMicros) {
    heardMicros = atMicros;
    silent = false;
    if (event instanceof SensorEvent.Link link) {
      plugged = link.state() == SensorEvent.LinkState.CONNECTED;
      contact = Optional.empty();
    } else if (event instanceof SensorEvent.Contact now) {
      contact = Optional.of(now.on());
    } else if (event instanceof SensorEvent.Battery battery) {
      batteryPercent = battery.percent();
    } else if (event instanceof SensorEvent.Info info) {
      name = info.fields().getOrDefault("name", name);
      String state = info.fields().getOrDefault(SensorEvent.Info.STATE, "");
      reach = SensorEvent.Reach.named(state).or(() -> reach);
    } else if (event instanceof SensorEvent.Rejected) {
      unscored++;
    }
  }

  void tick(long atMicros) {
    silent = atMicros - heardMicros > silenceMicros;
  }

  /** Whether beats can be believed to come from a heart now. */
  boolean usable() {
    return plugged && contact.orElse(true);
  }

  SensorView view(LiveFigures figures) {
    Link link = !plugged ? Link.UNPLUGGED : silent ? Link.SILENT : Link.CONNECTED;
    return new SensorView(
        name,
        link,
        contact,
        batteryPercent,
        figures.cleanShare(),
        figures.quality(),
        Rhythm.valueOf(figures.rhythm().name()),
        unscored,
        reach);
  }
}
