package app.downshift.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The pace that a search found for a client, as it is kept in the profile: a suggestion for later
 * sessions, with the day it is of. Rates in breaths per minute.
 *
 * @param perMinute where the heart swung most
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param found the day of the session
 */
public record FoundPace(double perMinute, double low, double high, LocalDate found) {
  /** The field of the rate. */
  public static final String PACE = "pace";

  /** The field of the lower end of its interval. */
  public static final String LOW = "pace-from";

  /** The field of the upper end. */
  public static final String HIGH = "pace-to";

  /** The field of the day, as {@code 2026-11-14}. */
  public static final String FOUND = "pace-found";

  public FoundPace {
    if (!(0 < low && low <= perMinute && perMinute <= high && Double.isFinite(high))) {
      throw new IllegalArgumentException("no pace within its interval: " + perMinute);
    }
  }

  /** What a profile says; empty where it says nothing, or nothing that can be. */
  public static Optional<FoundPace> in(Map<String, String> profile) {
    try {
      return Optional.of(
          new FoundPace(
              Double.parseDouble(profile.getOrDefault(PACE, "")),
              Double.parseDouble(profile.getOrDefault(LOW, "")),
              Double.parseDouble(profile.getOrDefault(HIGH, "")),
              LocalDate.parse(profile.getOrDefault(FOUND, ""))));
    } catch (IllegalArgumentException | DateTimeException unusable) {
      return Optional.empty();
    }
  }

  /** The same as fields of a profile. */
  public Map<String, String> fields() {
    return Map.of(
        PACE, written(perMinute), LOW, written(low), HIGH, written(high), FOUND, found.toString());
  }

  private static String written(double rate) {
    return String.format(Locale.ROOT, "%.2f", rate);
  }
}
