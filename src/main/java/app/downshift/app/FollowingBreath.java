package app.downshift.app;

import app.downshift.breath.Pacer;
import app.downshift.sensor.virtual.Breathing;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the virtual person breathes in a session: as it comes while the pacer is hidden, with the
 * pacer when it is shown. Asked by the reader's thread alone.
 */
final class FollowingBreath implements Breathing {
  private static final double OWN_PER_MINUTE = 14;
  private static final double ROUNDING = 1e-6;

  private final Supplier<Optional<Pacer>> pacer;
  private Optional<Pacer> following = Optional.empty();
  private double offset;

  /** {@code pacer} answers what the session's pacer asks for now. */
  FollowingBreath(Supplier<Optional<Pacer>> pacer) {
    this.pacer = pacer;
  }

  @Override
  public double cyclesAt(double seconds) {
    Optional<Pacer> now = pacer.get();
    if (!now.equals(following)) {
      double before = cycles(following, seconds) + offset;
      double missing = before - cycles(now, seconds);
      // Into step with a pacer goes by whole breaths, so that the phase is the pacer's.
      offset = now.isPresent() ? Math.ceil(missing - ROUNDING) : missing;
      following = now;
    }
    return cycles(following, seconds) + offset;
  }

  @Override
  public double perMinuteAt(double seconds) {
    return pacer.get().map(guide -> guide.perMinuteAt(micros(seconds))).orElse(OWN_PER_MINUTE);
  }

  private static double cycles(Optional<Pacer> guide, double seconds) {
    return guide
        .map(pacer -> pacer.cyclesAt(micros(seconds)))
        .orElse(seconds * OWN_PER_MINUTE / 60);
  }

  private static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }
}
