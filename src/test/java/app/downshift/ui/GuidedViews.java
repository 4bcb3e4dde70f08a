package app.downshift.ui;

import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Practice.MovementSet;
import app.downshift.session.Practice.Recovery;
import app.downshift.session.Practice.Step;
import app.downshift.session.Practice.Subtraction;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.session.Snapshot.SwingBar;
import app.downshift.session.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One view for every kind of phase and for what is asked around it: the heart of {@link
 * SampleViews} in the protocols that ship.
 */
final class GuidedViews {
  private static final double MINUTE = 60e6;
  private static final SessionView PACED = SampleViews.breathe();
  private static final SessionView AT_REST = SampleViews.all().get("recover");

  private GuidedViews() {}

  static Map<String, SessionView> all() {
    Map<String, SessionView> views = new LinkedHashMap<>();
    views.put("guided-baseline", view("demonstrate", 0, 50, Practice.NONE));
    views.put(
        "guided-first",
        view("find-the-pace-stepped", 0, 5, notices(Practice.Notice.NOT_FOR_A_FIRST_SESSION)));
    views.put(
        "guided-stressor",
        view(
            "demonstrate",
            1,
            40,
            with(Practice.NONE, Optional.of(new Subtraction(1015, 7, 1)), List.of())));
    views.put("guided-glide", view("demonstrate", 2, 100, Practice.NONE));
    views.put("guided-until", view("regulate-then-move", 1, 150, Practice.NONE));
    views.put("guided-movement", view("regulate-then-move", 2, 30, Practice.NONE));
    views.put("guided-set", view("regulate-then-move", 2, 200, sets(true)));
    views.put("guided-recovery", view("regulate-then-move", 2, 200, sets(false)));
    views.put("guided-hands-on", hands());
    views.put("guided-coaching", view("belly-and-chest", 1, 40, Practice.NONE));
    views.put("guided-stepped", stepped());
    views.put("guided-sliding", sliding());
    views.put(
        "guided-own-rate",
        view("own-pace-control", 1, 5, notices(Practice.Notice.OWN_RATE_NOT_KNOWN)));
    views.put(
        "guided-adaptive",
        view("demonstrate", 2, 250, notices(Practice.Notice.ADAPTIVE_IS_AN_EXPERIMENT)));
    views.put(
        "guided-holds-refused",
        view("demonstrate", 2, 250, notices(Practice.Notice.HOLDS_NEED_A_YES)));
    views.put("guided-rate-before", asked("hands-on", Rating.When.BEFORE));
    views.put("guided-rate-after", asked("demonstrate", Rating.When.AFTER));
    views.put("guided-rate-breath", asked("belly-and-chest", Rating.When.BEFORE));
    return views;
  }

  private static SessionView view(String name, int phase, double done, Practice practice) {
    return view(named(name), phase, done, practice, new SessionState.Running());
  }

  private static Protocol named(String name) {
    return new ShippedProtocols().named(name);
  }

  /** What is asked before, while the clock still runs. */
  static SessionView askedWhileRunning() {
    return asked("hands-on", Rating.When.BEFORE, new SessionState.Running());
  }

  private static SessionView asked(String name, Rating.When when) {
    return asked(name, when, new SessionState.Paused(0));
  }

  private static SessionView asked(String name, Rating.When when, SessionState before) {
    Protocol protocol = named(name);
    Practice practice =
        new Practice(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of(when),
            List.of(),
            Optional.empty(),
            Set.of());
    return when == Rating.When.BEFORE
        ? view(protocol, 0, 0, practice, before)
        : view(
            protocol,
            protocol.phases().size() - 1,
            protocol.phases().get(protocol.phases().size() - 1).plannedSeconds(),
            practice,
            new SessionState.Finishing(1));
  }

  private static Practice notices(Practice.Notice notice) {
    return new Practice(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Set.of(notice));
  }

  private static Practice with(
      Practice practice, Optional<Subtraction> subtraction, List<MovementSet> sets) {
    return new Practice(
        practice.step(),
        practice.steps(),
        subtraction,
        sets,
        practice.due(),
        practice.ratings(),
        practice.adaptive(),
        practice.notices());
  }

  /** Two sets that are over, and a third one under way or not yet. */
  private static Practice sets(boolean moving) {
    long now = Math.round(636e6);
    List<MovementSet> sets = new ArrayList<>();
    sets.add(
        new MovementSet(
            1,
            now - 190_000_000,
            now - 160_000_000,
            new Recovery(Recovery.Standing.MEASURED, 98, 74)));
    sets.add(
        new MovementSet(
            2,
            now - 80_000_000,
            now - 50_000_000,
            new Recovery(
                moving ? Recovery.Standing.NEXT_SET : Recovery.Standing.PENDING,
                Double.NaN,
                Double.NaN)));
    if (moving) {
      sets.add(
          new MovementSet(
              3,
              now - 15_000_000,
              -1,
              new Recovery(Recovery.Standing.PENDING, Double.NaN, Double.NaN)));
    }
    return with(Practice.NONE, Optional.empty(), sets);
  }

  private static SessionView hands() {
    SessionView plain = view("hands-on", 1, 200, Practice.NONE);
    Trail<MarkerView> markers = Trail.empty();
    Snapshot now = plain.snapshot();
    String text = now.hotKeys().get(2).in(Rendering.words().language());
    return view(plain, copy(now, markers.with(new MarkerView(600_000_000L, text)), now.swings()));
  }

  private static SessionView stepped() {
    Protocol protocol = named("find-the-pace-stepped");
    int phase = comparing(protocol);
    PacePlan.Stepped plan = (PacePlan.Stepped) plan(protocol, phase);
    double into = 2.7 * plan.stepSeconds();
    long began = 636_000_000L - Math.round(into * 1e6);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long from = began + Math.round(i * plan.stepSeconds() * 1e6);
      steps.add(
          new Step(
              i + 1,
              plan.ratesPerMinute().size() * plan.rounds(),
              plan.ratesPerMinute().get(i),
              from,
              from + Math.round(plan.settlingSeconds() * 1e6),
              from + Math.round(plan.stepSeconds() * 1e6),
              true));
    }
    return compared(protocol, phase, into, steps);
  }

  private static SessionView sliding() {
    Protocol protocol = named("find-the-pace-sliding");
    int phase = comparing(protocol);
    PacePlan.Sliding plan = (PacePlan.Sliding) plan(protocol, phase);
    List<Step> steps = new ArrayList<>();
    int breaths = 30;
    double into = 0;
    for (int i = 0; i <= breaths; i++) {
      into += plan.breathSeconds(i);
    }
    long at = 636_000_000L - Math.round((into - 3) * 1e6);
    for (int i = 0; i <= breaths; i++) {
      long to = at + Math.round(plan.breathSeconds(i) * 1e6);
      steps.add(new Step(i + 1, plan.breaths(), 60 / plan.breathSeconds(i), at, at, to, true));
      at = to;
    }
    return compared(protocol, phase, into - 3, steps);
  }

  private static int comparing(Protocol protocol) {
    for (int i = 0; i < protocol.phases().size(); i++) {
      if (protocol.phases().get(i).kind() instanceof Phase.Paced paced && paced.plan().compares()) {
        return i;
      }
    }
    throw new IllegalStateException(protocol.name() + " compares nothing");
  }

  private static PacePlan plan(Protocol protocol, int phase) {
    return ((Phase.Paced) protocol.phases().get(phase).kind()).plan();
  }

  private static SessionView compared(Protocol protocol, int phase, double done, List<Step> steps) {
    int last = steps.size() - 1;
    Practice practice =
        new Practice(
            Optional.of(steps.get(last)),
            steps.subList(0, last),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Set.of());
    SessionView plain = view(protocol, phase, done, practice, new SessionState.Running());
    Trail<SwingBar> swings = Trail.empty();
    for (Step step : steps) {
      double breath = MINUTE / step.perMinute();
      double most = 14 - 6 * Math.pow(step.perMinute() - 5.6, 2);
      for (double at = step.fromMicros() + breath; at <= step.toMicros() + 1; at += breath) {
        if (at < 636e6) {
          swings = swings.with(new SwingBar(Math.round(at), Math.max(2, most + Math.sin(at))));
        }
      }
    }
    return view(plain, copy(plain.snapshot(), plain.snapshot().markers(), swings));
  }

  private static SessionView view(
      Protocol protocol, int phase, double done, Practice practice, SessionState state) {
    SessionView sample =
        protocol.phases().get(phase).kind() instanceof Phase.Paced ? PACED : AT_REST;
    Snapshot then = sample.snapshot();
    long at = 636_000_000L;
    long began = at - Math.round(done * 1e6);
    List<PhaseProgress> phases = new ArrayList<>();
    for (int i = 0; i < protocol.phases().size(); i++) {
      Phase each = protocol.phases().get(i);
      phases.add(
          new PhaseProgress(
              each,
              i < phase ? each.plannedSeconds() : i == phase ? done : 0,
              i == phase ? began : i < phase ? 0 : -1));
    }
    SessionPlan plan =
        new SessionPlan(
            then.plan().started(),
            then.plan().client(),
            then.plan().sensor(),
            then.plan().traits(),
            then.plan().simulated(),
            protocol,
            Double.NaN);
    boolean over = state instanceof SessionState.Finishing;
    Optional<Pacer> pacer =
        protocol.phases().get(phase).kind() instanceof Phase.Paced paced && !over
            ? Optional.of(
                paced
                    .plan()
                    .start(
                        began, 0, protocol.phases().get(phase).plannedSeconds(), paced.pattern()))
            : Optional.empty();
    long shift = at - then.atMicros();
    Snapshot snapshot =
        new Snapshot(
            plan,
            at,
            state,
            phases,
            phase,
            pacer,
            -1,
            then.sensor(),
            then.figures(),
            then.baseline(),
            then.dimming(),
            then.beats().stream()
                .map(
                    beat ->
                        new Snapshot.BeatView(
                            beat.atMicros() + shift,
                            beat.rrMillis(),
                            beat.gapBefore(),
                            beat.marks(),
                            beat.decided()))
                .toList(),
            then.gaps(),
            then.response(),
            pacer.isPresent() ? then.swings() : Trail.empty(),
            Trail.empty(),
            then.spectrum(),
            Optional.empty(),
            then.counts(),
            practice);
    return view(sample, snapshot);
  }

  private static SessionView view(SessionView like, Snapshot snapshot) {
    return new SessionView(
        snapshot,
        new SessionView.TimeBase(0, snapshot.atMicros(), 0),
        like.recording(),
        like.mode(),
        0);
  }

  private static Snapshot copy(Snapshot then, Trail<MarkerView> markers, Trail<SwingBar> swings) {
    return new Snapshot(
        then.plan(),
        then.atMicros(),
        then.state(),
        then.phases(),
        then.phase(),
        then.pacer(),
        then.frozenAtMicros(),
        then.sensor(),
        then.figures(),
        then.baseline(),
        then.dimming(),
        then.beats(),
        then.gaps(),
        then.response(),
        swings,
        markers,
        then.spectrum(),
        then.prompt(),
        then.counts(),
        then.practice());
  }

  /** What somebody might say. */
  static Rating said() {
    return new Rating(
        Rating.When.BEFORE,
        Map.of(Rating.Scale.PAIN, 6, Rating.Scale.TENSION, 4),
        Set.of(Rating.Region.LOWER_BACK, Rating.Region.LEFT_SHOULDER, Rating.Region.RIGHT_KNEE),
        Optional.empty());
  }
}
