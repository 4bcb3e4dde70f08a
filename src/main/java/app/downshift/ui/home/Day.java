package app.downshift.ui.home;

import app.downshift.ui.theme.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A day as lists tell it: the year only where it is another one. */
final class Day {
  private Day() {}

  static String of(Instant when, Instant now, Words words) {
    LocalDate day = LocalDate.ofInstant(when, ZoneId.systemDefault());
    boolean thisYear = day.getYear() == LocalDate.ofInstant(now, ZoneId.systemDefault()).getYear();
    return DateTimeFormatter.ofPattern(
            words.text(thisYear ? "day.pattern" : "day.pattern.year"), words.locale())
        .format(day);
  }
}
