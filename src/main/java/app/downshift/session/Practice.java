package app.downshift.session;

import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Resonance.CurvePoint;
import app.downshift.breath.resonance.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a protocol asks for besides breathing, at one moment. Times are session time in
 * microseconds.
 *
 * @param step the stretch of known rate under way, in a search for a pace
 * @param steps those that are over, in order
 * @param subtraction what to take away from what, in a stressor
 * @param sets of the movement, in order
 * @param due the ratings that are asked for now; {@link Protocol#asks} says which. Those after come
 *     together with the last symptom check, whose answer ends the session: ask for them first
 * @param ratings what was said, in order
 * @param adaptive how the pace follows the swing, while it does
 * @param notices what has to be said plainly
 * @param search what the search for a pace has found so far, once there is one
 */
public record Practice(
    Optional<Step> step,
    List<Step> steps,
    Optional<Subtraction> subtraction,
    List<MovementSet> sets,
    Optional<Rating.When> due,
    List<Given> ratings,
    Optional<Adaptive> adaptive,
    Set<Notice> notices,
    Optional<Search> search) {
  /** Nothing. */
  public static final Practice NONE =
      new Practice(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Set.of());

  /** Without a search for a pace. */
  public Practice(
      Optional<Step> step,
      List<Step> steps,
      Optional<Subtraction> subtraction,
      List<MovementSet> sets,
      Optional<Rating.When> due,
      List<Given> ratings,
      Optional<Adaptive> adaptive,
      Set<Notice> notices) {
    this(step, steps, subtraction, sets, due, ratings, adaptive, notices, Optional.empty());
  }

  public Practice {
    steps = List.copyOf(steps);
    sets = List.copyOf(sets);
    ratings = List.copyOf(ratings);
    notices = notices.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(notices));
  }

  /**
   * A stretch of known rate: a step, or one breath of a slide. After a pause the same step goes on
   * as another stretch.
   *
   * @param number from 1, in the order in which they are run
   * @param of how many there are
   * @param fromMicros when it began
   * @param scoredFromMicros from when it may be looked at
   * @param toMicros when it ends, or ended
   * @param whole false when it was cut short
   */
  public record Step(
      int number,
      int of,
      double perMinute,
      long fromMicros,
      long scoredFromMicros,
      long toMicros,
      boolean whole) {
    Step cutAt(long micros) {
      return new Step(number, of, perMinute, fromMicros, scoredFromMicros, micros, false);
    }
  }

  /**
   * A search for the pace. Each rate is scored a few beats after it ends.
   *
   * @param scores the rates that were scored, in order of time; of a slide, groups of six breaths
   * @param verdict once the search is over
   * @param curve through the swings, by rising rate, once the search is over; empty where none was
   *     laid through them
   */
  public record Search(List<RateScore> scores, Optional<Verdict> verdict, List<CurvePoint> curve) {
    public Search {
      scores = List.copyOf(scores);
      curve = List.copyOf(curve);
    }

    /** Index of the best of the rates that were scored, −1 where none is usable. */
    public int best() {
      return RateScore.best(scores);
    }
  }

  /**
   * Take {@code step} away from {@code from}, and again from what is left.
   *
   * @param round from 0; with every round there is another number to begin with
   */
  public record Subtraction(int from, int step, int round) {}

  /** A set of a movement; {@code toMicros} is −1 while it lasts. */
  public record MovementSet(int number, long fromMicros, long toMicros, Recovery recovery) {}

  /**
   * How far the heart rate falls within a minute of the end of a set.
   *
   * @param endBpm mean of the last ten seconds of the set, NaN where it could not be measured
   * @param afterBpm mean of 55 to 65 s later, NaN where it could not be measured
   */
  public record Recovery(Standing standing, double endBpm, double afterBpm) {
    static final Recovery PENDING = new Recovery(Standing.PENDING, Double.NaN, Double.NaN);

    /** By how many beats a minute it fell; NaN unless it was measured. */
    public double dropBpm() {
      return standing == Standing.MEASURED ? endBpm - afterBpm : Double.NaN;
    }

    /** What is known. */
    public enum Standing {
      /** The minute is not over. */
      PENDING,
      MEASURED,
      /** Too few clean beats in one of the two times. */
      NOT_CLEAN,
      /** The next set began before the minute was over. */
      NEXT_SET,
      /** The session ended before the minute was over. */
      OVER
    }
  }

  /** A rating and when it was given. */
  public record Given(long atMicros, Rating rating) {}

  /**
   * The pace follows the swing: at most a tenth a minute every two minutes, and half a breath a
   * minute from where it began. An experiment.
   *
   * @param startPerMinute where it began
   * @param perMinute where it is
   * @param nextMicros when it is looked at again
   */
  public record Adaptive(double startPerMinute, double perMinute, long nextMicros) {}

  /** What has to be said plainly. */
  public enum Notice {
    /** {@link Protocol#firstSession} says why. */
    NOT_FOR_A_FIRST_SESSION,
    /** Nobody counted the client's own rate: the pacer runs at the rate the protocol names. */
    OWN_RATE_NOT_KNOWN,
    /** The breath is held. */
    HOLDS,
    /** Holds were asked for and refused: they have to be acknowledged. */
    HOLDS_NEED_A_YES,
    /** The pace changes by itself. */
    ADAPTIVE_IS_AN_EXPERIMENT
  }
}
