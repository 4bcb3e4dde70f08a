package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeardQueueTest {
  private static final long AT_ONCE = 0;
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(10);

  @Test
  void givesAllThatIsThereInOrder() throws Exception {
    HeardQueue queue = new HeardQueue(10);
    queue.put(beat(1));
    queue.put(samples(2, 5));
    queue.put(beat(3));
    assertEquals(List.of(beat(1), samples(2, 5), beat(3)), queue.poll(LONG_NANOS));
    assertEquals(List.of(), queue.poll(AT_ONCE));
  }

  @Test
  void waitsNoLongerThanItIsTold() throws Exception {
    long before = System.nanoTime();
    assertEquals(List.of(), new HeardQueue(1).poll(TimeUnit.MILLISECONDS.toNanos(30)));
    assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(30));
  }

  @Test
  void aFullQueueDropsWaveformsAndSaysSoInTheirPlace() throws Exception {
    HeardQueue queue = new HeardQueue(2);
    queue.put(beat(1));
    queue.put(beat(2));
    queue.put(samples(3, 10));
    queue.put(samples(4, 7));
    List<Heard> taken = queue.poll(AT_ONCE);
    assertEquals(List.of(beat(1), beat(2)), taken.subList(0, 2));
    assertEquals(3, taken.size());
    assertEquals(4, taken.get(2).seenAtNanos());
    SensorEvent.Rejected loss = (SensorEvent.Rejected) taken.get(2).event();
    assertEquals("overrun", loss.reason());
    assertTrue(loss.text().startsWith("2 waveform blocks (17 samples)"), loss.text());
    queue.put(beat(5));
    assertEquals(List.of(beat(5)), queue.poll(AT_ONCE), "a loss is told once");
  }

  @Test
  void aFullQueueLetsABeatWait() throws Exception {
    HeardQueue queue = new HeardQueue(1);
    queue.put(beat(1));
    Thread reader = new Thread(() -> put(queue, beat(2)));
    reader.start();
    while (reader.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertEquals(List.of(beat(1)), queue.poll(AT_ONCE));
    assertEquals(List.of(beat(2)), queue.poll(LONG_NANOS));
    reader.join();
  }

  @Test
  void aWaitingBeatCanBeInterrupted() throws Exception {
    HeardQueue queue = new HeardQueue(1);
    queue.put(beat(1));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> queue.put(beat(2)));
    assertFalse(Thread.interrupted());
  }

  @Test
  void noBeatIsLostOrOutOfOrderUnderPressureAndEveryDroppedSampleIsCounted() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    HeardQueue queue = new HeardQueue(8);
    List<Heard> sent = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      sent.add(random.nextInt(4) == 0 ? beat(i) : samples(i, 1 + random.nextInt(20)));
    }
    Thread reader = new Thread(() -> sent.forEach(heard -> put(queue, heard)));
    reader.start();
    List<Heard> got = new ArrayList<>();
    while (reader.isAlive()) {
      got.addAll(queue.poll(TimeUnit.MILLISECONDS.toNanos(1)));
    }
    got.addAll(queue.poll(AT_ONCE));
    assertEquals(beats(sent), beats(got), () -> "seed " + seed);
    assertEquals(sampleCount(sent), sampleCount(got), () -> "seed " + seed);
    for (int i = 1; i < got.size(); i++) {
      assertTrue(got.get(i - 1).seenAtNanos() <= got.get(i).seenAtNanos(), "order, seed " + seed);
    }
  }

  private static void put(HeardQueue queue, Heard heard) {
    try {
      queue.put(heard);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Heard beat(long atNanos) {
    return new Heard(LineDecoder.beat(atNanos), atNanos);
  }

  private static Heard samples(long atNanos, int count) {
    return new Heard(new SensorEvent.Waveform(0, "ppg", 75, new int[count]), atNanos);
  }

  private static List<Heard> beats(List<Heard> all) {
    return all.stream().filter(heard -> heard.event() instanceof SensorEvent.Beat).toList();
  }

  private static long sampleCount(List<Heard> all) {
    long count = 0;
    for (Heard heard : all) {
      if (heard.event() instanceof SensorEvent.Waveform waveform) {
        count += waveform.values().length;
      } else if (heard.event() instanceof SensorEvent.Rejected loss) {
        count += Long.parseLong(loss.text().replaceFirst(".*\\((\\d+) samples\\).*", "$1"));
      }
    }
    return count;
  }
}
