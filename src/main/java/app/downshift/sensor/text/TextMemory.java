package app.downshift.sensor.text;

/**
 * What a text decoder remembers between lines: a value.
 *
 * @param raw whether bare numbers are samples rather than intervals
 * @param exclaimed whether the last line was a {@code !} that nobody believes yet
 * @param unit in what bare intervals are written, as far as seen
 * @param secondsInARow how many values in milliseconds in a row looked like seconds
 * @param bpm the heart rate last repeated by a MAX3010x sketch; NaN before the first
 * @param skin contact as last told
 * @param mode the mode last named, empty before the first
 */
record TextMemory(
    boolean raw,
    boolean exclaimed,
    Unit unit,
    int secondsInARow,
    double bpm,
    Skin skin,
    String mode) {
  static final TextMemory INTERVALS =
      new TextMemory(false, false, Unit.UNKNOWN, 0, Double.NaN, Skin.UNKNOWN, "");
  static final TextMemory SAMPLES =
      new TextMemory(true, false, Unit.UNKNOWN, 0, Double.NaN, Skin.UNKNOWN, "");

  TextMemory in(Unit known) {
    return new TextMemory(raw, exclaimed, known, 0, bpm, skin, mode);
  }

  /** Unit of bare intervals. */
  enum Unit {
    UNKNOWN,
    MILLIS,
    SECONDS
  }

  /** Skin contact as last told. */
  enum Skin {
    UNKNOWN,
    ON,
    OFF
  }
}
