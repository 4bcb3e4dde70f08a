package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.breath.BreathPattern;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.RandomProtocols;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionState;
import app.downshift.session.Sitting;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir Path folder;

  /** A session in which everything happens that can happen. */
  private static Sitting eventful(long seed) {
    var random = new Random(seed);
    var sitting = new Sitting(Protocol.breathe(6).lasting(List.of(90.0, 200.0, 60.0)));
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.CONNECTED, "ttyUSB0"), 0.001);
    sitting.sense(new SensorEvent.Info(0, Map.of("name", "Polar H10", "model", "nRF52840")), 0.4);
    sitting.sense(new SensorEvent.Battery(0, 82), 0.7);
    sitting.heart(66, 12, 0.4).beatUntil(60.1234);
    sitting.ask(new Command.AddMarker("shoulders dropped, \"softly\" – ü"), 60.2);
    sitting.ask(new Command.AddMarker("a word that took a while", 55_123_457), 60.3);
    sitting.sense(new SensorEvent.Gap(0, SensorEvent.GapReason.LOST_BEATS, 2), 61);
    sitting.beatUntil(120);
    sitting.ask(new Command.ChangePace(7, BreathPattern.EVEN), 120.00001);
    sitting.sense(new SensorEvent.Rejected("crc", "$HR,1"), 121);
    sitting.beatUntil(140);
    sitting.ask(new Command.Pause(), 140.7);
    sitting.beatUntil(150);
    sitting.ask(new Command.Resume(), 150.3);
    sitting.sense(new SensorEvent.Contact(0, false), 170);
    sitting.silentUntil(180);
    sitting.sense(new SensorEvent.Contact(0, true), 180);
    sitting.sense(new SensorEvent.Rate(0, 66), 181);
    for (int i = 0; i < 20; i++) {
      sitting.beat(400 + random.nextInt(900), 182_000 + i * 800);
    }
    sitting.beatUntil(220);
    var marked = sitting.all(SessionEvent.BeatMarked.class);
    long ruled = marked.get(marked.size() - 1).beatMicros();
    sitting.ask(new Command.RuleOnMarks(ruled, Marks.Ruling.UNDONE), 221);
    sitting.ask(new Command.RuleOnMarks(marked.get(0).beatMicros(), Marks.Ruling.ACCEPTED), 222);
    sitting.ask(
        new Command.AnswerSymptoms(Set.of(Command.Symptom.TINGLING), Command.Wish.RAISE_RATE), 240);
    sitting.beatUntil(300);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.UNPLUGGED, "ttyUSB0"), 300);
    sitting.silentUntil(310);
    sitting.sense(new SensorEvent.Link(SensorEvent.LinkState.CONNECTED, "ttyUSB0"), 310);
    sitting.beatUntil(420);
    sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), 421);
    return sitting;
  }

  private Path record(Sitting sitting) throws Exception {
    Path file = folder.resolve("a.session.jsonl");
    var lines = new SessionLines("downshift test");
    try (var writer = SessionWriter.begin(file, sitting.now().plan(), lines)) {
      writer.append(sitting.events);
    }
    return file;
  }

  @Test
  void aReplayEqualsTheLiveSessionToTheBit() throws Exception {
    Sitting live = eventful(3);
    Path file = record(live);
    SessionFile read = SessionFile.read(file);
    assertTrue(read.complete());
    assertEquals(0, read.unreadLines() + read.unknownLines());
    List<Snapshot> again = new ArrayList<>();
    var replay = new Replay(read);
    replay.run(new Timeline(new Engine(replay.plan()), (events, snapshot) -> again.add(snapshot)));
    assertEquals(live.snapshots.size(), again.size());
    for (int i = 0; i < again.size(); i++) {
      assertEquals(live.snapshots.get(i), again.get(i), "snapshot " + i);
    }
    assertTrue(live.now().counts().beats() > 300 && live.now().counts().gaps() >= 3);
  }

  @Test
  void everyKindOfPhaseAndCommandReplaysToTheBit() throws Exception {
    long seed = 20261121;
    var random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      Protocol protocol = RandomProtocols.next(random).scaledTo(400);
      var sitting = new Sitting(Sitting.plan(protocol, random.nextLong()));
      sitting.heart(60 + random.nextInt(30), 12, 0.2);
      double now = 0;
      while (now < 420 && !(over(sitting))) {
        now += 3 + 15 * random.nextDouble();
        sitting.beatUntil(now);
        sitting.ask(anything(random), now);
      }
      sitting.ask(new Command.Resume(), now);
      sitting.beatUntil(now + 200);
      sitting.ask(new Command.AnswerSymptoms(Set.of(), Command.Wish.GO_ON), now + 201);
      Path file = folder.resolve("random" + i + ".session.jsonl");
      var lines = new SessionLines("downshift test");
      try (var writer = SessionWriter.begin(file, sitting.now().plan(), lines)) {
        writer.append(sitting.events);
      }
      SessionFile read = SessionFile.read(file);
      String which = "seed " + seed + ", protocol " + i;
      assertEquals(sitting.now().plan(), read.plan(), which);
      assertEquals(0, read.unreadLines() + read.unknownLines(), which);
      assertEquals(
          sitting.events.stream().map(lines::line).toList(),
          read.events().stream().map(lines::line).toList(),
          which);
      List<Snapshot> again = new ArrayList<>();
      var replay = new Replay(read);
      replay.run(new Timeline(new Engine(replay.plan()), (events, shot) -> again.add(shot)));
      assertTrue(again.size() > 1000 && again.size() <= sitting.snapshots.size(), which);
      for (int k = 0; k < again.size(); k++) {
        assertEquals(sitting.snapshots.get(k), again.get(k), which + ", snapshot " + k);
      }
    }
  }

  private static boolean over(Sitting sitting) {
    return !sitting.snapshots.isEmpty() && sitting.now().state() instanceof SessionState.Ended;
  }

  private static Command anything(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> new Command.Pause();
      case 1, 2, 3 -> new Command.Resume();
      case 4 ->
          new Command.ChangePace(3 + 14 * random.nextDouble(), RandomProtocols.pattern(random));
      case 5, 6 -> new Command.ChangePattern(RandomProtocols.pattern(random), random.nextBoolean());
      case 7 -> new Command.Adapt(random.nextBoolean());
      case 8, 9 -> new Command.MarkSet();
      case 10 ->
          new Command.Rate(
              new Rating(
                  random.nextBoolean() ? Rating.When.BEFORE : Rating.When.AFTER,
                  Map.of(Rating.Scale.PAIN, random.nextInt(11), Rating.Scale.STRESS, 3),
                  Set.of(Rating.Region.NECK, Rating.Region.LOWER_BACK),
                  Optional.of(Rating.BreathPlace.BOTH)));
      default -> random.nextInt(4) == 0 ? new Command.SkipPhase() : new Command.AddMarker("neck");
    };
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    Sitting live = eventful(4);
    SessionFile read = SessionFile.read(record(live));
    assertEquals(live.now().plan(), read.plan());
    var lines = new SessionLines("downshift test");
    assertEquals(
        live.events.stream().map(lines::line).toList(),
        read.events().stream().map(lines::line).toList());
  }

  @Test
  void aFileCutAnywhereReadsUpToTheCut() throws Exception {
    Path whole = record(eventful(5));
    byte[] bytes = Files.readAllBytes(whole);
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    int head = text.indexOf('\n') + 1;
    var random = new Random(6);
    Path cut = folder.resolve("cut.session.jsonl");
    for (int i = 0; i < 200; i++) {
      int at = head + random.nextInt(bytes.length - head);
      Files.write(cut, java.util.Arrays.copyOf(bytes, at));
      SessionFile read = SessionFile.read(cut);
      long wholeLines =
          new String(bytes, head, at - head, java.nio.charset.StandardCharsets.UTF_8)
              .chars()
              .filter(c -> c == '\n')
              .count();
      assertTrue(read.events().size() >= wholeLines, "cut at " + at);
      assertTrue(read.events().size() <= wholeLines + 1, "cut at " + at);
      assertTrue(at == bytes.length - 1 || read.damage().isPresent(), "cut at " + at);
    }
  }

  @Test
  void typesFromTheFutureAreIgnoredAndBrokenLinesCounted() throws Exception {
    Path file = record(eventful(7));
    List<String> all = new ArrayList<>(Files.readAllLines(file));
    all.add(5, "{\"type\":\"aura\",\"t_ms\":12,\"colour\":\"violet\"}");
    all.add(9, "{\"type\":\"beat\",\"t_ms\":12}");
    all.add(12, "not json at all");
    Files.write(file, all);
    SessionFile read = SessionFile.read(file);
    assertEquals(1, read.unknownLines());
    assertEquals(2, read.unreadLines());
    assertTrue(read.damage().orElseThrow().contains("2 lines could not be read"));
  }
}
