package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written reads back, as far as the format can hold it: the table in formats.md. */
class RoundTripTest {
  private static final Instant STARTED = Instant.parse("2026-11-21T10:04:00Z");
  private static final long SEED = 11;

  /** Longer than any annotation of one record usually is. */
  private static final String LONG =
      "Größere Unruhe, Ärger über den Gürtel; ß und „Zitat“. ".repeat(40).strip();

  @TempDir Path folder;

  /** 600 awkward intervals with gaps, rulings, a pacer and remarks. */
  private static Intervals made() {
    var random = new Random(SEED);
    var list = new IntervalList();
    double at = 0;
    for (int i = 0; i < 600; i++) {
      double rr =
          switch (i % 4) {
            case 0 -> Math.round(600 + 500 * random.nextDouble()) * 1000 / 1024.0;
            case 1 -> 600 + 500 * random.nextDouble();
            case 2 -> Math.round(600 + 500 * random.nextDouble());
            default -> 1000 / 3.0 + random.nextInt(500);
          };
      if (i == 100 || i == 350) {
        list.gap();
        at += 7_777.125;
      }
      at += rr;
      list.addAt(Math.round(at * 1000) / 1000.0, rr);
      list.breathe(i < 50 ? Double.NaN : i / 9.0);
      if (i == 120 || i == 121) {
        list.rule(i == 120 ? "undone" : "accepted");
      }
    }
    return Intervals.of("made", list, Optional.empty())
        .startedAt(Optional.of(STARTED))
        .remarking(
            List.of(
                new Intervals.Remark(0, Intervals.PHASE, "baseline"),
                new Intervals.Remark(61_000.25, Intervals.MARKER, "shoulders, \"dropped\"; so"),
                new Intervals.Remark(240_000, Intervals.PHASE, "breathe"),
                new Intervals.Remark(250_123.456, Intervals.MARKER, "Übung 𝄞 ende"),
                new Intervals.Remark(260_000.5, Intervals.MARKER, LONG)));
  }

  private Path out(Export format) {
    return folder.resolve(
        switch (format) {
          case RR_TEXT -> "x.txt";
          case CSV -> "x.csv";
          case EDF -> "x.edf";
          case SESSION -> "x.session.jsonl";
        });
  }

  private Intervals back(Export format, Intervals from) throws Exception {
    Path out = out(format);
    for (Path place : format.places(out)) {
      Files.deleteIfExists(place);
    }
    format.write(from, out, Map.of("time.rmssd_ms", "31.5"), "downshift test");
    return Intervals.read(format.places(out).get(0));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatKeepsIntervalsGapsRemarksAndTheStart(Export format) throws Exception {
    Intervals from = made();
    Intervals back = back(format, from);
    RrSeries a = from.series();
    RrSeries b = back.series();
    assertEquals(0, back.unusable());
    assertEquals(a.size(), b.size());
    for (int i = 0; i < a.size(); i++) {
      assertEquals(a.rrMillis(i), b.rrMillis(i), "interval " + i + ", seed " + SEED);
      assertEquals(a.gapBefore(i), b.gapBefore(i), "gap " + i);
    }
    assertEquals(from.remarks(), back.remarks());
    assertEquals(from.started(), back.started());
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "EDF", "SESSION"})
  void tablesEdfAndSessionsKeepTimesAndWhatAPersonSaid(Export format) throws Exception {
    Intervals from = made();
    Intervals back = back(format, from);
    for (int i = 0; i < from.series().size(); i++) {
      assertEquals(from.series().timeMillis(i), back.series().timeMillis(i), 1e-6, "time " + i);
      assertEquals(
          IntervalList.ruling(from.series().marks(i)), IntervalList.ruling(back.series().marks(i)));
    }
    assertEquals("undone", IntervalList.ruling(back.series().marks(120)));
    assertTrue(back.series().marks(119) == Marks.NONE);
  }

  @Test
  void tablesKeepTheBreathsOfThePacer() throws Exception {
    Intervals from = made();
    Intervals back = back(Export.CSV, from);
    for (int i = 0; i < from.series().size(); i++) {
      assertEquals(from.series().breaths(i), back.series().breaths(i));
    }
  }

  @Test
  void fromEveryFormatToEveryOtherNothingOfBothIsLost() throws Exception {
    Intervals from = made();
    for (Export first : Export.values()) {
      Intervals once = back(first, from);
      for (Export second : Export.values()) {
        Intervals twice = back(second, once);
        String pair = first + " to " + second;
        assertEquals(once.series().size(), twice.series().size(), pair);
        for (int i = 0; i < once.series().size(); i++) {
          assertEquals(once.series().rrMillis(i), twice.series().rrMillis(i), pair);
          assertEquals(once.series().gapBefore(i), twice.series().gapBefore(i), pair);
        }
        assertEquals(once.remarks(), twice.remarks(), pair);
        assertEquals(once.started(), twice.started(), pair);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAStartOrAGapNothingIsInvented(Export format) throws Exception {
    Intervals from = Intervals.text(ForeignText.of("812\n798.5\n805\n", "f"));
    Intervals back = back(format, from);
    assertEquals(Optional.empty(), back.started());
    assertEquals(List.of(), back.remarks());
    assertEquals(0, back.series().gaps());
    assertEquals(3, back.series().size());
    assertNotEquals(Optional.of("its last line is cut off and was left out"), back.note());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsOverwritten(Export format) throws Exception {
    back(format, made());
    assertThrows(
        UnreadableFile.class, () -> format.write(made(), out(format), Map.of(), "downshift test"));
  }

  @Test
  void anImportedSessionReplaysItsBeats() throws Exception {
    back(Export.SESSION, made());
    Replay replay = Replay.read(out(Export.SESSION));
    long beats =
        replay.inputs().stream().filter(input -> input.what().toString().contains("Beat[")).count();
    assertEquals(600, beats);
  }

  @Test
  void ourEdfKeepsTheRulesOfTheSpecification() throws Exception {
    back(Export.EDF, made());
    assertEquals("", EdfMaker.complaints(Files.readAllBytes(out(Export.EDF))));
  }

  /** MNE-Python, which shares nothing with this program. */
  @Test
  void ourEdfIsReadByAnotherProgram() throws Exception {
    Intervals from = made();
    back(Export.EDF, from);
    String script =
        "import sys, mne\n"
            + "raw = mne.io.read_raw_edf(sys.argv[1], preload=True, verbose='error')\n"
            + "print(raw.ch_names[0], raw.info['sfreq'], raw.info['meas_date'].isoformat())\n"
            + "for a in raw.annotations: print('%.9f\\t%.9f\\t%s' % (a['onset'], a['duration'], a['description']))\n";
    Path file = folder.resolve("read.py");
    Path said = folder.resolve("said.txt");
    Files.writeString(file, script);
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "/usr/bin/python3", "-X", "utf8", file.toString(), out(Export.EDF).toString())
              .redirectOutput(said.toFile())
              .redirectError(folder.resolve("err.txt").toFile())
              .start();
    } catch (java.io.IOException none) {
      assumeTrue(false, "needs Python with MNE (python3-mne)");
      return;
    }
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    boolean absent = Files.readString(folder.resolve("err.txt")).contains("No module named");
    assumeTrue(!absent, "needs Python with MNE (python3-mne)");
    assertTrue(ended && process.exitValue() == 0, () -> "MNE refuses the file");
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    assertEquals("RR 4.0 2026-11-21T10:04:00+00:00", lines.get(0));
    List<String[]> beats = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.split("\t")[2].startsWith("RR")) {
        beats.add(line.split("\t"));
      }
    }
    assertEquals(600, beats.size());
    for (int i = 0; i < beats.size(); i++) {
      double rr = from.series().rrMillis(i);
      double begins = from.series().timeMillis(i) - rr;
      assertEquals(begins / 1000, Double.parseDouble(beats.get(i)[0]), 1e-6);
      assertEquals(rr / 1000, Double.parseDouble(beats.get(i)[1]), 1e-6);
    }
    List<String> texts =
        lines.stream()
            .skip(1)
            .map(line -> line.split("\t")[2])
            .filter(t -> !t.startsWith("RR"))
            .toList();
    for (Intervals.Remark remark : from.remarks()) {
      assertTrue(texts.contains(remark.words()), () -> remark.words() + " is not in " + texts);
    }
  }
}
