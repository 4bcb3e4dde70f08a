package app.downshift.sensor;

import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Prints one table of what hostile bytes do to every decoder: ten million random ones, and ten
 * thousand captures of its twin with some bytes changed, lost or doubled. Speed is in processor
 * time of the one thread, so that what else runs counts less. A measurement, not a test.
 */
public final class DecoderSoak {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int NOISE = 10_000_000;
  private static final int CHUNK = 4096;
  private static final int CHUNKS_BETWEEN_LOOKS = 16;
  private static final int CAPTURES = 10_000;
  private static final double CAPTURE_SECONDS = 30;
  private static final int OWN = 1_000_000;
  private static final int ROUNDS = 20;
  private static final int TRIALS = 1000;
  private static final int IN_STEP_BEFORE = 20;
  private static final int MOST_FRAMES = 30;
  private static final long SEED = 21;

  /** With a beat in every packet of a belt. */
  private static final HeartProfile FAST = HeartProfile.CALM.withMeanBpm(120).withSwingBpm(5);

  private DecoderSoak() {}

  /** Arguments: the sensors, or none for all. */
  public static void main(String[] args) {
    System.out.printf("seed %d, Java %s%n", SEED, Runtime.version());
    System.out.println(
        "| | faults | keeps | own bytes | random bytes | in step again after | beats in noise |"
            + " told | invented | missing |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (SensorType type : SensorCatalogue.all()) {
      if (args.length == 0 || List.of(args).contains(type.name())) {
        new Row(type).print();
      }
    }
  }

  /** One sensor, and what is counted of it. */
  private static final class Row {
    private final SensorType type;
    private int faults;
    private long kept;
    private long heapGrew;
    private long told;
    private long invented;
    private long missing;

    Row(SensorType type) {
      this.type = type;
    }

    void print() {
      byte[] noise = new byte[NOISE];
      new Random(SEED).nextBytes(noise);
      double own = throughput(capture(type, Double.POSITIVE_INFINITY, OWN));
      double random = throughput(noise);
      long beats = inNoise(noise);
      String step = inStep();
      inDamage();
      System.out.printf(
          "| `%s` | %d | %d bytes, heap %+.1f MB | %.0f MB/s | %.0f MB/s | %s | %d | %d | %d | %d"
              + " |%n",
          type.name(),
          faults,
          kept,
          heapGrew / 1e6,
          own,
          random,
          step,
          beats,
          told,
          invented,
          missing);
    }

    /** The best of some rounds, in MB/s. */
    private double throughput(byte[] bytes) {
      double best = 0;
      byte[] chunk = new byte[CHUNK];
      for (int round = 0; round < ROUNDS; round++) {
        long start = THREADS.getCurrentThreadCpuTime();
        Decoder decoder = type.decoder();
        for (int at = 0; at < bytes.length; at += CHUNK) {
          int length = Math.min(CHUNK, bytes.length - at);
          System.arraycopy(bytes, at, chunk, 0, length);
          decoder = decoder.accept(chunk, length).next();
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        best = Math.max(best, bytes.length * 1e3 / nanos);
      }
      return best;
    }

    private long inNoise(byte[] noise) {
      Decoder decoder = type.midStream();
      long beats = 0;
      long before = used();
      for (int at = 0; at < noise.length; at += CHUNK) {
        int length = Math.min(CHUNK, noise.length - at);
        Decoder.Decoded decoded = heard(decoder, Arrays.copyOfRange(noise, at, at + length));
        decoder = decoded.next();
        beats += beats(decoded.events()).size();
        if (at / CHUNK % CHUNKS_BETWEEN_LOOKS == 0) {
          kept = Math.max(kept, Kept.bytes(decoder));
        }
      }
      heapGrew = used() - before;
      return beats;
    }

    private void inDamage() {
      Random random = new Random(SEED);
      byte[] capture = capture(type, CAPTURE_SECONDS, Integer.MAX_VALUE);
      List<Double> truth = beats(heard(type.decoder(), capture).events());
      for (int i = 0; i < CAPTURES; i++) {
        List<Double> beats = beats(heard(type.midStream(), damaged(capture, random)).events());
        int common = common(truth, beats);
        told += beats.size();
        invented += beats.size() - common;
        missing += truth.size() - common;
      }
    }

    /** How many good frames, lines or messages it takes after garbage until one is understood. */
    private String inStep() {
      List<byte[]> frames = new ArrayList<>();
      List<Boolean> good = new ArrayList<>();
      TimedStream stream = type.twin(new VirtualHeart(FAST, Breathing.steady(6), 5), List.of());
      Decoder clean = type.decoder();
      for (int count = 0; count < IN_STEP_BEFORE + MOST_FRAMES; ) {
        byte[] frame = stream.next().orElseThrow().bytes();
        Decoder.Decoded decoded = heard(clean, frame);
        clean = decoded.next();
        frames.add(frame);
        good.add(data(decoded.events()));
        count += data(decoded.events()) ? 1 : 0;
      }
      int[] needed = new int[MOST_FRAMES + 1];
      for (int trial = 0; trial < TRIALS; trial++) {
        needed[needed(frames, good, new Random(SEED + trial))]++;
      }
      StringBuilder words = new StringBuilder();
      for (int i = 0; i <= MOST_FRAMES; i++) {
        if (needed[i] > 0) {
          words.append(words.isEmpty() ? "" : ", ");
          words.append(i == MOST_FRAMES ? "more" : i).append(": ").append(needed[i]);
        }
      }
      return words.toString();
    }

    private int needed(List<byte[]> frames, List<Boolean> good, Random random) {
      Decoder decoder = type.decoder();
      int at = 0;
      for (int count = 0; count < IN_STEP_BEFORE; at++) {
        decoder = heard(decoder, frames.get(at)).next();
        count += good.get(at) ? 1 : 0;
      }
      byte[] garbage = new byte[1 + random.nextInt(200)];
      random.nextBytes(garbage);
      decoder = heard(decoder, garbage).next();
      int count = 0;
      for (; at < frames.size() && count < MOST_FRAMES; at++) {
        Decoder.Decoded decoded = heard(decoder, frames.get(at));
        decoder = decoded.next();
        count += good.get(at) ? 1 : 0;
        if (good.get(at) && data(decoded.events())) {
          return count;
        }
      }
      return MOST_FRAMES;
    }

    private Decoder.Decoded heard(Decoder decoder, byte[] bytes) {
      try {
        return decoder.accept(bytes, bytes.length);
      } catch (RuntimeException fault) {
        faults++;
        return new Decoder.Decoded(type.midStream(), List.of());
      }
    }
  }

  private static boolean data(List<SensorEvent> events) {
    return events.stream().anyMatch(event -> event instanceof Beat || event instanceof Waveform);
  }

  /** One to five places: a bit, a byte, some bytes lost, some doubled, a run of noise. */
  private static byte[] damaged(byte[] capture, Random random) {
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

  /** What its twin says until it has said enough. */
  private static byte[] capture(SensorType type, double seconds, int bytes) {
    VirtualHeart heart = new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), 5);
    TimedStream stream = type.twin(heart, List.of());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (var chunk = stream.next();
        chunk.isPresent() && all.size() < bytes && chunk.get().atMicros() < seconds * 1e6;
        chunk = stream.next()) {
      all.writeBytes(chunk.get().bytes());
    }
    return all.toByteArray();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
