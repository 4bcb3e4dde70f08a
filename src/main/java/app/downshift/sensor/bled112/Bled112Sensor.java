package app.downshift.sensor.bled112;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.SpokenTo;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Bluetooth chest strap through a BLED112 stick. */
public final class Bled112Sensor implements SensorType {
  private static final SensorTraits STRAP =
      new SensorTraits(Intervals.RR, 1000.0 / 1024, true, true, 2500);

  private static final int CERTAIN_PACKETS = 3;

  @Override
  public String name() {
    return "bled112";
  }

  @Override
  public String title() {
    return "Chest strap through a BLED112 stick";
  }

  @Override
  public SensorTraits traits() {
    return STRAP;
  }

  /** The speed means nothing to a stick that is a virtual port. */
  @Override
  public LineSettings line() {
    return LineSettings.of(115_200);
  }

  @Override
  public Decoder decoder() {
    return new BgapiDecoder(BgapiFraming.AT_BOUNDARY, BgapiEars.Known.NOTHING);
  }

  @Override
  public Decoder midStream() {
    return new BgapiDecoder(BgapiFraming.MID_STREAM, BgapiEars.Known.NOTHING);
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
    return Bled112Conversation.NEW;
  }

  /** A stick is silent, unless a program that crashed has left it scanning or connected. */
  @Override
  public Optional<Recognition> recognise(Heard heard) {
    byte[] bytes = heard.bytes();
    List<BgapiPacket> packets = new ArrayList<>();
    List<SensorEvent> losses = new ArrayList<>();
    BgapiFraming.MID_STREAM.accept(bytes, bytes.length, packets::add, losses::add);
    boolean shapely = packets.stream().allMatch(BgapiPacket::isShapely);
    return packets.size() < CERTAIN_PACKETS || !shapely || !losses.isEmpty()
        ? Optional.empty()
        : heard.as(this, "a BLED112 stick that some program left scanning or connected", 0.9);
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualBled112(heart, faults);
  }
}
