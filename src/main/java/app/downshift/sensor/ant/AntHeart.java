package app.downshift.sensor.ant;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pages of one strap: a value that remembers its last beat. Every page tells when the
 * last beat was, in 1/1024 s, how many there were, and the rate; the fourth also when the beat
 * before was, so that its interval is exact even if that beat was never heard (ANT+ heart rate
 * profile).
 *
 * @param count how many beats when last heard, modulo 256, or −1
 * @param ticks when the last of them was, modulo 64 s
 */
record AntHeart(int count, int ticks) {
  static final AntHeart UNHEARD = new AntHeart(-1, 0);

  static final int TICKS_PER_SECOND = 1024;

  private static final int TURNS_WITH_EACH_NEW_PAGE = 0x80;
  private static final int HAS_PREVIOUS = 4;
  private static final int BEGIN = 1; // behind the number of the channel

  /** Reads the page in a broadcast's data. */
  AntHeart read(AntFrame broadcast, List<SensorEvent> events) {
    if (broadcast.data().length < BEGIN + 8) {
      events.add(new Rejected("short", broadcast.data().length + " bytes"));
      return this;
    }
    int page = broadcast.octet(BEGIN) & ~TURNS_WITH_EACH_NEW_PAGE;
    int time = broadcast.word(BEGIN + 4);
    int beats = broadcast.octet(BEGIN + 6);
    int bpm = broadcast.octet(BEGIN + 7);
    if (time == 0xFFFF && beats == 0xFF && bpm == 0xFF) {
      events.add(new Rejected("invalid-page", "page " + page));
      return this;
    }
    int more = count < 0 ? 1 : beats - count & 0xFF;
    if (more == 0) {
      return this; // each page is sent four times
    }
    if (bpm > 0) {
      events.add(new SensorEvent.Rate(0, bpm));
    }
    if (more > 1) {
      events.add(new Gap(0, GapReason.LOST_BEATS, more - 1));
    }
    boolean exact = page == HAS_PREVIOUS;
    if (exact || (count >= 0 && more == 1)) {
      interval(time - (exact ? broadcast.word(BEGIN + 2) : ticks) & 0xFFFF, events);
    }
    return new AntHeart(beats, time);
  }

  private static void interval(int ticks, List<SensorEvent> events) {
    double rrMillis = ticks * 1000.0 / TICKS_PER_SECOND;
    events.add(
        Beat.possible(rrMillis)
            ? new Beat(0, rrMillis, ticks, 0, Optional.empty(), false)
            : new Rejected(Rejected.IMPOSSIBLE, ticks + " ticks of 1/1024 s"));
  }

  /** The strap is out of reach: beats until it is heard again are in no number. */
  AntHeart outOfReach(List<SensorEvent> events) {
    if (count >= 0) {
      events.add(new Gap(0, GapReason.LOST_BEATS, 0));
    }
    return UNHEARD;
  }
}
