package app.downshift.sensor;

import java.io.Closeable;

/**
 * Where bytes come from: a serial port, a virtual sensor, a capture. Read by one thread, written to
 * and closed by any.
 */
public interface ByteSource extends Closeable {
  /**
   * Waits a short while (at most about half a second) for bytes.
   *
   * @return how many bytes were put at the start of {@code buffer}; 0 when none came in time; −1
   *     when the source is gone for good (unplugged, closed, at its end)
   */
  int read(byte[] buffer);

  /**
   * Sends bytes, all of them; a source that hears nobody takes them and does nothing.
   *
   * @return false when the source is gone
   */
  default boolean write(byte[] bytes) {
    return true;
  }

  @Override
  void close();
}
