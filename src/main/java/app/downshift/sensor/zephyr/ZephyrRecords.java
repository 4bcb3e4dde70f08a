package app.downshift.sensor.zephyr;

import app.downshift.sensor.RecordDecoder;
import app.downshift.sensor.Records;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Rejected;
import java.util.List;

/**
 * Frames of Zephyr devices: {@code 02 id length payload crc end}. What an HxM belt says is read by
 * {@link HxmPacket}, what a BioHarness says by {@link BioHarnessPackets}; both share the line
 * format, and a frame of either is understood wherever it comes from.
 */
final class ZephyrRecords implements Records {
  static final int START = 0x02;
  static final int END = 0x03;
  static final int ACKNOWLEDGED = 0x06;
  static final int REFUSED = 0x15;

  private static final int MOST_PAYLOAD = 128;
  private static final int AROUND_PAYLOAD = 5;
  private static final int HEAD = 3;

  private final HxmPacket hxm;
  private final BioHarnessPackets bioHarness;

  ZephyrRecords() {
    this(new HxmPacket(), new BioHarnessPackets());
  }

  private ZephyrRecords(HxmPacket hxm, BioHarnessPackets bioHarness) {
    this.hxm = hxm;
    this.bioHarness = bioHarness;
  }

  @Override
  public ZephyrRecords copy() {
    return new ZephyrRecords(hxm.copy(), bioHarness.copy());
  }

  @Override
  public int take(byte[] bytes, int from, int to, boolean inStep, List<SensorEvent> events) {
    if (bytes[from] != START) {
      return -1;
    }
    if (to - from < HEAD) {
      return 0;
    }
    int id = bytes[from + 1] & 0xFF;
    int payload = bytes[from + 2] & 0xFF;
    if (payload > MOST_PAYLOAD || (!inStep && !isUsual(id, payload))) {
      return -1;
    }
    int length = payload + AROUND_PAYLOAD;
    if (to - from < length) {
      return 0;
    }
    int end = bytes[from + length - 1];
    if (end != END && end != ACKNOWLEDGED && end != REFUSED) {
      return -1;
    }
    int begin = from + HEAD;
    if (Crc8.of(bytes, begin, payload) != bytes[begin + payload]) {
      if (!inStep) {
        return -1; // a stray 02: the true frame may begin inside
      }
      // Nothing may be lost by it: the counters of the frames that follow tell.
      events.add(new Rejected("crc", RecordDecoder.quote(bytes, from, from + length)));
      return length;
    }
    if (end == REFUSED) {
      events.add(new Rejected("refused", RecordDecoder.quote(bytes, from, from + length)));
    } else if (id == HxmPacket.ID) {
      hxm.read(bytes, begin, events);
    } else if (end == END) {
      bioHarness.read(id, bytes, begin, payload, events);
    }
    return length;
  }

  /**
   * Whether a packet of this id has this length: a stray 02 must not make the next true frames wait
   * until a length found in noise is there.
   */
  private static boolean isUsual(int id, int payload) {
    return switch (id) {
      case HxmPacket.ID -> payload == HxmPacket.LENGTH;
      case BioHarnessPackets.RR -> payload == BioHarnessPackets.RR_LENGTH;
      case BioHarnessPackets.ECG -> payload == BioHarnessPackets.ECG_LENGTH;
      case BioHarnessPackets.SUMMARY -> payload == BioHarnessPackets.SUMMARY_LENGTH;
      default -> payload == 0;
    };
  }

  /** A whole frame as it is sent. */
  static byte[] frame(int id, int... payload) {
    byte[] frame = new byte[payload.length + AROUND_PAYLOAD];
    frame[0] = START;
    frame[1] = (byte) id;
    frame[2] = (byte) payload.length;
    for (int i = 0; i < payload.length; i++) {
      frame[HEAD + i] = (byte) payload[i];
    }
    frame[HEAD + payload.length] = Crc8.of(frame, HEAD, payload.length);
    frame[HEAD + payload.length + 1] = END;
    return frame;
  }

  /** An unsigned number of two bytes, low byte first. */
  static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }
}
