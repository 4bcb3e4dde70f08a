package app.downshift.sensor.bridge;

import java.nio.charset.StandardCharsets;

/** Writes one HRLP/1 line, in either direction: {@code $TT,seq,t,fields*CRC} and CR LF. */
public final class HrlpLine {
  private final StringBuilder body;

  /**
   * Begins a line.
   *
   * @param kind two upper-case letters
   * @param sequence the sender's line counter; its low 16 bits are sent
   * @param millis the sender's clock in ms, of which the low 32 bits are sent; hosts send 0
   */
  public HrlpLine(String kind, int sequence, long millis) {
    body = new StringBuilder(kind);
    body.append(',').append(sequence & 0xFFFF).append(',').append(millis & 0xFFFF_FFFFL);
  }

  /** Adds a number. */
  public HrlpLine with(long field) {
    body.append(',').append(field);
    return this;
  }

  /**
   * Adds a text; characters that would break the frame become {@code _}, an empty text is "not
   * available".
   */
  public HrlpLine with(String field) {
    body.append(',').append(field.replaceAll("[^\\x20-\\x7E]|[$*,;]", "_"));
    return this;
  }

  /** Adds a list; an empty one is "none". */
  public HrlpLine with(int[] list) {
    body.append(',');
    for (int i = 0; i < list.length; i++) {
      body.append(i == 0 ? "" : ";").append(list[i]);
    }
    return this;
  }

  /** The whole line as it goes over the wire. */
  public byte[] bytes() {
    byte[] inner = body.toString().getBytes(StandardCharsets.US_ASCII);
    String line = String.format("$%s*%04X\r\n", body, Crc16.of(inner, inner.length));
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
