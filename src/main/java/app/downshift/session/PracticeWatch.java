package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.breath.Chance;
import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Practice.Notice;
import app.downshift.session.Practice.Subtraction;
import app.downshift.session.Snapshot.ResponsePoint;
import app.downshift.session.Snapshot.SwingBar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a protocol asks for besides breathing, followed through the phases of one session. */
final class PracticeWatch {
  private static final int NUMBERS = 100;

  private final SessionPlan plan;
  private final StepWatch steps;
  private final PaceSearch search = new PaceSearch();
  private final MovementSets sets;
  private final Steadiness steadiness = new Steadiness();
  private final List<Practice.Given> ratings = new ArrayList<>();
  private Optional<AdaptivePace> adaptive = Optional.empty();
  private boolean adapting;
  private boolean holdsAllowed;
  private boolean holdsRefused;
  private final boolean forAFirstSession;
  private int phase;

  PracticeWatch(SessionPlan plan, Consumer<SessionEvent> told) {
    this.plan = plan;
    forAFirstSession = plan.protocol().firstSession().suits();
    steps = new StepWatch(told);
    sets = new MovementSets(told);
  }

  /** The plan of a paced phase as it is run in this session. */
  PacePlan drawn(PacePlan paces, int index) {
    return paces.drawn(Chance.of(plan.seed(), index));
  }

  /** A phase began, with its pacer if it has one. */
  void entered(Phase began, int index, Optional<Pacer> pacer, long nowMicros) {
    phase = index;
    leaveSteps(nowMicros);
    sets.leave(nowMicros);
    steadiness.begin(nowMicros);
    adaptive = Optional.empty();
    adapting = false;
    holdsAllowed = false;
    holdsRefused = false;
    if (began.kind() instanceof Phase.Paced paced && pacer.isPresent()) {
      steps.begin(paced.plan(), pacer.get(), nowMicros);
      if (paced.plan().compares()) {
        search.begin(paced.plan(), pacer.get(), steps.over().size());
      }
      adapting = paced.adaptive();
      holdsAllowed = paced.pattern().holds();
    }
  }

  void decided(LiveFigures.Decided beat) {
    sets.take(beat);
    search.decided(beat);
  }

  void responded(ResponsePoint point) {
    steadiness.add(point);
  }

  void tick(long nowMicros) {
    steps.tick(nowMicros);
    search.stepped(steps.over());
    sets.tick(nowMicros);
  }

  /** Whether the phase has reached what it waits for. */
  boolean settled(Phase now, double inStep, Optional<Pacer> pacer, long nowMicros) {
    return now.until() == Phase.Until.IN_STEP_AND_STEADY
        && pacer.isPresent()
        && steadiness.settled(inStep, pacer.get().glidingAt(nowMicros));
  }

  /** Another pace from the experiment, if it is time for one. */
  Optional<Double> adapted(Pacer pacer, List<SwingBar> swings, long nowMicros) {
    if (!adapting || pacer.glidingAt(nowMicros)) {
      return Optional.empty();
    }
    if (adaptive.isEmpty()) {
      adaptive = Optional.of(new AdaptivePace(pacer.perMinuteAt(nowMicros), nowMicros));
    }
    return adaptive.get().tick(nowMicros, swings);
  }

  void adapt(boolean on, Phase now) {
    adapting = on && now.kind() instanceof Phase.Paced paced && !paced.plan().compares();
    if (!adapting) {
      adaptive = Optional.empty();
    }
  }

  void paused(long nowMicros) {
    steps.pause(nowMicros);
    search.stepped(steps.over());
  }

  void resumed(Optional<Pacer> pacer, long pausedMicros, long nowMicros) {
    pacer.ifPresentOrElse(
        again -> {
          steps.resume(again, pausedMicros, nowMicros);
          search.resumed(again);
        },
        steps::resume);
    adaptive.ifPresent(experiment -> experiment.restart(nowMicros));
    steadiness.begin(nowMicros);
  }

  /** A person chose another pace: nothing planned for this phase goes on. */
  void paceChosen(long nowMicros) {
    leaveSteps(nowMicros);
    adaptive = Optional.empty();
    steadiness.begin(nowMicros);
  }

  /** Whether a breath may be divided so; a refusal is kept as a notice. */
  boolean mayHold(boolean holds, boolean acknowledged) {
    holdsAllowed |= holds && acknowledged;
    holdsRefused = holds && !holdsAllowed;
    return !holdsRefused;
  }

  /** A person's word on a beat. */
  void ruled(long beatMicros, Marks marks) {
    search.ruled(beatMicros, marks);
  }

  private void leaveSteps(long nowMicros) {
    steps.abandon(nowMicros);
    search.stepped(steps.over());
    search.leave();
  }

  /** The key of a movement; outside one it means nothing. */
  boolean key(Phase now, long nowMicros) {
    return now.kind() instanceof Phase.Movement && sets.key(nowMicros);
  }

  boolean moving() {
    return sets.moving();
  }

  int sets() {
    return sets.sets().size();
  }

  void rated(Rating rating, long nowMicros) {
    ratings.add(new Practice.Given(nowMicros, rating));
  }

  /** All phases are done. */
  void finished(long nowMicros) {
    leaveSteps(nowMicros);
    sets.leave(nowMicros);
    adapting = false;
    adaptive = Optional.empty();
  }

  /** The session is over. */
  void over(long nowMicros) {
    leaveSteps(nowMicros);
    search.over();
    sets.over(nowMicros);
  }

  Practice view(Phase now, double doneSeconds, Optional<Pacer> pacer, SessionState state) {
    return new Practice(
        steps.now(),
        steps.over(),
        subtraction(now, doneSeconds, state),
        sets.sets(),
        due(state),
        ratings,
        adaptive.map(AdaptivePace::view),
        notices(now, pacer),
        search.view());
  }

  private Optional<Subtraction> subtraction(Phase now, double doneSeconds, SessionState state) {
    if (!(now.kind() instanceof Phase.Stressor stressor)
        || state instanceof SessionState.Finishing
        || state instanceof SessionState.Ended) {
      return Optional.empty();
    }
    int round = (int) (doneSeconds / stressor.everySeconds());
    // Numbers of phases lie apart, so that two stressors of a session begin differently.
    int less = Chance.of(plan.seed(), 1_000_000L * (phase + 1) + round).nextInt(NUMBERS);
    return Optional.of(new Subtraction(stressor.startNumber() - less, stressor.step(), round));
  }

  private Optional<Rating.When> due(SessionState state) {
    if (state instanceof SessionState.Finishing) {
      return open(Rating.When.AFTER);
    }
    return phase == 0 && !(state instanceof SessionState.Ended)
        ? open(Rating.When.BEFORE)
        : Optional.empty();
  }

  private Optional<Rating.When> open(Rating.When when) {
    boolean asked = !plan.protocol().asks().items(when).isEmpty();
    boolean answered = ratings.stream().anyMatch(given -> given.rating().when() == when);
    return asked && !answered ? Optional.of(when) : Optional.empty();
  }

  private Set<Notice> notices(Phase now, Optional<Pacer> pacer) {
    Set<Notice> notices = EnumSet.noneOf(Notice.class);
    if (!forAFirstSession) {
      notices.add(Notice.NOT_FOR_A_FIRST_SESSION);
    }
    if (pacer.isPresent()
        && now.kind() instanceof Phase.Paced paced
        && paced.plan() instanceof PacePlan.Own own
        && !own.given()) {
      notices.add(Notice.OWN_RATE_NOT_KNOWN);
    }
    if (pacer.isPresent() && pacer.get().nextPattern().holds()) {
      notices.add(Notice.HOLDS);
    }
    if (holdsRefused) {
      notices.add(Notice.HOLDS_NEED_A_YES);
    }
    if (adapting) {
      notices.add(Notice.ADAPTIVE_IS_AN_EXPERIMENT);
    }
    return notices;
  }
}
