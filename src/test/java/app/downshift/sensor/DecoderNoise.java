package app.downshift.sensor;

import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/**
 * Prints how many beats each decoder finds where there are none: in random bytes, and in captures
 * of its twin with some bytes changed, lost or doubled. A measurement, not a test.
 */
public final class DecoderNoise {
  private static final int NOISE = 10_000_000;
  private static final int CHUNK = 65_536;
  private static final int CAPTURES = 10_000;
  private static final double SECONDS = 30;
  private static final long SEED = 21;

  private DecoderNoise() {}

  public static void main(String[] args) {
    System.out.printf("seed %d%n", SEED);
    for (SensorType type : SensorCatalogue.all()) {
      System.out.printf("%-18s %s; %s%n", type.name(), inNoise(type), inDamage(type));
    }
  }

  private static String inNoise(SensorType type) {
    Random random = new Random(SEED);
    Decoder decoder = type.midStream();
    byte[] chunk = new byte[CHUNK];
    long beats = 0;
    for (int at = 0; at < NOISE; at += CHUNK) {
      random.nextBytes(chunk);
      Decoder.Decoded decoded = decoder.accept(chunk, CHUNK);
      decoder = decoded.next();
      beats += beats(decoded.events()).size();
    }
    return beats + " beats in 10 MB of noise";
  }

  private static String inDamage(SensorType type) {
    Random random = new Random(SEED);
    byte[] capture = capture(type);
    List<Double> truth = beats(Feed.whole(type.decoder(), capture));
    long told = 0;
    long invented = 0;
    long missing = 0;
    long gaps = 0;
    for (int i = 0; i < CAPTURES; i++) {
      List<SensorEvent> events = Feed.whole(type.midStream(), damaged(capture, random));
      List<Double> beats = beats(events);
      int common = common(truth, beats);
      told += beats.size();
      invented += beats.size() - common;
      missing += truth.size() - common;
      gaps += events.stream().filter(Gap.class::isInstance).count();
    }
    return String.format(
        "10 000 damaged captures of %d bytes: %d beats, %d invented, %d missing, %d gaps",
        capture.length, told, invented, missing, gaps);
  }

  /** One to five places: a bit, a byte, some bytes lost, some doubled, a run of noise. */
  static byte[] damaged(byte[] capture, Random random) {
    byte[] bytes = capture.clone();
    for (int hits = 1 + random.nextInt(5); hits > 0; hits--) {
      int at = random.nextInt(bytes.length - 40);
      int n = 1 + random.nextInt(20);
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> {
          changed.write(bytes, 0, at);
          changed.write(bytes, at + n, bytes.length - at - n);
          bytes = changed.toByteArray();
        }
        case 3 -> {
          changed.write(bytes, 0, at + n);
          changed.write(bytes, at, bytes.length - at);
          bytes = changed.toByteArray();
        }
        default -> {
          for (int k = 0; k < n; k++) {
            bytes[at + k] = (byte) random.nextInt(256);
          }
        }
      }
    }
    return bytes;
  }

  /** The length of the longest common subsequence. */
  private static int common(List<Double> truth, List<Double> told) {
    int[] row = new int[told.size() + 1];
    for (double expected : truth) {
      int diagonal = 0;
      for (int i = 1; i <= told.size(); i++) {
        int above = row[i];
        row[i] = told.get(i - 1) == expected ? diagonal + 1 : Math.max(above, row[i - 1]);
        diagonal = above;
      }
    }
    return row[told.size()];
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(Beat.class::isInstance)
        .map(beat -> ((Beat) beat).rrMillis())
        .toList();
  }

  private static byte[] capture(SensorType type) {
    VirtualHeart heart = new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), 5);
    TimedStream stream = type.twin(heart, List.of()).until(SECONDS);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (var chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
      all.writeBytes(chunk.get().bytes());
    }
    return all.toByteArray();
  }
}
