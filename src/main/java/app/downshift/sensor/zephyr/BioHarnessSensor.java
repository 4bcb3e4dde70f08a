package app.downshift.sensor.zephyr;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.SpokenTo;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/**
 * A Zephyr BioHarness, which appears as a serial port once it is paired, and has to be switched on.
 */
public final class BioHarnessSensor implements SensorType {
  private static final SensorTraits TRAITS = new SensorTraits(Intervals.RR, 1, false, true, 2600);

  @Override
  public String name() {
    return "zephyr-bioharness";
  }

  @Override
  public String title() {
    return "Zephyr BioHarness";
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
  public boolean speaks() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return new BioHarnessConversation(midStream());
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualBioHarness(heart, faults);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    boolean packets =
        heard.through(midStream()).stream()
            .anyMatch(
                event ->
                    event instanceof Waveform
                        || (event instanceof Info info
                            && "bioharness".equals(info.fields().get("mode"))));
    return packets
        ? heard.as(this, "sends packets of a Zephyr BioHarness, and the checksum holds", 0.97)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
