package app.downshift.app;

import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps sessions that began together in the same phase: a session whose clock has waited for a
 * signal follows those that went on, so that the pacer of all is one. Asked by every session thread
 * of itself, between two steps.
 */
final class Company {
  private final AtomicInteger furthest = new AtomicInteger();

  /** Whether others are in a later phase; never in a pause, and never after the end. */
  boolean isAheadOf(Snapshot own) {
    if (own.state() instanceof SessionState.Ended) {
      return false;
    }
    boolean done = own.state() instanceof SessionState.Finishing;
    int stage = done ? own.phases().size() : own.phase();
    int all = furthest.accumulateAndGet(stage, Math::max);
    return all > stage && !(own.state() instanceof SessionState.Paused);
  }
}
