package app.downshift.sensor.contec;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorWish;
import java.util.List;
import java.util.Optional;

/**
 * What is said to a new Contec oximeter: start, a word every five seconds, start again when it has
 * stopped or fallen silent, stop. An old one speaks by itself and is never told anything, so that
 * the first half second is spent listening.
 *
 * @param heardNanos when it was last heard, or the port was opened
 * @param saidNanos when it was last told something
 */
record ContecConversation(Decoder decoder, Stage stage, long heardNanos, long saidNanos)
    implements Conversation {
  static final int START = 0xA1;
  static final int STOP = 0xA2;
  static final int STAY_AWAKE = 0xAF;

  /** What is known and was said. */
  enum Stage {
    LISTENING,
    STARTED,
    OLD,
    PARTED
  }

  private static final long LISTEN_NANOS = 500_000_000L;
  private static final long STAY_AWAKE_NANOS = 5_000_000_000L;
  private static final long SILENCE_NANOS = 2_500_000_000L;

  ContecConversation(Decoder decoder) {
    this(decoder, Stage.LISTENING, 0, 0);
  }

  /** A command of nine bytes without further data. */
  static byte[] command(int code) {
    byte[] command = {0x7D, (byte) 0x81, (byte) code, 0, 0, 0, 0, 0, 0};
    for (int i = 3; i < command.length; i++) {
      command[i] = (byte) 0x80;
    }
    return command;
  }

  @Override
  public Step opened(long nowNanos) {
    return Step.silent(new ContecConversation(decoder, Stage.LISTENING, nowNanos, nowNanos));
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    boolean old = field(decoded.events(), "mode").filter("old"::equals).isPresent();
    boolean ended =
        stage == Stage.STARTED && field(decoded.events(), ContecRecords.NOTICE).isPresent();
    ContecConversation next =
        new ContecConversation(
            decoded.next(), old ? Stage.OLD : stage, nowNanos, ended ? nowNanos : saidNanos);
    List<byte[]> send = ended ? List.of(command(START)) : List.of();
    return new Step(next, send, decoded.events());
  }

  private static Optional<String> field(List<SensorEvent> events, String name) {
    return events.stream()
        .filter(Info.class::isInstance)
        .flatMap(event -> Optional.ofNullable(((Info) event).fields().get(name)).stream())
        .reduce((first, last) -> last);
  }

  @Override
  public Step tick(long nowNanos) {
    long silent = nowNanos - heardNanos;
    long since = nowNanos - saidNanos;
    if (stage == Stage.LISTENING) {
      return silent >= LISTEN_NANOS ? say(START, Stage.STARTED, nowNanos) : Step.silent(this);
    }
    if (stage != Stage.STARTED) {
      return Step.silent(this);
    }
    if (silent >= SILENCE_NANOS) {
      return since >= SILENCE_NANOS ? say(START, stage, nowNanos) : Step.silent(this);
    }
    return since >= STAY_AWAKE_NANOS ? say(STAY_AWAKE, stage, nowNanos) : Step.silent(this);
  }

  private Step say(int code, Stage then, long nowNanos) {
    return new Step(
        new ContecConversation(decoder, then, heardNanos, nowNanos),
        List.of(command(code)),
        List.of());
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    return wish instanceof SensorWish.Stop && stage == Stage.STARTED
        ? say(STOP, Stage.PARTED, nowNanos)
        : Step.silent(this);
  }
}
