package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.LinkState;
import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The one loop that reads a sensor: read, stamp, decode, hand on. The caller gives the thread; a
 * pulled cable is an event and a wait, not an end. {@link #close} may come from any thread. Every
 * wait is measured by the clock passed in; only how often that clock is looked at is real time.
 */
public final class SensorReader implements Runnable, Closeable {
  /**
   * On an open port that says nothing for so long, the port is opened anew, once (protocol rule 7).
   */
  static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK_MILLIS = 25;
  private static final int BUFFER_BYTES = 4096;

  private final Feed feed;
  private final LongSupplier nanoClock;
  private final HeardSink sink;
  private final Consumer<Throwable> faults;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private final Object lock = new Object();
  private ByteSource source; // guarded by lock
  private @Nullable Thread running; // guarded by lock

  // Of the reading thread alone.
  private Decoder decoder;
  private long lastBytesNanos;
  private boolean reopenedInThisSilence;

  private SensorReader(
      Feed feed,
      Decoder decoder,
      ByteSource source,
      LongSupplier nanoClock,
      HeardSink sink,
      Consumer<Throwable> faults) {
    this.feed = feed;
    this.decoder = decoder;
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
    Decoder decoder = feed.decoders().get();
    return new SensorReader(feed, decoder, feed.opener().open(), nanoClock, sink, faults);
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
      boolean more = true;
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

  /**
   * Ends the reading from any thread, waking it from whatever it waits for. Harmless when repeated.
   */
  @Override
  public void close() {
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
    if (length > 0) {
      lastBytesNanos = seenAtNanos;
      reopenedInThisSilence = false;
      decode(length, seenAtNanos);
      return true;
    }
    if (length < 0) {
      return !isClosed() && feed.returns() && reconnect(seenAtNanos);
    }
    if (feed.returns() && !reopenedInThisSilence && seenAtNanos - lastBytesNanos >= SILENCE_NANOS) {
      reopenedInThisSilence = true;
      Logger.info("{} has been silent for 10 s: opening it anew", feed.port());
      current().close();
      return reopen() || reconnect(seenAtNanos);
    }
    return true;
  }

  private void decode(int length, long seenAtNanos) throws InterruptedException {
    Decoder.Decoded decoded = decoder.accept(buffer, length);
    decoder = decoded.next();
    for (SensorEvent event : decoded.events()) {
      tell(event, seenAtNanos);
    }
  }

  /** False when closed while waiting. */
  private boolean reconnect(long goneAtNanos) throws InterruptedException {
    current().close();
    tell(new SensorEvent.Link(LinkState.UNPLUGGED, feed.port()), goneAtNanos);
    Logger.info("{} is gone, waiting for it", feed.port());
    long triedAtNanos = goneAtNanos;
    do {
      long retryAtNanos = triedAtNanos + RETRY_NANOS;
      if (!awaitTime(retryAtNanos)) {
        return false;
      }
      triedAtNanos = nanoClock.getAsLong();
    } while (!reopen());
    tell(new SensorEvent.Link(LinkState.CONNECTED, feed.port()), nanoClock.getAsLong());
    Logger.info("{} is back", feed.port());
    return true;
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
    decoder = feed.decoders().get();
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
