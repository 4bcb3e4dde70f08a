package app.downshift.sensor.zephyr;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/** A Zephyr HxM Bluetooth belt, which appears as a serial port once it is paired. */
public final class HxmSensor implements SensorType {
  private static final SensorTraits TRAITS = new SensorTraits(Intervals.RR, 4, false, true, 2500);

  @Override
  public String name() {
    return "zephyr-hxm";
  }

  @Override
  public String title() {
    return "Zephyr HxM belt";
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
    return RecordDecoder.atBoundary(new ZephyrRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new ZephyrRecords());
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    boolean belt =
        heard.through(midStream()).stream()
            .anyMatch(
                event -> event instanceof Info info && "hxm".equals(info.fields().get("mode")));
    return belt
        ? heard.as(this, "sends packets of a Zephyr HxM, and the checksum holds", 0.97)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new VirtualHxm(heart, faults);
  }
}
