package app.downshift.evidence;

import app.downshift.evidence.MeanEffect.Change;
import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.session.Rating;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the sessions of one client say together: breathing minus quiet control, figure by figure and
 * rating by rating, each on its own axis. None of them is ever joined to another.
 *
 * @param effects of figures
 * @param ratings of pain, tension and stress, 0 to 10
 * @param usual the client's drift, learned from the quiet sessions
 * @param unjudged sessions of either kind that could not be judged
 */
public record ManySessions(
    Map<Metric, MeanEffect> effects,
    Map<Rating.Scale, MeanEffect> ratings,
    Map<Metric, UsualDrift> usual,
    int unjudged) {
  /** Effects on a rating before anything is known, in points of 0 to 10; an SD. */
  public static final double PRIOR_RATED_EFFECT = 1.0;

  /** How much a rating changes by itself over a session before anything is known; an SD. */
  public static final double PRIOR_RATED_DRIFT = 1.5;

  /** A rating is a whole number: an SD of rounding for each of the two. */
  private static final double RATED_SE = Math.sqrt(2.0 / 12);

  public ManySessions {
    effects = Map.copyOf(effects);
    ratings = Map.copyOf(ratings);
    usual = Map.copyOf(usual);
  }

  /** Breathing minus quiet control, of one figure. */
  public MeanEffect effect(Metric metric) {
    return Objects.requireNonNull(effects.get(metric));
  }

  /** Breathing minus quiet control, of one rating. */
  public MeanEffect rated(Rating.Scale scale) {
    return Objects.requireNonNull(ratings.get(scale));
  }

  /** Of all sessions of one client, in any order. */
  public static ManySessions of(List<SessionEvidence> sessions) {
    Map<Metric, MeanEffect> effects = new EnumMap<>(Metric.class);
    Map<Metric, UsualDrift> usual = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      effects.put(
          metric,
          MeanEffect.of(
              changes(sessions, Kind.BREATHING, metric),
              changes(sessions, Kind.QUIET, metric),
              metric.priorEffect(),
              metric.priorDrift()));
      usual.put(metric, usual(sessions, metric));
    }
    Map<Rating.Scale, MeanEffect> ratings = new EnumMap<>(Rating.Scale.class);
    for (Rating.Scale scale : Rating.Scale.values()) {
      ratings.put(
          scale,
          MeanEffect.of(
              rated(sessions, Kind.BREATHING, scale),
              rated(sessions, Kind.QUIET, scale),
              PRIOR_RATED_EFFECT,
              PRIOR_RATED_DRIFT));
    }
    int unjudged =
        (int)
            sessions.stream()
                .filter(session -> session.kind() != Kind.OTHER && !session.comparable())
                .count();
    return new ManySessions(effects, ratings, usual, unjudged);
  }

  /**
   * What a client drifts, by the quiet sessions among these; for a client without any, nothing is
   * known.
   */
  public static Map<Metric, UsualDrift> usual(List<SessionEvidence> sessions) {
    Map<Metric, UsualDrift> usual = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      usual.put(metric, usual(sessions, metric));
    }
    return usual;
  }

  private static UsualDrift usual(List<SessionEvidence> sessions, Metric metric) {
    return UsualDrift.unknown(metric)
        .learned(
            sessions.stream()
                .filter(session -> session.kind() == Kind.QUIET && session.comparable())
                .map(session -> session.difference(metric))
                .toList());
  }

  private static List<Change> changes(List<SessionEvidence> sessions, Kind kind, Metric metric) {
    List<Change> changes = new ArrayList<>();
    for (SessionEvidence session : sessions) {
      Difference difference = session.difference(metric);
      if (session.kind() == kind && session.comparable() && difference.known()) {
        changes.add(new Change(difference.value(), difference.se()));
      }
    }
    return changes;
  }

  private static List<Change> rated(List<SessionEvidence> sessions, Kind kind, Rating.Scale scale) {
    return sessions.stream()
        .filter(session -> session.kind() == kind)
        .map(session -> session.ratings().get(scale))
        .filter(change -> change != null)
        .map(change -> new Change(change.value(), RATED_SE))
        .toList();
  }
}
