package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Context;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.CheckIn.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check-in holds comes back from its line, and lines of other versions are read. */
class CheckInTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final CheckIn WHOLE =
      new CheckIn(
          DAY,
          Map.of(Load.SITTING, 8, Load.SHORT_NIGHTS, 0),
          Map.of(Capacity.NERVOUS_SYSTEM_RESILIENCE, 10),
          List.of(new CheckIn.FlareUp(DAY.minusDays(1), OptionalDouble.of(12), OptionalInt.of(4))),
          Optional.of(CheckIn.PainSince.IN_CYCLES),
          EnumSet.of(Progress.SAT_LONGER),
          Map.of(Context.FOOD, 5),
          List.of(new CheckIn.Fear("lifting a crate", 7, "2 kg from the table")),
          List.of(new CheckIn.Taken("ashwagandha", "300 mg")),
          "quiet day",
          OptionalDouble.of(6.5),
          Optional.of(new CheckIn.Sat(OptionalInt.of(40), 55)));

  @TempDir Path folder;

  private JournalFile read(String... lines) throws Exception {
    Path file = folder.resolve("seat.journal.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return JournalFile.read(file, "seat", Optional.empty(), Migrations.shipped());
  }

  private CheckIn only(String line) throws Exception {
    JournalFile journal = read(line);
    assertEquals(List.of(), journal.damage());
    return ((JournalRecord.Checked) journal.entries().get(0).record()).checkIn();
  }

  @Test
  void everythingToldComesBackFromItsLine() throws Exception {
    Instant at = Instant.parse("2026-11-20T20:00:00Z");
    assertEquals(WHOLE, only(JournalFile.line(new JournalRecord.Checked("a", WHOLE), at, 1)));
  }

  @Test
  void aLineOfAnOlderVersionTellsNothingOfNightsSittingAndSteps() throws Exception {
    CheckIn old =
        only(
            """
            {"type":"check-in","at":"2026-11-20T20:00:00Z","clock":1,"id":"a","day":"2026-11-20",\
            "load":{"sitting":8},"fears":[{"activity":"stairs","fear":3}]}""");
    assertTrue(old.sleepHours().isEmpty());
    assertTrue(old.sat().isEmpty());
    assertEquals(new CheckIn.Fear("stairs", 3, ""), old.fears().get(0));
  }

  @Test
  void whatALaterVersionAddsIsLeftOut() throws Exception {
    CheckIn newer =
        only(
            """
            {"type":"check-in","at":"2026-11-20T20:00:00Z","clock":1,"id":"a","day":"2026-11-20",\
            "load":{"sitting":8,"flying":3},"tides":4,"sleep_h":7}""");
    assertEquals(Map.of(Load.SITTING, 8), newer.load());
    assertEquals(7, newer.sleepHours().getAsDouble());
  }

  @Test
  void whatWasNotToldIsNotInTheLine() {
    CheckIn little = CheckIn.of(DAY, Map.of(Load.STRESS, 0), Map.of());
    String line = JournalFile.line(new JournalRecord.Checked("a", little), Instant.EPOCH, 1);
    for (String absent : List.of("sleep", "sat\"", "capacity", "fears", "note")) {
      assertFalse(line.contains(absent), line);
    }
    assertFalse(little.empty(), "a nought is an answer");
    assertTrue(CheckIn.of(DAY, Map.of(), Map.of()).empty());
  }

  @Test
  void nightsAndSittingHaveTheirLimits() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CheckIn(
                DAY,
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                EnumSet.noneOf(Progress.class),
                Map.of(),
                List.of(),
                List.of(),
                "",
                OptionalDouble.of(25),
                Optional.empty()));
    assertThrows(IllegalArgumentException.class, () -> new CheckIn.Sat(OptionalInt.of(-1), 30));
    assertThrows(IllegalArgumentException.class, () -> new CheckIn.Sat(OptionalInt.empty(), 1441));
  }
}
