package app.downshift.ui;

import app.downshift.library.FoundPace;
import app.downshift.session.SessionView;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.rating.RatingPanel;
import java.awt.Component;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The screens around guided sessions: every kind of phase, ratings, the pace, the chooser. */
final class GuidedStates {
  private GuidedStates() {}

  static Map<String, Supplier<Component>> all() {
    Map<String, Supplier<Component>> all = new LinkedHashMap<>();
    Map<String, SessionView> views = GuidedViews.all();
    views.forEach((name, view) -> all.put(name, () -> Rendering.live(view)));
    all.put("guided-rate-filled", () -> filled(views.get("guided-rate-before")));
    all.put("pace", () -> pace(views.get("guided-glide")));
    all.put("pace-plain", () -> Rendering.pressedOn(live("breathe"), paceLink()));
    all.put("pace-compares", () -> pace(views.get("guided-stepped")));
    all.put("pace-adaptive", () -> pace(views.get("guided-adaptive")));
    all.put("pace-hold", () -> Rendering.pressed(pace(views.get("guided-glide")), "pace.box"));
    all.put("skip", () -> Rendering.pressedOn(Rendering.live(SampleViews.breathe()), skipLink()));
    all.put("why", () -> Rendering.why(Rendering.live(SampleViews.all().get("poor"))));
    FoundViews.all().forEach((name, view) -> all.put(name, () -> Rendering.live(view)));
    all.put("choose-own-rate", () -> Rendering.protocols(13));
    all.put("choose-found", GuidedStates::found);
    all.put("choose-first", () -> Rendering.protocols(0));
    all.put("choose-stepped", () -> Rendering.protocols(2));
    all.put("choose-own", () -> Rendering.protocols(14));
    all.put("choose-broken", () -> Rendering.protocols(15));
    all.put("edit-protocol", () -> edit(9, 0));
    int[][] phases = {{9, 2}, {2, 3}, {3, 2}, {4, 2}, {10, 2}};
    for (int[] phase : phases) {
      all.put("edit-" + phase[0] + "-" + phase[1], () -> edit(phase[0], phase[1]));
    }
    return all;
  }

  private static Component found() {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    desk.foundEarlier(Optional.of(new FoundPace(5.3, 5.1, 5.6, LocalDate.of(2026, 11, 14))));
    ProtocolRoom room =
        new ProtocolRoom(desk, Rendering.words(), start -> {}, virtual -> {}, () -> {});
    room.begin();
    return room;
  }

  private static Component edit(int protocol, int part) {
    Component room = Rendering.pressed(Rendering.protocols(protocol), "choose.copy");
    Rendering.select(room, part);
    return room;
  }

  private static Component live(String name) {
    return Rendering.live(SampleViews.all().get(name));
  }

  private static Component pace(SessionView view) {
    return Rendering.pressedOn(Rendering.live(view), paceLink());
  }

  private static String paceLink() {
    return Rendering.words().text("pace.open", Rendering.words().text("action.key.pace"));
  }

  private static String skipLink() {
    return Rendering.words().text("skip.open", Rendering.words().text("action.key.skip"));
  }

  private static Component filled(SessionView view) {
    Component screen = Rendering.live(view);
    Rendering.layOut(screen, 1440, 900);
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof RatingPanel panel) {
            panel.fill(GuidedViews.said());
          }
        });
    return screen;
  }
}
