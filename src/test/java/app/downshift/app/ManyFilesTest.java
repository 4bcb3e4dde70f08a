package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.ManyRecordings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folders of recordings: every file once, in order, interrupted or not; errors at the end. */
class ManyFilesTest {
  private static final int FILES = 12;

  @TempDir Path folder;
  private Path recordings;

  @BeforeEach
  void write() throws Exception {
    recordings = folder.resolve("recordings");
    for (int i = 0; i < FILES; i++) {
      ManyRecordings.write(recordings, i, 120);
    }
  }

  private CommandLineRun run(String... words) {
    return CommandLineRun.of(folder, words);
  }

  private String dir() {
    return recordings.toString();
  }

  @Test
  void aFolderGivesTheSameAsItsFilesOneByOne() throws Exception {
    CommandLineRun all = run("analyze", "--json", "--threads", "3", dir());
    assertEquals(0, all.code(), () -> all.err().toString());
    assertEquals(FILES, all.out().size());
    assertTrue(all.out().get(0).contains("downshift-csv") || all.out().get(0).contains("rr-text"));
    for (String line : all.out()) {
      String file = line.substring("{\"file\":\"".length(), line.indexOf("\",\"format\""));
      assertEquals(List.of(line), run("analyze", "--json", file).out());
    }
    assertEquals(all.out().stream().sorted().toList(), all.out());
  }

  @Test
  void errorsStandAtTheEndAndMakeTwo() throws Exception {
    Files.writeString(recordings.resolve("000").resolve("a-note.txt"), "Dear diary,\nall is well.");
    CommandLineRun run = run("analyze", "--json", dir());
    assertEquals(2, run.code());
    assertEquals(FILES, run.out().size());
    assertTrue(run.err().get(run.err().size() - 1).contains("a-note.txt: no intervals"));
    assertEquals(2, run("analyze", folder.resolve("empty").toString()).code());
    Files.createDirectories(folder.resolve("empty"));
    CommandLineRun empty = run("analyze", folder.resolve("empty").toString());
    assertEquals(2, empty.code());
    assertTrue(empty.err().get(0).contains("no files"));
  }

  @Test
  void whatWasInterruptedAnywhereIsGoneOnWith() throws Exception {
    for (List<String> how : List.of(List.<String>of(), List.of("--window", "60", "--step", "30"))) {
      Path whole = folder.resolve("whole" + how.size() + ".jsonl");
      List<String> words = new java.util.ArrayList<>(List.of("analyze", dir(), "--out"));
      words.add(whole.toString());
      words.addAll(how);
      assertEquals(0, run(words.toArray(String[]::new)).code());
      byte[] all = Files.readAllBytes(whole);
      for (int cut : new int[] {0, 5, all.length / 3, all.length / 2, all.length - 1, all.length}) {
        Path part = folder.resolve("part.jsonl");
        Files.write(part, java.util.Arrays.copyOf(all, cut));
        words.set(3, part.toString());
        List<String> again = new java.util.ArrayList<>(words);
        again.add("--resume");
        CommandLineRun run = run(again.toArray(String[]::new));
        assertEquals(0, run.code(), () -> run.err().toString());
        assertEquals(
            Files.readString(whole), Files.readString(part), "cut at " + cut + " of " + all.length);
      }
    }
  }

  @Test
  void nothingIsOverwrittenAndNoOtherFileIsCut() throws Exception {
    Path file = folder.resolve("diary.txt");
    Files.writeString(file, "Dear diary");
    assertEquals(2, run("analyze", dir(), "--out", file.toString()).code());
    assertEquals(2, run("analyze", dir(), "--out", file.toString(), "--resume").code());
    assertEquals("Dear diary", Files.readString(file));
    Files.writeString(file, "\nall is well\n", StandardOpenOption.APPEND);
    assertEquals(2, run("analyze", dir(), "--out", file.toString(), "--resume").code());
    assertEquals("Dear diary\nall is well\n", Files.readString(file));
    assertEquals(2, run("analyze", dir(), "--resume").code());
  }

  @Test
  void convertWritesWhatAnalyzeReadsWithTheSameFigures() throws Exception {
    Path session = ManyRecordings.write(folder.resolve("more"), 3, 400);
    JsonNode figures = figures(session);
    for (String out : List.of("x.txt", "x.edf", "tables", "y.session.jsonl")) {
      Path made = folder.resolve(out);
      CommandLineRun run = run("convert", session.toString(), made.toString());
      assertEquals(0, run.code(), () -> run.err().toString());
      JsonNode again = figures(out.equals("tables") ? made.resolve("beats.csv") : made);
      for (String part : List.of("quality", "time", "frequency", "nonlinear", "breathing")) {
        alike(figures.path(part), again.path(part), out + " " + part);
      }
    }
    String rmssd = figures.at("/time/rmssd_ms").asString();
    List<String> table = Files.readAllLines(folder.resolve("tables").resolve("figures.csv"));
    assertTrue(table.contains("time.rmssd_ms," + rmssd), table::toString);
    assertEquals(
        Files.readString(session), Files.readString(folder.resolve("y.session.jsonl")), "a copy");
  }

  /** A session keeps times to the microsecond, a text none at all: 1e-6 is what that may make. */
  private static void alike(JsonNode expected, JsonNode figures, String where) {
    if (expected.isObject()) {
      assertEquals(expected.size(), figures.size(), where);
      expected
          .propertyStream()
          .forEach(
              field ->
                  alike(
                      field.getValue(),
                      figures.path(field.getKey()),
                      where + " " + field.getKey()));
    } else if (expected.isNumber()) {
      double value = expected.asDouble();
      assertEquals(value, figures.asDouble(), 1e-6 * Math.abs(value), where);
    } else {
      assertEquals(expected, figures, where);
    }
  }

  private JsonNode figures(Path file) {
    CommandLineRun run = run("analyze", "--json", file.toString());
    assertEquals(0, run.code(), () -> run.err().toString());
    return JsonMapper.builder().build().readTree(run.out().get(0));
  }

  @Test
  void convertSaysWhatItCannotDo() throws Exception {
    Path text = folder.resolve("x.txt");
    Files.writeString(text, "800\n810\n", StandardCharsets.UTF_8);
    assertEquals(2, run("convert", text.toString(), folder.resolve("x.xls").toString()).code());
    assertEquals(
        2, run("convert", text.toString(), folder.resolve("y").toString(), "--to", "xls").code());
    CommandLineRun exists = run("convert", text.toString(), text.toString());
    assertEquals(2, exists.code());
    assertEquals("800\n810\n", Files.readString(text));
    assertEquals(
        2,
        run("convert", folder.resolve("none").toString(), folder.resolve("z.txt").toString())
            .code());
    assertEquals(
        0,
        run("convert", text.toString(), folder.resolve("x.xls").toString(), "--to", "edf").code());
  }
}
