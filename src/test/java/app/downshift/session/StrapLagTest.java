package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.SessionInput.Sensed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The lag of a heart that follows the pacer with a known delay, heard through a strap that packs
 * its intervals: nobody hears a beat sooner than {@link #AIR_MILLIS} after it, most come with the
 * next message, and some seconds late with up to nine in one.
 */
class StrapLagTest {
  private static final double AIR_MILLIS = 120;

  /** What a radio does to its messages. */
  enum Radio {
    PROMPT(0, 0),
    UNEVEN(600, 0),
    LATE(600, 0.06);

    final double jitterMillis;
    final double stalls;

    Radio(double jitterMillis, double stalls) {
      this.jitterMillis = jitterMillis;
      this.stalls = stalls;
    }
  }

  /** Errors of the lag shown, in seconds, and the share of moments at which one was. */
  record Errors(double median, double worst, double shown, int mostInOneMessage) {}

  @Test
  void lagIsWithinThreeTenthsOfASecondThroughEveryRadio() {
    for (Radio radio : Radio.values()) {
      double worst = 0;
      for (double pace : new double[] {4.5, 7}) {
        for (double lag : new double[] {-1.5, 0, 2.5}) {
          Errors errors = errors(radio, pace, lag, 5);
          String line = line(radio, pace, lag, errors);
          assertTrue(Math.abs(errors.median) <= 0.3, line);
          assertTrue(errors.worst <= 0.4, line);
          assertTrue(errors.shown >= 0.9, line);
          worst = Math.max(worst, Math.abs(errors.median));
        }
      }
      System.out.printf(Locale.ROOT, "lag, %s radio: worst median error %.2f s%n", radio, worst);
    }
  }

  /** Every case, in full. */
  public static void main(String[] none) {
    for (Radio radio : Radio.values()) {
      for (double pace : new double[] {4.5, 5.5, 6, 6.5, 7}) {
        for (double lag = -2; lag <= 3; lag += 0.5) {
          System.out.print(line(radio, pace, lag, errors(radio, pace, lag, 5)));
        }
      }
    }
  }

  static String line(Radio radio, double pace, double lag, Errors errors) {
    return String.format(
        Locale.ROOT,
        "%-6s %.1f/min lag %+.1f s: median %+.2f, worst %.2f, shown %.0f %%, up to %d in one%n",
        radio,
        pace,
        lag,
        errors.median,
        errors.worst,
        100 * errors.shown,
        errors.mostInOneMessage);
  }

  /** Six minutes at one pace; the first two do not count. */
  static Errors errors(Radio radio, double pace, double lagSeconds, long seed) {
    Random random = new Random(seed);
    Protocol protocol =
        new Protocol(
            "lag",
            List.of(
                new Phase(
                    "breathe",
                    360,
                    new Phase.Paced(new PacePlan.Steady(pace), BreathPattern.LONG_EXHALE))));
    List<Double> found = new ArrayList<>();
    int[] asked = new int[1];
    Engine engine = new Engine(Sitting.plan(protocol));
    Timeline timeline =
        new Timeline(
            engine,
            (events, snapshot) -> {
              if (snapshot.atMicros() > 120_000_000 && snapshot.paced()) {
                asked[0]++;
                double shown = snapshot.figures().lagSeconds().orNaN();
                if (!Double.isNaN(shown)) {
                  found.add(shown - lagSeconds - AIR_MILLIS / 1000);
                }
              }
            });
    timeline.advance(0);
    Pacer pacer = engine.snapshot().pacer().orElseThrow();
    double fastest = BreathPattern.LONG_EXHALE.inhale() + lagSeconds * pace / 60;
    double charge = 0;
    double lastBeat = Double.NaN;
    double message = 1000;
    int most = 0;
    List<Double> waiting = new ArrayList<>();
    for (double t = 0; t < 350_000; t += 2) {
      double breath = pacer.cyclesAt(Math.round(t * 1000));
      double bpm = 66 + 5 * Math.cos(2 * Math.PI * (breath - fastest));
      charge += bpm / 60_000 * 2;
      if (charge >= 1) {
        charge -= 1;
        double beat = t + 3 * random.nextGaussian();
        if (!Double.isNaN(lastBeat)) {
          waiting.add(beat - lastBeat);
        }
        lastBeat = beat;
      }
      if (t >= message && t - lastBeat >= AIR_MILLIS) {
        most = Math.max(most, waiting.size());
        for (int i = 0; i < waiting.size(); i++) {
          var event =
              new SensorEvent.Beat(
                  0, waiting.get(i), 0, waiting.size() - 1 - i, Optional.empty(), false);
          timeline.take(new Sensed(event), Math.round(t * 1000));
        }
        waiting.clear();
        double late = random.nextDouble() < radio.stalls ? 3000 + 1000 * random.nextDouble() : 0;
        message =
            t + (radio == Radio.PROMPT ? 0 : 500) + radio.jitterMillis * random.nextDouble() + late;
      }
    }
    double[] sorted = found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    double worst = sorted.length == 0 ? 0 : Math.max(-sorted[0], sorted[sorted.length - 1]);
    return new Errors(median, worst, (double) found.size() / asked[0], most);
  }
}
