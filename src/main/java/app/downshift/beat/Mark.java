package app.downshift.beat;

import java.util.Locale;

/** Why a beat is doubted. A beat can carry several; the beat itself stays as it was measured. */
public enum Mark {
  /** Shorter than 300 ms or longer than 2000 ms. */
  RANGE,
  /** Early or late beat with its compensation (Lipponen and Tarvainen 2019). */
  ECTOPIC,
  /** Two intervals in one: a beat was not detected (Lipponen and Tarvainen 2019). */
  MISSED,
  /** One interval in two: something else was detected as a beat (Lipponen and Tarvainen 2019). */
  EXTRA,
  /** Too long for its surroundings (Lipponen and Tarvainen 2019). */
  LONG,
  /** Too short for its surroundings (Lipponen and Tarvainen 2019). */
  SHORT,
  /** Does not fit the breathing that carries its surroundings. */
  BREATH;

  /** The word of session files and exports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
