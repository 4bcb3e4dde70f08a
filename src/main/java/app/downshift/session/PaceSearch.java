package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.breath.resonance.PaceSchedule;
import app.downshift.breath.resonance.PaceSchedule.PacedBreath;
import app.downshift.breath.resonance.PaceSchedule.Sliding;
import app.downshift.breath.resonance.PaceSchedule.Stepped;
import app.downshift.breath.resonance.PaceSchedule.Stretch;
import app.downshift.breath.resonance.RateScore;
import app.downshift.breath.resonance.Resonance;
import app.downshift.session.Practice.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a search for the pace has found: each rate is scored once the beats of it are decided, the
 * estimate is made when the last are. Only times in which a known rate was paced are looked at.
 */
final class PaceSearch {
  /** More beats than this in an irregular rhythm, of all that are scored, and nothing is said. */
  private static final double MOST_IRREGULAR = 0.05;

  private final List<LiveFigures.Decided> beats = new ArrayList<>();
  private final List<Pacer> pacers = new ArrayList<>();
  private List<RateScore> scores = List.of();
  private Optional<Resonance> result = Optional.empty();
  private boolean sliding;
  private boolean open;
  private boolean leaving;
  private int stepsBefore;
  private int stepsSeen;
  private List<Step> steps = List.of();

  /** A phase that compares rates began; {@code stepsOver} is how many there were before it. */
  void begin(PacePlan plan, Pacer pacer, int stepsOver) {
    beats.clear();
    pacers.clear();
    pacers.add(pacer);
    scores = List.of();
    result = Optional.empty();
    sliding = plan instanceof PacePlan.Sliding;
    open = true;
    leaving = false;
    stepsBefore = stepsOver;
    stepsSeen = 0;
    steps = List.of();
  }

  /** The pacer goes on after it stood still. */
  void resumed(Pacer pacer) {
    if (open) {
      pacers.add(pacer);
    }
  }

  /** A beat whose marks are final. */
  void decided(LiveFigures.Decided beat) {
    if (!open) {
      return;
    }
    beats.add(beat);
    if (!steps.isEmpty() && beat.atMicros() > steps.get(steps.size() - 1).toMicros()) {
      look();
    }
  }

  /** A person's word on a beat. */
  void ruled(long beatMicros, Marks marks) {
    for (int i = beats.size() - 1; i >= 0; i--) {
      if (beats.get(i).atMicros() == beatMicros) {
        beats.set(i, beats.get(i).with(marks));
        if (result.isPresent()) {
          result = Optional.of(judged());
          scores = result.get().scores();
        }
        return;
      }
    }
  }

  /** The steps that are over, of this phase and those before. */
  void stepped(List<Step> all) {
    if (open) {
      steps = all.subList(Math.min(stepsBefore, all.size()), all.size());
    }
  }

  /** The phase was left; beats of it may still come. */
  void leave() {
    leaving = true;
  }

  /** No beats will come any more. */
  void over() {
    if (open && leaving) {
      finish();
    }
  }

  /** Empty unless a search was begun. */
  Optional<Practice.Search> view() {
    return pacers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Practice.Search(
                scores,
                result.map(Resonance::verdict),
                result.map(Resonance::curve).orElse(List.of())));
  }

  private void look() {
    if (leaving) {
      finish();
    } else if (steps.size() > stepsSeen) {
      stepsSeen = steps.size();
      List<Stretch> stretches = schedule().stretches();
      List<RateScore> known = new ArrayList<>(scores);
      for (int i = known.size(); i < stretches.size(); i++) {
        known.add(Resonance.score(series(), stretches.get(i)));
      }
      scores = List.copyOf(known);
    }
  }

  private void finish() {
    open = false;
    result = Optional.of(judged());
    scores = result.get().scores();
  }

  private Resonance judged() {
    Resonance found = Resonance.of(series(), schedule());
    return irregular() ? found.ofAnIrregularRhythm() : found;
  }

  private boolean irregular() {
    int scored = 0;
    int irregular = 0;
    for (LiveFigures.Decided beat : beats) {
      if (steps.stream()
          .anyMatch(
              s -> beat.atMicros() > s.scoredFromMicros() && beat.atMicros() <= s.toMicros())) {
        scored++;
        irregular += beat.rhythm() == Rhythm.IRREGULAR ? 1 : 0;
      }
    }
    return irregular > MOST_IRREGULAR * scored;
  }

  private PaceSchedule schedule() {
    return sliding ? slide() : new Stepped(steps.stream().map(this::step).toList(), 0);
  }

  private PaceSchedule.Step step(Step step) {
    Pacer running = pacers.get(0);
    for (Pacer pacer : pacers) {
      running = pacer.fromMicros() <= step.fromMicros() ? pacer : running;
    }
    return new PaceSchedule.Step(
        step.perMinute(),
        step.scoredFromMicros() / 1000.0,
        step.toMicros() / 1000.0,
        running.cyclesAt(step.scoredFromMicros()));
  }

  /** Only whole breaths; the first after a pause is not looked at. */
  private Sliding slide() {
    return new Sliding(
        steps.stream()
            .filter(step -> step.whole() && step.scoredFromMicros() == step.fromMicros())
            .map(step -> new PacedBreath(step.fromMicros() / 1000.0, step.toMicros() / 1000.0))
            .toList());
  }

  private RrSeries series() {
    double[] times = new double[beats.size()];
    double[] rr = new double[times.length];
    boolean[] gaps = new boolean[times.length];
    Marks[] marks = new Marks[times.length];
    for (int i = 0; i < times.length; i++) {
      LiveFigures.Decided beat = beats.get(i);
      times[i] = beat.atMicros() / 1000.0;
      rr[i] = beat.rrMillis();
      gaps[i] = beat.gapBefore();
      marks[i] = beat.marks();
    }
    return RrSeries.of(times, rr, gaps).withMarks(marks);
  }
}
