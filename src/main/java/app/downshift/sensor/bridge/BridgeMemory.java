package app.downshift.sensor.bridge;

import java.util.Collections;
import java.util.List;

/**
 * What a bridge decoder remembers between lines: a value.
 *
 * @param sequence number of the last line taken, or −1
 * @param staleSequence number of the last line dropped as out of order, or −1
 * @param rawMillis the board's clock as last sent
 * @param millis the same, unwrapped
 * @param sources what is known of each strap, by its number
 */
record BridgeMemory(
    int sequence, int staleSequence, long rawMillis, long millis, List<Source> sources) {
  /** Straps behind one board; higher numbers are refused, so that memory has a bound. */
  static final int MOST_SOURCES = 16;

  static final BridgeMemory EMPTY =
      new BridgeMemory(-1, -1, 0, 0, Collections.nCopies(MOST_SOURCES, Source.UNKNOWN));

  /**
   * What is known of one strap.
   *
   * @param beats the board's beat counter after the last line, or −1
   * @param spoken whether it ever sent beats
   * @param linesLost whether lines were lost since its last one
   * @param mode {@code strap} or {@code detector}, or empty
   */
  record Source(
      int beats, boolean spoken, boolean linesLost, boolean linked, Skin skin, String mode) {
    static final Source UNKNOWN = new Source(-1, false, false, false, Skin.UNKNOWN, "");

    Source missingLines() {
      return new Source(beats, spoken, true, linked, skin, mode);
    }

    Source restarted() {
      return new Source(-1, spoken, false, false, Skin.UNKNOWN, mode);
    }

    Source counted(int beatsNow) {
      return new Source(beatsNow, true, false, true, skin, mode);
    }

    Source linked(boolean now) {
      return new Source(beats, spoken, linesLost, now, now ? skin : Skin.UNKNOWN, mode);
    }

    Source touching(Skin now) {
      return new Source(beats, spoken, linesLost, linked, now, mode);
    }

    Source inMode(String now) {
      return new Source(beats, spoken, linesLost, linked, skin, now);
    }
  }

  /** Skin contact as last told. */
  enum Skin {
    UNKNOWN,
    ON,
    OFF
  }
}
