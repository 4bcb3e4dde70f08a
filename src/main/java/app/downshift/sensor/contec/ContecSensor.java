package app.downshift.sensor.contec;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent;
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
import java.util.Set;

/** A Contec CMS50 oximeter, or a clone, with a serial port; not the later ones with HID or BLE. */
public final class ContecSensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(
          Intervals.PULSE,
          1000.0 / ContecRecords.FRAMES_PER_SECOND,
          true,
          false,
          2500,
          Set.of("old", "new"));
  private static final int LEAST_FRAMES = 30;
  private static final double LEAST_SHARE = 0.9;

  @Override
  public String name() {
    return "contec";
  }

  @Override
  public String title() {
    return "Contec CMS50 oximeter";
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
    return RecordDecoder.atBoundary(new ContecRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new ContecRecords());
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return new ContecConversation(midStream());
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return VirtualContec.silentUntilStarted(heart, faults);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<SensorEvent> events = heard.through(midStream());
    long frames = events.stream().filter(Waveform.class::isInstance).count();
    boolean old =
        events.stream()
            .anyMatch(
                event -> event instanceof Info info && "old".equals(info.fields().get("mode")));
    int length = old ? ContecRecords.OLD_LENGTH : ContecRecords.NEW_LENGTH;
    return frames >= LEAST_FRAMES && heard.share(frames, length) >= LEAST_SHARE
        ? heard.as(this, "sends frames of a Contec CMS50", 0.9)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
