package app.downshift.sensor.link;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import java.util.function.Supplier;

/**
 * What a reader reads.
 *
 * @param port its name in {@code Link} events and messages
 * @param opener opens it, the first time and again
 * @param conversations a fresh conversation in its first state, which skips a torn first line or
 *     frame; one an opening
 * @param returns whether a source that ended may come back (a cable) or is over (a capture, a
 *     simulation)
 */
public record Feed(
    String port, ByteSourceOpener opener, Supplier<Conversation> conversations, boolean returns) {

  /** A feed that is only listened to. */
  public static Feed listening(
      String port, ByteSourceOpener opener, Supplier<Decoder> decoders, boolean returns) {
    return new Feed(port, opener, () -> Conversation.listening(decoders.get()), returns);
  }
}
