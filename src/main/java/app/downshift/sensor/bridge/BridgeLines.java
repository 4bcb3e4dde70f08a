package app.downshift.sensor.bridge;

import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Battery;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.bridge.BridgeMemory.Skin;
import app.downshift.sensor.bridge.BridgeMemory.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads HRLP/1 lines whose checksum held. Lives for one call of the decoder: begins with its
 * memory, adds to its events, gives the memory back.
 *
 * <p>A lost line is not yet a lost beat: the beat counter says how many were in it, and only that
 * makes a gap. A line with a wrong field says nothing at all.
 */
final class BridgeLines {
  private static final int HALF_RANGE = 32768;

  /** A board clock that falls by more than this from one line to the next has been restarted. */
  private static final int CLOCK_FELL_MILLIS = -5000;

  private static final long MOST_TICKS = 4_294_967_295L;
  private static final long MOST_TICKS_PER_SECOND = 1_000_000;
  private static final int MOST_BPM = 65_535;

  private final List<SensorEvent> events;
  private final Source[] sources;
  private final HrlpFields line = new HrlpFields();
  private byte[] bytes = {};
  private int length;
  private int sequence;
  private int staleSequence;
  private long rawMillis;
  private long millis;

  BridgeLines(BridgeMemory memory, List<SensorEvent> events) {
    this.events = events;
    sources = memory.sources().toArray(new Source[0]);
    sequence = memory.sequence();
    staleSequence = memory.staleSequence();
    rawMillis = memory.rawMillis();
    millis = memory.millis();
  }

  BridgeMemory memory() {
    return new BridgeMemory(sequence, staleSequence, rawMillis, millis, List.of(sources));
  }

  /** Reads what stands between {@code $} and {@code *}. */
  void read(byte[] inner, int innerLength) {
    bytes = inner;
    length = innerLength;
    line.over(inner, innerLength);
    long sent = line.count() < 3 ? HrlpFields.WRONG : line.whole(1, 0xFFFF);
    long clock = sent < 0 ? HrlpFields.WRONG : line.whole(2, MOST_TICKS);
    if (clock < 0) {
      reject("syntax");
      return;
    }
    String kind = line.text(0);
    if (!inOrder((int) sent, clock, kind.equals("HI"))) {
      return;
    }
    boolean understood =
        switch (kind) {
          case "HR" -> relayed();
          case "HB" -> detected();
          case "HS" -> status();
          case "HW" -> waveform();
          case "HI" -> hello();
          case "HA" -> line.count() >= 6 && tell(0, "command", 3, "sequence", 4, "result", 5);
          case "HX" -> line.count() >= 5 && tell(0, "error", 3, "text", 4);
          default -> false;
        };
    if (!understood) {
      reject("syntax");
    }
  }

  /** Keeps the books of line numbers and clock; false when the line is old and to be dropped. */
  private boolean inOrder(int sent, long clock, boolean hello) {
    int ahead = sent - sequence & 0xFFFF;
    int passed = (int) (clock - rawMillis);
    boolean forward = ahead >= 1 && ahead <= HALF_RANGE;
    if (sequence < 0) {
      begin(sent, clock);
    } else if (hello ? !forward || passed < 0 : forward && passed < CLOCK_FELL_MILLIS) {
      restart(sent, clock);
    } else if (ahead == 0) {
      reject("duplicate");
      return false;
    } else if (!forward && staleSequence >= 0 && (staleSequence + 1 & 0xFFFF) == sent) {
      restart(
          sent, clock); // two "old" lines in a row: the board began again and its hello was lost
    } else if (!forward) {
      staleSequence = sent;
      reject("stale");
      return false;
    } else {
      if (ahead > 1) {
        lost(ahead - 1);
      }
      sequence = sent;
      staleSequence = -1;
      millis += passed;
      rawMillis = clock;
    }
    return true;
  }

  private void begin(int sent, long clock) {
    sequence = sent;
    staleSequence = -1;
    rawMillis = clock;
    millis = clock;
  }

  private void restart(int sent, long clock) {
    begin(sent, clock);
    for (int i = 0; i < sources.length; i++) {
      if (sources[i].spoken()) {
        events.add(new Gap(i, GapReason.RESTART, 0));
      }
      sources[i] = sources[i].restarted();
    }
  }

  private void lost(int lines) {
    events.add(new Info(0, Map.of("lost_lines", Integer.toString(lines))));
    for (int i = 0; i < sources.length; i++) {
      sources[i] = sources[i].missingLines();
    }
  }

  /**
   * {@code HR,seq,t,src,contact,hr,bc,tps,rr;rr}: what a strap sent; t is its arrival at the board.
   */
  private boolean relayed() {
    if (line.count() < 9) {
      return false;
    }
    long bpm = line.whole(5, MOST_BPM);
    return bpm != HrlpFields.WRONG && beats("strap", bpm, 6, Moment.ARRIVAL);
  }

  /**
   * {@code HB,seq,t,src,contact,bc,tps,rr,quality}: a beat the board found itself; t is the beat.
   */
  private boolean detected() {
    return line.count() >= 8 && beats("detector", HrlpFields.EMPTY, 5, Moment.BEAT);
  }

  private boolean beats(String mode, long bpm, int counterField, Moment moment) {
    int source = source();
    long contact = line.whole(4, 1);
    long counter = line.whole(counterField, 0xFFFF);
    long perSecond = line.whole(counterField + 1, MOST_TICKS_PER_SECOND);
    int n = line.list(counterField + 2, Long.MIN_VALUE, Long.MAX_VALUE);
    boolean wrong = contact == HrlpFields.WRONG || counter == HrlpFields.WRONG || n < 0;
    if (source < 0 || wrong || perSecond == HrlpFields.WRONG || (n > 0 && perSecond < 1)) {
      return false;
    }
    gapBefore(source, counter, n);
    sources[source] = sources[source].counted((int) counter);
    inMode(source, mode);
    touch(source, contact == 1 ? Skin.ON : contact == 0 ? Skin.OFF : Skin.UNKNOWN);
    if (bpm > 0 && contact != 0) { // without contact a strap repeats its last rate
      events.add(new Rate(source, bpm));
    }
    Optional<DeviceTime> at = Optional.of(new DeviceTime(millis, moment));
    for (int i = 0; i < n; i++) {
      long ticks = line.value(i);
      double rrMillis = ticks * 1000.0 / perSecond;
      if (Beat.possible(rrMillis)) {
        events.add(new Beat(source, rrMillis, (int) ticks, n - 1 - i, at, false));
      } else {
        events.add(new Rejected(Rejected.IMPOSSIBLE, ticks + " ticks of 1/" + perSecond + " s"));
      }
    }
    return true;
  }

  private void gapBefore(int source, long counter, int n) {
    Source before = sources[source];
    if (counter >= 0 && before.beats() >= 0) {
      int missed = (int) (counter - before.beats() - n) & 0xFFFF;
      if (missed >= HALF_RANGE) {
        events.add(new Gap(source, GapReason.RESTART, 0));
      } else if (missed > 0) {
        events.add(new Gap(source, GapReason.LOST_BEATS, missed));
      }
    } else if (before.spoken() && before.linesLost()) {
      events.add(new Gap(source, GapReason.LOST_LINES, 0));
    }
  }

  /** {@code HS,seq,t,src,state,name,addr,rssi,battery,dropped}: how the strap's radio link is. */
  private boolean status() {
    int source = line.count() < 10 ? -1 : source();
    long battery = source < 0 ? HrlpFields.WRONG : line.whole(8, 100);
    if (battery == HrlpFields.WRONG) {
      return false;
    }
    String state = line.text(4);
    boolean linked = state.equals("RDY") || state.equals("NOSKIN");
    if (!linked && sources[source].linked()) {
      // The counter counts what reached the board: beats lost on the air are in no number.
      events.add(new Gap(source, GapReason.LOST_BEATS, 0));
    }
    sources[source] = sources[source].linked(linked);
    tell(source, "state", 4, "name", 5, "address", 6, "rssi", 7, "dropped", 9);
    if (state.equals("NOSKIN")) {
      touch(source, Skin.OFF);
    }
    if (battery >= 0) {
      events.add(new Battery(source, (int) battery));
    }
    return true;
  }

  /** {@code HW,seq,t,src,channel,fs_mHz,index,nV,values}: samples, oldest first. */
  private boolean waveform() {
    int source = line.count() < 9 ? -1 : source();
    long milliHertz = source < 0 ? HrlpFields.WRONG : line.whole(5, MOST_TICKS);
    int n = milliHertz < 0 ? -1 : line.list(8, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (n < 0) {
      return false;
    }
    String channel = line.text(4).toLowerCase(Locale.ROOT);
    events.add(new Waveform(source, channel, milliHertz / 1000.0, line.values(n)));
    return true;
  }

  private boolean hello() {
    return line.count() >= 8
        && tell(0, "protocol", 3, "firmware", 4, "model", 5, "id", 6, "capabilities", 7);
  }

  private int source() {
    return (int) line.whole(3, BridgeMemory.MOST_SOURCES - 1);
  }

  private void touch(int source, Skin now) {
    if (now != Skin.UNKNOWN && now != sources[source].skin()) {
      sources[source] = sources[source].touching(now);
      events.add(new Contact(source, now == Skin.ON));
    }
  }

  private void inMode(int source, String mode) {
    if (!mode.equals(sources[source].mode())) {
      sources[source] = sources[source].inMode(mode);
      events.add(new Info(source, Map.of("mode", mode)));
    }
  }

  /**
   * Adds an info of the named fields that are not empty; {@code pairs} are name, field, name,
   * field.
   */
  private boolean tell(int source, Object... pairs) {
    Map<String, String> told = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      int field = (Integer) pairs[i + 1];
      if (!line.empty(field)) {
        told.put((String) pairs[i], line.text(field));
      }
    }
    events.add(new Info(source, told));
    return true;
  }

  private void reject(String reason) {
    events.add(new Rejected(reason, LineFraming.quote(bytes, 0, length)));
  }
}
