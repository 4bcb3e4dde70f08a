package app.downshift.sensor.bridge;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A bridge board with a strap: hello, then about one packet a second with the intervals that have
 * ended since, in ticks of 1/1024 s. Like a strap it knows no interval for the first beat after
 * contact was found.
 */
public final class VirtualBridge implements TimedStream {
  private static final int TICKS_PER_SECOND = 1024;
  private static final double RADIO_LAG_SECONDS = 0.2;
  private static final double HELLO_SECONDS = 0.13;
  private static final double STATUS_SECONDS = 0.5;
  private static final double REBOOT_SECONDS = 2;
  private static final int STATUS_EVERY_PACKETS = 10;
  private static final int BATTERY_PERCENT = 88;
  private static final int UNKNOWN = -1;
  private static final byte[] BOOT_NOISE =
      "ets Jul 29 2019 12:21:46\r\nrst:0x1 (POWERON_RESET)\r\n".getBytes(StandardCharsets.US_ASCII);

  private final VirtualHeart heart;
  private final FaultPlan faults;
  private final Queue<TimedBytes> out = new ArrayDeque<>();
  private final List<Integer> ticks = new ArrayList<>();
  private final RecentRate rate = new RecentRate();
  private HeartEvent ahead;
  private double bootedAt;
  private long packet;
  private int sequence;
  private int beats;
  private boolean skin = true;
  private long lastTick = UNKNOWN;

  public VirtualBridge(VirtualHeart heart, List<Fault> faults) {
    this.heart = heart;
    this.faults = new FaultPlan(faults);
    ahead = heart.next();
    boot(0, this.faults.happens(Kind.BOOT_NOISE, 0));
  }

  @Override
  public Optional<TimedBytes> next() {
    while (out.isEmpty()) {
      packet();
    }
    return Optional.of(out.remove());
  }

  private void boot(double at, boolean noisy) {
    bootedAt = at;
    sequence = 0;
    beats = 0;
    packet = 1;
    if (noisy) {
      send(at, BOOT_NOISE);
    }
    HrlpLine hello = line("HI", at + HELLO_SECONDS).with(1).with("0.3.1").with("virtual");
    send(at + HELLO_SECONDS, hello.with("A1B2C3").with("RV").bytes());
    status(at + STATUS_SECONDS);
  }

  /** One second of the strap: what it has seen since the last packet. */
  private void packet() {
    // Radio packets are not quite regular; a fixed pattern of up to 22 ms keeps the stream
    // reproducible.
    double now = bootedAt + packet + packet * 7 % 23 / 1000.0;
    if (faults.happens(Kind.REBOOT, now)) {
      reboot(now + REBOOT_SECONDS);
      return;
    }
    advance(now - RADIO_LAG_SECONDS, now);
    report(now);
    if (packet++ % STATUS_EVERY_PACKETS == 0) {
      status(now);
    }
  }

  /** What happens while the board is off is in no line, and no counter. */
  private void reboot(double until) {
    while (ahead.seconds() <= until) {
      skin = ahead instanceof HeartEvent.Skin touch ? touch.on() : skin;
      ahead = heart.next();
    }
    ticks.clear();
    rate.clear();
    lastTick = UNKNOWN;
    boot(until, true);
  }

  private void advance(double until, double now) {
    while (ahead.seconds() <= until) {
      if (ahead instanceof HeartEvent.Skin touch) {
        changes(touch.on(), now);
      } else if (ahead instanceof HeartEvent.Beat beat) {
        beat(beat);
      }
      ahead = heart.next();
    }
  }

  private void beat(HeartEvent.Beat beat) {
    // Instants are rounded, not intervals, so that their sum never drifts from the heart's clock.
    long tick = Math.round(beat.seconds() * TICKS_PER_SECOND);
    if (lastTick != UNKNOWN && !Double.isNaN(beat.rrMillis())) {
      ticks.add((int) (tick - lastTick));
      rate.add(beat.rrMillis());
    }
    lastTick = tick;
  }

  private void changes(boolean on, double now) {
    if (!ticks.isEmpty()) {
      report(now);
    }
    skin = on;
    rate.clear();
    status(now);
  }

  private void report(double now) {
    beats += ticks.size();
    int[] intervals = ticks.stream().mapToInt(Integer::intValue).toArray();
    ticks.clear();
    String bpm = rate.bpm() > 0 ? Integer.toString(rate.bpm()) : "";
    HrlpLine line = line("HR", now).with(0).with(skin ? 1 : 0).with(bpm).with(beats & 0xFFFF);
    byte[] bytes = line.with(TICKS_PER_SECOND).with(intervals).bytes();
    boolean tellsBeats = intervals.length > 0;
    if (tellsBeats && faults.happens(Kind.LOST_LINE, now)) {
      return;
    }
    if (tellsBeats && faults.happens(Kind.BAD_CHECKSUM, now)) {
      exchangeDigits(bytes);
    }
    send(now, bytes);
    if (tellsBeats && faults.happens(Kind.DUPLICATE, now)) {
      send(now, bytes);
    }
  }

  private void status(double now) {
    HrlpLine line =
        line("HS", now).with(0).with(skin ? "RDY" : "NOSKIN").with("Virtual strap").with("");
    send(now, line.with(-60).with(BATTERY_PERCENT).with(0).bytes());
  }

  private HrlpLine line(String kind, double now) {
    return new HrlpLine(kind, sequence++, Math.round((now - bootedAt) * 1000));
  }

  private void send(double now, byte[] bytes) {
    out.add(new TimedBytes(Math.round(now * 1e6), bytes));
  }

  /** Exchanges the last two digits before the checksum that differ, as a bad cable might. */
  private static void exchangeDigits(byte[] line) {
    for (int i = line.length - 9; i > 0; i--) {
      if (Character.isDigit(line[i]) && Character.isDigit(line[i + 1]) && line[i] != line[i + 1]) {
        byte digit = line[i];
        line[i] = line[i + 1];
        line[i + 1] = digit;
        return;
      }
    }
  }
}
