package app.downshift.sensor.cyton;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said to a Cyton: reset, start when it is ready, stop. When it does not get ready, or
 * packets stay away, it is reset again.
 *
 * @param started whether it was told to start
 * @param heardNanos when packets were last heard
 * @param saidNanos when it was last told something
 */
record CytonConversation(Decoder decoder, boolean started, long heardNanos, long saidNanos)
    implements Conversation {
  static final byte RESET = 'v';
  static final byte START = 'b';
  static final byte STOP = 's';

  private static final long READY_NANOS = 3_000_000_000L;
  private static final long SILENCE_NANOS = 2_500_000_000L;

  CytonConversation(Decoder decoder) {
    this(decoder, false, 0, 0);
  }

  @Override
  public Step opened(long nowNanos) {
    return reset(nowNanos, Reach.CONNECTING);
  }

  private Step reset(long nowNanos, Reach reach) {
    return new Step(
        new CytonConversation(decoder, false, nowNanos, nowNanos),
        List.of(new byte[] {RESET}),
        List.of(Info.of(0, reach)));
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    boolean packets = decoded.events().stream().anyMatch(Waveform.class::isInstance);
    boolean ready = !started && decoded.events().stream().anyMatch(CytonConversation::isReady);
    CytonConversation next =
        new CytonConversation(
            decoded.next(),
            started || ready,
            packets || ready ? nowNanos : heardNanos,
            ready ? nowNanos : saidNanos);
    if (!ready) {
      return new Step(next, List.of(), decoded.events());
    }
    List<SensorEvent> events = new ArrayList<>(decoded.events());
    events.add(Info.of(0, Reach.SUBSCRIBED));
    return new Step(next, List.of(new byte[] {START}), events);
  }

  private static boolean isReady(SensorEvent event) {
    return event instanceof Info info
        && CytonRecords.READY.equals(info.fields().get(CytonRecords.NOTICE));
  }

  @Override
  public Step tick(long nowNanos) {
    if (started) {
      return nowNanos - heardNanos >= SILENCE_NANOS
          ? reset(nowNanos, Reach.LOST)
          : Step.silent(this);
    }
    return nowNanos - saidNanos >= READY_NANOS
        ? reset(nowNanos, Reach.CONNECTING)
        : Step.silent(this);
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    if (!(wish instanceof SensorWish.Stop) || !started) {
      return Step.silent(this);
    }
    return new Step(
        new CytonConversation(decoder, false, heardNanos, nowNanos),
        List.of(new byte[] {STOP}),
        List.of());
  }
}
