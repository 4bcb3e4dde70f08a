package app.downshift.sensor.ant;

import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.Outbox;
import app.downshift.sensor.virtual.RecentRate;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An ANTUSB1 stick with one strap of a virtual heart in reach. The strap goes on whether the stick
 * listens or not; its clock and its counter begin shortly before they roll over. Its first page is
 * of the kind some straps send before they have seen a beat.
 */
public final class VirtualAnt implements VirtualDevice {
  /** The number of the strap. */
  public static final int NUMBER = 31_415;

  private static final long PERIOD_MICROS = Math.round(8070e6 / 32768);
  private static final long ANSWER_MICROS = 3_000;
  private static final long STARTING_MICROS = 200_000;
  private static final long SEARCHING_MICROS = 700_000;
  private static final long DEAF_MICROS = 3_000_000;
  private static final int TURN_EVERY = 4;
  private static final int BACKGROUND_EVERY = 65;
  private static final int FIRST_TICKS = 0xFFFF - 5 * 1024;
  private static final int FIRST_COUNT = 250;
  private static final int WRONG_STATE = 0x15;
  private static final int RX_FAIL = 2;
  private static final int TO_SEARCH = 8;
  private static final int SLOTS_UNTIL_SEARCH = 8;

  private final VirtualHeart heart;
  private final FaultPlan faults;
  private final Outbox out = new Outbox();
  private final RecentRate rate = new RecentRate();
  private byte[] unfinished = {};
  private HeartEvent ahead;
  private boolean open;
  private long openedMicros;
  private long slot;
  private long deafUntilMicros = -1;
  private long lostUntilMicros = -1;
  private int missed;
  private int wanted;
  private int count = FIRST_COUNT;
  private long ticks = FIRST_TICKS;
  private long ticksBefore = FIRST_TICKS;
  private long beats;
  private boolean spoken;

  public VirtualAnt(VirtualHeart heart, List<Fault> faults) {
    this.heart = heart;
    this.faults = new FaultPlan(faults);
    ahead = heart.next();
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    byte[] all = Arrays.copyOf(unfinished, unfinished.length + length);
    System.arraycopy(bytes, 0, all, unfinished.length, length);
    int at = 0;
    while (all.length - at >= 2 && all.length - at >= (all[at + 1] & 0xFF) + AntFrame.AROUND) {
      int end = at + (all[at + 1] & 0xFF) + AntFrame.AROUND;
      obey(
          new AntFrame(all[at + 2] & 0xFF, Arrays.copyOfRange(all, at + 3, end - 1)),
          atMicros + ANSWER_MICROS);
      at = end;
    }
    unfinished = Arrays.copyOfRange(all, at, all.length);
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    if (faults.happens(Kind.SPLIT, nowMicros / 1e6)) {
      out.splitFromNowOn();
    }
    while (slot * PERIOD_MICROS <= nowMicros) {
      slot(slot * PERIOD_MICROS);
      slot++;
    }
    return out.due(nowMicros);
  }

  private void slot(long at) {
    while (ahead.seconds() * 1e6 <= at) {
      if (ahead instanceof HeartEvent.Beat beat) {
        beat(beat);
      }
      ahead = heart.next();
    }
    if (faults.happens(Kind.REBOOT, at / 1e6)) {
      open = false;
      put(at, AntFrame.of(AntFrame.STARTED, 0));
    }
    boolean listens = open && at >= openedMicros + SEARCHING_MICROS;
    if (!listens || (wanted != 0 && wanted != NUMBER)) {
      return;
    }
    if (faults.happens(Kind.LOST_LINE, at / 1e6)) {
      deafUntilMicros = at + DEAF_MICROS / 2;
    }
    if (faults.happens(Kind.LINK_LOSS, at / 1e6)) {
      deafUntilMicros = at + SLOTS_UNTIL_SEARCH * PERIOD_MICROS;
      lostUntilMicros = at + DEAF_MICROS + SLOTS_UNTIL_SEARCH * PERIOD_MICROS;
    }
    if (at < deafUntilMicros) {
      put(at, event(RX_FAIL));
      missed++;
    } else if (at < lostUntilMicros) {
      if (missed > 0) {
        put(at, event(TO_SEARCH));
      }
      missed = 0;
    } else {
      missed = 0;
      broadcast(at);
    }
  }

  private void beat(HeartEvent.Beat beat) {
    // Instants are rounded, not intervals, so that their sum never drifts from the heart's clock.
    ticksBefore = ticks;
    ticks = FIRST_TICKS + Math.round(beat.seconds() * AntHeart.TICKS_PER_SECOND);
    count = count + (beats++ > 0 ? 1 : 0) & 0xFF;
    if (!Double.isNaN(beat.rrMillis())) {
      rate.add(beat.rrMillis());
    }
  }

  private void broadcast(long at) {
    int turn = (slot / TURN_EVERY) % 2 == 0 ? 0 : 0x80;
    boolean background = beats < 2 || slot % BACKGROUND_EVERY < TURN_EVERY;
    boolean firstPage = !spoken;
    spoken = true;
    AntFrame page =
        firstPage
            ? AntFrame.of(AntFrame.BROADCAST, 0, 4 | turn, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF)
            : AntFrame.of(
                AntFrame.BROADCAST,
                0,
                (background ? 2 : 4) | turn,
                background ? 1 : 0xFF,
                (int) (background ? 0x34 : ticksBefore & 0xFF),
                (int) (background ? 0x12 : ticksBefore >> 8 & 0xFF),
                (int) (ticks & 0xFF),
                (int) (ticks >> 8 & 0xFF),
                count,
                rate.bpm());
    byte[] bytes = page.bytes();
    if (faults.happens(Kind.BAD_CHECKSUM, at / 1e6)) {
      bytes[7] ^= 0x10;
    }
    out.put(at, bytes);
    if (faults.happens(Kind.DUPLICATE, at / 1e6)) {
      out.put(at, bytes);
    }
  }

  private void obey(AntFrame command, long at) {
    double seconds = at / 1e6;
    if (faults.happens(Kind.NO_ANSWER, seconds)) {
      return;
    }
    if (faults.happens(Kind.CROSSING, seconds)) {
      put(at - 1, event(RX_FAIL));
    }
    boolean refused = command.id() != 0x4A && faults.happens(Kind.REFUSAL, seconds);
    if (command.id() == 0x4A) {
      open = false;
      put(at + STARTING_MICROS, AntFrame.of(AntFrame.STARTED, 0));
    } else if (command.id() == 0x4D) {
      put(at, AntFrame.of(AntFrame.CHANNEL_ID, 0, NUMBER & 0xFF, NUMBER >> 8, 120, 1));
    } else {
      put(at, AntFrame.of(AntFrame.RESPONSE, 0, command.id(), refused ? WRONG_STATE : 0));
      if (!refused) {
        change(command, at);
      }
    }
  }

  private void change(AntFrame command, long at) {
    if (command.id() == AntFrame.CHANNEL_ID) {
      wanted = command.word(1);
    } else if (command.id() == 0x4B) {
      open = true;
      openedMicros = at;
    } else if (command.id() == 0x4C) {
      open = false;
    }
  }

  private static AntFrame event(int code) {
    return AntFrame.of(AntFrame.RESPONSE, 0, AntFrame.EVENT, code);
  }

  private void put(long at, AntFrame frame) {
    out.put(at, frame.bytes());
  }
}
