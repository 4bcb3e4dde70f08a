package app.downshift.sensor.bridge;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * HRLP/1 frames: {@code $}, at most 240 characters, {@code *CRC}, CR or LF. Bytes outside frames
 * (boot messages, logs) belong to nobody; a {@code $} inside a frame begins it again; so a port may
 * be opened at any moment. What a checked line says is read by {@link BridgeLines}.
 */
public final class BridgeDecoder implements Decoder {
  private static final int LONGEST = 240;
  private static final int CHECK = 5;

  private final byte[] frame;
  private final boolean inside;
  private final BridgeMemory memory;

  private BridgeDecoder(byte[] frame, boolean inside, BridgeMemory memory) {
    this.frame = frame;
    this.inside = inside;
    this.memory = memory;
  }

  /** A decoder that has seen nothing. */
  public static BridgeDecoder fresh() {
    return new BridgeDecoder(new byte[0], false, BridgeMemory.EMPTY);
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    BridgeLines lines = new BridgeLines(memory, events);
    byte[] open = Arrays.copyOf(frame, LONGEST);
    int filled = frame.length;
    boolean in = inside;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '$') {
        in = true;
        filled = 0;
      } else if (in && (b == '\r' || b == '\n')) {
        complete(open, filled, lines, events);
        in = false;
        filled = 0;
      } else if (in && filled == LONGEST) {
        events.add(new SensorEvent.Rejected("overlong", LineFraming.quote(open, 0, filled)));
        in = false;
        filled = 0;
      } else if (in) {
        open[filled++] = b;
      }
    }
    return new Decoded(new BridgeDecoder(Arrays.copyOf(open, filled), in, lines.memory()), events);
  }

  private static void complete(
      byte[] frame, int length, BridgeLines lines, List<SensorEvent> events) {
    int inner = length - CHECK;
    int sent = inner > 0 && frame[inner] == '*' ? hex(frame, inner + 1) : -1;
    if (sent < 0) {
      events.add(new SensorEvent.Rejected("syntax", LineFraming.quote(frame, 0, length)));
    } else if (sent != Crc16.of(frame, inner)) {
      events.add(new SensorEvent.Rejected("crc", LineFraming.quote(frame, 0, length)));
    } else {
      lines.read(frame, inner);
    }
  }

  private static int hex(byte[] bytes, int from) {
    int value = 0;
    for (int i = from; i < from + CHECK - 1; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
