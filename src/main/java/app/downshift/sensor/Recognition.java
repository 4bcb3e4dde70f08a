package app.downshift.sensor;

/**
 * A sensor recognised by listening.
 *
 * @param type the sensor, in the mode that was heard
 * @param line how the line was open when it was heard, and is to be opened again
 * @param why what was heard, as words for a person
 * @param confidence 0 to 1; a checksum that holds is near 1, bare numbers are near a half
 */
public record Recognition(SensorType type, LineSettings line, String why, double confidence) {}
