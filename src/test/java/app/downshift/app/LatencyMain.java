package app.downshift.app;

import app.downshift.session.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how long a beat takes from the last byte leaving the device to the view every screen
 * reads: pseudo-terminal, reader, decoder, queue, engine and recording. Arguments: how many beats,
 * the pause between them in ms, and how many beats to warm up with.
 */
final class LatencyMain {
  private static final byte[] BEAT = {'B', '7', '5', '\r', '\n', 'Q', '8', '0', '0', '\r', '\n'};

  private LatencyMain() {}

  public static void main(String[] args) throws Exception {
    int beats = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    long pauseNanos = TimeUnit.MILLISECONDS.toNanos(args.length > 1 ? Long.parseLong(args[1]) : 15);
    int warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 4 * beats;
    Path folder = Files.createTempDirectory("latency");
    Path file = folder.resolve("a.session.jsonl");
    var seen = new SynchronousQueue<Long>();
    long[] taken = new long[1];
    long[] nanos = new long[beats];
    try (var session =
        new CableSession(
            "pulse-sensor",
            Protocol.breathe(6),
            1,
            file,
            view -> {
              if (view.snapshot().counts().beats() > taken[0]) {
                long now = System.nanoTime();
                taken[0]++;
                pass(seen, now);
              }
            })) {
      session.cable.write("S512\r\n");
      for (int i = -warmUp; i < beats; i++) {
        LockSupport.parkNanos(pauseNanos);
        session.cable.write("S512\r\n");
        long sentNanos = System.nanoTime();
        session.cable.write(BEAT);
        long shownNanos = seen.take();
        if (i >= 0) {
          nanos[i] = shownNanos - sentNanos;
        }
      }
    }
    Files.delete(file);
    Files.delete(folder);
    Arrays.sort(nanos);
    System.out.printf(
        "last byte to view: median %d us, p99 %d us, max %d us, n %d, Java %s%n",
        nanos[beats / 2] / 1000,
        nanos[beats * 99 / 100] / 1000,
        nanos[beats - 1] / 1000,
        beats,
        Runtime.version());
  }

  private static void pass(SynchronousQueue<Long> seen, long now) {
    try {
      seen.put(now);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
