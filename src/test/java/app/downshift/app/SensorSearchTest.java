package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.Talk;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.PortUnavailable.Reason;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.link.SerialPortInfo;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.Desk.SensorStatus.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the window finds its sensor, on pseudo-terminals in real time. */
@Timeout(120)
class SensorSearchTest {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SerialPorts ports = new SerialPorts();
  private final Sensors sensors = new Sensors(ports, new Threads(Throwable::printStackTrace));
  private volatile List<SerialPortInfo> listed = List.of();
  private final SensorSearch search = new SensorSearch(() -> listed, sensors, (type, event) -> {});

  @AfterEach
  void away() {
    search.close();
    threads.shutdownNow();
  }

  @Test
  void aPortThatAnotherProgramHoldsIsToldAndUsedOnceItIsFree() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      listed = List.of(usb(cable));
      try (var holder = ports.open(cable.path(), LineSettings.of(115_200))) {
        threads.execute(search);
        await(() -> search.status().state() == State.TROUBLE);
        assertEquals(
            Optional.of(Reason.IN_USE), search.status().why().map(PortUnavailable::reason));
        assertEquals(0, holder.readNow(new byte[8]));
      }
      try (var twin = twin(cable, "bridge")) {
        threads.execute(twin);
        await(() -> search.status().state() == State.FOUND);
        assertFalse(twin.heard().length() > 0, "nothing is sent while listening");
      }
    }
  }

  @Test
  void aStickThatAnotherProgramHoldsIsSpokenToOnceItIsFree() throws Exception {
    SensorType stick = SensorCatalogue.named("bled112").orElseThrow();
    threads.execute(search);
    try (PseudoTerminal cable = PseudoTerminal.open();
        var twin = twin(cable, "bled112")) {
      try (var holder = ports.open(cable.path(), LineSettings.of(115_200))) {
        search.speakTo(cable.path(), stick, "");
        await(() -> search.status().state() == State.TROUBLE);
        assertEquals(
            Optional.of(Reason.IN_USE), search.status().why().map(PortUnavailable::reason));
        assertEquals(0, holder.readNow(new byte[8]));
      }
      assertEquals("", twin.heard());
      threads.execute(twin);
      await(() -> !search.inReach().isEmpty());
    }
  }

  @Test
  void aSensorThatIsPluggedInLaterIsFoundAndTheSessionBegins() throws Exception {
    threads.execute(search);
    var host =
        new AppHost(
            new Folders(folder, folder),
            "test",
            new Threads(Throwable::printStackTrace),
            sensors,
            Clock.systemUTC(),
            itself -> new NoWindows());
    try (PseudoTerminal cable = PseudoTerminal.open();
        var twin = twin(cable, "bridge")) {
      threads.execute(twin);
      LockSupport.parkNanos(500_000_000);
      assertEquals(State.NONE, search.status().state());
      listed = List.of(usb(cable));
      await(() -> search.status().state() == State.FOUND);
      Path file = folder.resolve("a.session.jsonl");
      Followed session =
          host.borrowed(wanted(file), search, host.files().place(Optional.of(file), ""));
      await(() -> session.view().snapshot().counts().beats() >= 3);
      session.send(new Command.Stop());
      session.close();
      assertTrue(session.awaitEnd(10_000));
      assertEquals(Optional.empty(), SessionFile.read(file).damage());
      assertTrue(
          SessionFile.read(file).events().stream().filter(BeatTaken.class::isInstance).count()
              >= 3);
    }
  }

  @Test
  void aPersonIsFasterThanListeningAndASensorWithoutAStrapIsReadyWhenItSends() throws Exception {
    SensorType oximeter = SensorCatalogue.named("contec").orElseThrow();
    try (PseudoTerminal silent = PseudoTerminal.open();
        PseudoTerminal cable = PseudoTerminal.open();
        var twin = twin(cable, "contec")) {
      threads.execute(twin);
      listed = List.of(usb(silent));
      threads.execute(search);
      await(() -> search.status().state() == State.LISTENING);
      search.speakTo(cable.path(), oximeter, "");
      long askedNanos = System.nanoTime();
      await(() -> search.status().where().equals(cable.path()));
      long turned = (System.nanoTime() - askedNanos) / 1_000_000;
      assertTrue(turned < 8_000, "listening went on for " + turned + " ms of its 11500");
      await(() -> search.status().state() == State.FOUND);
      assertEquals(
          new SensorStatus(State.FOUND, oximeter.title(), cable.path(), ""), search.status());
      search.speakNoMore();
      await(() -> search.status().state() != State.FOUND);
      assertTrue(search.lend().isEmpty());
      assertTrue(search.reached().isEmpty());
      assertFalse(silent.wasWrittenTo());
    }
  }

  private static TwinOnCable twin(PseudoTerminal cable, String sensor) {
    SensorType type = SensorCatalogue.named(sensor).orElseThrow();
    VirtualDevice device = type.device(Talk.heart("calm"), List.of());
    return new TwinOnCable(cable, device);
  }

  private static SerialPortInfo usb(PseudoTerminal cable) {
    return new SerialPortInfo(
        cable.path(), "a cable", OptionalInt.of(0x10C4), OptionalInt.of(0xEA60), Optional.empty());
  }

  private static Wanted wanted(Path file) {
    return new Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Protocol.breathe(6),
        Optional.of(file),
        "",
        1,
        1);
  }

  private void await(BooleanSupplier so) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, () -> "waited in vain: " + search.status());
      LockSupport.parkNanos(2_000_000);
    }
  }
}
