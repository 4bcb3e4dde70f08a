package app.downshift.recording;

import app.downshift.session.Engine;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.GapBegan;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording played through the engine once, and every view of it kept, so that any moment is
 * there at once and is the same however one comes to it. Ticks between events are kept four times a
 * second; two hours take some forty megabytes.
 */
public final class Tape {
  private static final long TICKS_KEPT_MICROS = 250_000;

  private final List<Snapshot> frames;
  private final List<Hole> holes;

  /** A time without beats. */
  public record Hole(long fromMicros, long toMicros) {}

  private Tape(List<Snapshot> frames, List<Hole> holes) {
    this.frames = frames;
    this.holes = holes;
  }

  /** Plays a recording to its end. */
  public static Tape of(Replay replay) {
    List<Snapshot> frames = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    frames.add(new Engine(replay.plan()).snapshot());
    replay.run(
        new Timeline(
            new Engine(replay.plan()),
            (events, snapshot) -> {
              if (!events.isEmpty() || snapshot.atMicros() % TICKS_KEPT_MICROS == 0) {
                frames.add(snapshot);
              }
              note(events, snapshot, holes);
            }));
    return new Tape(frames, holes);
  }

  private static void note(List<SessionEvent> events, Snapshot snapshot, List<Hole> holes) {
    for (SessionEvent event : events) {
      if (event instanceof GapBegan began) {
        holes.add(new Hole(began.atMicros(), Long.MAX_VALUE));
      } else if (event instanceof SessionEvent.BeatTaken && !holes.isEmpty()) {
        Hole last = holes.get(holes.size() - 1);
        if (last.toMicros() == Long.MAX_VALUE) {
          holes.set(holes.size() - 1, new Hole(last.fromMicros(), snapshot.atMicros()));
        }
      }
    }
  }

  /** How things stood at a moment: the newest view that is not after it. */
  public Snapshot at(long micros) {
    int low = 0;
    int high = frames.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (frames.get(middle).atMicros() <= micros) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return frames.get(low);
  }

  /** How things stood at the end. */
  public Snapshot last() {
    return frames.get(frames.size() - 1);
  }

  /** The times without beats, in order. */
  public List<Hole> holes() {
    return List.copyOf(holes);
  }

  /**
   * The next place, forward or back, where a paced breath began; a sixth of a minute on where
   * nothing is paced.
   */
  public long breath(long fromMicros, boolean forward) {
    Snapshot now = at(fromMicros);
    long plain = fromMicros + (forward ? 10_000_000 : -10_000_000);
    if (now.pacer().isEmpty()) {
      return within(plain);
    }
    double cycles = now.pacer().get().cyclesAt(fromMicros);
    double wanted = forward ? Math.floor(cycles + 1e-6) + 1 : Math.ceil(cycles - 1e-6) - 1;
    long low = Math.min(fromMicros, plain - 60_000_000);
    long high = Math.max(fromMicros, plain + 60_000_000);
    while (low + 1 < high) {
      long middle = (low + high) >>> 1;
      if (now.pacer().get().cyclesAt(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return within(high);
  }

  private long within(long micros) {
    return Math.max(0, Math.min(last().atMicros(), micros));
  }
}
