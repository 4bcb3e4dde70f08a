package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.LineSettings.Parity;
import app.downshift.sensor.link.PortListener.Listening;
import app.downshift.sensor.link.PortListener.Turn;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortListenerTest {
  private static final LineSettings FAST = LineSettings.of(115_200);
  private static final LineSettings SLOW = new LineSettings(19_200, 8, Parity.ODD, 1);

  private final PortListener listener = new PortListener(new SerialPorts(), System::nanoTime);
  private final List<LineSettings> turnsBegun = new ArrayList<>();
  private final CountDownLatch listening = new CountDownLatch(1);

  @Test
  void stopsAtTheFirstVerdictWithoutWaitingForTheRestOfThePlan() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      FutureTask<Optional<String>> answer =
          listen(cable, List.of(new Turn(FAST, 50_000), new Turn(SLOW, 50_000)));
      cable.write("B8");
      cable.write("12\n");
      assertEquals(Optional.of("B812 at 115200"), answer.get());
      assertEquals(List.of(FAST), turnsBegun);
      assertFalse(cable.wasWrittenTo());
    }
  }

  @Test
  void givesUpAfterTheWholePlanHavingSentNothing() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      long before = System.nanoTime();
      FutureTask<Optional<String>> answer =
          listen(cable, List.of(new Turn(FAST, 300), new Turn(SLOW, 300)));
      assertEquals(Optional.empty(), answer.get());
      assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(600));
      assertEquals(List.of(FAST, SLOW), turnsBegun);
      assertFalse(cable.wasWrittenTo());
      new SerialPorts().open(cable.path(), FAST).close();
    }
  }

  @Test
  void bytesOfDifferentSettingsNeverMeet() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      CompletableFuture<Void> slowBegan = new CompletableFuture<>();
      FutureTask<Optional<String>> answer =
          new FutureTask<>(
              () ->
                  listener.listen(
                      cable.path(),
                      List.of(new Turn(FAST, 600), new Turn(SLOW, 50_000)),
                      settings -> {
                        if (settings.equals(SLOW)) {
                          slowBegan.complete(null);
                        }
                        listening.countDown();
                        return new FirstLine(settings);
                      }));
      start(answer);
      listening.await();
      cable.write("half a li");
      slowBegan.get();
      cable.write("whole\n");
      assertEquals(Optional.of("whole at 19200"), answer.get());
    }
  }

  @Test
  void aMissingPortPassesThrough() {
    PortUnavailable missing =
        assertThrows(
            PortUnavailable.class,
            () -> listener.listen("ttyNONE7", List.of(new Turn(FAST, 10)), FirstLine::new));
    assertEquals(Reason.NO_SUCH_PORT, missing.reason());
  }

  @Test
  void aPortPulledWhileListeningPassesThrough() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      FutureTask<Optional<String>> answer =
          listen(cable, List.of(new Turn(FAST, 50_000), new Turn(SLOW, 50_000)));
      cable.unplug();
      ExecutionException failed = assertThrows(ExecutionException.class, answer::get);
      assertEquals(Reason.NO_SUCH_PORT, ((PortUnavailable) failed.getCause()).reason());
    }
  }

  @Test
  void anInterruptEndsTheListeningAndFreesThePort() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      FutureTask<Optional<String>> answer =
          new FutureTask<>(
              () ->
                  listener.listen(cable.path(), List.of(new Turn(FAST, 50_000)), this::firstLine));
      Thread thread = start(answer);
      listening.await();
      thread.interrupt();
      ExecutionException failed = assertThrows(ExecutionException.class, answer::get);
      assertEquals(InterruptedException.class, failed.getCause().getClass());
      new SerialPorts().open(cable.path(), FAST).close();
    }
  }

  private FutureTask<Optional<String>> listen(PseudoTerminal cable, List<Turn> plan)
      throws Exception {
    FutureTask<Optional<String>> answer =
        new FutureTask<>(() -> listener.listen(cable.path(), plan, this::firstLine));
    start(answer);
    listening.await();
    return answer;
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "listener");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private FirstLine firstLine(LineSettings settings) {
    turnsBegun.add(settings);
    listening.countDown();
    return new FirstLine(settings);
  }

  /** Knows a sensor by its first whole line. */
  private static final class FirstLine implements Listening<String> {
    private final LineSettings settings;
    private final StringBuilder text = new StringBuilder();

    private FirstLine(LineSettings settings) {
      this.settings = settings;
    }

    @Override
    public void heard(byte[] bytes, int length, long atNanos) {
      text.append(new String(bytes, 0, length, StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<String> verdict() {
      int end = text.indexOf("\n");
      return end < 0
          ? Optional.empty()
          : Optional.of(text.substring(0, end) + " at " + settings.baud());
    }
  }
}
