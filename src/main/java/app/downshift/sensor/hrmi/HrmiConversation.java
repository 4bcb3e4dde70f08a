package app.downshift.sensor.hrmi;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorWish;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is said to an HRMI: twice a second it is asked for its last rates. It forgets after 32
 * beats, far longer than that.
 */
record HrmiConversation(Decoder decoder, long askedNanos) implements Conversation {
  static final int RATES = 16;

  private static final long ASK_NANOS = 500_000_000L;

  /** The question for the last {@code n} rates, 1 to 32. */
  static byte[] question(int n) {
    return ("G" + n + "\r").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public Step opened(long nowNanos) {
    return ask(nowNanos);
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    return new Step(new HrmiConversation(decoded.next(), askedNanos), List.of(), decoded.events());
  }

  @Override
  public Step tick(long nowNanos) {
    return nowNanos - askedNanos >= ASK_NANOS ? ask(nowNanos) : Step.silent(this);
  }

  private Step ask(long nowNanos) {
    return new Step(new HrmiConversation(decoder, nowNanos), List.of(question(RATES)), List.of());
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    return Step.silent(this);
  }
}
