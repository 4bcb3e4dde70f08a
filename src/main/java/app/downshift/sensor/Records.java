package app.downshift.sensor;

import java.util.List;

/**
 * The records of one binary format: finds where a record ends, checks it and says what it means.
 * Used by {@link RecordDecoder}, which copies it before every call, so that what a decoder holds
 * never changes.
 *
 * <p>What is decided about the bytes at a place must not change when more bytes follow: where more
 * are needed the answer is 0 until they are there.
 */
public interface Records {

  /** The same records with the same memory, free to go another way. */
  Records copy();

  /**
   * Looks at what begins at {@code bytes[from]}; {@code to} is the end of what has been received,
   * above {@code from}.
   *
   * @param inStep whether a record ended just before {@code from}, so that one must begin here
   * @return the length of the record that was read; or less than 0, how many bytes belong to no
   *     record; or 0 when more bytes are needed
   */
  int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events);
}
