package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.Tape;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Practice;
import app.downshift.session.ProtocolFile;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.MainWindow;
import app.downshift.ui.Rendering;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole session of somebody's own protocol, from the start to the recording, by keys alone. */
@Tag("display")
class GuidedSessionTest {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final String OWN =
      """
      {
        "protocol": 1,
        "name": "aaa",
        "title": "Short of mine",
        "ask": {"before": ["pain", "tension", "regions"], "after": ["pain", "breath"]},
        "phases": [
          {"name": "rest", "kind": "own-pace", "seconds": 2},
          {"name": "move", "kind": "movement", "sets": 1, "seconds": 600},
          {"name": "hands", "kind": "hands-on", "seconds": 600, "markers": ["neck", "hips"]},
          {"name": "settle", "kind": "paced", "per-minute": 10, "seconds": 600}
        ]
      }
      """;

  @TempDir private Path data;
  private final Threads threads = new Threads(Throwable::printStackTrace);
  private final ExecutorService charts = threads.executor("charts");
  private final ExecutorService io = threads.executor("io");
  private Robot robot;
  private AppHost host;
  private AppRecords records;
  private MainWindow window;

  @BeforeEach
  void aWindow() throws Exception {
    Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display to open a window on");
    Path own = Files.createDirectories(data.resolve("protocols"));
    Files.writeString(own.resolve("aaa" + ProtocolFile.ENDING), OWN);
    robot = new Robot();
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    host =
        new AppHost(
            new Folders(data, data),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, ports, sensors, threads));
    host.settings().acceptCaution();
    var search = new SensorSearch(List::of, sensors, (type, event) -> {});
    records = host.records(search);
    var desk =
        new AppDesk(
            host,
            host.settings(),
            search,
            new PacerSound(host.settings(), threads),
            records,
            io,
            new CountDownLatch(1));
    desk.prefer(
        new app.downshift.ui.Desk.Preferences(
            false,
            false,
            false,
            app.downshift.ui.Desk.PacerForm.CIRCLE,
            app.downshift.ui.Desk.Language.ENGLISH));
    window =
        Rendering.onEdt(
            () -> {
              MainWindow made = new MainWindow(desk, charts);
              made.open();
              return made;
            });
    until(() -> window.frame().isActive() && isFocused("Breathe"));
  }

  @AfterEach
  void away() throws Exception {
    if (window != null) {
      Rendering.onEdt(
          () -> {
            window.close();
            return true;
          });
      host.endAll();
    }
    charts.shutdown();
    records.close();
    io.shutdown();
  }

  @Test
  void aWholeSessionOfAnOwnProtocolIsDoneWithTheKeyboardAlone() throws Exception {
    int shipped = (int) new ProtocolFolder(data).entries().stream().count();
    tabTo("Another protocol…");
    press(KeyEvent.VK_ENTER);
    until(() -> isFocused("Protocols") && shows("Breathe"));
    for (int i = 0; i < shipped; i++) {
      press(KeyEvent.VK_DOWN);
    }
    until(() -> shows("Short of mine"));
    tabTo("Try without a sensor");
    press(KeyEvent.VK_ENTER);

    until(() -> isFocused("Pain, nothing chosen, 0 to 10"));
    press(KeyEvent.VK_6);
    press(KeyEvent.VK_TAB);
    until(() -> isFocused("Tension, nothing chosen, 0 to 10"));
    press(KeyEvent.VK_1);
    press(KeyEvent.VK_0);
    press(KeyEvent.VK_LEFT);
    until(() -> isFocused("Tension, 9 of 10"));
    tabTo("lower back");
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_UP);
    until(() -> isFocused("middle back"));
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_SPACE);
    press(KeyEvent.VK_ENTER);

    until(() -> shows("Begin set 1"));
    press(KeyEvent.VK_K);
    until(() -> shows("End set 1"));
    press(KeyEvent.VK_K);
    until(() -> shows("Sets done: 1 of 1"));
    nextPhase();
    until(() -> shows("press a number to mark"));
    press(KeyEvent.VK_2);
    until(() -> showsStart("last mark: hips"));
    nextPhase();

    until(() -> shows("Pace: P") && shows("10.0 breaths / min"));
    press(KeyEvent.VK_P);
    until(() -> isFocused("Slower (−)"));
    press(KeyEvent.VK_MINUS);
    until(() -> shows("9.5 breaths / min"));
    press(KeyEvent.VK_ESCAPE);
    until(() -> isFocused("Pause"));
    nextPhase();

    until(() -> isFocused("Pain, nothing chosen, 0 to 10"));
    press(KeyEvent.VK_4);
    tabTo("Where does your breath go? Belly");
    press(KeyEvent.VK_SPACE);
    tabTo("Go on");
    press(KeyEvent.VK_ENTER);
    until(() -> shows("How do you feel now?"));
    tabTo("All fine");
    press(KeyEvent.VK_ENTER);
    until(() -> isFocused("Done"));

    Snapshot last = recorded();
    assertEquals(new SessionState.Ended(SessionState.Why.COMPLETE), last.state());
    List<Practice.Given> ratings = last.practice().ratings();
    assertEquals(
        List.of(
            new Rating(
                Rating.When.BEFORE,
                Map.of(Rating.Scale.PAIN, 6, Rating.Scale.TENSION, 9),
                Set.of(Rating.Region.LOWER_BACK),
                Optional.empty()),
            new Rating(
                Rating.When.AFTER,
                Map.of(Rating.Scale.PAIN, 4),
                Set.of(),
                Optional.of(Rating.BreathPlace.BELLY))),
        ratings.stream().map(Practice.Given::rating).toList());
    assertEquals(1, last.practice().sets().size());
    assertTrue(
        last.markers().stream().anyMatch(marker -> marker.text().equals("hips")),
        last.markers()::toString);
  }

  private Snapshot recorded() throws Exception {
    try (Stream<Path> files = Files.walk(host.data().resolve("library"))) {
      Path file =
          files
              .filter(each -> each.toString().endsWith(".session.jsonl"))
              .findFirst()
              .orElseThrow();
      return Tape.of(new Replay(SessionFile.read(file))).last();
    }
  }

  private void nextPhase() throws Exception {
    until(() -> shows("Next phase: N"));
    press(KeyEvent.VK_N);
    until(() -> shows("N again: next phase"));
    press(KeyEvent.VK_N);
    until(() -> !shows("N again: next phase"));
  }

  private void tabTo(String name) throws Exception {
    for (int i = 0; i < 30 && !isFocused(name); i++) {
      Component before = focused();
      press(KeyEvent.VK_TAB);
      until(() -> focused() != null && focused() != before);
    }
    assertTrue(isFocused(name), () -> "no way to " + name + " from " + focused());
  }

  private void press(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    robot.waitForIdle();
  }

  private static Component focused() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private static boolean isFocused(String name) {
    return focused() instanceof Accessible named
        && name.equals(named.getAccessibleContext().getAccessibleName());
  }

  private boolean shows(String words) {
    return showsStart(words, true);
  }

  private boolean showsStart(String words) {
    return showsStart(words, false);
  }

  private boolean showsStart(String words, boolean whole) {
    boolean[] found = new boolean[1];
    Rendering.visit(
        window.frame().getLayeredPane(),
        part -> {
          String text =
              part instanceof JLabel label
                  ? label.getText()
                  : part instanceof AbstractButton button ? button.getText() : "";
          found[0] |= part.isShowing() && (whole ? words.equals(text) : text.startsWith(words));
        });
    return found[0];
  }

  private static void until(BooleanSupplier so) throws Exception {
    long give = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Rendering.onEdt(so::getAsBoolean)) {
      assertTrue(System.currentTimeMillis() < give, () -> "still waiting; focus on " + focused());
      Thread.sleep(10);
    }
  }
}
