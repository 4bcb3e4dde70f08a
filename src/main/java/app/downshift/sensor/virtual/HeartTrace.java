package app.downshift.sensor.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A virtual heart as a device with samples sees it: what happens up to a moment, and the waves that
 * follow each beat by a constant delay. Pulled along in time; one thread.
 */
public final class HeartTrace {
  /** How long after the beat its R wave stands in {@link #ecgMillivolts}, in seconds. */
  public static final double R_DELAY_SECONDS = 0.2;

  private static final double NEVER = -10;

  private final VirtualHeart heart;
  private final Random noise = new Random(1);
  private HeartEvent ahead;
  private double last = NEVER;
  private double before = NEVER;
  private boolean touched = true;

  public HeartTrace(VirtualHeart heart) {
    this.heart = heart;
    ahead = heart.next();
  }

  /** What the heart does up to and including {@code seconds}, in order; each event once. */
  public List<HeartEvent> until(double seconds) {
    List<HeartEvent> events = new ArrayList<>();
    while (ahead.seconds() <= seconds) {
      if (ahead instanceof HeartEvent.Skin skin) {
        touched = skin.on();
      } else {
        before = last;
        last = ahead.seconds();
      }
      events.add(ahead);
      ahead = heart.next();
    }
    return events;
  }

  /** Whether the sensor touches the skin. */
  public boolean touched() {
    return touched;
  }

  /** An ECG at {@code seconds}, in mV: P, QRS and T of the last beats, or noise without contact. */
  public double ecgMillivolts(double seconds) {
    double rest = noise.nextGaussian() * (touched ? 0.01 : 0.3);
    return touched ? rest + complex(seconds - last) + complex(seconds - before) : rest;
  }

  private static double complex(double since) {
    double at = since - R_DELAY_SECONDS;
    return 0.12 * bell(at, -0.16, 0.025)
        - 0.1 * bell(at, -0.03, 0.01)
        + bell(at, 0, 0.012)
        - 0.2 * bell(at, 0.03, 0.012)
        + 0.25 * bell(at, 0.26, 0.06);
  }

  /**
   * A pulse wave at {@code seconds}, from 0 to 1: rise, dicrotic wave, decay; 0 without contact.
   */
  public double pulse(double seconds) {
    return touched ? Math.min(1, 0.1 + wave(seconds - last) + wave(seconds - before)) : 0;
  }

  private static double wave(double since) {
    return 0.7 * bell(since, 0.2, 0.09) + 0.22 * bell(since, 0.45, 0.12);
  }

  private static double bell(double at, double middle, double width) {
    double x = (at - middle) / width;
    return Math.exp(-x * x);
  }
}
