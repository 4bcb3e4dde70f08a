package app.downshift.sensor.virtual;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** What a virtual device is going to say, in the order of time and then of putting. */
public final class Outbox {
  private static final int LONGEST_PIECE = 5;

  private record Waiting(TimedBytes chunk, long number) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong((Waiting each) -> each.chunk().atMicros())
              .thenComparingLong(Waiting::number));
  private final Queue<byte[]> pieces = new ArrayDeque<>();
  private long number;
  private long lastMicros;
  private boolean splitting;

  /** Says {@code bytes} at {@code atMicros}. */
  public void put(long atMicros, byte[] bytes) {
    waiting.add(new Waiting(new TimedBytes(atMicros, bytes), number++));
  }

  /** Lets every later chunk arrive in pieces of one to five bytes. */
  public void splitFromNowOn() {
    splitting = true;
  }

  /** The next chunk whose time has come; times never run backwards. */
  public Optional<TimedBytes> due(long nowMicros) {
    if (pieces.isEmpty()) {
      Waiting first = waiting.peek();
      if (first == null || first.chunk().atMicros() > nowMicros) {
        return Optional.empty();
      }
      waiting.remove();
      lastMicros = Math.max(lastMicros, first.chunk().atMicros());
      cut(first.chunk().bytes(), (int) first.number());
    }
    return Optional.of(new TimedBytes(lastMicros, pieces.remove()));
  }

  private void cut(byte[] bytes, int seed) {
    if (!splitting) {
      pieces.add(bytes);
      return;
    }
    int at = 0;
    for (int i = seed; at < bytes.length; i++) {
      int end = Math.min(bytes.length, at + 1 + Math.floorMod(i * 7, LONGEST_PIECE));
      pieces.add(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
  }
}
