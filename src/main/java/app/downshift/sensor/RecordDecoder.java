package app.downshift.sensor;

import app.downshift.sensor.SensorEvent.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of bytes into binary records, and tells each run of bytes between them once, as
 * {@code Rejected} with the reason {@link #SYNC}. Keeps no more than the beginning of one record.
 */
public final class RecordDecoder implements Decoder {
  /** The reason that stands for bytes that belong to no record. */
  public static final String SYNC = "sync";

  /** So many bytes of no record are told at once, not only when the next record is found. */
  private static final int MANY = 64;

  private static final int TOLD = -1;
  private static final byte[] NOTHING = {};

  private final byte[] carry;
  private final int strays;
  private final boolean begun;
  private final Records records;

  private RecordDecoder(byte[] carry, int strays, boolean begun, Records records) {
    this.carry = carry;
    this.strays = strays;
    this.begun = begun;
    this.records = records;
  }

  /** For bytes that begin with a whole record: captures, virtual sensors. */
  public static RecordDecoder atBoundary(Records records) {
    return new RecordDecoder(NOTHING, 0, true, records.copy());
  }

  /**
   * For a port opened at any moment: the tail of a record before the first whole one is no fault.
   */
  public static RecordDecoder midStream(Records records) {
    return new RecordDecoder(NOTHING, 0, false, records.copy());
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    Records working = records.copy();
    byte[] all = carry.length == 0 ? bytes : join(carry, bytes, length);
    int end = carry.length + length;
    int at = 0;
    int lost = strays;
    boolean whole = begun;
    while (at < end) {
      int before = events.size();
      int taken = working.take(all, at, end, whole && lost == 0, events);
      if (taken == 0) {
        break;
      }
      if (taken > 0) {
        if (lost > 0 && whole) {
          events.add(before, new Rejected(SYNC, lost + " bytes"));
        }
        lost = 0;
        whole = true;
        at += taken;
        continue;
      }
      at -= taken;
      if (lost != TOLD) {
        lost -= taken;
        if (lost >= MANY) {
          events.add(new Rejected(SYNC, MANY + " bytes or more"));
          lost = TOLD;
        }
      }
    }
    byte[] rest = at == end ? NOTHING : Arrays.copyOfRange(all, at, end);
    return new Decoded(new RecordDecoder(rest, lost, whole, working), events);
  }

  /** How bytes are shown to people: at most 16 of them, in hexadecimal. */
  public static String quote(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(to, from + 16); i++) {
      text.append(i > from ? " " : "").append(String.format("%02X", bytes[i]));
    }
    return text.append(to - from > 16 ? " …" : "").toString();
  }

  private static byte[] join(byte[] head, byte[] bytes, int length) {
    byte[] joined = Arrays.copyOf(head, head.length + length);
    System.arraycopy(bytes, 0, joined, head.length, length);
    return joined;
  }
}
