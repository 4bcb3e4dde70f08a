package app.downshift.sensor;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;

/**
 * One kind of sensor and everything Downshift knows of it. A new sensor is one room that implements
 * this, and one line in {@link SensorCatalogue}.
 */
public interface SensorType {
  /** The word of the command line and of session files, such as {@code pulse-sensor}. */
  String name();

  /** What a person reads, such as {@code PulseSensor with Arduino}. */
  String title();

  /** What its beats are worth in its usual mode. */
  SensorTraits traits();

  /**
   * What its beats are worth in the mode which its decoder names in an {@link SensorEvent.Info}
   * field {@code mode}; modes that make no difference, and unknown ones, have the usual traits.
   */
  default SensorTraits traitsIn(String mode) {
    return traits();
  }

  /** How its line is opened. */
  LineSettings line();

  /** A decoder for bytes that begin at a record: captures, files, virtual sensors. */
  Decoder decoder();

  /**
   * A decoder for a port opened at any moment: what precedes the first record boundary is dropped.
   */
  default Decoder midStream() {
    return decoder();
  }

  /**
   * A decoder for bytes that are all there already, so that what only the whole can tell is known
   * at once.
   *
   * @param seconds how long the capture took to arrive, NaN when nobody noted it
   */
  default Decoder forCapture(byte[] capture, int length, double seconds) {
    return decoder();
  }

  /**
   * Whether the sensor has to be spoken to. Such a type is opened only for a person who chose it:
   * no byte is sent while it is still unknown what hangs on a port.
   */
  default boolean speaks() {
    return false;
  }

  /** Whether straps in reach of it can be chosen among, as behind a stick. */
  default boolean reachesStraps() {
    return false;
  }

  /** The conversation for a port that is about to be opened; of most sensors it is to listen. */
  default Conversation conversation() {
    return Conversation.listening(midStream());
  }

  /** Whether what was heard on a port is this sensor. */
  Optional<Recognition> recognise(Heard heard);

  /**
   * The virtual sensor of this type: real bytes, in real time order, of a heart whose truth is
   * known. Of a type that has to be spoken to, what it says while {@link #conversation} speaks to
   * it.
   */
  TimedStream twin(VirtualHeart heart, List<Fault> faults);

  /** The same with an ear: the virtual sensor that answers. */
  default VirtualDevice device(VirtualHeart heart, List<Fault> faults) {
    return VirtualDevice.speaking(twin(heart, faults));
  }
}
