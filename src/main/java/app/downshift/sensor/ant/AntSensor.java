package app.downshift.sensor.ant;

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

/** An ANT+ chest strap through an ANTUSB1 stick. */
public final class AntSensor implements SensorType {
  private static final SensorTraits STRAP =
      new SensorTraits(Intervals.RR, 1000.0 / AntHeart.TICKS_PER_SECOND, false, true, 2500);

  private static final int CERTAIN_FRAMES = 3;

  @Override
  public String name() {
    return "ant";
  }

  @Override
  public String title() {
    return "ANT+ chest strap through an ANTUSB1 stick";
  }

  @Override
  public SensorTraits traits() {
    return STRAP;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(115_200);
  }

  @Override
  public Decoder decoder() {
    return AntDecoder.FRESH;
  }

  @Override
  public Decoder midStream() {
    return AntDecoder.MID_STREAM;
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
    return AntConversation.NEW;
  }

  /** A stick is silent, unless a program that crashed has left its channel open. */
  @Override
  public Optional<Recognition> recognise(Heard heard) {
    byte[] bytes = heard.bytes();
    List<AntFrame> frames = new ArrayList<>();
    List<SensorEvent> losses = new ArrayList<>();
    AntFraming.MID_STREAM.accept(bytes, bytes.length, frames::add, losses::add);
    int told = frames.stream().mapToInt(frame -> frame.data().length + AntFrame.AROUND).sum();
    boolean mostly = 2 * told > bytes.length;
    return frames.size() < CERTAIN_FRAMES || !mostly
        ? Optional.empty()
        : heard.as(this, "an ANT stick whose channel some program left open", 0.95);
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualAnt(heart, faults);
  }
}
