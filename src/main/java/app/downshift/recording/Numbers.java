package app.downshift.recording;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Numbers and times as other programs write them. */
final class Numbers {
  private static final List<DateTimeFormatter> WITH_ZONE =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS] Z", Locale.ROOT));
  private static final List<DateTimeFormatter> WITHOUT_ZONE =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS]", Locale.ROOT));

  private Numbers() {}

  /** The number in a cell, with a point or, where that may be, a comma; NaN when there is none. */
  static double of(String cell, boolean commas) {
    String text = commas ? cell.strip().replace(',', '.') : cell.strip();
    if (text.isEmpty() || !"+-.0123456789".contains(text.substring(0, 1))) {
      return Double.NaN; // parseDouble also takes NaN, Infinity and 0x1p3
    }
    try {
      double value = Double.parseDouble(text);
      char last = text.charAt(text.length() - 1);
      return (Character.isDigit(last) || last == '.') && Double.isFinite(value)
          ? value
          : Double.NaN;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** A moment in ms: of 1970 where the cell names a day, of midnight where it does not; or NaN. */
  static double momentMillis(String cell) {
    for (DateTimeFormatter format : WITH_ZONE) {
      try {
        return OffsetDateTime.parse(cell, format).toInstant().toEpochMilli();
      } catch (DateTimeException other) {
        // the next one
      }
    }
    for (DateTimeFormatter format : WITHOUT_ZONE) {
      try {
        return LocalDateTime.parse(cell, format).toInstant(ZoneOffset.UTC).toEpochMilli();
      } catch (DateTimeException other) {
        // the next one
      }
    }
    try {
      return LocalTime.parse(cell).toNanoOfDay() / 1e6;
    } catch (DateTimeException noTime) {
      return Double.NaN;
    }
  }

  /** The middle one of the positive finite values, NaN when there is none. */
  static double medianOfPositive(double[] values) {
    double[] sorted =
        Arrays.stream(values)
            .filter(value -> value > 0 && Double.isFinite(value))
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
