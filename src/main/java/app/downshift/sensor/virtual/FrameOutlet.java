package app.downshift.sensor.virtual;

import app.downshift.sensor.virtual.Fault.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The way of binary frames out of a virtual device, with what goes wrong on it: a wrong bit, a lost
 * byte, a lost or doubled frame, a first frame of which only the tail is heard.
 */
public final class FrameOutlet {
  private final FaultPlan faults;
  private final Queue<TimedBytes> out = new ArrayDeque<>();
  private boolean begun;

  public FrameOutlet(FaultPlan faults) {
    this.faults = faults;
  }

  /** A device with these faults. */
  public static FrameOutlet with(List<Fault> faults) {
    return new FrameOutlet(new FaultPlan(faults));
  }

  /** Sends a frame at {@code seconds}, unless something happens to it. */
  public void frame(double seconds, byte[] frame) {
    byte[] sent = frame;
    if (!begun && faults.beginsWithHalfALine()) {
      sent = Arrays.copyOfRange(frame, frame.length / 2, frame.length);
    }
    begun = true;
    if (faults.happens(Kind.LOST_LINE, seconds)) {
      return;
    }
    if (faults.happens(Kind.BAD_CHECKSUM, seconds)) {
      sent = sent.clone();
      sent[sent.length / 2] ^= 0x10;
    }
    if (faults.happens(Kind.LOST_BYTE, seconds)) {
      int at = sent.length / 2;
      byte[] shorter = Arrays.copyOf(sent, sent.length - 1);
      System.arraycopy(sent, at + 1, shorter, at, sent.length - 1 - at);
      sent = shorter;
    }
    say(seconds, sent);
    if (faults.happens(Kind.DUPLICATE, seconds)) {
      say(seconds, sent);
    }
  }

  /** Sends bytes to which nothing happens. */
  public void say(double seconds, byte[] bytes) {
    out.add(new TimedBytes(Math.round(seconds * 1e6), bytes));
  }

  /** Whether a fault of this kind happens now; see {@link FaultPlan#happens}. */
  public boolean happens(Kind kind, double seconds) {
    return faults.happens(kind, seconds);
  }

  /** What is on its way and has left at {@code nowMicros} or before. */
  public Optional<TimedBytes> due(long nowMicros) {
    TimedBytes first = out.peek();
    return first == null || first.atMicros() > nowMicros
        ? Optional.empty()
        : Optional.of(out.remove());
  }

  /** What is on its way, whenever it leaves. */
  public Optional<TimedBytes> next() {
    return Optional.ofNullable(out.poll());
  }

  /** Whether nothing is on its way. */
  public boolean isEmpty() {
    return out.isEmpty();
  }
}
