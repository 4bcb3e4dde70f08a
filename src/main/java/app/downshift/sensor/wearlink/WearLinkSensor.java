package app.downshift.sensor.wearlink;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/** A Polar WearLink+ belt, which appears as a serial port once it is paired. */
public final class WearLinkSensor implements SensorType {
  private static final SensorTraits TRAITS = new SensorTraits(Intervals.RR, 1, false, true, 2500);

  @Override
  public String name() {
    return "wearlink";
  }

  @Override
  public String title() {
    return "Polar WearLink+ Bluetooth belt";
  }

  @Override
  public SensorTraits traits() {
    return TRAITS;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(115200);
  }

  @Override
  public Decoder decoder() {
    return RecordDecoder.atBoundary(new WearLinkRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new WearLinkRecords());
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<SensorEvent> events = heard.through(midStream());
    long beats = events.stream().filter(Beat.class::isInstance).count();
    boolean clean =
        events.stream().noneMatch(event -> event instanceof Rejected || event instanceof Gap);
    return beats >= 2 && clean
        ? heard.as(this, "sends numbered frames of a Polar WearLink", 0.9)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new VirtualWearLink(heart, faults);
  }
}
