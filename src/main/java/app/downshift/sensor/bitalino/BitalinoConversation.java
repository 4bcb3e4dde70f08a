package app.downshift.sensor.bitalino;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to a BITalino: version, 1000 samples a second, start of channel A2, stop. A device
 * that is still sending from before is stopped first. When samples stay away it has fallen idle
 * behind a lost radio link, and is started again.
 *
 * @param decoder begins anew with every start
 * @param stage how far it has got
 * @param answer what came since the version was asked for; bounded
 * @param newStop whether it is a version that stops by FF
 * @param heardNanos when samples were last heard
 * @param saidNanos when it was last told something
 */
record BitalinoConversation(
    Decoder decoder, Stage stage, String answer, boolean newStop, long heardNanos, long saidNanos)
    implements Conversation {
  static final byte VERSION = 0x07;
  static final byte RATE_1000 = (byte) 0xC3;
  static final byte START_A2 = 0x09;
  static final byte STOP = 0x00;
  static final byte STOP_42 = (byte) 0xFF;

  private static final long LISTEN_NANOS = 400_000_000L;
  private static final long ANSWER_NANOS = 1_000_000_000L;
  private static final long SILENCE_NANOS = 2_500_000_000L;
  private static final int LONGEST_ANSWER = 256;
  private static final double FIRST_WITH_NEW_STOP = 4.2;
  private static final Pattern ANSWER =
      Pattern.compile("BITalino_v(\\d{1,2}\\.\\d{1,2})[^\\n]*\\n");

  /** How far the conversation has got. */
  enum Stage {
    LISTENING,
    STOPPED,
    ASKED,
    STARTED
  }

  BitalinoConversation(Decoder decoder) {
    this(decoder, Stage.LISTENING, "", false, 0, 0);
  }

  @Override
  public Step opened(long nowNanos) {
    return Step.silent(
        new BitalinoConversation(decoder, Stage.LISTENING, "", false, nowNanos, nowNanos));
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    if (stage == Stage.ASKED) {
      return answered(bytes, length, nowNanos);
    }
    if (stage == Stage.STOPPED) {
      return Step.silent(this);
    }
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    boolean samples = decoded.events().stream().anyMatch(Waveform.class::isInstance);
    if (stage == Stage.STARTED) {
      return new Step(
          new BitalinoConversation(
              decoded.next(), stage, "", newStop, samples ? nowNanos : heardNanos, saidNanos),
          List.of(),
          decoded.events());
    }
    if (!samples) {
      return Step.silent(
          new BitalinoConversation(decoded.next(), stage, "", newStop, heardNanos, saidNanos));
    }
    // At which rate and from which channels it sends, nobody knows: it is started anew.
    return new Step(
        new BitalinoConversation(fresh(), Stage.STOPPED, "", newStop, heardNanos, nowNanos),
        List.of(new byte[] {STOP}),
        List.of());
  }

  private Step answered(byte[] bytes, int length, long nowNanos) {
    String all = answer + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    String kept = all.substring(Math.max(0, all.length() - LONGEST_ANSWER));
    Matcher version = ANSWER.matcher(kept);
    if (!version.find()) {
      return Step.silent(
          new BitalinoConversation(fresh(), stage, kept, newStop, heardNanos, saidNanos));
    }
    boolean ff = Double.parseDouble(version.group(1)) >= FIRST_WITH_NEW_STOP;
    List<SensorEvent> events = new ArrayList<>();
    events.add(
        new Info(0, Map.of(Info.STATE, Reach.SUBSCRIBED.word(), "firmware", version.group(1))));
    return new Step(
        new BitalinoConversation(fresh(), Stage.STARTED, "", ff, nowNanos, nowNanos),
        List.of(new byte[] {RATE_1000}, new byte[] {START_A2}),
        events);
  }

  @Override
  public Step tick(long nowNanos) {
    long sinceSaid = nowNanos - saidNanos;
    if (stage == Stage.STARTED) {
      return nowNanos - heardNanos >= SILENCE_NANOS
          ? ask(nowNanos, List.of(Info.of(0, Reach.LOST)))
          : Step.silent(this);
    }
    boolean first = stage != Stage.ASKED;
    boolean due = sinceSaid >= (first ? LISTEN_NANOS : ANSWER_NANOS);
    List<SensorEvent> events = first ? List.of(Info.of(0, Reach.CONNECTING)) : List.of();
    return due ? ask(nowNanos, events) : Step.silent(this);
  }

  private Step ask(long nowNanos, List<SensorEvent> events) {
    return new Step(
        new BitalinoConversation(fresh(), Stage.ASKED, "", newStop, nowNanos, nowNanos),
        List.of(new byte[] {VERSION}),
        events);
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    if (!(wish instanceof SensorWish.Stop) || stage != Stage.STARTED) {
      return Step.silent(this);
    }
    return new Step(
        new BitalinoConversation(decoder, Stage.STOPPED, "", newStop, heardNanos, nowNanos),
        List.of(new byte[] {newStop ? STOP_42 : STOP}),
        List.of());
  }

  private static Decoder fresh() {
    return BitalinoSensor.listening();
  }
}
