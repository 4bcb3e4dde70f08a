package app.downshift.sensor.max30003;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/** A MAX30003 board that runs the OpenView sketch. */
public final class Max30003Sensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(Intervals.RR, 1000.0 / 128, true, false, 2500);
  private static final int LEAST_FRAMES = 10;
  private static final double LEAST_SHARE = 0.8;

  @Override
  public String name() {
    return "max30003";
  }

  @Override
  public String title() {
    return "MAX30003 board with OpenView";
  }

  @Override
  public SensorTraits traits() {
    return TRAITS;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(57600);
  }

  @Override
  public Decoder decoder() {
    return RecordDecoder.atBoundary(new OpenViewRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new OpenViewRecords());
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    long frames = heard.through(midStream()).stream().filter(Waveform.class::isInstance).count();
    return frames >= LEAST_FRAMES && heard.share(frames, OpenViewRecords.LENGTH) >= LEAST_SHARE
        ? heard.as(this, "sends OpenView frames of a MAX30003", 0.95)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new VirtualOpenView(heart, faults);
  }
}
