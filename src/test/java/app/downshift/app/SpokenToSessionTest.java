package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.Talk;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionEvent.GapBegan;
import app.downshift.ui.Desk.SensorStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole sessions of the command line with sensors that have to be spoken to, in real time, each on
 * a pseudo-terminal with its virtual twin at the other end.
 */
@Timeout(120)
class SpokenToSessionTest {
  private static final long LOOK_NANOS = 1_000_000;

  /** What each is told last, in ASCII or hexadecimal. */
  private static final Map<String, String> GOODBYE =
      Map.of(
          "bled112",
          "0001030000",
          "bleuio",
          "41542B474150444953434F4E4E4543540D",
          "ant",
          "A4014C00E9");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> theCommandLineRunsASessionWithEverySensorThatIsSpokenTo() {
    List<SensorType> types =
        SensorCatalogue.all().stream().filter(type -> GOODBYE.containsKey(type.name())).toList();
    // All at once, because they wait most of the time.
    ExecutorService voices = Executors.newCachedThreadPool();
    Map<String, CompletableFuture<Void>> runs = new LinkedHashMap<>();
    for (SensorType type : types) {
      runs.put(type.name(), CompletableFuture.runAsync(() -> session(type, voices), voices));
    }
    runs.put(
        "the simulate command as the sensor",
        CompletableFuture.runAsync(() -> twoCommands(voices), voices));
    return runs.entrySet().stream()
        .map(
            run ->
                DynamicTest.dynamicTest(
                    run.getKey(), () -> run.getValue().get(100, TimeUnit.SECONDS)));
  }

  private void session(SensorType type, ExecutorService voices) {
    Path home = folder.resolve(type.name());
    Path file = home.resolve("a.session.jsonl");
    boolean breaks = type.name().equals("bled112");
    List<Fault> faults = breaks ? List.of(new Fault(Fault.Kind.LINK_LOSS, 9)) : List.of();
    try (PseudoTerminal cable = PseudoTerminal.open();
        var device = new TwinOnCable(cable, type.device(Talk.heart("calm"), faults))) {
      java.nio.file.Files.createDirectories(home);
      voices.execute(device);
      CommandLineRun run =
          CommandLineRun.of(
              home,
              "session",
              "--port",
              cable.path(),
              "--sensor",
              type.name(),
              "--client",
              "C-017",
              "--seconds",
              "10",
              "--terminal",
              "--record",
              file.toString());
      assertEquals(0, run.code(), run.err().toString());
      device.awaitWord(GOODBYE.get(type.name()));
      SessionFile recorded = SessionFile.read(file);
      List<Double> beats =
          all(recorded, BeatTaken.class).map(taken -> taken.beat().rrMillis()).toList();
      List<Double> truth = Talk.truth("calm", 1024, 60);
      if (breaks) {
        assertEquals(
            List.of(SessionEvent.GapCause.LOST_BEATS),
            all(recorded, GapBegan.class).map(GapBegan::cause).toList());
        assertTrue(truth.containsAll(beats) && beats.size() >= 9, beats.toString());
      } else {
        Talk.assertUnbroken(truth, beats, 9);
        assertEquals(List.of(), all(recorded, GapBegan.class).toList());
      }
      assertTrue(
          all(recorded, SessionEvent.Sensed.class)
              .noneMatch(sensed -> sensed.event() instanceof SensorEvent.Found),
          "straps of other people stay out of the recording");
      String address = type.name().equals("ant") ? "31415" : "EC:EA:02:85:D9:7A";
      assertEquals(
          address, new Settings(new Folders(home, home).settings()).strap(type.name(), "C-017"));
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void twoCommands(ExecutorService voices) {
    Path file = folder.resolve("b.session.jsonl");
    try (PseudoTerminal here = PseudoTerminal.open();
        PseudoTerminal there = PseudoTerminal.open();
        var pump = new Pump(here, there)) {
      voices.execute(pump);
      var twin =
          CompletableFuture.supplyAsync(
              () ->
                  CommandLineRun.of(
                      folder,
                      "simulate",
                      "--sensor",
                      "bleuio",
                      "--port",
                      there.path(),
                      "--seconds",
                      "19"),
              voices);
      CommandLineRun run =
          CommandLineRun.of(
              folder,
              "session",
              "--port",
              here.path(),
              "--sensor",
              "bleuio",
              "--strap",
              "polar",
              "--seconds",
              "10",
              "--terminal",
              "--record",
              file.toString());
      assertEquals(0, run.code(), run.err().toString());
      long beats = all(SessionFile.read(file), BeatTaken.class).count();
      assertTrue(beats >= 9, beats + " beats");
      assertEquals(0, twin.get(30, TimeUnit.SECONDS).code());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aPersonAtTheWindowSaysWhatHangsThereAndChoosesAStrap() throws Exception {
    ExecutorService voices = Executors.newCachedThreadPool();
    SensorType type = SensorCatalogue.named("bled112").orElseThrow();
    var ports = new SerialPorts();
    Set<String> worn = ConcurrentHashMap.newKeySet();
    var search =
        new SensorSearch(
            ports::list,
            new Sensors(ports, new Threads(Throwable::printStackTrace)),
            (kind, event) -> {
              if (event instanceof SensorEvent.Info info && info.fields().containsKey("address")) {
                worn.add(kind.name() + " " + info.fields().get("address"));
              }
            });
    try (PseudoTerminal cable = PseudoTerminal.open();
        var device = new TwinOnCable(cable, type.device(Talk.heart("calm"), List.of()))) {
      voices.execute(device);
      search.speakTo(cable.path(), type, "");
      voices.execute(search);
      await(() -> search.inReach().size() == 2 && !search.inReach().get(0).name().isEmpty());
      assertEquals("Polar H10 0285D97A", search.inReach().get(0).name());
      assertEquals(SensorStatus.State.LISTENING, search.status().state());
      search.choose(search.inReach().get(0).address());
      await(() -> search.status().state() == SensorStatus.State.FOUND);
      assertEquals("Polar H10 0285D97A", search.status().name());
      assertEquals(Optional.of(SensorEvent.Reach.SUBSCRIBED), search.reached());
      assertEquals(Set.of("bled112 EC:EA:02:85:D9:7A"), worn);
      assertTrue(search.lend().isPresent());
      search.close();
      device.awaitWord(GOODBYE.get("bled112"));
    }
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "waited in vain");
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Test
  void aStickThatSomeProgramLeftSpeakingIsNamedAndNotSpokenToUnasked() throws Exception {
    ExecutorService voices = Executors.newSingleThreadExecutor();
    SensorType ant = SensorCatalogue.named("ant").orElseThrow();
    var stream = ant.twin(Talk.heart("calm"), List.of());
    try (PseudoTerminal cable = PseudoTerminal.open();
        var device = new TwinOnCable(cable, VirtualDevice.speaking(stream))) {
      voices.execute(device);
      CommandLineRun run =
          CommandLineRun.of(folder, "session", "--port", cable.path(), "--terminal");
      assertEquals(3, run.code(), run.err().toString());
      assertTrue(run.err().get(0).contains("--sensor ant"), run.err().toString());
      assertEquals("", device.heard());
      assertFalse(cable.wasWrittenTo());
    }
  }

  @Test
  void aStrapCanOnlyBeChosenBehindAStick() {
    CommandLineRun run =
        CommandLineRun.of(
            folder, "session", "--port", "x", "--sensor", "text", "--strap", "polar", "--terminal");
    assertEquals(2, run.code());
    assertTrue(run.err().get(0).contains("bleuio, bled112, ant"), run.err().toString());
  }

  private static <E extends SessionEvent> Stream<E> all(SessionFile file, Class<E> family) {
    return file.events().stream().filter(family::isInstance).map(family::cast);
  }

  /** A cable between two pseudo-terminals. */
  private record Pump(PseudoTerminal here, PseudoTerminal there, boolean[] closed)
      implements Runnable, AutoCloseable {
    Pump(PseudoTerminal here, PseudoTerminal there) {
      this(here, there, new boolean[1]);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[1024];
      while (!isClosed()) {
        carry(here, there, buffer);
        carry(there, here, buffer);
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }

    private static void carry(PseudoTerminal from, PseudoTerminal to, byte[] buffer) {
      int length = from.read(buffer);
      if (length > 0) {
        to.write(java.util.Arrays.copyOf(buffer, length));
      }
    }

    private boolean isClosed() {
      synchronized (closed) {
        return closed[0];
      }
    }

    @Override
    public void close() {
      synchronized (closed) {
        closed[0] = true;
      }
    }
  }
}
