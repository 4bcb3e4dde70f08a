package app.downshift.sensor.pulsesensor;

/**
 * What a PulseSensor decoder remembers between lines: a value.
 *
 * @param bpm the rate last repeated by a plotter line; NaN before the first, 0 while there is no
 *     pulse
 * @param ibiMillis the interval last repeated by a plotter line
 * @param manyFor for how many lines still the letters are read as those of several sensors
 * @param pairMillis the first field of the last pair of numbers, or −1; a time only ever grows
 * @param pairsAreSensors whether pairs turned out to be two sensors
 * @param coach what the coach's records have told
 * @param mode the mode last named, empty before the first
 */
record PulseMemory(
    double bpm,
    double ibiMillis,
    int manyFor,
    double pairMillis,
    boolean pairsAreSensors,
    CoachHistory coach,
    String mode) {
  static final PulseMemory EMPTY =
      new PulseMemory(Double.NaN, 0, 0, -1, false, CoachHistory.EMPTY, "");
}
