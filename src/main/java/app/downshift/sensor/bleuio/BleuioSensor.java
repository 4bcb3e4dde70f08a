package app.downshift.sensor.bleuio;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
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

/** A Bluetooth chest strap through a BleuIO stick. */
public final class BleuioSensor implements SensorType {
  private static final SensorTraits STRAP =
      new SensorTraits(Intervals.RR, 1000.0 / 1024, true, true, 2500);

  @Override
  public String name() {
    return "bleuio";
  }

  @Override
  public String title() {
    return "Chest strap through a BleuIO stick";
  }

  @Override
  public SensorTraits traits() {
    return STRAP;
  }

  /** The speed means nothing to a stick that is a virtual port. */
  @Override
  public LineSettings line() {
    return LineSettings.of(57_600);
  }

  @Override
  public Decoder decoder() {
    return BleuioDecoder.over(LineFraming.atBoundary());
  }

  @Override
  public Decoder midStream() {
    return BleuioDecoder.over(LineFraming.midStream());
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public boolean reachesStraps() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return BleuioConversation.NEW;
  }

  /** A stick is silent, unless a program that crashed has left it connected. */
  @Override
  public Optional<Recognition> recognise(Heard heard) {
    boolean prints =
        heard.lines().stream().anyMatch(line -> line.startsWith("handle_evt_gattc_notification:"));
    return prints
        ? heard.as(this, "a BleuIO stick that some program left connected", 0.9)
        : Optional.empty();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualBleuio(heart, faults);
  }
}
