package app.downshift.evidence;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Before against after, of one session: two rests at one's own pace, and what was said of pain,
 * tension and stress. Never before against during: slow breathing moves every figure by itself.
 *
 * @param kind what was done between the rests
 * @param pre the rest before, if there was one long enough
 * @param post the rest after, if there was one long enough
 * @param differences after minus before; {@link Difference#UNKNOWN} where one is withheld
 * @param lnHf after minus before of ln HF (Lomb), NaN where withheld; shown, not judged
 * @param ratings after minus before, of what was rated both times
 * @param obstacle why the rests say nothing, if so
 */
public record SessionEvidence(
    Instant started,
    String client,
    Kind kind,
    Optional<Segment> pre,
    Optional<Segment> post,
    Map<Metric, Difference> differences,
    double lnHf,
    Map<Rating.Scale, RatedChange> ratings,
    Optional<Obstacle> obstacle) {
  /** Guessed rates of breathing further apart than this are another way of breathing. */
  public static final double BREATHING_APART_PER_MINUTE = 2;

  /** A pacer below this leads below free breathing; at one's own rate it is a control. */
  private static final double SLOW_PER_MINUTE = 8;

  public SessionEvidence {
    differences = Map.copyOf(differences);
    ratings = Map.copyOf(ratings);
  }

  /** What a session is in a comparison of many. */
  public enum Kind {
    /** Breathing with the pacer, slower than one's own pace. */
    BREATHING,
    /** Rest throughout: the control. */
    QUIET,
    /** Anything else: may be judged by itself, takes no part in the comparison. */
    OTHER
  }

  /** Why two rests say nothing. */
  public enum Obstacle {
    /** There is no rest before, or none after. */
    NO_REST(Verdict.NOT_COMPARABLE),
    /** One rest is shorter than three minutes after its first. */
    TOO_SHORT(Verdict.NOT_COMPARABLE),
    /** The breath went at another rate after than before. */
    BREATHING(Verdict.NOT_COMPARABLE),
    /** Too much of one rest is gap or doubtful. */
    SIGNAL(Verdict.POOR),
    /** The rhythm of one rest is irregular, or not known. */
    RHYTHM(Verdict.POOR);

    private final Verdict verdict;

    Obstacle(Verdict verdict) {
      this.verdict = verdict;
    }

    /** What that makes of the session. */
    public Verdict verdict() {
      return verdict;
    }
  }

  /** A rating before and after, 0 to 10. */
  public record RatedChange(int before, int after) {
    /** After minus before. */
    public int value() {
      return after - before;
    }
  }

  /** Of a recording; cost linear in its length. */
  public static SessionEvidence of(SessionFile file) {
    return of(file, BeatTests.mark(Intervals.of(file)));
  }

  /** The same with marks that are already decided. */
  public static SessionEvidence of(SessionFile file, RrSeries marked) {
    List<PhaseSpan> spans = PhaseSpan.of(file);
    Optional<PhaseSpan> before = spans.stream().findFirst().filter(PhaseSpan::rest);
    Optional<PhaseSpan> after =
        spans.size() < 2
            ? Optional.empty()
            : Optional.of(spans.get(spans.size() - 1)).filter(PhaseSpan::rest);
    Optional<Segment> pre = before.filter(PhaseSpan::longEnough).map(span -> span.segment(marked));
    Optional<Segment> post = after.filter(PhaseSpan::longEnough).map(span -> span.segment(marked));
    Map<Metric, Difference> differences = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      differences.put(metric, Difference.UNKNOWN);
    }
    double lnHf = Double.NaN;
    if (pre.isPresent() && post.isPresent()) {
      Segment a = pre.get();
      Segment b = post.get();
      double[] se = BlockBootstrap.standardErrors(a.blocks(), b.blocks());
      differences.put(Metric.HR, new Difference(a.hrBpm(), b.hrBpm(), se[0]));
      differences.put(Metric.LN_RMSSD, new Difference(a.lnRmssd(), b.lnRmssd(), se[1]));
      lnHf = b.lnHf() - a.lnHf();
    }
    return new SessionEvidence(
        file.plan().started(),
        file.plan().client(),
        kind(spans),
        pre,
        post,
        differences,
        lnHf,
        ratings(file),
        obstacle(before, after, pre, post));
  }

  /** What the session says by itself, against what the client usually drifts. */
  public Verdict against(Map<Metric, UsualDrift> usual) {
    if (obstacle.isPresent()) {
      return obstacle.get().verdict();
    }
    int rate =
        Objects.requireNonNull(usual.get(Metric.HR)).outside(Metric.HR, difference(Metric.HR));
    int rmssd =
        Objects.requireNonNull(usual.get(Metric.LN_RMSSD))
            .outside(Metric.LN_RMSSD, difference(Metric.LN_RMSSD));
    if (rate * rmssd < 0) {
      return Verdict.MIXED;
    }
    int outside = rate + rmssd;
    return outside > 0
        ? Verdict.OUTSIDE_CALMER
        : outside < 0 ? Verdict.OUTSIDE_ACTIVATED : Verdict.WITHIN;
  }

  /** After minus before, of one figure. */
  public Difference difference(Metric metric) {
    return differences.getOrDefault(metric, Difference.UNKNOWN);
  }

  /** Whether its differences may be judged. */
  public boolean comparable() {
    return obstacle.isEmpty();
  }

  private static Optional<Obstacle> obstacle(
      Optional<PhaseSpan> before,
      Optional<PhaseSpan> after,
      Optional<Segment> pre,
      Optional<Segment> post) {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.of(Obstacle.NO_REST);
    }
    if (pre.isEmpty() || post.isEmpty()) {
      return Optional.of(Obstacle.TOO_SHORT);
    }
    if (pre.get().band() == Band.POOR || post.get().band() == Band.POOR) {
      return Optional.of(Obstacle.SIGNAL);
    }
    if (!pre.get().judged() || !post.get().judged()) {
      return Optional.of(Obstacle.RHYTHM);
    }
    double apart = post.get().breathingPerMinute() - pre.get().breathingPerMinute();
    return Math.abs(apart) > BREATHING_APART_PER_MINUTE
        ? Optional.of(Obstacle.BREATHING)
        : Optional.empty();
  }

  /**
   * Whether a session of this protocol can turn out a quiet one that may be judged: it begins with
   * two rests. To be asked before a file is read.
   */
  public static boolean canBeQuiet(Protocol protocol) {
    return protocol.phases().size() > 1
        && protocol.phases().stream().limit(2).allMatch(p -> p.kind() instanceof Phase.OwnPace);
  }

  private static Kind kind(List<PhaseSpan> spans) {
    boolean slow = false;
    boolean rest = true;
    for (PhaseSpan span : spans) {
      if (span.phase().kind() instanceof Phase.Paced paced) {
        rest = false;
        slow |= paced.plan().targetPerMinute() < SLOW_PER_MINUTE;
        if (paced.plan().compares()) {
          return Kind.OTHER; // looks for a pace
        }
      } else if (!span.rest()) {
        return Kind.OTHER;
      }
    }
    return rest ? Kind.QUIET : slow ? Kind.BREATHING : Kind.OTHER;
  }

  private static Map<Rating.Scale, RatedChange> ratings(SessionFile file) {
    Map<Rating.Scale, Integer> before = new EnumMap<>(Rating.Scale.class);
    Map<Rating.Scale, Integer> after = new EnumMap<>(Rating.Scale.class);
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.Rate rate) {
        (rate.rating().when() == Rating.When.BEFORE ? before : after)
            .putAll(rate.rating().scales());
      }
    }
    Map<Rating.Scale, RatedChange> changes = new EnumMap<>(Rating.Scale.class);
    before.forEach(
        (scale, value) -> {
          Integer later = after.get(scale);
          if (later != null) {
            changes.put(scale, new RatedChange(value, later));
          }
        });
    return changes;
  }
}
