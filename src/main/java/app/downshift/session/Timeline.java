package app.downshift.session;

import java.util.List;

/**
 * Puts every input in its place in time, so that a session is the same however it reaches the
 * engine: ticks fall on a fixed grid of session time, all ticks up to a moment come before the
 * input of that moment, and time never runs backwards. Live, simulated, replayed and batch sessions
 * all go through here.
 */
public final class Timeline {
  /** The grid of ticks. */
  public static final long TICK_MICROS = 50_000;

  private final Engine engine;
  private final Outlet outlet;
  private long nextTickMicros;
  private long lastMicros;

  /** Who wants to know of every step. */
  public interface Outlet {
    /**
     * One step is done: what it did, and how things stand. The events come in the order of the
     * file.
     */
    void stepped(List<SessionEvent> events, Snapshot snapshot);
  }

  public Timeline(Engine engine, Outlet outlet) {
    this.engine = engine;
    this.outlet = outlet;
  }

  /** Takes the ticks up to and including a moment. */
  public void advance(long toMicros) {
    while (nextTickMicros <= toMicros) {
      step(new SessionInput.Tick(), nextTickMicros);
      nextTickMicros += TICK_MICROS;
    }
  }

  /** Takes an input at a moment, or now if that moment has already gone by. */
  public void take(SessionInput input, long atMicros) {
    advance(atMicros);
    step(input, Math.max(atMicros, lastMicros));
  }

  /** When the next tick is due. */
  public long nextTickMicros() {
    return nextTickMicros;
  }

  private void step(SessionInput input, long atMicros) {
    if (engine.ended()) {
      return;
    }
    lastMicros = atMicros;
    List<SessionEvent> events = engine.step(input, atMicros);
    outlet.stepped(events, engine.snapshot());
  }
}
