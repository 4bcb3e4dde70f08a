package app.downshift.sensor.ant;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.List;

/** What the stick says, understood without knowing what it was told. */
record AntDecoder(AntFraming framing, AntHeart heart) implements Decoder {
  private static final int TO_SEARCH = 8;

  static final AntDecoder FRESH = new AntDecoder(AntFraming.FRESH, AntHeart.UNHEARD);
  static final AntDecoder MID_STREAM = new AntDecoder(AntFraming.MID_STREAM, AntHeart.UNHEARD);

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    AntHeart[] now = {heart};
    AntFraming next =
        framing.accept(bytes, length, frame -> now[0] = hear(frame, now[0], events), events::add);
    return new Decoded(new AntDecoder(next, now[0]), events);
  }

  /** What the strap's beats are after a message, and adds what it says. */
  static AntHeart hear(AntFrame frame, AntHeart heart, List<SensorEvent> events) {
    if (frame.id() == AntFrame.BROADCAST) {
      return heart.read(frame, events);
    }
    return isEvent(frame, TO_SEARCH) || frame.id() == AntFrame.STARTED
        ? heart.outOfReach(events)
        : heart;
  }

  /** Whether a message is this event of the channel. */
  static boolean isEvent(AntFrame frame, int code) {
    return frame.id() == AntFrame.RESPONSE
        && frame.data().length >= 3
        && frame.octet(1) == AntFrame.EVENT
        && frame.octet(2) == code;
  }
}
