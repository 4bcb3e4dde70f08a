package app.downshift.sensor.link;

import app.downshift.sensor.SensorEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What readers heard, waiting for the session. Bounded: when it is full waveforms are dropped and
 * counted, while beats and everything else wait in the reader, so that no beat is ever lost here.
 * The loss is reported in its place in the order, as a {@code Rejected} event of reason {@code
 * overrun}.
 */
public final class HeardQueue implements HeardSink {
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private final Deque<Heard> items = new ArrayDeque<>(); // guarded by lock, as all below
  private long lostBlocks;
  private long lostSamples;
  private long lostAtNanos;

  public HeardQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity);
    }
    this.capacity = capacity;
  }

  @Override
  public void put(Heard heard) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (items.size() >= capacity && heard.event() instanceof SensorEvent.Waveform waveform) {
        lostBlocks++;
        lostSamples += waveform.values().length;
        lostAtNanos = heard.seenAtNanos();
        return;
      }
      while (items.size() >= capacity) {
        emptied.await();
      }
      reportLoss();
      items.add(heard);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits up to {@code waitNanos} for something to be there and takes all of it.
   *
   * @return in the order heard; empty when nothing came in time
   */
  public List<Heard> poll(long waitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = waitNanos;
      while (items.isEmpty() && left > 0) {
        left = filled.awaitNanos(left);
      }
      reportLoss();
      List<Heard> taken = new ArrayList<>(items);
      items.clear();
      emptied.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** May exceed the capacity by one: a report is never itself lost. */
  private void reportLoss() {
    if (lostBlocks > 0) {
      String text =
          lostBlocks
              + " waveform blocks ("
              + lostSamples
              + " samples) came faster than they were taken";
      items.add(
          new Heard(new SensorEvent.Rejected(SensorEvent.Rejected.OVERRUN, text), lostAtNanos));
      lostBlocks = 0;
      lostSamples = 0;
    }
  }
}
