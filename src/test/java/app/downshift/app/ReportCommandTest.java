package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report command, against what the other commands say of the same recording. */
class ReportCommandTest {
  private static final String SAMPLE = "samples/calm-responder.session.jsonl";

  @TempDir Path folder;

  @Test
  void theReportHoldsTheFiguresThatEvidenceAndAnalyzePrint() throws Exception {
    Path session = folder.resolve("calm.session.jsonl");
    run(
        "session",
        "--simulate=calm",
        "--seed",
        "4",
        "--protocol",
        "breathe",
        "--speed",
        "0",
        "--terminal",
        "--record",
        session.toString());
    String report = report("--colleague", session.toString());
    List<String> evidence = run("evidence", session.toString()).out();
    for (String row : List.of("heart rate, bpm", "ln RMSSD", "ln HF (Lomb)", "breathing, about")) {
      String line =
          evidence.stream().filter(each -> each.strip().startsWith(row)).findFirst().orElseThrow();
      // A difference of nought has no sign on paper.
      String figures =
          line.strip()
              .substring(row.length())
              .strip()
              .replaceAll("\\s+", " ")
              .replaceAll("[+-](0[.]0+)(?![0-9])", "$1");
      assertTrue(report.contains(" " + figures + " "), () -> figures + " is not in " + report);
    }
    String analysis = run("analyze", session.toString()).out().get(1);
    Matcher said =
        Pattern.compile("(\\d+ intervals in [0-9:]+, [0-9.]+ % clean), (\\d+) marked")
            .matcher(analysis);
    assertTrue(said.find(), analysis);
    assertTrue(report.contains(said.group(1)), () -> said.group(1) + " is not in " + report);
    assertTrue(report.contains("marked (" + said.group(2) + ")"), report);
  }

  @Test
  void severalSessionsAreAPeriodInTheLanguageAskedFor() throws Exception {
    assertTrue(report(SAMPLE, SAMPLE).contains("2 sessions: 2 with breathing"));
    assertTrue(report("--language", "de", SAMPLE, SAMPLE).contains("2 Sitzungen: 2 mit Atmen"));
    assertTrue(report("--language", "de", SAMPLE).contains("Ihre Sitzung"));
  }

  @Test
  void whatCannotBeReportedIsOneClearLineAndNothingIsWritten() throws Exception {
    Path out = folder.resolve("no.pdf");
    Path text = Files.writeString(folder.resolve("rr.txt"), "800\n810\n");
    refused("rr.txt", text.toString(), out.toString());
    refused("end in .pdf", SAMPLE, SAMPLE);
    refused("--language", "--language", "fr", SAMPLE, out.toString());
    refused("no such file", "missing.session.jsonl", out.toString());
    Path other = folder.resolve("other.session.jsonl");
    Files.writeString(
        other,
        Files.readString(Path.of(SAMPLE))
            .replaceFirst("\"client\":\"sample\"", "\"client\":\"B\""));
    refused("2 clients", SAMPLE, other.toString(), out.toString());
    refused("cannot be written", SAMPLE, folder.resolve("none").resolve("no.pdf").toString());
    assertFalse(Files.exists(out));
  }

  private void refused(String why, String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "report";
    System.arraycopy(words, 0, command, 1, words.length);
    CommandLineRun run = CommandLineRun.of(folder, command);
    assertEquals(2, run.code());
    assertEquals(1, run.err().size(), run.err()::toString);
    assertTrue(run.err().get(0).contains(why), run.err()::toString);
  }

  private String report(String... words) throws Exception {
    Path out = folder.resolve("report.pdf");
    String[] command = new String[words.length + 2];
    command[0] = "report";
    System.arraycopy(words, 0, command, 1, words.length);
    command[command.length - 1] = out.toString();
    run(command);
    try (var document = Loader.loadPDF(out.toFile())) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[ \\u00a0\\n\\r]+", " ").replace('−', '-');
    }
  }

  private CommandLineRun run(String... words) {
    CommandLineRun run = CommandLineRun.of(folder, words);
    assertEquals(0, run.code(), run.err()::toString);
    return run;
  }
}
