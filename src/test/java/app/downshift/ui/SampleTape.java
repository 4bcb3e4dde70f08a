package app.downshift.ui;

import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.Tape;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.SessionView.TimeBase;
import app.downshift.session.Sitting;
import java.util.List;
import java.util.Set;

/** A recorded session of ten minutes with everything in it: a pause, a marker, a hole, an end. */
public final class SampleTape {
  private static final Tape TAPE = record();

  private SampleTape() {}

  /** The recording, played once. */
  public static Tape tape() {
    return TAPE;
  }

  /** Standing still at a moment. */
  public static SessionView at(double seconds) {
    return view(Math.round(seconds * 1e6), 0, 0);
  }

  /** At a moment, running at {@code rate} from {@code nanos} on. */
  public static SessionView view(long micros, long nanos, double rate) {
    return new SessionView(
        TAPE.at(micros), new TimeBase(nanos, micros, rate), Recording.NONE, Mode.REPLAY, 0);
  }

  /** At its end. */
  public static SessionView end() {
    return at(TAPE.last().atMicros() / 1e6);
  }

  private static Tape record() {
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(150.0, 300.0, 120.0)));
    sitting.heart(72, 10, 0.8);
    sitting.beatUntil(204);
    sitting.ask(new Command.AddMarker("shoulders dropped"), 204);
    sitting.beatUntil(274);
    sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), 274);
    sitting.beatUntil(330);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.UNPLUGGED, "ttyUSB0"), 330);
    sitting.silentUntil(345);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.CONNECTED, "ttyUSB0"), 345);
    sitting.beatUntil(420);
    sitting.ask(new Command.Pause(), 420);
    sitting.beatUntil(433);
    sitting.ask(new Command.Resume(), 433);
    sitting.beatUntil(610);
    sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), 610);
    sitting.beatUntil(640);
    return Tape.of(new Replay(new SessionFile(sitting.now().plan(), sitting.events, 0, 0, false)));
  }
}
