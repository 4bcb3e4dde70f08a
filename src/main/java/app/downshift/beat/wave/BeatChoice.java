package app.downshift.beat.wave;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which candidates are beats. A candidate is scored by its size against the last eight
 * beats (Hamilton 2002) and by its likeness to them; early ones wait for up to a second whether a
 * better one comes in the place where the rhythm expects it. The same for ECG and pulse waves.
 */
final class BeatChoice {
  private static final double OLDEST_SECONDS = 0.85;
  private static final double GIVE_UP_SECONDS = 3;
  private static final double YOUNG_SECONDS = 3;
  private static final double LONGEST_WAIT_SECONDS = 0.85;
  private static final double LOOK_AHEAD_SECONDS = 0.6;
  private static final int BEATS = 8;
  private static final int PENDING = 16;

  private static final int YOUNG_BEATS = 5;
  private static final double LARGER = 1.25;
  private static final double MUCH_LARGER = 2.5;
  private static final int MOST_LARGER = 3;
  private static final int MOST_UNSTEADY = 5;
  private static final double EARLY = 0.75;
  private static final double ONE_BEAT = 1.25;

  /** How far from its due place a candidate may be, in intervals, before it counts for less. */
  private static final double TIMELY = 1.2;

  private static final double PLAIN = 0.85;
  private static final double TRUSTED = 0.8;
  private static final double IN_TIME_SCORE = 0.35;
  private static final double EARLY_SCORE = 0.5;
  private static final double ECHO_SIZE = 0.6;
  private static final double ECHO_INTERVAL = 0.65;
  private static final double UNLIKE = 0.7;
  private static final double WEAK = 0.4;
  private static final double NOISY = 0.5;
  private static final double FADING_SECONDS = 1.5;

  private final double sampleRateHz;
  private final int second;
  private final int refractory;
  private final int echo;
  private final double prominence;
  private final Shape shape;
  private final RecentMedian sizes = new RecentMedian(BEATS);
  private final RecentMedian intervals = new RecentMedian(BEATS);
  private final Candidate[] pending = new Candidate[PENDING];
  private int waiting;
  private boolean learning = true;
  private boolean gap = true;
  private long begun;
  private int taken;
  private int unsteady;
  private int larger;
  private long lastAt = -1;
  private double lastSize;
  private double background;
  private boolean lastPlain;

  private static final class Candidate {
    private long at;
    private double size;
    private double likeness;
  }

  private enum Verdict {
    BEAT,
    NONE,
    WAIT;

    static Verdict of(boolean beat) {
      return beat ? BEAT : NONE;
    }
  }

  /**
   * A candidate that is a beat.
   *
   * @param at its place in the band
   * @param alike whether it is shaped like those before
   */
  record Chosen(long at, boolean alike, boolean afterGap, Set<Doubt> doubts) {}

  BeatChoice(double sampleRateHz, Front.Tuning tuning, Shape shape) {
    this.sampleRateHz = sampleRateHz;
    second = (int) Math.round(sampleRateHz);
    prominence = tuning.prominence();
    refractory = (int) Math.round(tuning.refractorySeconds() * sampleRateHz);
    echo = (int) Math.round(tuning.echoSeconds() * sampleRateHz);
    this.shape = shape;
    for (int i = 0; i < PENDING; i++) {
      pending[i] = new Candidate();
    }
  }

  /** Nothing is known any more; what comes begins at {@code now}. */
  void restart(long now) {
    waiting = 0;
    sizes.clear();
    intervals.clear();
    shape.forget();
    learning = true;
    gap = true;
    begun = now;
    taken = 0;
    unsteady = 0;
    larger = 0;
    lastAt = -1;
    background = 0;
  }

  /** What the envelope is between beats, as far as known. */
  void background(double level) {
    background = level;
  }

  /** A place that may be a beat, later than all before. */
  void offer(long at, double size) {
    long place = at;
    double likeness = 1;
    if (shape.known()) {
      place = shape.locate(at);
      likeness = shape.likeness();
    }
    if (!learning && shows(size / sizes.value(), likeness)) {
      restart(Math.max(begun, place - second)); // what was taken for beats was less than a beat
      place = at;
      likeness = 1;
    }
    if (lastAt >= 0 && place - lastAt < refractory) {
      return;
    }
    if (waiting > 0 && place - pending[waiting - 1].at < refractory) {
      if (!overtakes(pending[waiting - 1], size, likeness)) {
        return;
      }
      waiting--;
    }
    if (waiting == PENDING) {
      drop();
    }
    Candidate added = pending[waiting++];
    added.at = place;
    added.size = size;
    added.likeness = likeness;
  }

  /** Whether this candidate shows that what was taken for beats cannot have been beats. */
  private boolean shows(double relative, double likeness) {
    if (likeness >= PLAIN) {
      larger = relative > MUCH_LARGER ? larger + 1 : 0;
    }
    boolean young = taken < YOUNG_BEATS;
    return larger == MOST_LARGER
        || (young && relative > (likeness < UNLIKE ? LARGER : MUCH_LARGER));
  }

  private boolean overtakes(Candidate other, double size, double likeness) {
    if (learning) {
      return size > other.size;
    }
    double usual = sizes.value();
    return score(size / usual, likeness) > score(other.size / usual, other.likeness);
  }

  private void drop() {
    Candidate first = pending[0];
    System.arraycopy(pending, 1, pending, 0, PENDING - 1);
    pending[PENDING - 1] = first;
    waiting--;
  }

  /** Decides what can be decided at {@code now}; null when nothing is. */
  @Nullable Chosen decide(long now) {
    if (learning && !learned(now)) {
      return null;
    }
    if (lateBy(now) > GIVE_UP_SECONDS * sampleRateHz) {
      restart(now);
      return null;
    }
    while (waiting > 0) {
      Candidate first = pending[0];
      if (now - first.at < refractory) {
        return null;
      }
      switch (judge(now, first)) {
        case WAIT -> {
          return null;
        }
        case BEAT -> {
          return choose(now, first);
        }
        case NONE -> drop();
      }
    }
    return null;
  }

  private long lateBy(long now) {
    return now - Math.max(lastAt, begun);
  }

  /** The first second is over and the largest candidate stands out. */
  private boolean learned(long now) {
    if (now - begun < second) {
      return false;
    }
    while (waiting > 0 && now - pending[0].at > OLDEST_SECONDS * sampleRateHz) {
      drop();
    }
    int largest = -1;
    for (int i = 0; i < waiting; i++) {
      if (largest < 0 || pending[i].size > pending[largest].size) {
        largest = i;
      }
    }
    if (largest < 0 || pending[largest].size < prominence * background) {
      return false;
    }
    shape.begin(pending[largest].at);
    if (!shape.known()) {
      return false;
    }
    sizes.add(pending[largest].size);
    for (int i = 0; i < waiting; i++) {
      pending[i].at = shape.locate(pending[i].at);
      pending[i].likeness = shape.likeness();
    }
    learning = false;
    return true;
  }

  private Verdict judge(long now, Candidate first) {
    double score = score(now, first);
    double rr = intervals.value();
    if (isEcho(first, rr)) {
      return Verdict.NONE;
    }
    if (gap || Double.isNaN(rr)) {
      return Verdict.of(score >= EARLY_SCORE);
    }
    long since = first.at - lastAt;
    boolean early = since < EARLY * rr;
    if ((score >= PLAIN && !early) || since >= ONE_BEAT * rr) {
      return Verdict.of(score >= IN_TIME_SCORE);
    }
    long end =
        Math.min(
            lastAt + Math.round(ONE_BEAT * rr),
            first.at + Math.round(LOOK_AHEAD_SECONDS * sampleRateHz));
    for (int i = 1; i < waiting && pending[i].at <= end; i++) {
      if (better(now, pending[i], first, rr)) {
        return Verdict.NONE;
      }
    }
    if (now < end + refractory && now - first.at < LONGEST_WAIT_SECONDS * sampleRateHz) {
      return Verdict.WAIT;
    }
    return Verdict.of(score >= (early ? EARLY_SCORE : IN_TIME_SCORE));
  }

  /** Of two that stand where one beat is due: both may be beats only if both look like one. */
  private boolean better(long now, Candidate other, Candidate first, double rr) {
    double score = score(now, first);
    double others = score(now, other);
    boolean both = score >= PLAIN && others >= PLAIN;
    return !both && others * timely(other.at, rr) > score * timely(first.at, rr);
  }

  /**
   * Whether it is the T wave or the dicrotic wave of the last beat: close behind it, and much
   * smaller or of another shape (after Pan and Tompkins 1985).
   */
  private boolean isEcho(Candidate candidate, double rr) {
    double within = Double.isNaN(rr) ? echo : Math.min(echo, ECHO_INTERVAL * rr);
    boolean lesser = candidate.size < ECHO_SIZE * lastSize || candidate.likeness < UNLIKE;
    return lastAt >= 0 && candidate.at - lastAt < within && lesser;
  }

  private double timely(long at, double rr) {
    double off = (at - lastAt - rr) / (TIMELY * rr);
    return Math.exp(-off * off / 2);
  }

  private double score(long now, Candidate candidate) {
    return score(candidate.size / level(now), candidate.likeness);
  }

  private static double score(double relative, double likeness) {
    double size = relative < 1 ? Math.sqrt(relative) : relative > 2 ? Math.sqrt(2 / relative) : 1;
    return size * Math.max(0, 0.3 + 0.7 * likeness);
  }

  /** The usual size of a beat; it fades while none comes. */
  private double level(long now) {
    double usual = sizes.value();
    double rr = intervals.value();
    double patience = Math.max(1.5 * sampleRateHz, Double.isNaN(rr) ? 0 : 1.6 * rr);
    double late = lateBy(now) - patience;
    return late > 0 ? usual * Math.exp(-late / (FADING_SECONDS * sampleRateHz)) : usual;
  }

  private Chosen choose(long now, Candidate first) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    double usual = sizes.value();
    if (first.at - begun < YOUNG_SECONDS * sampleRateHz) {
      doubts.add(Doubt.LEARNING);
    }
    if (first.size < WEAK * usual) {
      doubts.add(Doubt.WEAK);
    }
    if (first.likeness < UNLIKE) {
      doubts.add(Doubt.UNLIKE);
    }
    if (background > NOISY * usual) {
      doubts.add(Doubt.NOISY);
    }
    Chosen chosen = new Chosen(first.at, first.likeness >= UNLIKE, gap, doubts);
    boolean plain = score(first.size / usual, first.likeness) >= TRUSTED;
    unsteady++;
    if (!gap && plain && lastPlain) {
      intervals.add((double) (first.at - lastAt));
      unsteady = 0;
    }
    lastPlain = plain;
    if (first.likeness >= UNLIKE && level(now) < usual) {
      sizes.clear(); // it was long awaited and smaller: beats have become smaller
    }
    if (first.likeness >= UNLIKE) {
      shape.learn(first.at);
    } else if (unsteady >= MOST_UNSTEADY) {
      shape.begin(first.at); // no two beats alike in a row: perhaps parts of beats were learned
      unsteady = 0;
    }
    sizes.add(first.size);
    gap = false;
    lastAt = first.at;
    lastSize = first.size;
    taken++;
    drop();
    return chosen;
  }
}
