package app.downshift.sensor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises a sensor by listening alone; a value without a clock. One is made for each step of
 * {@link ListeningStep#PLAN}, fed what is heard, and asked at any moment.
 */
public final class Recogniser {
  private final List<SensorType> candidates;
  private final Heard heard;

  private Recogniser(List<SensorType> candidates, Heard heard) {
    this.candidates = candidates;
    this.heard = heard;
  }

  /**
   * A recogniser of all catalogued sensors that has heard nothing yet, on a line opened as {@code
   * line}.
   */
  public static Recogniser on(LineSettings line) {
    return new Recogniser(SensorCatalogue.all(), Heard.nothingOn(line));
  }

  /**
   * The recogniser that has also heard {@code bytes[0..length)} at {@code atNanos}; 0 bytes are
   * silence.
   */
  public Recogniser hear(byte[] bytes, int length, long atNanos) {
    return new Recogniser(candidates, heard.and(bytes, length, atNanos));
  }

  /** The most likely sensor, or nothing while, or because, nothing fits. */
  public Optional<Recognition> best() {
    return candidates.stream()
        .flatMap(type -> type.recognise(heard).stream())
        .max(Comparator.comparingDouble(Recognition::confidence));
  }
}
