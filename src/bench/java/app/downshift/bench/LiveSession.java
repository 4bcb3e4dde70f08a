package app.downshift.bench;

import app.downshift.sensor.SensorEvent;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.SessionInput.Sensed;
import app.downshift.session.Sitting;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.util.Optional;
import java.util.Random;

/** A heart that follows a pacer of six a minute, with noise and now and then an early beat. */
final class LiveSession {
  private static final double BREATHS_PER_MILLI = 6 / 60_000.0;

  private final Timeline timeline;
  private final Random random = new Random(8);
  private Snapshot shown;
  private double beatMillis;
  private double early;

  LiveSession(Protocol protocol) {
    Engine engine = new Engine(Sitting.plan(protocol));
    shown = engine.snapshot();
    timeline = new Timeline(engine, (events, snapshot) -> shown = snapshot);
  }

  void beatUntil(double seconds) {
    while (beatMillis < seconds * 1000) {
      nextBeat();
    }
  }

  double seconds() {
    return beatMillis / 1000;
  }

  /** Lets time pass to the next beat and takes it. */
  Snapshot nextBeat() {
    double bpm = 66 + 6 * Math.sin(2 * Math.PI * BREATHS_PER_MILLI * beatMillis);
    double rr = 60_000 / bpm + 5 * random.nextGaussian() + early;
    early = random.nextInt(100) == 0 ? 200 : 0;
    rr -= early;
    beatMillis += rr;
    var beat = new SensorEvent.Beat(0, rr, 0, 0, Optional.empty(), false);
    timeline.take(new Sensed(beat), Math.round(beatMillis * 1000) + 20_000);
    return shown;
  }
}
