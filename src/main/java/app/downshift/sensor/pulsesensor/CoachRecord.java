package app.downshift.sensor.pulsesensor;

import app.downshift.sensor.LineCursor;
import app.downshift.sensor.LineFraming;
import java.util.Optional;

/**
 * One record of the coach: {@code PSWS,1,LIVE|SIM,seq,t_ms,signal,bpm,ibi,beat,quality,state};
 * version 2 has seven fields more, of which the battery is kept.
 *
 * @param battery charge in percent, or −1 when the record has none
 */
record CoachRecord(
    String origin,
    long sequence,
    long millis,
    double signal,
    double bpm,
    double ibiMillis,
    boolean beat,
    String state,
    int battery) {
  private static final int FIELDS = 11;
  private static final int FIELDS_V2 = 18;
  private static final int NUMBERS = 6;
  private static final int STATE = 10;
  private static final int BATTERY = 14;
  private static final long UNSIGNED = 4_294_967_295L;

  /** Reads the line that the cursor stands before; nothing when it is no record. */
  static Optional<CoachRecord> read(LineCursor cursor, byte[] bytes, int to) {
    int from = cursor.at();
    if (!cursor.take("psws,")) {
      return Optional.empty();
    }
    String[] fields = LineFraming.quote(bytes, from, to).split(",", -1);
    boolean second = fields[1].equals("2");
    if (fields.length != (second ? FIELDS_V2 : FIELDS) || !(second || fields[1].equals("1"))) {
      return Optional.empty();
    }
    cursor.seek(cursor.at() + fields[1].length() + fields[2].length() + 2);
    long[] numbers = new long[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      if (!cursor.number() || !cursor.wholeWithin(0, UNSIGNED) || !cursor.take(',')) {
        return Optional.empty();
      }
      numbers[i] = cursor.whole();
    }
    boolean charge = second && fields[BATTERY].matches("\\d{1,2}|100");
    return Optional.of(
        new CoachRecord(
            fields[2],
            numbers[0],
            numbers[1],
            (double) numbers[2],
            (double) numbers[3],
            (double) numbers[4],
            numbers[5] == 1,
            fields[STATE],
            charge ? Integer.parseInt(fields[BATTERY]) : -1));
  }
}
