package app.downshift.sensor.hrmi;

import app.downshift.sensor.LineCursor;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of an HRMI to {@code G<n>}: {@code status count rate rate …}, newest rate first. The
 * count grows by one with every beat, modulo 256, and says how many of the rates are new.
 */
final class HrmiLines implements LineFraming.Sink {
  private static final int BAD_DATA = 2;
  private static final int MOST_RATES = 32;
  private static final int UNKNOWN = -1;

  private final List<SensorEvent> events;
  private final Told told;
  private final LineCursor cursor = new LineCursor();
  private final int[] rates = new int[MOST_RATES];
  private int count;

  HrmiLines(int count, Told told, List<SensorEvent> events) {
    this.count = count;
    this.told = told;
    this.events = events;
  }

  int count() {
    return count;
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    int status = whole();
    int now = whole();
    int n = 0;
    boolean understood = status >= 0 && now >= 0;
    while (understood && !cursor.done()) {
      int bpm = n < MOST_RATES ? whole() : -1;
      understood = bpm >= 0;
      if (understood) {
        rates[n++] = bpm;
      }
    }
    if (understood && n > 0) {
      beats(status, now, n);
    } else if (!isEcho(bytes, from)) {
      events.add(new Rejected("text", LineFraming.quote(bytes, from, to)));
    }
  }

  @Override
  public void overlong(byte[] bytes, int from, int to) {
    events.add(new Rejected("overlong", LineFraming.quote(bytes, from, to)));
  }

  private void beats(int status, int now, int n) {
    told.info("hrmi", Map.of(), events);
    boolean contact = (status & BAD_DATA) == 0 && rates[0] > 0;
    told.contact(contact, events);
    told.rate(contact ? rates[0] : 0, events);
    int fresh = count == UNKNOWN ? 0 : now - count & 0xFF;
    count = contact ? now : UNKNOWN;
    if (!contact) {
      return;
    }
    if (fresh > n) {
      events.add(new Gap(0, GapReason.LOST_BEATS, fresh - n));
      fresh = n;
    }
    for (int i = fresh - 1; i >= 0; i--) {
      double rrMillis = 60_000.0 / rates[i];
      events.add(
          Beat.possible(rrMillis)
              ? new Beat(0, rrMillis, 0, i, Optional.empty(), false)
              : new Rejected(Rejected.IMPOSSIBLE, "rate " + rates[i]));
    }
  }

  /** A whole number from 0 to 255, and the blanks before and behind it; or −1. */
  private int whole() {
    cursor.skipBlanks();
    boolean fits = cursor.number() && cursor.wholeWithin(0, 255);
    int value = fits ? (int) cursor.whole() : -1;
    cursor.skipBlanks();
    return value;
  }

  /** The board may echo what it was told. */
  private static boolean isEcho(byte[] bytes, int from) {
    return bytes[from] == 'G' || bytes[from] == 'S' || bytes[from] == 'V';
  }
}
