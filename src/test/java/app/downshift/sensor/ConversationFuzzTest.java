package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hostile bytes in a conversation: it never throws, keeps little, sends little, and finds its way
 * back within two whole messages.
 */
class ConversationFuzzTest {
  private static final int QUICK_BYTES = 300_000;
  private static final int LONG_BYTES = 10_000_000;
  private static final int QUICK_CAPTURES = 200;
  private static final int LONG_CAPTURES = 10_000;

  /** About a minute of each virtual stick, from its first answer on. */
  private static final double CAPTURE_SECONDS = 60;

  private static final List<SensorType> TYPES =
      SensorCatalogue.all().stream().filter(SensorType::speaks).toList();

  @Test
  void noConversationStumblesOverRandomBytes() {
    TYPES.forEach(type -> random(type, QUICK_BYTES, 21));
  }

  @Test
  void noConversationStumblesOverDamagedCaptures() {
    TYPES.forEach(type -> damaged(type, QUICK_CAPTURES, 22));
  }

  @Test
  @Tag("soak")
  void noConversationStumblesOverTenMillionBytesAndTenThousandCaptures() {
    TYPES.forEach(type -> random(type, LONG_BYTES, 23));
    TYPES.forEach(type -> damaged(type, LONG_CAPTURES, 24));
  }

  @Test
  void everyDecoderIsBackWithinTwoWholeMessagesAfterGarbage() {
    for (SensorType type : TYPES) {
      if (type.decoder() instanceof RecordDecoder) {
        continue; // many frames make a beat there: DecoderFuzzTest counts frames
      }
      List<byte[]> messages = messages(type);
      byte[] good = joined(messages);
      List<Beat> all = beats(type.midStream().accept(good, good.length).events());
      byte[] without = joined(messages.subList(2, messages.size()));
      int atLeast = beats(type.midStream().accept(without, without.length).events()).size() - 1;
      assertTrue(all.size() > 10 && atLeast > 10, type.name());
      Random random = new Random(25);
      for (int trial = 0; trial < 1000; trial++) {
        byte[] garbage = new byte[random.nextInt(300)];
        random.nextBytes(garbage);
        var heard = new ByteArrayOutputStream();
        heard.writeBytes(garbage);
        heard.writeBytes(good);
        List<Beat> told =
            beats(type.midStream().accept(heard.toByteArray(), heard.size()).events());
        String what = type.name() + " seed 25 trial " + trial;
        assertTrue(told.size() >= atLeast, what + ": " + told.size() + " of " + all.size());
        assertEquals(
            all.subList(all.size() - atLeast, all.size()),
            told.subList(told.size() - atLeast, told.size()),
            what);
      }
    }
  }

  private static void random(SensorType type, int size, long seed) {
    Random random = new Random(seed);
    byte[] spice = joined(chunks(type));
    Talking talking = new Talking(type);
    int beats = 0;
    byte[] bytes = new byte[1000];
    long before = used();
    for (int at = 0; at < size; at += bytes.length) {
      random.nextBytes(bytes);
      for (int i = random.nextInt(3); i > 0; i--) { // true pieces in noise lead further inside
        int length = 1 + random.nextInt(60);
        int from = random.nextInt(spice.length - length);
        System.arraycopy(spice, from, bytes, random.nextInt(bytes.length - length), length);
      }
      talking.hear(bytes, bytes.length, random);
      beats += talking.take().size();
    }
    long kept = used() - before;
    System.out.printf(
        "%s: %d beats in %d bytes of noise with true pieces, %d commands sent, seed %d%n",
        type.name(), beats, size, talking.sent, seed);
    assertTrue(size < LONG_BYTES || kept < 20_000_000, type.name() + " keeps " + kept);
    assertTrue(talking.sent < size / 100 + 1000, type.name() + " sent " + talking.sent);
  }

  private static void damaged(SensorType type, int captures, long seed) {
    Random random = new Random(seed);
    byte[] capture = joined(chunks(type));
    Map<Integer, Integer> truth = new HashMap<>();
    Talking clean = new Talking(type);
    clean.hear(capture, capture.length, new Random(seed));
    clean.take().forEach(beat -> truth.merge(beat.ticks(), 1, Integer::sum));
    long told = 0;
    long strange = 0;
    for (int i = 0; i < captures; i++) {
      byte[] bytes = capture.clone();
      for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
          case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> bytes[at] = (byte) random.nextInt(256);
          case 2 -> System.arraycopy(bytes, at, bytes, at / 2, Math.min(7, bytes.length - at));
          default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) 0x80);
        }
      }
      Talking talking = new Talking(type);
      talking.hear(bytes, bytes.length, random);
      for (Beat beat : talking.take()) {
        told++;
        strange += truth.containsKey(beat.ticks()) ? 0 : 1;
      }
    }
    System.out.printf(
        "%s: %d of %d beats in %d damaged captures are not of the heart, seed %d%n",
        type.name(), strange, told, captures, seed);
    assertTrue(told >= 0.5 * captures * truth.size(), type.name() + " told only " + told);
    assertTrue(strange <= 0.05 * told, type.name() + " told " + strange + " false beats");
  }

  /** A conversation that is spoken to in pieces while time passes. */
  private static final class Talking {
    private final List<Beat> beats = new ArrayList<>();
    private Conversation state;
    private long nowNanos;
    private long sent;

    Talking(SensorType type) {
      state = type.conversation();
      follow(state.opened(0));
      follow(state.wish(new SensorWish.Prefer(""), 0));
    }

    void hear(byte[] bytes, int length, Random random) {
      for (int at = 0; at < length; ) {
        int n = Math.min(length - at, 1 + random.nextInt(200));
        byte[] piece = Arrays.copyOfRange(bytes, at, at + n);
        nowNanos += 100_000_000;
        follow(state.heard(piece, n, nowNanos));
        follow(state.tick(nowNanos));
        at += n;
      }
    }

    private void follow(Conversation.Step step) {
      state = step.next();
      sent += step.send().size();
      beats.addAll(beats(step.events()));
    }

    List<Beat> take() {
      List<Beat> taken = List.copyOf(beats);
      beats.clear();
      return taken;
    }
  }

  private static List<Beat> beats(List<SensorEvent> events) {
    return events.stream().filter(Beat.class::isInstance).map(Beat.class::cast).toList();
  }

  private static List<byte[]> chunks(SensorType type) {
    TimedStream stream =
        type.twin(new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), 5), List.of())
            .until(CAPTURE_SECONDS);
    List<byte[]> chunks = new ArrayList<>();
    for (var chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
      chunks.add(chunk.map(TimedBytes::bytes).orElseThrow());
    }
    return chunks;
  }

  /** The last messages of a virtual stick, one beat or page each. */
  private static List<byte[]> messages(SensorType type) {
    List<byte[]> chunks = chunks(type);
    int beats = 30;
    int most = type.name().equals("ant") ? 4 * beats : beats; // each is sent four times
    return chunks.subList(chunks.size() - most, chunks.size());
  }

  private static byte[] joined(List<byte[]> chunks) {
    var all = new ByteArrayOutputStream();
    chunks.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
