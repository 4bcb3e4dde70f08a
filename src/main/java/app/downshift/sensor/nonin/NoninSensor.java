package app.downshift.sensor.nonin;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.nonin.NoninRecords.Format;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.SpokenTo;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Nonin Xpod, Onyx II 9560 or WristOx2 3150 over USB cable or Bluetooth SPP. */
public final class NoninSensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(
          Intervals.PULSE,
          1000.0 / NoninStream.FRAMES_PER_SECOND,
          false,
          false,
          2500,
          Set.of(NoninRecords.Format.DF2.mode, NoninRecords.Format.DF7.mode));

  /** Formats 8 and 13 have rates alone. */
  private static final SensorTraits RATES =
      new SensorTraits(Intervals.PULSE, 1000, true, false, 2500);

  private static final int LEAST_FRAMES = 30;
  private static final double LEAST_SHARE = 0.8;

  @Override
  public String name() {
    return "nonin";
  }

  @Override
  public String title() {
    return "Nonin oximeter";
  }

  @Override
  public SensorTraits traits() {
    return TRAITS;
  }

  @Override
  public SensorTraits traitsIn(String mode) {
    return mode.equals("df8") || mode.equals("df13") ? RATES : TRAITS;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(9600);
  }

  @Override
  public Decoder decoder() {
    return RecordDecoder.atBoundary(new NoninRecords());
  }

  @Override
  public Decoder midStream() {
    return RecordDecoder.midStream(new NoninRecords());
  }

  @Override
  public Conversation conversation() {
    return new NoninConversation(midStream());
  }

  @Override
  public Decoder forCapture(byte[] capture, int length, double seconds) {
    boolean waves =
        length >= NoninRecords.LENGTH_WAVES
            && NoninRecords.isFrame(NoninRecords.Format.DF7, capture, 0);
    return RecordDecoder.atBoundary(
        new NoninRecords(waves ? NoninRecords.Format.DF7 : Format.UNKNOWN));
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualNonin(heart, faults, NoninRecords.Format.DF2, false);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<SensorEvent> events = heard.through(midStream());
    long waves = events.stream().filter(Waveform.class::isInstance).count();
    if (waves >= LEAST_FRAMES && heard.share(waves, NoninRecords.LENGTH_WAVES) >= LEAST_SHARE) {
      return heard.as(this, "sends pulse waves of a Nonin, and the checksum holds", 0.95);
    }
    long rates = events.stream().filter(Rate.class::isInstance).count();
    return rates >= 2 && heard.share(rates, NoninRecords.LENGTH_RATES) >= LEAST_SHARE
        ? heard.as(
            this, "sends rates as a Nonin does in format 8; it can be told to send waves", 0.6)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
