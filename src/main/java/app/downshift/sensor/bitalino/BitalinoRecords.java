package app.downshift.sensor.bitalino;

import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Frames of a BITalino: 3, 4, 6, 7 or 8 bytes for one to six channels, the last byte a number from
 * 0 to 15 and a checksum of four bits (firmware-bitalino 4.0, revolution-python-api).
 *
 * <p>A checksum of four bits holds by chance once in 16, so that frames are found by three good
 * ones in a row whose numbers follow each other, and the length of a frame with them. Then one bad
 * frame is passed over, and only after two the search begins again. A loss of exactly sixteen
 * frames, or a multiple, cannot be seen in the bytes.
 */
final class BitalinoRecords implements Records {
  /** The rate that is asked for; frames do not say at which they were taken. */
  static final int HERTZ = 1000;

  static final int SHORTEST = 3;

  private static final String ONE_CHANNEL = "one-channel";
  private static final String TWO_CHANNELS = "two-channels";
  private static final String MORE_CHANNELS = "channels";

  /** What its modes are called; each sends samples alone. */
  static final Set<String> MODES = Set.of(ONE_CHANNEL, TWO_CHANNELS, MORE_CHANNELS);

  private static final int[] LENGTHS = {SHORTEST, 4, 6, 7, 8};
  private static final int TO_LOCK = 3;
  private static final int SEARCHING = 0;
  private static final int LONG_SEARCH = 256;
  private static final int UNKNOWN = -1;

  private final Told told;
  private int length = SEARCHING;
  private int usual; // the length before the search
  private int searched;
  private int sure;
  private int number = UNKNOWN;
  private boolean bad;

  BitalinoRecords() {
    this(new Told());
  }

  private BitalinoRecords(Told told) {
    this.told = told;
  }

  @Override
  public BitalinoRecords copy() {
    BitalinoRecords same = new BitalinoRecords(told.copy());
    same.length = length;
    same.usual = usual;
    same.searched = searched;
    same.sure = sure;
    same.number = number;
    same.bad = bad;
    return same;
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    if (length == SEARCHING) {
      int found = search(bytes, from, to);
      if (found <= 0) {
        searched = Math.min(LONG_SEARCH, searched - found);
        return found;
      }
      length = found;
      usual = found;
      searched = 0;
      sure = TO_LOCK;
      told.info(mode(found), Map.of(), events);
      if (number != UNKNOWN) {
        events.add(new Gap(0, GapReason.LOST_LINES, 0));
        number = UNKNOWN;
      }
    }
    if (to - from < length) {
      return 0;
    }
    int good = sure > 0 ? 1 : good(bytes, from, to);
    if (good == 0) {
      return 0;
    }
    if (good < 0) {
      if (bad) {
        length = SEARCHING;
        bad = false;
        return -1;
      }
      bad = true;
      events.add(new Rejected("crc", RecordDecoder.quote(bytes, from, from + length)));
      return length;
    }
    sure = Math.max(0, sure - 1);
    bad = false;
    read(bytes, from, events);
    return length;
  }

  /**
   * Whether the frame in step is good: 1, −1 when it is not, 0 when that depends on the next one. A
   * number that does not follow, not even over one bad frame, has to be followed itself.
   */
  private int good(byte[] bytes, int from, int to) {
    if (!isFrame(bytes, from, length)) {
      return -1;
    }
    int last = from + length - 1;
    int ahead = (bytes[last] >> 4) - number & 0xF;
    if (ahead == (bad ? 2 : 1)) {
      return 1;
    }
    if (to - from < 2 * length) {
      return 0;
    }
    boolean followed = ((bytes[last + length] >> 4) - (bytes[last] >> 4) & 0xF) == 1;
    return followed && isFrame(bytes, from + length, length) ? 1 : -1;
  }

  /** The length of the frames that begin here, 0 when more bytes are needed, −1 when none do. */
  private int search(byte[] bytes, int from, int to) {
    for (int candidate : LENGTHS) {
      if (usual != SEARCHING && usual != candidate && searched < LONG_SEARCH) {
        continue; // a device that is not started anew keeps its channels
      }
      int there = Math.min(TO_LOCK, (to - from) / candidate);
      if (follow(bytes, from, candidate, there)) {
        int good = 0;
        while (good < there && isFrame(bytes, from + good * candidate, candidate)) {
          good++;
        }
        if (good == TO_LOCK) {
          return candidate;
        }
        if (good == there) {
          return 0;
        }
      }
    }
    return -1;
  }

  /** Whether the numbers of frames go up by one; cheaper than their checksums. */
  private static boolean follow(byte[] bytes, int from, int length, int frames) {
    int last = from + length - 1;
    for (int i = 1; i < frames; i++) {
      if (((bytes[last + length] >> 4) - (bytes[last] >> 4) & 0xF) != 1) {
        return false;
      }
      last += length;
    }
    return true;
  }

  private static boolean isFrame(byte[] bytes, int from, int length) {
    return Crc4.of(bytes, from, length) == (bytes[from + length - 1] & 0xF);
  }

  private void read(byte[] bytes, int from, List<SensorEvent> events) {
    int end = from + length;
    int now = bytes[end - 1] >> 4 & 0xF;
    if (number != UNKNOWN && (now - number & 0xF) != 1) {
      events.add(new Gap(0, GapReason.LOST_LINES, 0));
    }
    number = now;
    // With one channel it is the ECG that was asked for; with more, the second by custom.
    int a1 = (bytes[end - 2] & 0x0F) << 6 | (bytes[end - 3] & 0xFF) >> 2;
    if (length == LENGTHS[0]) {
      wave("ecg", a1, events);
      return;
    }
    wave("a1", a1, events);
    wave("ecg", (bytes[end - 3] & 0x03) << 8 | (bytes[end - 4] & 0xFF), events);
    if (length > LENGTHS[1]) {
      wave("a3", (bytes[end - 5] & 0xFF) << 2 | (bytes[end - 6] & 0xFF) >> 6, events);
    }
    if (length > LENGTHS[2]) {
      wave("a4", (bytes[end - 6] & 0x3F) << 4 | (bytes[end - 7] & 0xFF) >> 4, events);
    }
    if (length > LENGTHS[3]) {
      wave("a5", (bytes[end - 7] & 0x0F) << 2 | (bytes[end - 8] & 0xFF) >> 6, events);
      wave("a6", bytes[end - 8] & 0x3F, events);
    }
  }

  private static void wave(String channel, int value, List<SensorEvent> events) {
    events.add(new Waveform(0, channel, HERTZ, new int[] {value}));
  }

  private static String mode(int length) {
    return length == LENGTHS[0] ? ONE_CHANNEL : length == LENGTHS[1] ? TWO_CHANNELS : MORE_CHANNELS;
  }

  /** A whole frame of one channel, as the device sends it. */
  static byte[] frame(int number, int value) {
    byte[] frame = {(byte) (value << 2), (byte) (value >> 6 & 0xF), (byte) (number << 4)};
    frame[2] |= (byte) Crc4.of(frame, 0, frame.length);
    return frame;
  }
}
