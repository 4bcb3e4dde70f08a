package app.downshift.sound;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.tinylog.Logger;

/** The usual sound device of the computer. */
public final class LineSpeaker implements Speaker {
  private static final AudioFormat FORMAT = new AudioFormat(BreathTone.RATE_HZ, 16, 2, true, false);
  private static final int BUFFER_BYTES = ((int) (0.2 * BreathTone.RATE_HZ)) * FRAME_BYTES;

  private final SourceDataLine line;

  private LineSpeaker(SourceDataLine line) {
    this.line = line;
  }

  /** Opens it; nothing where there is none, where it is taken, or where Java has no sound. */
  public static Optional<Speaker> open() {
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
      line.open(FORMAT, BUFFER_BYTES);
      line.start();
      return Optional.of(new LineSpeaker(line));
    } catch (LineUnavailableException | RuntimeException | LinkageError none) {
      // A missing device is an IllegalArgumentException, a JDK without its sound parts a linkage
      // error.
      Logger.info("No sound device: {}", none.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean write(byte[] bytes, int length) {
    return line.write(bytes, 0, length) == length && line.isOpen();
  }

  @Override
  public long playedFrames() {
    return line.getLongFramePosition();
  }

  @Override
  public int roomFrames() {
    return line.getBufferSize() / FRAME_BYTES;
  }

  @Override
  public void close() {
    line.stop();
    line.flush();
    line.close();
  }
}
