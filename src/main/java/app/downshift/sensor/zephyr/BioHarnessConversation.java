package app.downshift.sensor.zephyr;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorWish;
import java.util.List;

/**
 * What is said to a BioHarness: switch RR, ECG and summary packets on, a sign of life every two
 * seconds, everything again when no packet of intervals has come for a while, and off at the end.
 *
 * @param asked whether packets were asked for
 * @param heardNanos when intervals were last heard, or asked for
 * @param saidNanos when it was last told something
 */
record BioHarnessConversation(Decoder decoder, boolean asked, long heardNanos, long saidNanos)
    implements Conversation {
  static final int ECG_PACKETS = 0x16;
  static final int RR_PACKETS = 0x19;
  static final int SUMMARY_PACKETS = 0xBD;
  static final int LIFE_SIGN = 0x23;

  private static final long LIFE_SIGN_NANOS = 2_000_000_000L;
  private static final long SILENCE_NANOS = 5_000_000_000L;

  BioHarnessConversation(Decoder decoder) {
    this(decoder, false, 0, 0);
  }

  @Override
  public Step opened(long nowNanos) {
    return ask(nowNanos);
  }

  private Step ask(long nowNanos) {
    return new Step(
        new BioHarnessConversation(decoder, true, nowNanos, nowNanos),
        List.of(
            ZephyrRecords.frame(RR_PACKETS, 1),
            ZephyrRecords.frame(ECG_PACKETS, 1),
            ZephyrRecords.frame(SUMMARY_PACKETS, 1, 0)),
        List.of());
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    boolean intervals =
        decoded.events().stream().anyMatch(event -> event instanceof Beat || event instanceof Info);
    return new Step(
        new BioHarnessConversation(
            decoded.next(), asked, intervals ? nowNanos : heardNanos, saidNanos),
        List.of(),
        decoded.events());
  }

  @Override
  public Step tick(long nowNanos) {
    if (nowNanos - heardNanos >= SILENCE_NANOS) {
      return ask(nowNanos);
    }
    if (nowNanos - saidNanos < LIFE_SIGN_NANOS) {
      return Step.silent(this);
    }
    return new Step(
        new BioHarnessConversation(decoder, asked, heardNanos, nowNanos),
        List.of(ZephyrRecords.frame(LIFE_SIGN)),
        List.of());
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    if (!(wish instanceof SensorWish.Stop) || !asked) {
      return Step.silent(this);
    }
    return new Step(
        this,
        List.of(
            ZephyrRecords.frame(RR_PACKETS, 0),
            ZephyrRecords.frame(ECG_PACKETS, 0),
            ZephyrRecords.frame(SUMMARY_PACKETS, 0, 0)),
        List.of());
  }
}
