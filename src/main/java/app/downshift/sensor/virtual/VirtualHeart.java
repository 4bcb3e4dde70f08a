package app.downshift.sensor.virtual;

import app.downshift.beat.Mark;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/**
 * A seeded heart with known truth, pulled event by event; the same seed, profile and breathing give
 * the same beats. It integrates its momentary rate and beats whenever the integral passes a
 * threshold (integral pulse frequency modulation), so that an interval averages over itself as a
 * real one does. One thread; not a value.
 */
public final class VirtualHeart {
  private static final double STEP_SECONDS = 0.01;
  private static final double CALMING_SECONDS = 240;
  private static final double SLOW_PER_MINUTE = 8;
  private static final double LEAST_BPM = 25;

  private final HeartProfile profile;
  private final Breathing breathing;
  private final Drift drift;
  private final Random beats;
  private final Random dropouts;
  private final Queue<HeartEvent> ready = new ArrayDeque<>();
  private double seconds;
  private double integral;
  private double threshold = 1;
  private double calmed;
  private double scheduled;
  private double nextScheduled;
  private double found = Double.NaN;
  private boolean missed;
  private boolean calm = true;
  private double contactChangesAt;
  private boolean contact = true;

  public VirtualHeart(HeartProfile profile, Breathing breathing, long seed) {
    this.profile = profile;
    this.breathing =
        Double.isNaN(profile.ownPerMinute()) ? breathing : Breathing.steady(profile.ownPerMinute());
    drift = new Drift(new Random(mixed(3 * seed)));
    beats = new Random(mixed(3 * seed + 1));
    dropouts = new Random(mixed(3 * seed + 2));
    contactChangesAt = untilDropout();
    scheduled = integrate();
    nextScheduled = integrate();
  }

  /**
   * Neighbouring seeds of {@link Random} begin alike; mixed ones do not (the finalizer of
   * SplitMix64).
   */
  private static long mixed(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** What this heart is. */
  public HeartProfile profile() {
    return profile;
  }

  /**
   * The true momentary rate in beats per minute, at the point to which the heart has been pulled.
   */
  public double bpm() {
    double swing = profile.swingBpmAt(breathing.perMinuteAt(seconds));
    double cycles = breathing.cyclesAt(seconds - profile.delaySeconds());
    double wave = -Math.cos(2 * Math.PI * cycles) * swing / 2;
    return Math.max(
        LEAST_BPM, profile.meanBpm() + wave + profile.driftBpm() * drift.at(seconds) - calmed);
  }

  /** The next beat or change of contact. Never ends. */
  public HeartEvent next() {
    while (ready.isEmpty()) {
      beat();
    }
    return ready.remove();
  }

  /** Lets the next beat of the schedule happen, or what takes its place. */
  private void beat() {
    double interval = nextScheduled - scheduled;
    double drawn = beats.nextDouble() * 100;
    double fate =
        calm ? drawn : 100; // two disturbances never touch, so that each has one clear truth
    double early = scheduled + (0.6 + 0.15 * beats.nextDouble()) * interval;
    double noise = Math.max(-3, Math.min(3, beats.nextGaussian())) * profile.jitterMillis() / 1000;
    double ectopic = profile.ectopicsPercent();
    double lost = ectopic + profile.missedPercent();
    if (fate < ectopic) {
      find(
          early, Optional.of(Mark.ECTOPIC)); // the beat after it keeps its place: full compensation
    } else if (fate < lost) {
      missed = true;
    } else {
      if (fate < lost + profile.extraPercent()) {
        find(early - 0.15 * interval, Optional.of(Mark.EXTRA));
      }
      find(nextScheduled + noise, Optional.empty());
    }
    calm = fate >= lost + profile.extraPercent();
    scheduled = nextScheduled;
    nextScheduled = integrate();
  }

  /** The sensor sees a beat, if there is contact. */
  private void find(double at, Optional<Mark> truth) {
    while (contactChangesAt <= at) {
      contact = !contact;
      ready.add(new HeartEvent.Skin(contactChangesAt, contact));
      contactChangesAt += contact ? untilDropout() : exponential(profile.dropoutSeconds());
      found = Double.NaN;
      missed = false;
    }
    if (contact) {
      Optional<Mark> why = missed && truth.isEmpty() ? Optional.of(Mark.MISSED) : truth;
      boolean first = Double.isNaN(found);
      ready.add(new HeartEvent.Beat(at, (at - found) * 1000, first ? Optional.empty() : why));
      found = at;
      missed = false;
    }
  }

  /** Runs the rate on until the next beat is due, and answers when that is. */
  private double integrate() {
    while (true) {
      double perSecond = bpm() / 60;
      double toGo = threshold - integral;
      if (perSecond * STEP_SECONDS >= toGo) {
        double at = seconds + toGo / perSecond;
        integral = -toGo;
        step(perSecond);
        double random = beats.nextGaussian() * profile.irregularity();
        threshold = Math.max(0.45, 1 + random);
        return at;
      }
      step(perSecond);
    }
  }

  private void step(double perSecond) {
    boolean slow = breathing.perMinuteAt(seconds) < SLOW_PER_MINUTE;
    calmed += ((slow ? profile.calmingBpm() : 0) - calmed) * STEP_SECONDS / CALMING_SECONDS;
    integral += perSecond * STEP_SECONDS;
    seconds += STEP_SECONDS;
  }

  private double untilDropout() {
    return profile.dropoutsPerMinute() > 0
        ? Math.max(1, exponential(60 / profile.dropoutsPerMinute()))
        : Double.POSITIVE_INFINITY;
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - dropouts.nextDouble());
  }
}
