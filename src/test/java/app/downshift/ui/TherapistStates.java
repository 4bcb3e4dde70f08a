package app.downshift.ui;

import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.therapist.ClientScreen;
import app.downshift.ui.therapist.ConsentScreen;
import app.downshift.ui.therapist.GroupScreen;
import app.downshift.ui.therapist.HiddenName;
import app.downshift.ui.therapist.TherapistCard;
import app.downshift.ui.therapist.TherapistScreen;
import app.downshift.ui.therapist.TherapistSettings;
import java.awt.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The windows of two at one session, in the states they can be in. */
final class TherapistStates {
  private TherapistStates() {}

  static Map<String, Supplier<Component>> all() {
    Map<String, Supplier<Component>> states = new LinkedHashMap<>();
    Map<String, SessionView> views = SampleViews.all();
    for (String name : List.of("baseline", "breathe", "recover", "poor", "paused")) {
      states.put("client-" + name, () -> client(views.get(name), false));
    }
    states.put("client-stressor", () -> client(stressor(), false));
    states.put("client-ended", () -> client(views.get("ended"), false));
    states.put("client-symptoms", () -> client(views.get("symptoms-early"), false));
    states.put("client-numbers", () -> client(SampleViews.breathe(), true));
    for (String name :
        List.of(
            "baseline",
            "breathe",
            "recover",
            "poor",
            "irregular",
            "unplugged",
            "anonymous",
            "symptoms-early",
            "symptoms-end",
            "trouble",
            "ended")) {
      states.put("therapist-" + name, () -> therapist(views.get(name), false));
    }
    states.put("therapist-stressor", () -> therapist(stressor(), false));
    states.put(
        "therapist-stop",
        () -> Rendering.pressed(therapist(SampleViews.breathe(), false), "action.stop"));
    states.put(
        "therapist-next",
        () -> Rendering.pressed(therapist(SampleViews.breathe(), false), "therapist.next"));
    states.put(
        "therapist-note",
        () -> Rendering.pressed(therapist(SampleViews.breathe(), false), "action.mark"));
    Map<String, SessionView> guided = GuidedViews.all();
    for (String name :
        List.of("movement", "recovery", "hands-on", "stepped", "rate-before", "rate-after")) {
      states.put("therapist-" + name, () -> therapist(guided.get("guided-" + name), false));
    }
    states.put("therapist-pace", () -> pace(therapist(guided.get("guided-glide"), false)));
    states.put(
        "therapist-pace-hold",
        () -> Rendering.pressed(pace(therapist(guided.get("guided-glide"), false)), "pace.box"));
    for (String name : List.of("baseline", "breathe", "trouble", "ended")) {
      states.put("projector-" + name, () -> therapist(views.get(name), true));
    }
    for (int people : List.of(2, 3, 6)) {
      states.put("group-" + people, () -> group(people, false));
    }
    states.put("group-asked", () -> group(6, true));
    states.put("consent", TherapistStates::consent);
    states.put("two", () -> Rendering.over(Rendering.home(Desk.SensorStatus.State.FOUND), two()));
    return states;
  }

  /** Those that differ most: all of them take long to lay out in every size and language. */
  static Map<String, Supplier<Component>> utmost() {
    Map<String, Supplier<Component>> utmost = new LinkedHashMap<>(all());
    utmost
        .keySet()
        .retainAll(
            List.of(
                "client-stressor",
                "client-symptoms",
                "client-numbers",
                "therapist-breathe",
                "therapist-irregular",
                "therapist-unplugged",
                "therapist-symptoms-early",
                "therapist-stressor",
                "therapist-ended",
                "therapist-stop",
                "therapist-note",
                "therapist-recovery",
                "therapist-stepped",
                "therapist-rate-before",
                "therapist-pace",
                "therapist-pace-hold",
                "projector-trouble",
                "group-2",
                "group-6",
                "group-asked",
                "consent",
                "two"));
    return utmost;
  }

  private static Component pace(Component screen) {
    return Rendering.pressedOn(
        screen, Rendering.words().text("pace.open", Rendering.words().text("action.key.pace")));
  }

  static ClientScreen client(SessionView view, boolean numbers) {
    return new ClientScreen(
        desk(view).running(), Rendering.words(), Rendering.preferences(false), numbers);
  }

  static TherapistScreen therapist(SessionView view, boolean projector) {
    Desk.Running running = desk(view).running();
    return new TherapistScreen(
        projector ? new HiddenName(running) : running,
        Runnable::run,
        Rendering.words(),
        Rendering.preferences(false),
        TherapistSettings.USUAL,
        new RatingRound.Asked(),
        projector,
        new TherapistScreen.Ways(() -> {}, () -> {}, () -> {}, () -> {}, () -> {}, () -> {}));
  }

  /** People in different states; whoever is asked is asked for a long answer. */
  static GroupScreen group(int people, boolean asked) {
    List<String> names = List.of("Anna", "", "Bartholomäus-Maximilian", "D-04", "Eva", "Finn");
    List<String> views = List.of("breathe", "gap", "poor", "breathe", "fair", "irregular");
    Map<String, SessionView> all = SampleViews.all();
    List<Desk.Member> members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String view = asked && i % 2 == 0 ? "symptoms-early" : views.get(i);
      members.add(new Desk.Member(names.get(i), desk(all.get(view)).running()));
    }
    return new GroupScreen(
        new FakeGroup(members),
        Runnable::run,
        Rendering.words(),
        Rendering.preferences(false),
        () -> {},
        () -> {});
  }

  private static ConsentScreen consent() {
    var somebody = new Desk.Person("", "", "");
    var screen =
        new ConsentScreen(
            Rendering.words(),
            List.of(new Desk.Person("Anna", "", ""), somebody, somebody),
            false,
            people -> {},
            () -> {});
    screen.ports(List.of(new Desk.Port("ttyUSB0", "CP2102", true)));
    return screen;
  }

  private static TherapistCard two() {
    return new TherapistCard(Rendering.words(), TherapistSettings.USUAL, chosen -> {}, () -> {});
  }

  private static FakeDesk desk(SessionView view) {
    return new FakeDesk(Desk.SensorStatus.State.FOUND, false, view);
  }

  /** Taking numbers away, where recovering is otherwise. */
  static SessionView stressor() {
    SessionView view = SampleViews.all().get("recover");
    Snapshot now = view.snapshot();
    List<PhaseProgress> phases = new ArrayList<>(now.phases());
    PhaseProgress last = phases.get(2);
    phases.set(
        2,
        new PhaseProgress(
            new Phase("stress", last.phase().plannedSeconds(), new Phase.Stressor(1022, 13, 60)),
            last.doneSeconds(),
            last.startedMicros()));
    return new SessionView(
        with(
            now,
            phases,
            new Practice(
                Optional.empty(),
                List.of(),
                Optional.of(new Practice.Subtraction(1022, 13, 0)),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                java.util.Set.of())),
        view.time(),
        view.recording(),
        view.mode(),
        view.heard());
  }

  private static Snapshot with(Snapshot now, List<PhaseProgress> phases, Practice practice) {
    return new Snapshot(
        now.plan(),
        now.atMicros(),
        now.state(),
        phases,
        now.phase(),
        now.pacer(),
        now.frozenAtMicros(),
        now.sensor(),
        now.figures(),
        now.baseline(),
        now.dimming(),
        now.beats(),
        now.gaps(),
        now.response(),
        now.swings(),
        now.markers(),
        now.spectrum(),
        now.prompt(),
        now.counts(),
        practice);
  }
}
