package app.downshift.sensor.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualSourceTest {
  private final byte[] buffer = new byte[4];

  @Test
  void bytesComeWhenTheClockSaysSoAndNotBefore() {
    AtomicLong clock = new AtomicLong(5_000_000_000L);
    VirtualSource source =
        new VirtualSource(stream(chunk(0, "ab"), chunk(700_000, "cd")), () -> tick(clock));
    assertEquals("ab", read(source));
    assertEquals("", read(source), "patience ends after half a second");
    long before = clock.get();
    assertEquals("cd", read(source));
    assertTrue(clock.get() - before < 500_000_000L && clock.get() >= 5_700_000_000L);
    assertEquals(-1, source.read(buffer));
    assertEquals(-1, source.read(buffer));
  }

  @Test
  void chunksThatAreDueComeTogetherAndLargeOnesInParts() {
    AtomicLong clock = new AtomicLong();
    VirtualSource source =
        new VirtualSource(
            stream(chunk(0, "a"), chunk(0, "bcdefgh"), chunk(0, "i")), () -> tick(clock));
    assertEquals("abcd", read(source));
    assertEquals("efgh", read(source));
    assertEquals("i", read(source));
    assertEquals(-1, source.read(buffer));
  }

  @Test
  void closingWakesTheReader() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    VirtualSource source =
        new VirtualSource(
            stream(chunk(3_600_000_000L, "z")),
            () -> {
              waiting.countDown();
              return 0; // a clock that stands still: only close can end this read
            });
    CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> source.read(buffer));
    assertTrue(waiting.await(5, TimeUnit.SECONDS));
    source.close();
    assertEquals(-1, read.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aFastClockMakesAFastStream() {
    long start = System.nanoTime();
    VirtualSource source =
        new VirtualSource(
            stream(chunk(0, "a"), chunk(4_000_000, "b")), () -> 20 * (System.nanoTime() - start));
    StringBuilder text = new StringBuilder();
    for (String some = read(source); !some.equals("end"); some = read(source)) {
      text.append(some);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals("ab", text.toString());
    assertTrue(seconds >= 0.2 && seconds < 4, "four virtual seconds took " + seconds);
  }

  @Test
  void aStreamCanBeEnded() {
    TimedStream endless = () -> Optional.of(chunk(2_000_000, "x"));
    assertTrue(endless.until(2.1).next().isPresent());
    assertTrue(endless.until(2).next().isEmpty());
  }

  private String read(VirtualSource source) {
    int n = source.read(buffer);
    return n < 0 ? "end" : new String(buffer, 0, n, StandardCharsets.US_ASCII);
  }

  /** A clock that moves on by a millisecond whenever somebody looks at it. */
  private static long tick(AtomicLong clock) {
    return clock.getAndAdd(1_000_000);
  }

  private static TimedBytes chunk(long atMicros, String text) {
    return new TimedBytes(atMicros, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static TimedStream stream(TimedBytes... chunks) {
    Queue<TimedBytes> left = new ArrayDeque<>(List.of(chunks));
    return () -> Optional.ofNullable(left.poll());
  }
}
