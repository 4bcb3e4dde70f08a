package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.cli.StandIn;
import app.downshift.recording.Replay;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.pulsesensor.PulseSensor;
import app.downshift.sensor.pulsesensor.VirtualPulseSensor;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionPlan;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of a sensor that sends samples, through the whole program, to figures. */
class WaveformSessionTest {
  private static final long SEED = 7;
  private static final double SECONDS = 240;

  @TempDir Path folder;

  @Test
  void aSensorThatSendsOnlySamplesGivesTheFiguresOfItsHeart() throws Exception {
    assertHeartIsFound("raw", heart -> VirtualPulseSensor.raw(heart, List.of()));
  }

  @Test
  void beatsThatPlotterLinesHideAreFoundInTheirSamples() throws Exception {
    assertHeartIsFound("plotter", heart -> VirtualPulseSensor.plotter(heart, List.of()));
  }

  @Test
  void beatsThatTheSensorTellsItselfAreNotFoundTwice() throws Exception {
    SessionFile file =
        recorded("visualizer", heart -> VirtualPulseSensor.visualizer(heart, List.of()));
    assertTrue(beats(file).stream().allMatch(beat -> beat.found().isEmpty()));
    assertEquals(trueBeats().length, beats(file).size(), 3);
  }

  private void assertHeartIsFound(String mode, Function<VirtualHeart, TimedStream> twin)
      throws Exception {
    SessionFile file = recorded(mode, twin);
    double[] truth = trueBeats();
    List<BeatTaken> beats = beats(file);
    assertTrue(beats.stream().allMatch(beat -> beat.found().isPresent()));
    // A plotter calls it no contact until its own detector has found some beats.
    assertEquals(truth.length, beats.size(), 5);
    long gaps = file.events().stream().filter(SessionEvent.GapBegan.class::isInstance).count();
    assertEquals(0, gaps);

    // The same beats, by their order from the end of the pairs: instants agree but for one delay.
    int from = 5;
    double[] rr = beats.stream().mapToDouble(beat -> beat.beat().rrMillis()).skip(from).toArray();
    int shift = nearest(truth, beats.get(from).atMicros() / 1e6);
    double worst = 0;
    double squares = 0;
    for (int i = 0; i < rr.length && shift + i < truth.length; i++) {
      double error = rr[i] - (truth[shift + i] - truth[shift + i - 1]) * 1000;
      worst = Math.max(worst, Math.abs(error));
      squares += error * error;
    }
    assertTrue(Math.sqrt(squares / rr.length) < 5, "typical error " + Math.sqrt(squares));
    assertTrue(worst < 20, "largest error " + worst + " ms, seed " + SEED);
    assertEquals(rmssd(truth, 1000, shift), rmssd(sums(rr), 1, 1), 0.1 * rmssd(truth, 1000, shift));

    List<String> again = new ArrayList<>();
    List<Snapshot> snapshots = new ArrayList<>();
    var lines = new SessionLines("downshift test");
    var replay = new Replay(file);
    replay.run(
        new Timeline(
            new Engine(replay.plan()),
            (events, snapshot) -> {
              events.forEach(event -> again.add(lines.line(event)));
              snapshots.add(snapshot);
            }));
    assertEquals(
        file.events().stream().map(lines::line).filter(line -> !isLast(line, file)).toList(),
        again.stream().filter(line -> !isLast(line, file)).toList());
    assertEquals(live, snapshots.get(snapshots.size() - 1));
  }

  private Snapshot live;

  /** Samples of the last moment, which no engine saw, stand before the end. */
  private static boolean isLast(String line, SessionFile file) {
    double end = file.events().get(file.events().size() - 1).atMicros() / 1000.0;
    return line.startsWith("{\"type\":\"waveform\",\"t_ms\":" + end + ",");
  }

  private SessionFile recorded(String mode, Function<VirtualHeart, TimedStream> twin)
      throws Exception {
    var type = new PulseSensor();
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-21T10:04:00Z"),
            "",
            type.name(),
            type.traits(),
            true,
            Protocol.breatheShort(6).scaledTo(SECONDS),
            Double.NaN);
    Path file = folder.resolve(mode + ".session.jsonl");
    var session =
        new LockstepSession(
            plan,
            List.of(),
            type.decoder(),
            itself -> twin.apply(heart()),
            new StandIn(List.of(), false),
            SessionWriter.begin(file, plan, new SessionLines("downshift test")));
    session.run();
    live = session.view().snapshot();
    return SessionFile.read(file);
  }

  private static VirtualHeart heart() {
    return new VirtualHeart(HeartProfile.CALM, Breathing.steady(6), SEED);
  }

  private double[] trueBeats() {
    var heart = heart();
    double end = live.atMicros() / 1e6;
    return DoubleStream.generate(
            () -> {
              while (true) {
                if (heart.next() instanceof HeartEvent.Beat beat) {
                  return beat.seconds();
                }
              }
            })
        .takeWhile(at -> at < end)
        .filter(at -> at > 2)
        .toArray();
  }

  private static List<BeatTaken> beats(SessionFile file) {
    return file.events().stream()
        .filter(BeatTaken.class::isInstance)
        .map(BeatTaken.class::cast)
        .toList();
  }

  private static int nearest(double[] sorted, double value) {
    int best = 0;
    for (int i = 0; i < sorted.length; i++) {
      best = Math.abs(sorted[i] - value) < Math.abs(sorted[best] - value) ? i : best;
    }
    return best;
  }

  private static double[] sums(double[] rr) {
    double[] sums = rr.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  private static double rmssd(double[] instants, double scale, int from) {
    double squares = 0;
    int n = 0;
    for (int i = Math.max(2, from); i < instants.length; i++) {
      double difference = instants[i] - 2 * instants[i - 1] + instants[i - 2];
      squares += difference * difference * scale * scale;
      n++;
    }
    return Math.sqrt(squares / n);
  }

  @Test
  void aLostLineIsOneSampleAndNoBeat() throws Exception {
    SessionFile file =
        recorded(
            "garbled",
            heart -> {
              TimedStream raw = VirtualPulseSensor.raw(heart, List.of());
              int[] lines = {0};
              return () ->
                  raw.next()
                      .map(
                          chunk -> {
                            if (++lines[0] % 997 == 0) {
                              chunk.bytes()[0] = '#';
                            }
                            return chunk;
                          });
            });
    assertTrue(
        file.events().stream()
            .anyMatch(
                event ->
                    event instanceof SessionEvent.Sensed sensed
                        && sensed.event() instanceof SensorEvent.Rejected));
    assertEquals(trueBeats().length, beats(file).size(), 3);
  }
}
