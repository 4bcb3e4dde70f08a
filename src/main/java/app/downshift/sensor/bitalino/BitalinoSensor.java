package app.downshift.sensor.bitalino;

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

/** A BITalino with its ECG sensor on channel A2. */
public final class BitalinoSensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(Intervals.RR, 1, false, true, 2500, BitalinoRecords.MODES);
  private static final int LEAST_FRAMES = 50;
  private static final double LEAST_SHARE = 0.3;

  @Override
  public String name() {
    return "bitalino";
  }

  @Override
  public String title() {
    return "BITalino with ECG";
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
    return RecordDecoder.atBoundary(new BitalinoRecords());
  }

  @Override
  public Decoder midStream() {
    return listening();
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return new BitalinoConversation(midStream());
  }

  static Decoder listening() {
    return RecordDecoder.midStream(new BitalinoRecords());
  }

  private static boolean isEcg(SensorEvent event) {
    return event instanceof Waveform wave && wave.channel().equals("ecg");
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualBitalino(heart, faults);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    long frames = heard.through(midStream()).stream().filter(BitalinoSensor::isEcg).count();
    return frames >= LEAST_FRAMES && heard.share(frames, BitalinoRecords.SHORTEST) >= LEAST_SHARE
        ? heard.as(this, "sends numbered frames of a BITalino, and the checksum holds", 0.9)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
