package app.downshift.sensor.virtual;

/**
 * Something that goes wrong with a virtual sensor at a moment; a sensor to which a kind means
 * nothing leaves it out.
 */
public record Fault(Kind kind, double atSeconds) {
  /**
   * What can go wrong on the wire. Loss of contact and false beats belong to the {@link
   * HeartProfile}.
   */
  public enum Kind {
    /** The first line or frame is the tail of one; its moment is the beginning. */
    HALF_FIRST_LINE,
    /** The board prints boot messages that are not of its protocol. */
    BOOT_NOISE,
    /** The next line with beats has two digits exchanged, the next frame one wrong bit. */
    BAD_CHECKSUM,
    /** The next line with beats, or the next frame, never arrives. */
    LOST_LINE,
    /** The next line with beats, or the next frame, arrives twice. */
    DUPLICATE,
    /** One byte of the next frame never arrives. */
    LOST_BYTE,
    /** The device says that it stops sending, and does. */
    NOTICE,
    /** The board restarts: silence, boot messages, counters and clock from the beginning. */
    REBOOT,
    /** The radio link breaks, and can be made again a little later. */
    LINK_LOSS,
    /** The next command is answered with an error and not obeyed. */
    REFUSAL,
    /** The next command is never answered. */
    NO_ANSWER,
    /** An event of something else comes between the next command and its answer. */
    CROSSING,
    /** From then on chunks arrive in pieces. */
    SPLIT
  }
}
