package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionEvent.GapBegan;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.session.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole sessions through pseudo-terminals at twenty times real time, with clock and watchdogs
 * running.
 */
@Timeout(900)
class PortToRecordingTest {
  private static final double SPEED = 20;
  private static final double SLICE_SECONDS = 540;
  private static final double MADE_UP_SECONDS = 120;
  private static final double ALL = Double.POSITIVE_INFINITY;
  private static final double LAST_PHASE_ENDS_EARLIER_SECONDS = 15;
  private static final List<String> FINGER =
      List.of("2013-02-03-18-40-12", "2014-01-24-00-43-01", "2015-04-06-19-56-05");

  @TempDir Path folder;

  private record Run(Spoken spoken, String sensor) {
    String name() {
      return spoken.name() + " as " + sensor;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyUsableIntervalOfAMadeUpRecordingIsABeatInTheFile() {
    return together(List.of(synthetic()), MADE_UP_SECONDS);
  }

  @TestFactory
  Stream<DynamicTest> everyUsableIntervalOfARealRecordingIsABeatInTheFile() {
    return together(real(), SLICE_SECONDS);
  }

  @Tag("soak")
  @TestFactory
  Stream<DynamicTest> everyUsableIntervalOfAWholeRealRecordingIsABeatInTheFile() {
    return together(real(), ALL);
  }

  @Test
  void aCablePulledInTheMiddleIsOneGapAndTheSessionIsComplete() throws Exception {
    Spoken before = synthetic().firstSeconds(40);
    Spoken after = synthetic().everySecond().firstSeconds(50);
    for (String sensor : List.of("pulse-sensor", "bridge")) {
      Path file = folder.resolve(sensor + ".session.jsonl");
      try (var session = new CableSession(sensor, Protocol.breathe(6).scaledTo(75), SPEED, file)) {
        boolean finger = sensor.equals("pulse-sensor");
        session.say(finger ? before.asPulseSensor() : before.asBridge());
        session.awaitBeats(before.usable().size());
        session.clock.waitForNobody();
        session.cable.unplug();
        session.await("the unplugged cable", now -> now.sensor().link() == Snapshot.Link.UNPLUGGED);
        assertEquals(
            "Waiting", session.session.view().snapshot().state().getClass().getSimpleName());
        long pulledMicros = session.session.view().snapshot().atMicros();
        session.await("eight seconds", now -> now.atMicros() > pulledMicros + 8_000_000);
        session.cable.plugIn();
        session.say(finger ? after.asPulseSensor() : after.asBridge());
        List<Double> told =
            Stream.of(before, after).flatMap(part -> part.usable().stream()).toList();
        session.awaitBeats(told.size());
        SessionFile recorded = session.complete();
        assertEquals(told, beats(recorded));
        List<GapCause> causes = new ArrayList<>(before.gaps());
        causes.add(GapCause.UNPLUGGED);
        causes.addAll(after.gaps());
        assertEquals(causes, gaps(recorded));
        assertEquals(Optional.empty(), recorded.damage());
      }
    }
  }

  /** All at once, because they wait most of the time. */
  private Stream<DynamicTest> together(List<Spoken> recordings, double seconds) {
    List<Run> runs =
        recordings.stream()
            .map(spoken -> spoken.firstSeconds(seconds))
            .flatMap(
                spoken -> Stream.of(new Run(spoken, "pulse-sensor"), new Run(spoken, "bridge")))
            .toList();
    ExecutorService voices = Executors.newFixedThreadPool(runs.size());
    List<CompletableFuture<Void>> results =
        runs.stream()
            .map(run -> CompletableFuture.runAsync(() -> assertRecorded(run), voices))
            .toList();
    voices.shutdown();
    return Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
        .map(
            i ->
                DynamicTest.dynamicTest(
                    runs.get(i).name(), () -> results.get(i).get(15, TimeUnit.MINUTES)));
  }

  private void assertRecorded(Run run) {
    Spoken spoken = run.spoken();
    boolean finger = run.sensor().equals("pulse-sensor");
    Spoken said = finger ? spoken : strap(spoken);
    Protocol protocol =
        Protocol.breathe(6).scaledTo(spoken.seconds() - LAST_PHASE_ENDS_EARLIER_SECONDS);
    try (var session =
        new CableSession(
            run.sensor(), protocol, SPEED, folder.resolve(run.name() + ".session.jsonl"))) {
      session.say(finger ? said.asPulseSensor() : said.asBridge());
      session.awaitBeats(spoken.usable().size());
      SessionFile recorded = session.complete();
      assertEquals(spoken.usable(), beats(recorded));
      assertEquals(spoken.impossible(), rejected(recorded));
      // A machine that sleeps for a quarter of a second has missed five of the session: that is
      // told as late, and is nothing of the recording.
      assertEquals(
          spoken.gaps(), gaps(recorded).stream().filter(gap -> gap != GapCause.LATE).toList());
      // The session waited for the first beat, and in silences of five seconds; what is near that
      // may go either way.
      long waits =
          all(recorded, SessionEvent.Waited.class).filter(SessionEvent.Waited::waiting).count() - 1;
      assertTrue(waits >= said.silences(5.4) && waits <= said.silences(4.6), waits + " waits");
      assertEquals(Optional.empty(), recorded.damage());
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Recordings that came in messages keep them. */
  private static Spoken strap(Spoken spoken) {
    boolean single = spoken.messages().stream().allMatch(message -> message.rrMillis().size() == 1);
    return single ? spoken.everySecond() : spoken;
  }

  private static Spoken synthetic() {
    List<Long> rr = new ArrayList<>();
    for (double millis : ReferenceData.intervals("syn_resonance_sweep")) {
      rr.add(Math.round(millis));
      if (rr.size() % 97 == 0) {
        rr.add(List.of(4_294_903_395L, 0L, 65_535L).get(rr.size() / 97 % 3));
      }
    }
    rr.addAll(20, List.of(40L, 3_600L, 12_000L, 0L));
    return Spoken.beatByBeat("synthetic", rr);
  }

  private static List<Spoken> real() {
    List<Spoken> all = new ArrayList<>();
    for (String name : FINGER) {
      List<String> lines = ReferenceData.shared("data/pulsesensor-joegle/rr/" + name + ".rr.txt");
      all.add(
          Spoken.beatByBeat(name, lines.stream().map(String::strip).map(Long::valueOf).toList()));
    }
    String json =
        String.join(
            "\n", ReferenceData.shared("data/h10-ble52min/orig/H10_log_20250611_2133.json"));
    List<Spoken.Message> messages = new ArrayList<>();
    double start = Double.NaN;
    for (JsonNode message : JsonMapper.builder().build().readTree(json)) {
      double at = message.get("ts").asDouble();
      start = Double.isNaN(start) ? at - 1 : start;
      List<Long> rr = new ArrayList<>();
      message.get("rr").forEach(value -> rr.add(value.asLong()));
      messages.add(new Spoken.Message(at - start, rr));
    }
    all.add(new Spoken("h10-ble52min", messages));
    return all;
  }

  private static List<Double> beats(SessionFile file) {
    return all(file, BeatTaken.class).map(taken -> taken.beat().rrMillis()).toList();
  }

  private static List<GapCause> gaps(SessionFile file) {
    return all(file, GapBegan.class).map(GapBegan::cause).toList();
  }

  private static long rejected(SessionFile file) {
    return all(file, SessionEvent.Sensed.class)
        .filter(
            sensed ->
                sensed.event() instanceof SensorEvent.Rejected rejected && rejected.impossible())
        .count();
  }

  private static <E extends SessionEvent> Stream<E> all(SessionFile file, Class<E> family) {
    return file.events().stream().filter(family::isInstance).map(family::cast);
  }
}
