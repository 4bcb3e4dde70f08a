package app.downshift.app;

import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.bridge.HrlpLine;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.session.SessionEvent.GapCause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Recorded intervals as the bytes of a sensor that measures them again.
 *
 * @param messages in order of arrival
 */
record Spoken(String name, List<Message> messages) {
  private static final double IMPOSSIBLE_SECONDS = 1;
  private static final double TAIL_SECONDS = 2;
  private static final double SAMPLE_SECONDS = 0.02;
  private static final double STATUS_EVERY_SECONDS = 10;
  private static final int MILLIS_PER_SECOND = 1000;
  private static final double LONGEST_USABLE_MILLIS = 3000;
  private static final double SILENCE_MILLIS = 5000;

  /** Intervals in ms that are heard of together; perhaps none. */
  record Message(double atSeconds, List<Long> rrMillis) {}

  /** Every interval at its own time, as a finger sensor has it; impossible ones take a second. */
  static Spoken beatByBeat(String name, List<Long> rrMillis) {
    List<Message> messages = new ArrayList<>();
    double at = 0;
    for (long rr : rrMillis) {
      at += Beat.possible(rr) ? rr / 1000.0 : IMPOSSIBLE_SECONDS;
      messages.add(new Message(at, List.of(rr)));
    }
    return new Spoken(name, messages);
  }

  /**
   * The same in one message a second, as a strap has it; a message may hold no interval or several.
   */
  Spoken everySecond() {
    List<Message> packets = new ArrayList<>();
    Iterator<Message> left = messages.iterator();
    Message ahead = left.next();
    for (int second = 1; ahead != null; second++) {
      List<Long> together = new ArrayList<>();
      while (ahead != null && ahead.atSeconds() <= second) {
        together.addAll(ahead.rrMillis());
        ahead = left.hasNext() ? left.next() : null;
      }
      packets.add(new Message(second, together));
    }
    return new Spoken(name, packets);
  }

  Spoken firstSeconds(double seconds) {
    return new Spoken(
        name, messages.stream().filter(message -> message.atSeconds() < seconds).toList());
  }

  double seconds() {
    return messages.get(messages.size() - 1).atSeconds();
  }

  private List<Long> all() {
    return messages.stream().flatMap(message -> message.rrMillis().stream()).toList();
  }

  List<Double> usable() {
    return all().stream().filter(Beat::possible).map(Long::doubleValue).toList();
  }

  long impossible() {
    return all().stream().filter(rr -> !Beat.possible(rr)).count();
  }

  /**
   * Where differences may not be formed: at impossible values, at intervals that hide a missing
   * beat, and at those so long that the watchdog speaks before they end.
   */
  List<GapCause> gaps() {
    List<GapCause> gaps = new ArrayList<>();
    boolean open = true; // before the first beat there is nothing to break
    for (long rr : all()) {
      boolean usable = Beat.possible(rr);
      if (!open && (!usable || rr > LONGEST_USABLE_MILLIS)) {
        GapCause pause = rr > SILENCE_MILLIS ? GapCause.SILENCE : GapCause.LONG_INTERVAL;
        gaps.add(usable ? pause : GapCause.IMPOSSIBLE);
      }
      open = !usable;
    }
    return gaps;
  }

  /** How often no usable interval is heard of for longer than this. */
  long silences(double longerThanSeconds) {
    long silences = 0;
    double last = Double.NaN;
    for (Message message : messages) {
      if (message.rrMillis().stream().anyMatch(Beat::possible)) {
        silences += message.atSeconds() - last > longerThanSeconds ? 1 : 0;
        last = message.atSeconds();
      }
    }
    return silences;
  }

  /** As an Arduino with a PulseSensor: fifty samples a second, and B and Q with each beat. */
  TimedStream asPulseSensor() {
    Iterator<Message> left = messages.iterator();
    var lines = new ArrayList<TimedBytes>();
    lines.add(chunk(0, "12\r\n"));
    Message ahead = left.next();
    double end = seconds() + TAIL_SECONDS;
    for (int i = 1; i * SAMPLE_SECONDS < end; i++) {
      var text = new StringBuilder("S").append(480 + i * 7 % 65).append("\r\n");
      while (ahead != null && ahead.atSeconds() <= i * SAMPLE_SECONDS) {
        for (long rr : ahead.rrMillis()) {
          text.append('B').append(bpm(rr)).append("\r\nQ").append(rr).append("\r\n");
        }
        ahead = left.hasNext() ? left.next() : null;
      }
      lines.add(chunk(i * SAMPLE_SECONDS, text.toString()));
    }
    return of(lines);
  }

  /** As a bridge board with a strap: HRLP/1 lines, intervals in ms. */
  TimedStream asBridge() {
    var lines = new ArrayList<TimedBytes>();
    lines.add(chunk(0, "0,1,60\r\n"));
    int sequence = 0;
    int beats = 0;
    double status = 0;
    for (Message message : messages) {
      long millis = Math.round(message.atSeconds() * 1000);
      if (message.atSeconds() >= status) {
        status += STATUS_EVERY_SECONDS;
        var line =
            new HrlpLine("HS", sequence++, millis).with(0).with("RDY").with("Strap").with("");
        lines.add(new TimedBytes(millis * 1000, line.with(-60).with(90).with(0).bytes()));
      }
      for (List<Long> list : lists(message.rrMillis())) {
        beats += list.size();
        var line =
            new HrlpLine("HR", sequence++, millis).with(0).with(1).with("").with(beats & 0xFFFF);
        line = line.with(MILLIS_PER_SECOND);
        boolean single = list.size() == 1;
        line =
            single
                ? line.with(list.get(0))
                : line.with(list.stream().mapToInt(Long::intValue).toArray());
        lines.add(new TimedBytes(millis * 1000, line.bytes()));
      }
    }
    return of(lines);
  }

  /** As a board that prints one interval a line. */
  TimedStream asText() {
    var lines = new ArrayList<TimedBytes>();
    lines.add(chunk(0, "12\n"));
    for (Message message : messages) {
      message.rrMillis().forEach(rr -> lines.add(chunk(message.atSeconds(), rr + "\n")));
    }
    return of(lines);
  }

  /** Values beyond an int get a line of their own. */
  private static List<List<Long>> lists(List<Long> rrMillis) {
    boolean large = rrMillis.stream().anyMatch(rr -> rr > Integer.MAX_VALUE);
    return large ? rrMillis.stream().map(List::of).toList() : List.of(rrMillis);
  }

  private static long bpm(long rrMillis) {
    return Math.max(20, Math.min(250, 60_000 / Math.max(1, rrMillis)));
  }

  private static TimedBytes chunk(double atSeconds, String text) {
    return new TimedBytes(Math.round(atSeconds * 1e6), text.getBytes(StandardCharsets.US_ASCII));
  }

  private static TimedStream of(List<TimedBytes> chunks) {
    Iterator<TimedBytes> left = chunks.iterator();
    return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }
}
