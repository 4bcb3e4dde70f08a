package app.downshift.sensor.link;

import app.downshift.sensor.LineSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what hangs on an unknown port by listening at one line setting after another. Not a
 * byte is ever sent: to some devices single bytes are commands. The port stays open between the
 * turns where the driver allows it, because opening it resets many boards.
 */
public final class PortListener {
  /** Makes up its mind from the bytes of one turn. */
  public interface Listening<T> {
    /** Hears the first {@code length} bytes of {@code bytes}. */
    void heard(byte[] bytes, int length, long atNanos);

    /** What it is, once that is certain. */
    Optional<T> verdict();
  }

  /** How long to listen at which setting. */
  public record Turn(LineSettings settings, int millis) {}

  private static final int BUFFER_BYTES = 4096;

  private final SerialPorts ports;
  private final LongSupplier nanoClock;

  public PortListener(SerialPorts ports, LongSupplier nanoClock) {
    this.ports = ports;
    this.nanoClock = nanoClock;
  }

  /**
   * Listens through the plan and stops at the first verdict.
   *
   * @param ears makes a listening for a turn; bytes of different settings never meet
   * @return the verdict, or empty when the plan is through without one
   * @throws PortUnavailable when the port cannot be opened, at first or again after it went away
   * @throws InterruptedException when the thread was interrupted, noticed within about half a
   *     second
   */
  public <T> Optional<T> listen(
      String port, List<Turn> plan, Function<LineSettings, Listening<T>> ears)
      throws PortUnavailable, InterruptedException {
    @Nullable SerialSource line = null;
    try {
      for (Turn turn : plan) {
        line = tuned(line, port, turn.settings());
        Optional<T> verdict = take(turn, line, ears.apply(turn.settings()));
        if (verdict.isPresent()) {
          return verdict;
        }
      }
      return Optional.empty();
    } finally {
      if (line != null) {
        line.close();
      }
    }
  }

  private SerialSource tuned(@Nullable SerialSource line, String port, LineSettings settings)
      throws PortUnavailable {
    if (line != null) {
      if (line.change(settings)) {
        return line;
      }
      line.close();
    }
    return ports.open(port, settings);
  }

  private <T> Optional<T> take(Turn turn, SerialSource line, Listening<T> ear)
      throws InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long until = nanoClock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(turn.millis());
    Optional<T> verdict = Optional.empty();
    while (verdict.isEmpty() && nanoClock.getAsLong() - until < 0) {
      int length = line.read(buffer);
      long atNanos = nanoClock.getAsLong();
      if (Thread.interrupted()) {
        throw new InterruptedException("listening was given up");
      }
      if (length < 0) {
        return verdict;
      }
      if (length > 0) {
        ear.heard(buffer, length, atNanos);
        verdict = ear.verdict();
      }
    }
    return verdict;
  }
}
