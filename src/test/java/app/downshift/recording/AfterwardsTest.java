package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks;
import app.downshift.session.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterwardsTest {
  private static final Path SAMPLE = Path.of("samples/calm-responder.session.jsonl");
  private static final SessionLines LINES = new SessionLines("downshift test");

  @TempDir private Path folder;

  @Test
  void aWordStandsBehindTheEndAndNothingBeforeItIsTouched() throws Exception {
    Path file = copy();
    byte[] before = Files.readAllBytes(file);
    SessionFile session = SessionFile.read(file);
    new Afterwards(file, LINES).rule(session, word(session));
    byte[] after = Files.readAllBytes(file);
    assertArrayEquals(before, Arrays.copyOf(after, before.length));
    SessionFile again = SessionFile.read(file);
    assertEquals(session.with(word(session)), again);
    assertTrue(again.complete());
    assertEquals(Optional.empty(), again.damage());
    assertEquals(session.endMicros(), again.endMicros());
  }

  @Test
  void aReplayIsTheSessionAsItWasAndNoLonger() throws Exception {
    Path file = copy();
    SessionFile session = SessionFile.read(file);
    Tape was = Tape.of(new Replay(session));
    new Afterwards(file, LINES).rule(session, word(session));
    Tape is = Tape.of(Replay.read(file));
    assertEquals(was.last(), is.last());
    assertEquals(was.at(300_000_000), is.at(300_000_000));
  }

  @Test
  void theIntervalsOfTheFileCarryTheWord() throws Exception {
    Path file = copy();
    SessionFile session = SessionFile.read(file);
    new Afterwards(file, LINES).rule(session, word(session));
    Marks asked = Marks.NONE.ruled(Marks.Ruling.UNDONE);
    var series = Intervals.read(file).series();
    long carrying = 0;
    for (int i = 0; i < series.size(); i++) {
      carrying += series.marks(i).equals(asked) ? 1 : 0;
    }
    assertEquals(1, carrying);
  }

  @Test
  void halfALineOfAKilledProgramStaysAloneInItsLine() throws Exception {
    Path file = copy();
    SessionFile whole = SessionFile.read(file);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 9)); // into the line of the end
    SessionFile torn = SessionFile.read(file);
    assertTrue(torn.tornEnd());
    new Afterwards(file, LINES).rule(torn, word(whole));
    SessionFile again = SessionFile.read(file);
    assertFalse(again.complete());
    assertFalse(again.tornEnd());
    assertEquals(1, again.unreadLines());
    assertEquals(torn.events().size() + 1, again.events().size());
  }

  @Test
  void whatASessionStillWritesIsNotOverwritten() throws Exception {
    SessionFile session = SessionFile.read(SAMPLE);
    Path file = folder.resolve("running.session.jsonl");
    int half = session.events().size() / 2;
    try (SessionWriter writer = SessionWriter.begin(file, session.plan(), LINES)) {
      writer.append(session.events().subList(0, half));
      new Afterwards(file, LINES).rule(SessionFile.read(file), word(session));
      writer.append(session.events().subList(half, session.events().size()));
    }
    SessionFile again = SessionFile.read(file);
    assertEquals(session.events().size() + 1, again.events().size());
    assertEquals(0, again.unreadLines());
    assertTrue(again.complete());
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidSo() {
    Path missing = folder.resolve("missing.session.jsonl");
    assertThrows(
        UnreadableFile.class,
        () -> {
          SessionFile session = SessionFile.read(SAMPLE);
          new Afterwards(missing, LINES).rule(session, word(session));
        });
    assertFalse(Files.exists(missing));
  }

  private static Command.RuleOnMarks word(SessionFile session) {
    double at = Intervals.of(session).timeMillis(100);
    return new Command.RuleOnMarks(Math.round(at * 1000), Marks.Ruling.UNDONE);
  }

  private Path copy() throws Exception {
    Path file = folder.resolve("copy.session.jsonl");
    String text = Files.readString(SAMPLE, StandardCharsets.UTF_8);
    return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }
}
