package app.downshift.sound;

import java.util.Optional;

/** An open way to a loudspeaker: signed 16-bit frames, two channels, little-endian. */
public interface Speaker {
  /** Bytes of one frame. */
  int FRAME_BYTES = 4;

  /** Hands frames over, waiting while there is no room; false when the device is gone. */
  boolean write(byte[] bytes, int length);

  /** Frames that have left for the ear since it was opened. */
  long playedFrames();

  /** Frames that find room between {@link #write} and the ear. */
  int roomFrames();

  /** Lets go of it at once, whatever is still to be heard. */
  void close();

  /** Where speakers come from. */
  interface Source {
    /** Opens one, or nothing where there is none to be had now. */
    Optional<Speaker> open();
  }
}
