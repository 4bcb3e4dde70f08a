package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.Conversation;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.LinkState;
import app.downshift.sensor.SensorWish;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The one loop that holds a sensor's conversation: read, stamp, let the conversation hear, send
 * what it says, hand on what it learnt. The caller gives the thread; a pulled cable is an event and
 * a wait, not an end. {@link #close} and {@link #wish} may come from any thread. Every wait is
 * measured by the clock passed in; only how often that clock is looked at is real time.
 */
public final class SensorReader implements Runnable, Closeable {
  /**
   * On an open port that says nothing for so long, the port is opened anew, once (protocol rule 7).
   */
  static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A conversation is told so often that time passes, or as soon as a read returns after that. */
  static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Where an info tells which of the sensors in reach has answered. */
  private static final String ADDRESS = "address";

  private static final long LAST_WORD_MILLIS = 200;
  private static final long LOOK_MILLIS = 25;
  private static final int BUFFER_BYTES = 4096;

  private final Feed feed;
  private final LongSupplier nanoClock;
  private final HeardSink sink;
  private final Consumer<Throwable> faults;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<SensorWish> wishes = new ConcurrentLinkedQueue<>();
  private final ReentrantLock voice = new ReentrantLock(); // held while something is being sent
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private final Object lock = new Object();
  private ByteSource source; // guarded by lock
  private boolean parted; // guarded by voice
  private @Nullable Thread running; // guarded by lock

  // Written by the reading thread alone; who closes the reader lets it say its last word.
  private volatile Conversation conversation;

  // Of the reading thread alone.
  private Optional<SensorWish> choice = Optional.empty();
  private long lastBytesNanos;
  private long lastTickNanos;
  private boolean reopenedInThisSilence;

  private SensorReader(
      Feed feed,
      Conversation conversation,
      ByteSource source,
      LongSupplier nanoClock,
      HeardSink sink,
      Consumer<Throwable> faults) {
    this.feed = feed;
    this.conversation = conversation;
    this.source = source;
    this.nanoClock = nanoClock;
    this.sink = sink;
    this.faults = faults;
  }

  /**
   * Opens the feed and returns its reader, to be run once.
   *
   * @param nanoClock stamps what is heard and measures every wait
   * @param sink takes what is heard, on the reading thread
   * @param faults told of bugs that ended the reading; an unplugged port is none
   * @throws PortUnavailable when it cannot be opened now; nothing is retried before the first
   *     success
   */
  public static SensorReader open(
      Feed feed, LongSupplier nanoClock, HeardSink sink, Consumer<Throwable> faults)
      throws PortUnavailable {
    Conversation first = feed.conversations().get();
    return new SensorReader(feed, first, feed.opener().open(), nanoClock, sink, faults);
  }

  /**
   * Reads until closed, interrupted, or at the end of a source that does not return. Never throws.
   */
  @Override
  public void run() {
    synchronized (lock) {
      running = Thread.currentThread();
    }
    try {
      lastBytesNanos = nanoClock.getAsLong();
      tell(new SensorEvent.Link(LinkState.CONNECTED, feed.port()), lastBytesNanos);
      boolean more = begin(lastBytesNanos) || gone(lastBytesNanos);
      while (more && !isClosed()) {
        more = readOnce();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Throwable fault) {
      Logger.error(fault, "Reading {} ended by a fault", feed.port());
      report(fault);
    } finally {
      end();
    }
  }

  /** Passes a wish to the conversation, from any thread; heeded within about half a second. */
  public void wish(SensorWish wish) {
    wishes.add(wish);
  }

  /**
   * Ends the reading from any thread, waking it from whatever it waits for; the sensor is let go
   * first. Harmless when repeated.
   */
  @Override
  public void close() {
    sayGoodbye(current()); // while the reading thread still holds the port open
    closed.countDown();
    ByteSource last;
    synchronized (lock) {
      last = source;
      if (running != null) {
        running.interrupt();
      }
    }
    last.close();
  }

  /** False when the feed is over. */
  private boolean readOnce() throws InterruptedException {
    int length = current().read(buffer);
    long seenAtNanos = nanoClock.getAsLong();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (length < 0) {
      return gone(seenAtNanos);
    }
    boolean there = true;
    if (length > 0) {
      lastBytesNanos = seenAtNanos;
      reopenedInThisSilence = false;
      there = follow(conversation.heard(buffer, length, seenAtNanos), seenAtNanos);
    } else if (feed.returns()
        && !reopenedInThisSilence
        && seenAtNanos - lastBytesNanos >= SILENCE_NANOS) {
      reopenedInThisSilence = true;
      Logger.info("{} has been silent for 10 s: opening it anew", feed.port());
      current().close();
      there = reopen() && begin(seenAtNanos);
    }
    return (there && passTime(seenAtNanos)) || gone(seenAtNanos);
  }

  /** The first words after opening, and the choice that was made before; false when gone. */
  private boolean begin(long nowNanos) throws InterruptedException {
    lastTickNanos = nowNanos;
    return follow(conversation.opened(nowNanos), nowNanos)
        && (choice.isEmpty() || follow(conversation.wish(choice.get(), nowNanos), nowNanos));
  }

  /** Wishes and the passing of time; false when the source is gone. */
  private boolean passTime(long nowNanos) throws InterruptedException {
    boolean there = true;
    for (SensorWish wish = wishes.poll(); wish != null && there; wish = wishes.poll()) {
      choice = wish instanceof SensorWish.Stop ? choice : Optional.of(wish);
      there = follow(conversation.wish(wish, nowNanos), nowNanos);
    }
    if (there && nowNanos - lastTickNanos >= TICK_NANOS) {
      lastTickNanos = nowNanos;
      there = follow(conversation.tick(nowNanos), nowNanos);
    }
    return there;
  }

  /** Sends and hands on what a step of the conversation said; false when the source is gone. */
  private boolean follow(Conversation.Step step, long seenAtNanos) throws InterruptedException {
    conversation = step.next();
    boolean there = step.send().isEmpty() || send(step.send());
    for (SensorEvent event : step.events()) {
      tell(event, seenAtNanos);
      if (event instanceof SensorEvent.Info info && info.fields().containsKey(ADDRESS)) {
        // After the cable was pulled it has to be the same heart again.
        choice = Optional.of(new SensorWish.Choose(info.fields().get(ADDRESS)));
      }
    }
    return there;
  }

  private boolean send(List<byte[]> pieces) throws InterruptedException {
    voice.lockInterruptibly();
    try {
      for (byte[] bytes : pieces) {
        if (!parted && !current().write(bytes)) {
          return false;
        }
      }
      return true;
    } finally {
      voice.unlock();
    }
  }

  /** The last word, at most once, and after it no other. */
  private void sayGoodbye(ByteSource last) {
    try {
      if (!voice.tryLock() && !voice.tryLock(LAST_WORD_MILLIS, TimeUnit.MILLISECONDS)) {
        return; // what is being sent does not get through either
      }
      try {
        if (!parted) {
          parted = true;
          long nowNanos = nanoClock.getAsLong();
          for (byte[] bytes : conversation.wish(new SensorWish.Stop(), nowNanos).send()) {
            Logger.debug("{}: goodbye was sent: {}", feed.port(), last.write(bytes));
          }
        }
      } finally {
        voice.unlock();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException fault) {
      Logger.error(fault, "Letting go of {}", feed.port());
    }
  }

  /** False when a source that is gone will not be back. */
  private boolean gone(long seenAtNanos) throws InterruptedException {
    return !isClosed() && feed.returns() && reconnect(seenAtNanos);
  }

  /** False when closed while waiting. */
  private boolean reconnect(long goneAtNanos) throws InterruptedException {
    current().close();
    tell(new SensorEvent.Link(LinkState.UNPLUGGED, feed.port()), goneAtNanos);
    Logger.info("{} is gone, waiting for it", feed.port());
    long triedAtNanos = goneAtNanos;
    while (true) {
      if (!awaitTime(triedAtNanos + RETRY_NANOS)) {
        return false;
      }
      triedAtNanos = nanoClock.getAsLong();
      if (reopen()) {
        tell(new SensorEvent.Link(LinkState.CONNECTED, feed.port()), nanoClock.getAsLong());
        Logger.info("{} is back", feed.port());
        if (begin(nanoClock.getAsLong())) {
          return true;
        }
        current().close();
        tell(new SensorEvent.Link(LinkState.UNPLUGGED, feed.port()), nanoClock.getAsLong());
      }
    }
  }

  private boolean reopen() {
    ByteSource opened;
    try {
      opened = feed.opener().open();
    } catch (PortUnavailable notYet) {
      Logger.debug("{}", notYet.getMessage());
      return false;
    }
    synchronized (lock) {
      source = opened;
    }
    if (isClosed()) {
      opened.close(); // close() may have seen the old one
    }
    conversation = feed.conversations().get();
    lastBytesNanos = nanoClock.getAsLong();
    return true;
  }

  /** Waits for a time of the injected clock; false when closed meanwhile. */
  private boolean awaitTime(long untilNanos) throws InterruptedException {
    while (nanoClock.getAsLong() - untilNanos < 0) {
      if (closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return !isClosed();
  }

  private void tell(SensorEvent event, long seenAtNanos) throws InterruptedException {
    sink.put(new Heard(event, seenAtNanos));
  }

  private void report(Throwable fault) {
    try {
      faults.accept(fault);
    } catch (RuntimeException second) {
      Logger.error(second, "The fault handler of {} failed", feed.port());
    }
  }

  private void end() {
    synchronized (lock) {
      running = null;
      if (isClosed()) {
        Thread.interrupted(); // ours, and of no use to the thread's owner
      }
    }
    sayGoodbye(current());
    current().close();
  }

  private ByteSource current() {
    synchronized (lock) {
      return source;
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
