package app.downshift.sensor.bridge;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/** A board that relays a Bluetooth chest strap, or detects beats itself, and speaks HRLP/1. */
public final class BridgeSensor implements SensorType {
  private static final SensorTraits STRAP =
      new SensorTraits(Intervals.RR, 1000.0 / 1024, false, true, 2500);

  /**
   * A board's own detector may look at a finger; it does not say, so the smaller promise is made.
   */
  private static final SensorTraits DETECTOR =
      new SensorTraits(Intervals.PULSE, 1, false, true, 2500);

  @Override
  public String name() {
    return "bridge";
  }

  @Override
  public String title() {
    return "Chest strap through a bridge board";
  }

  @Override
  public SensorTraits traits() {
    return STRAP;
  }

  @Override
  public SensorTraits traitsIn(String mode) {
    return mode.equals("detector") ? DETECTOR : STRAP;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(115_200);
  }

  @Override
  public Decoder decoder() {
    return BridgeDecoder.fresh();
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<SensorEvent> events = heard.through(decoder());
    long good = events.stream().filter(event -> !(event instanceof SensorEvent.Rejected)).count();
    return good == 0
        ? Optional.empty()
        : heard.as(this, "speaks HRLP/1, and the checksum holds", 0.99);
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new VirtualBridge(heart, faults);
  }
}
