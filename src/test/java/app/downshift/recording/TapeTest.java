package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.Sitting;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeTest {
  @TempDir Path folder;

  private Replay recorded() throws Exception {
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(60.0, 120.0, 60.0)));
    sitting.beatUntil(40);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.UNPLUGGED, "ttyUSB0"), 40);
    sitting.silentUntil(52);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.CONNECTED, "ttyUSB0"), 52);
    sitting.beatUntil(400);
    Path file = folder.resolve("t.session.jsonl");
    try (var writer = SessionWriter.begin(file, sitting.now().plan(), new SessionLines("test"))) {
      writer.append(sitting.events);
    }
    return new Replay(SessionFile.read(file));
  }

  @Test
  void anyMomentIsTheOneReachedByPlayingThere() throws Exception {
    Replay replay = recorded();
    Tape tape = Tape.of(replay);
    var random = new Random(9);
    for (int i = 0; i < 200; i++) {
      long wanted = random.nextLong(replay.endMicros() / 250_000) * 250_000;
      List<Snapshot> played = new ArrayList<>();
      var timeline =
          new Timeline(new Engine(replay.plan()), (events, snapshot) -> played.add(snapshot));
      for (Replay.Input input : replay.inputs()) {
        if (input.atMicros() <= wanted) {
          timeline.take(input.what(), input.atMicros());
        }
      }
      timeline.advance(wanted);
      assertEquals(played.get(played.size() - 1), tape.at(wanted), "at " + wanted);
    }
  }

  @Test
  void theHolesAreWhereTheBeatsAreMissing() throws Exception {
    List<Tape.Hole> holes = Tape.of(recorded()).holes();
    assertEquals(1, holes.size());
    assertEquals(40, holes.get(0).fromMicros() / 1e6, 0.1);
    assertEquals(53, holes.get(0).toMicros() / 1e6, 1);
  }

  @Test
  void stepsFromBreathToBreath() throws Exception {
    Tape tape = Tape.of(recorded());
    Snapshot paced = tape.at(120_000_000);
    long next = tape.breath(120_000_000, true);
    double cycles = paced.pacer().orElseThrow().cyclesAt(next);
    assertEquals(Math.rint(cycles), cycles, 1e-4);
    assertTrue(next > 120_000_000 && next < 132_000_000);
    long back = tape.breath(next, false);
    assertEquals(Math.rint(cycles) - 1, paced.pacer().orElseThrow().cyclesAt(back), 1e-4);
    assertEquals(30_000_000, tape.breath(20_000_000, true));
  }
}
