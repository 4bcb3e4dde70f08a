package app.downshift.sensor;

import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;

/**
 * Prints how many megabytes each decoder takes in a second of processor time of one thread, so that
 * what else runs on the machine counts less: a measurement, not a test.
 */
public final class DecoderThroughput {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int CHUNK = 4096;
  private static final int SIZE = 8_000_000;
  private static final int ROUNDS = 20;

  private DecoderThroughput() {}

  public static void main(String[] args) {
    for (SensorType type : SensorCatalogue.all()) {
      VirtualHeart heart = new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), 5);
      TimedStream stream = type.twin(heart, List.of());
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      while (all.size() < SIZE / 8) {
        all.writeBytes(stream.next().orElseThrow().bytes());
      }
      measure(type, "its own bytes", all.toByteArray());
      byte[] noise = new byte[SIZE];
      new Random(1).nextBytes(noise);
      measure(type, "random bytes", noise);
    }
  }

  private static void measure(SensorType type, String what, byte[] bytes) {
    double best = 0;
    long events = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      Decoder decoder = type.decoder();
      byte[] chunk = new byte[CHUNK];
      events = 0;
      for (int at = 0; at < bytes.length; at += CHUNK) {
        int n = Math.min(CHUNK, bytes.length - at);
        System.arraycopy(bytes, at, chunk, 0, n);
        Decoder.Decoded decoded = decoder.accept(chunk, n);
        decoder = decoded.next();
        events += decoded.events().size();
      }
      best =
          Math.max(best, bytes.length / 1e6 / ((THREADS.getCurrentThreadCpuTime() - start) / 1e9));
    }
    System.out.printf("%-18s %-14s %7.1f MB/s, %d events%n", type.name(), what, best, events);
  }
}
