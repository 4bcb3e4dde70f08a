package app.downshift.sensor.cyton;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent;
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

/** An OpenBCI Cyton with an ECG on channel 1, through its radio dongle. */
public final class CytonSensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(
          Intervals.RR, 1000.0 / CytonRecords.HERTZ, false, true, 2500, Set.of(CytonRecords.MODE));
  private static final int LEAST_PACKETS = 20;
  private static final double LEAST_SHARE = 0.8;

  @Override
  public String name() {
    return "cyton";
  }

  @Override
  public String title() {
    return "OpenBCI Cyton with ECG";
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
    return RecordDecoder.atBoundary(new CytonRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new CytonRecords());
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return new CytonConversation(midStream());
  }

  private static boolean isEcg(SensorEvent event) {
    return event instanceof Waveform wave && wave.channel().equals("ecg");
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualCyton(heart, faults);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    long packets = heard.through(midStream()).stream().filter(CytonSensor::isEcg).count();
    return packets >= LEAST_PACKETS && heard.share(packets, CytonRecords.LENGTH) >= LEAST_SHARE
        ? heard.as(this, "sends packets of an OpenBCI Cyton", 0.95)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
