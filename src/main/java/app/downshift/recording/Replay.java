package app.downshift.recording;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionInput;
import app.downshift.session.SessionPlan;
import app.downshift.session.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording as what once went into the engine. Feeding it to a {@link Timeline} around a new
 * engine of the same plan makes the session again, to the bit.
 */
public final class Replay {
  private final SessionPlan plan;
  private final List<Input> inputs;
  private final long endMicros;

  /** One input and when the engine took it. */
  public record Input(long atMicros, SessionInput what) {}

  public Replay(SessionFile file) {
    plan = file.plan();
    List<Input> found = new ArrayList<>();
    long end = 0;
    for (SessionEvent event : file.events()) {
      long taken = event.atMicros();
      if (event instanceof SessionEvent.BeatTaken beat) {
        taken = beat.arrivedMicros();
        if (beat.found().isEmpty()) { // the others are found again
          found.add(new Input(taken, new SessionInput.Sensed(beat.beat())));
        }
      } else if (event instanceof SessionEvent.Sensed sensed) {
        found.add(new Input(taken, new SessionInput.Sensed(sensed.event())));
      } else if (event instanceof SessionEvent.Commanded commanded) {
        found.add(new Input(taken, new SessionInput.Commanded(commanded.command())));
      }
      end = Math.max(end, taken);
    }
    inputs = List.copyOf(found);
    endMicros = end;
  }

  private Replay(SessionPlan plan, List<Input> inputs, long endMicros) {
    this.plan = plan;
    this.inputs = List.copyOf(inputs);
    this.endMicros = endMicros;
  }

  /** A recording, or a capture as a session of one phase at one's own pace. */
  public static Replay read(Path file) throws UnreadableFile {
    return Capture.looksLike(FirstLine.of(file))
        ? of(Capture.read(file), file)
        : new Replay(SessionFile.read(file));
  }

  private static Replay of(Capture capture, Path file) throws UnreadableFile {
    SensorType type =
        SensorCatalogue.named(capture.head().sensor())
            .orElseThrow(
                () ->
                    new UnreadableFile(
                        UnreadableFile.Reason.NO_SENSOR_NAMED,
                        file.toString(),
                        "this capture does not say of which sensor it is",
                        "look at it with decode --sensor NAME"));
    var free = new Phase("free", Math.max(1, Math.ceil(capture.seconds())), new Phase.OwnPace());
    var plan =
        new SessionPlan(
            capture.head().started(),
            "",
            type.name(),
            type.traits(),
            false,
            new Protocol("capture", List.of(free)),
            Double.NaN);
    List<Input> inputs = new ArrayList<>();
    var waveforms = new WaveformLines(!type.traits().waveformModes().isEmpty());
    Decoder decoder = type.midStream();
    for (Capture.Chunk chunk : capture.chunks()) {
      Decoder.Decoded decoded = decoder.accept(chunk.bytes(), chunk.bytes().length);
      decoder = decoded.next();
      for (SensorEvent event : decoded.events()) {
        if (event instanceof SensorEvent.Waveform wave) {
          waveforms
              .add(chunk.atMicros(), wave)
              .forEach(block -> inputs.add(input(chunk.atMicros(), block.event())));
        } else {
          inputs.add(input(chunk.atMicros(), event));
        }
      }
    }
    return new Replay(plan, inputs, Math.round(capture.seconds() * 1e6));
  }

  private static Input input(long atMicros, SensorEvent event) {
    return new Input(atMicros, new SessionInput.Sensed(event));
  }

  public SessionPlan plan() {
    return plan;
  }

  /** In the order in which they were taken. */
  public List<Input> inputs() {
    return inputs;
  }

  /** Session time of the last thing in the file. */
  public long endMicros() {
    return endMicros;
  }

  /** Feeds everything, as fast as it goes. */
  public void run(Timeline timeline) {
    for (Input input : inputs) {
      timeline.take(input.what(), input.atMicros());
    }
    timeline.advance(endMicros);
  }
}
