package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hostile bytes: no decoder throws, none depends on how they are cut, none keeps more than a line
 * of them.
 */
class DecoderFuzzTest {
  private static final int QUICK = 300_000;
  private static final int LONG = 10_000_000;
  private static final int MOST_KEPT = 8192;

  /** With a beat in every packet of a belt. */
  private static final HeartProfile FAST = HeartProfile.CALM.withMeanBpm(120).withSwingBpm(5);

  private static final String ALPHABET =
      "0123456789,;.:=-$*!\r\n\r\n\n\t SBQabMPWHRSICXsignal{\"raw\":IR[]";

  @Test
  void noDecoderStumblesOverRandomBytes() {
    SensorCatalogue.all().forEach(type -> random(type, QUICK, 11));
  }

  @Test
  void noDecoderStumblesOverDamagedCaptures() {
    SensorCatalogue.all().forEach(type -> damaged(type, QUICK, 300, 12));
  }

  @Test
  @Tag("soak")
  void noDecoderStumblesOverTenMillionBytes() {
    SensorCatalogue.all().forEach(type -> random(type, LONG, 13));
    SensorCatalogue.all().forEach(type -> damaged(type, LONG, 10_000, 14));
  }

  @Test
  void aLineThatNeverEndsIsReportedAtMostOnceAndNotKept() {
    byte[] endless = new byte[1_000_000];
    Arrays.fill(endless, (byte) '5');
    endless[0] = '$';
    for (String name : List.of("bridge", "pulse-sensor", "text", "bleuio")) {
      SensorType type = SensorCatalogue.named(name).orElseThrow();
      List<SensorEvent> events = Feed.whole(type.decoder(), endless);
      assertTrue(events.size() <= 1, type.name());
      assertTrue(events.stream().allMatch(SensorEvent.Rejected.class::isInstance), type.name());
      Decoder filled = type.decoder().accept(endless, endless.length).next();
      byte[] after = "\r\nBPM: 72\r\nS512\r\n$".getBytes();
      assertTrue(filled.accept(after, after.length).events().size() <= 3, type.name());
    }
  }

  @Test
  void whatADecoderKeepsStaysSmallWhateverItHears() {
    for (SensorType type : SensorCatalogue.all()) {
      Random random = new Random(15);
      byte[] own = capture(type, 20_000);
      Decoder decoder = type.decoder();
      for (int round = 0; round < 300; round++) {
        byte[] bytes = new byte[1 + random.nextInt(900)];
        if (random.nextBoolean()) {
          random.nextBytes(bytes);
        } else {
          int from = random.nextInt(own.length - bytes.length);
          System.arraycopy(own, from, bytes, 0, bytes.length);
        }
        decoder = decoder.accept(bytes, bytes.length).next();
        long kept = Kept.bytes(decoder);
        assertTrue(kept < MOST_KEPT, type.name() + " keeps " + kept + " bytes, seed 15");
      }
    }
  }

  @Test
  void aBinaryDecoderIsInStepAgainAfterTwoGoodFramesAndABitalinoAfterThree() {
    for (SensorType type : SensorCatalogue.all()) {
      List<byte[]> frames = frames(type);
      if (frames.isEmpty()) {
        continue;
      }
      int enough = type.name().equals("bitalino") ? 3 : 2;
      for (long seed = 1; seed <= 400; seed++) {
        Random random = new Random(seed);
        Decoder decoder = type.midStream();
        int at = 0;
        while (at < 20) {
          decoder = feed(decoder, frames.get(at++)).next();
        }
        // A BITalino passes over one bad frame: less than that is not yet out of step.
        byte[] garbage = new byte[(enough == 3 ? 24 : 1) + random.nextInt(200)];
        random.nextBytes(garbage);
        decoder = feed(decoder, garbage).next();
        List<SensorEvent> heard = new ArrayList<>();
        for (int i = 0; i < enough; i++) {
          Decoder.Decoded decoded = feed(decoder, frames.get(at++));
          decoder = decoded.next();
          heard.addAll(decoded.events());
        }
        boolean inStep = heard.stream().anyMatch(e -> e instanceof Waveform || e instanceof Beat);
        assertTrue(inStep, type.name() + " seed " + seed + ": " + heard);
      }
    }
  }

  private static Decoder.Decoded feed(Decoder decoder, byte[] bytes) {
    return decoder.accept(bytes, bytes.length);
  }

  /** Frames of the twin from the middle of its stream, or none where it speaks lines. */
  private static List<byte[]> frames(SensorType type) {
    List<byte[]> frames = new ArrayList<>();
    if (!(type.decoder() instanceof RecordDecoder)) {
      return frames;
    }
    TimedStream stream = type.twin(new VirtualHeart(FAST, Breathing.steady(6), 5), List.of());
    for (int i = 0; i < 60; i++) {
      byte[] frame = stream.next().orElseThrow().bytes();
      if (i >= 10 && frame.length > 2 && type.decoder() instanceof RecordDecoder) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static void random(SensorType type, int size, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    for (int i = 0; i < size / 2; i++) {
      bytes[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
    check(type, bytes, random, seed);
  }

  private static void damaged(SensorType type, int size, int captures, long seed) {
    Random random = new Random(seed);
    byte[] capture = capture(type, size / captures);
    for (int i = 0; i < captures; i++) {
      byte[] bytes = capture.clone();
      for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
          case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> bytes[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
          case 2 -> System.arraycopy(bytes, at, bytes, at / 2, Math.min(7, bytes.length - at));
          default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) '9');
        }
      }
      check(type, bytes, random, seed);
    }
  }

  private static void check(SensorType type, byte[] bytes, Random random, long seed) {
    List<SensorEvent> whole = Feed.whole(type.decoder(), bytes);
    int[] cuts = random.ints(20, 0, bytes.length + 1).sorted().toArray();
    assertEquals(whole, Feed.cut(type.decoder(), bytes, cuts), type.name() + " seed " + seed);
    for (SensorEvent event : whole) {
      if (event instanceof SensorEvent.Beat) {
        double millis = ((SensorEvent.Beat) event).rrMillis();
        assertTrue(
            millis > 0 && millis <= 10_000, () -> type.name() + " seed " + seed + ": " + event);
      } else if (event instanceof SensorEvent.Rejected) {
        assertTrue(
            ((SensorEvent.Rejected) event).text().length() <= 240, type.name() + " seed " + seed);
      }
    }
  }

  private static byte[] capture(SensorType type, int least) {
    VirtualHeart heart = new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), 5);
    TimedStream stream = type.twin(heart, List.of());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < least) {
      Optional<TimedBytes> chunk = stream.next();
      all.writeBytes(chunk.orElseThrow().bytes());
    }
    return all.toByteArray();
  }
}
