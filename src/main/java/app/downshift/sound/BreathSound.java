package app.downshift.sound;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Feeds a speaker from the plan, a few milliseconds ahead of the ear. Runs on a thread that is made
 * for it and ends soon after {@link #close}. Without anything to be heard it lets go of the device,
 * so that others can have it; without a device it looks for one again every few seconds.
 */
public final class BreathSound implements Runnable, AutoCloseable {
  /** How it stands. */
  public enum Status {
    /** Nothing is to be heard. */
    SILENT,
    /** It is heard. */
    HEARD,
    /** Something is to be heard, and there is no device, or it is taken, or gone. */
    NO_DEVICE
  }

  private static final int BLOCK = 441;
  private static final int AHEAD = 14 * BLOCK;
  private static final long REST_NANOS = 50_000_000;
  private static final long SHORT_NANOS = 4_000_000;
  private static final long RETRY_NANOS = 3_000_000_000L;
  private static final long KEPT_NANOS = 2_000_000_000L;
  private static final long STUCK_NANOS = 150_000_000;
  private static final long LOST_NANOS = 4_000_000_000L;

  private final Supplier<SoundPlan> plans;
  private final Speaker.Source speakers;
  private final LongSupplier nanos;
  private final BreathTone tone = new BreathTone();
  private final float[] samples = new float[BLOCK];
  private final byte[] bytes = new byte[BLOCK * Speaker.FRAME_BYTES];
  private volatile Status status = Status.SILENT;
  private volatile boolean closed;
  private Optional<Playing> playing = Optional.empty();
  private long retryNanos;
  private long heardLastNanos;

  /**
   * @param plans the newest plan; asked often, on this thread
   * @param nanos {@link System#nanoTime}
   */
  public BreathSound(Supplier<SoundPlan> plans, Speaker.Source speakers, LongSupplier nanos) {
    this.plans = plans;
    this.speakers = speakers;
    this.nanos = nanos;
    retryNanos = nanos.getAsLong();
  }

  /** How it stands, from any thread. */
  public Status status() {
    return status;
  }

  @Override
  public void run() {
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        long wait = turn(nanos.getAsLong());
        if (wait > 0) {
          LockSupport.parkNanos(this, wait);
        }
      }
    } finally {
      letGo();
      status = Status.SILENT;
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Does what is to be done now; answers how long to wait before the next look. */
  long turn(long now) {
    SoundPlan plan = plans.get();
    if (!plan.sounding() && tone.silent()) {
      status = Status.SILENT;
      retryNanos = now;
      if (now - heardLastNanos > KEPT_NANOS) {
        letGo();
      }
      if (playing.isEmpty()) {
        return REST_NANOS;
      }
    } else {
      heardLastNanos = now;
    }
    if (playing.isEmpty() && now - retryNanos >= 0) {
      playing = speakers.open().map(speaker -> new Playing(speaker, nanos.getAsLong()));
      retryNanos = now + RETRY_NANOS;
    }
    if (playing.isEmpty()) {
      status = Status.NO_DEVICE;
      return REST_NANOS;
    }
    return feed(playing.get(), plan);
  }

  private long feed(Playing line, SoundPlan plan) {
    long now = nanos.getAsLong();
    if (line.ahead(now)) {
      return SHORT_NANOS;
    }
    if (line.lost) {
      letGo();
      status = Status.NO_DEVICE;
      return REST_NANOS;
    }
    double heard = line.clock.heardNanos(line.written);
    tone.fill(plan, plan.microsAt(heard), 1e6 / BreathTone.RATE_HZ * plan.rate(), samples, BLOCK);
    encode();
    if (!line.speaker.write(bytes, bytes.length)) {
      letGo();
      status = Status.NO_DEVICE;
      return REST_NANOS;
    }
    line.written += BLOCK;
    status = plan.sounding() ? Status.HEARD : Status.SILENT;
    return 0;
  }

  private void letGo() {
    playing.ifPresent(line -> line.speaker.close());
    playing = Optional.empty();
  }

  private void encode() {
    for (int i = 0; i < BLOCK; i++) {
      int value = Math.round(samples[i] * Short.MAX_VALUE);
      for (int channel = 0; channel < 2; channel++) {
        int at = i * Speaker.FRAME_BYTES + 2 * channel;
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
      }
    }
  }

  /** A speaker and how far it is. */
  private static final class Playing {
    private final Speaker speaker;
    private final LineClock clock = new LineClock(BreathTone.RATE_HZ);
    private long written;
    private long played;
    private long movedNanos;
    private int lead = AHEAD;
    private boolean lost;

    Playing(Speaker speaker, long now) {
      this.speaker = speaker;
      movedNanos = now;
    }

    /** Whether enough is on its way to the ear. */
    boolean ahead(long now) {
      long position = Math.min(written, speaker.playedFrames());
      boolean moved = position > played;
      played = Math.max(played, position);
      clock.told(now, position);
      if (moved) {
        movedNanos = now;
      }
      boolean enough = written - played >= lead;
      if (enough && now - movedNanos > LOST_NANOS) {
        lost = true;
        return false;
      }
      if (enough && now - movedNanos > STUCK_NANOS && lead + BLOCK <= speaker.roomFrames()) {
        lead += BLOCK; // some devices do not begin before their buffer is fuller
        return false;
      }
      return enough;
    }
  }
}
