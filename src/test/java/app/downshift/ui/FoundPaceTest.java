package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.PacePlan;
import app.downshift.breath.resonance.Resonance.CurvePoint;
import app.downshift.breath.resonance.Verdict;
import app.downshift.library.FoundPace;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.ui.chart.FoundChart;
import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.live.PaceSuggestion;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Prose;
import java.awt.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pace that was looked for: what is said at the end, what is kept, and where it is offered. */
class FoundPaceTest {
  private static final FoundPace EARLIER = new FoundPace(5.3, 5.1, 5.6, LocalDate.of(2026, 11, 14));

  @BeforeEach
  void dark() throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install();
          return true;
        });
  }

  @AfterEach
  void english() {
    Rendering.speak(Desk.Language.ENGLISH);
  }

  @Test
  void theEndSaysOfEveryKindOfSearchWhatItMaySayInBothLanguages() throws Exception {
    for (Desk.Language language : Desk.Language.values()) {
      Rendering.speak(language);
      for (Map.Entry<String, Practice.Search> each : FoundViews.searches().entrySet()) {
        List<String> said =
            Rendering.onEdt(() -> prose(Rendering.live(FoundViews.over(each.getValue(), false))));
        String key = "found.verdict." + each.getKey();
        String begin = Rendering.words().text(key, "#", "#", "#").split("#", 2)[0];
        assertTrue(said.stream().anyMatch(line -> line.startsWith(begin)), key + ": " + said);
      }
    }
  }

  @Test
  void theCurveIsHighestWhereTheVerdictSaysAndPassesThroughTheIntervals() {
    Practice.Search search = FoundViews.searches().get("found");
    Verdict.Found found = (Verdict.Found) search.verdict().orElseThrow();
    CurvePoint top =
        search.curve().stream().max(Comparator.comparingDouble(CurvePoint::swingBpm)).orElseThrow();
    assertEquals(found.perMinute(), top.perMinute(), 0.04);
    search
        .scores()
        .forEach(
            score -> {
              double near =
                  search.curve().stream()
                      .min(
                          Comparator.comparingDouble(
                              point -> Math.abs(point.perMinute() - score.perMinute())))
                      .orElseThrow()
                      .swingBpm();
              double swing = score.heart().swingBpm();
              assertEquals(swing, near, 0.12 * swing, "at " + score.perMinute());
            });
    assertEquals(List.of(), FoundViews.searches().get("no_swing").curve());
    assertEquals(List.of(), FoundViews.searches().get("few_rates").curve());
  }

  @Test
  void thoseWhoHearTheChartHearEveryRateAndTheVerdict() throws Exception {
    Component screen =
        Rendering.onEdt(() -> laidOut(FoundViews.over(FoundViews.searches().get("found"), false)));
    List<String> heard = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof FoundChart chart) {
            heard.add(chart.getAccessibleContext().getAccessibleDescription());
          }
        });
    assertEquals(1, heard.size());
    for (String part :
        List.of("Your heart swung most near 5.", "6.5 a minute: ", "4.5 a minute: ")) {
      assertTrue(heard.get(0).contains(part), heard.get(0));
    }
  }

  @Test
  void onlyAPaceThatWasFoundInARealHeartIsKeptAndOnlyOnce() throws Exception {
    assertEquals(List.of(), kept(FoundViews.over(FoundViews.searches().get("found"), true), true));
    assertEquals(
        List.of(), kept(FoundViews.over(FoundViews.searches().get("slowest"), false), true));
    SessionView over = FoundViews.over(FoundViews.searches().get("found"), false);
    List<Object> kept = kept(over, true);
    assertEquals(1, kept.size());
    FoundPace found = (FoundPace) kept.get(0);
    assertTrue(found.low() <= 5.3 && 5.3 <= found.high(), found.toString());
    assertEquals(Optional.of(found.found()), FoundPace.in(found.fields()).map(FoundPace::found));
  }

  private static List<Object> kept(SessionView over, boolean client) throws Exception {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, over);
    desk.foundEarlier(client ? Optional.of(EARLIER) : Optional.empty());
    Rendering.onEdt(
        () -> {
          var suggestion = new PaceSuggestion(desk, desk.running());
          LiveScreen screen = screen(desk, suggestion);
          Rendering.layOut(screen, 1440, 900);
          boolean says = prose(screen).contains(Rendering.words().text("found.kept"));
          assertEquals(desk.asked.stream().anyMatch(FoundPace.class::isInstance), says);
          LiveScreen again = screen.again(Rendering.words(), desk.preferences());
          Rendering.layOut(again, 1440, 900);
          return again;
        });
    return desk.asked.stream().filter(FoundPace.class::isInstance).toList();
  }

  private static LiveScreen screen(FakeDesk desk, PaceSuggestion suggestion) {
    var screen =
        new LiveScreen(
            desk.running(),
            Runnable::run,
            Rendering.words(),
            desk.preferences(),
            desk,
            new RatingRound.Asked(),
            () -> {},
            () -> {});
    screen.suggest(suggestion);
    suggestion.ask();
    return screen;
  }

  @Test
  void theSheetOffersWhatWasFoundEarlierAndOnlyAPressTakesIt() throws Exception {
    FakeDesk desk =
        new FakeDesk(Desk.SensorStatus.State.FOUND, false, GuidedViews.all().get("guided-glide"));
    desk.foundEarlier(Optional.of(EARLIER));
    Rendering.onEdt(
        () -> {
          LiveScreen screen = screen(desk, new PaceSuggestion(desk, desk.running()));
          Rendering.pressedOn(screen, "Pace: P");
          Rendering.layOut(screen, 1440, 900);
          assertEquals(0, changes(desk).size());
          Rendering.pressedOn(screen, "Found on 14 Nov: 5.3 a minute, 5.1–5.6");
          return screen;
        });
    assertEquals(List.of(5.3), changes(desk));
  }

  private static List<Double> changes(FakeDesk desk) {
    return desk.asked.stream()
        .filter(Command.ChangePace.class::isInstance)
        .map(asked -> ((Command.ChangePace) asked).perMinute())
        .toList();
  }

  @Test
  void theChooserBeginsAtThePaceFoundOnlyWhereThatIsTicked() throws Exception {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    desk.foundEarlier(Optional.of(EARLIER));
    List<Protocol> begun = new ArrayList<>();
    Rendering.onEdt(
        () -> {
          ProtocolRoom room = room(desk, begun);
          Rendering.select(room, 0);
          press(room, "choose.start");
          JCheckBox offered = only(room, JCheckBox.class);
          assertEquals(
              "Breathe at the pace found: Found on 14 Nov: 5.3 a minute, 5.1–5.6",
              offered.getText());
          offered.setSelected(true);
          press(room, "choose.start");
          Rendering.select(room, 2);
          Rendering.layOut(room, 1440, 900);
          assertFalse(only(room, JCheckBox.class).isVisible(), "a search has no one pace");
          return room;
        });
    assertEquals(List.of(6.0, 5.3), begun.stream().map(FoundPaceTest::target).toList());
  }

  @Test
  void theOwnRateThatWasCountedIsAskedInTheChooser() throws Exception {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    List<Protocol> begun = new ArrayList<>();
    Rendering.onEdt(
        () -> {
          ProtocolRoom room = room(desk, begun);
          Rendering.select(room, 13);
          press(room, "choose.start");
          JTextField field = only(room, JTextField.class);
          for (String refused : List.of("x", "3", "40", "-5")) {
            field.setText(refused);
            press(room, "choose.start");
          }
          field.setText("14,5");
          press(room, "choose.start");
          return room;
        });
    assertEquals(
        List.of(new PacePlan.Own(13, false), new PacePlan.Own(14.5, true)),
        begun.stream()
            .map(protocol -> ((Phase.Paced) protocol.phases().get(1).kind()).plan())
            .toList());
  }

  @Test
  void aProtocolOfOnesOwnIsDeletedByTheSecondPressAlone() throws Exception {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    Rendering.onEdt(
        () -> {
          ProtocolRoom room = room(desk, new ArrayList<>());
          Rendering.select(room, 2);
          press(room, "choose.delete");
          Rendering.select(room, 14);
          press(room, "choose.delete");
          Rendering.select(room, 15);
          press(room, "choose.delete.sure");
          assertEquals(0, desk.asked.size(), "another choice asks anew");
          press(room, "choose.delete");
          press(room, "choose.delete.sure");
          return room;
        });
    assertEquals(List.of("delete broken.protocol.json"), List.copyOf(desk.asked));
  }

  private static ProtocolRoom room(FakeDesk desk, List<Protocol> begun) {
    var room = new ProtocolRoom(desk, Rendering.words(), begun::add, begun::add, () -> {});
    room.begin();
    Rendering.layOut(room, 1440, 900);
    return room;
  }

  private static void press(Component screen, String key) {
    String text = Rendering.words().text(key);
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof AbstractButton button
              && button.getText().equals(text)
              && isOpen(button)) {
            button.doClick(0);
          }
        });
  }

  private static boolean isOpen(Component part) {
    return part.isVisible() && (part.getParent() == null || isOpen(part.getParent()));
  }

  private static <C extends Component> C only(Component screen, Class<C> kind) {
    List<C> found = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (kind.isInstance(part)) {
            found.add(kind.cast(part));
          }
        });
    assertEquals(1, found.size());
    return found.get(0);
  }

  private static double target(Protocol protocol) {
    return ((Phase.Paced) protocol.phases().get(1).kind()).plan().targetPerMinute();
  }

  private static Component laidOut(SessionView view) {
    Component screen = Rendering.live(view);
    Rendering.layOut(screen, 1440, 900);
    return screen;
  }

  private static List<String> prose(LiveScreen screen) {
    Rendering.layOut(screen, 1440, 900);
    List<String> said = new ArrayList<>();
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof Prose prose && prose.isVisible()) {
            said.add(prose.getText());
          }
        });
    return said;
  }
}
