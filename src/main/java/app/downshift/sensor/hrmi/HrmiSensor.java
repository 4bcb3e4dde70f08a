package app.downshift.sensor.hrmi;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
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

/** A SparkFun HRMI board with a coded Polar strap. It gives whole rates, not intervals. */
public final class HrmiSensor implements SensorType {
  private static final SensorTraits TRAITS =
      new SensorTraits(Intervals.RR, 10.5, false, false, 2500);

  @Override
  public String name() {
    return "hrmi";
  }

  @Override
  public String title() {
    return "SparkFun HRMI";
  }

  @Override
  public SensorTraits traits() {
    return TRAITS;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(9600);
  }

  @Override
  public Decoder decoder() {
    return HrmiDecoder.atBoundary();
  }

  @Override
  public Decoder midStream() {
    return HrmiDecoder.midStream();
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Conversation conversation() {
    return new HrmiConversation(midStream(), 0);
  }

  @Override
  public VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return new VirtualHrmi(heart, faults);
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    return Optional.empty(); // silent until it is asked
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new SpokenTo(device(heart, faults), conversation());
  }
}
