package app.downshift.evidence;

import app.downshift.beat.Marks;
import app.downshift.breath.Pacer;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.ShippedProtocols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Recordings of hearts that do what a test needs: rate, swing and breath of each phase. */
public final class MadeSessions {
  private MadeSessions() {}

  /**
   * How a heart goes through one phase; every {@code badEvery}th interval is halved, 0 for none.
   */
  public record Rest(double bpm, double swingMillis, double breathsPerMinute, int badEvery) {
    public Rest(double bpm, double swingMillis, double breathsPerMinute) {
      this(bpm, swingMillis, breathsPerMinute, 0);
    }
  }

  /** A usual heart at rest. */
  public static final Rest USUAL = new Rest(72, 40, 13);

  /** A session of a protocol that ships, one {@code rest} for each of its phases. */
  public static SessionFile of(String protocol, long seed, Rest... rests) {
    return of(new ShippedProtocols().named(protocol), seed, Map.of(), Map.of(), rests);
  }

  /** The same of any protocol, with ratings. */
  public static SessionFile of(
      Protocol protocol,
      long seed,
      Map<Rating.Scale, Integer> before,
      Map<Rating.Scale, Integer> after,
      Rest... rests) {
    var random = new Random(seed);
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-01T09:00:00Z").plusSeconds(86_400 * (seed % 1000)),
            "C-017",
            "bridge",
            new SensorTraits(SensorTraits.Intervals.RR, 1000 / 1024.0, false, true, 2500),
            true,
            protocol,
            Double.NaN);
    List<SessionEvent> events = new ArrayList<>();
    if (!before.isEmpty()) {
      events.add(
          new SessionEvent.Commanded(0, new Command.Rate(new Rating(Rating.When.BEFORE, before))));
    }
    double at = 0;
    double ends = 0;
    double breath = random.nextDouble();
    double wander = 0;
    int beats = 0;
    for (int p = 0; p < protocol.phases().size(); p++) {
      Phase phase = protocol.phases().get(p);
      Rest rest = rests[Math.min(p, rests.length - 1)];
      events.add(new SessionEvent.PhaseBegan(Math.round(ends * 1000), phase));
      Optional<Pacer> pacer = pacer(phase, Math.round(ends * 1000));
      pacer.ifPresent(begun -> events.add(new SessionEvent.PaceSet(begun.fromMicros(), begun)));
      ends += phase.plannedSeconds() * 1000;
      while (at < ends) {
        double mean = 60_000 / rest.bpm;
        breath += mean / 60_000 * rest.breathsPerMinute * (1 + 0.03 * random.nextGaussian());
        wander = 0.98 * wander + 3 * random.nextGaussian();
        double rr =
            mean
                + wander
                + rest.swingMillis * Math.sin(2 * Math.PI * cycles(pacer, at, breath))
                + 0.2 * rest.swingMillis * random.nextGaussian();
        beats++;
        if (rest.badEvery > 0 && beats % rest.badEvery == 0) {
          rr *= 0.5;
        }
        at += rr;
        long micros = Math.round(at * 1000);
        events.add(
            new SessionEvent.BeatTaken(
                micros,
                micros,
                new SensorEvent.Beat(0, rr, 0, 0, Optional.empty(), false),
                Marks.NONE,
                Optional.empty()));
      }
    }
    if (!after.isEmpty()) {
      events.add(
          new SessionEvent.Commanded(
              Math.round(at * 1000), new Command.Rate(new Rating(Rating.When.AFTER, after))));
    }
    events.add(new SessionEvent.Ended(Math.round(at * 1000), SessionState.Why.COMPLETE));
    return new SessionFile(plan, events, 0, 0, false);
  }

  private static Optional<Pacer> pacer(Phase phase, long atMicros) {
    return phase.kind() instanceof Phase.Paced paced
        ? Optional.of(paced.plan().start(atMicros, 0, phase.plannedSeconds(), paced.pattern()))
        : Optional.empty();
  }

  /** With a pacer the heart is fastest where the inhale ends, otherwise it goes as it likes. */
  private static double cycles(Optional<Pacer> pacer, double atMillis, double own) {
    return pacer.map(led -> led.cyclesAt(Math.round(atMillis * 1000)) + 0.4).orElse(own);
  }
}
