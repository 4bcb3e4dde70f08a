package app.downshift.cli;

import app.downshift.recording.FirstLine;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import app.downshift.report.Reader;
import app.downshift.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One session, or several of one client, as a PDF to print. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a report into a PDF: of one session, or of a period when several sessions of one",
      "client are given. One session is held against what its client usually drifts, by the",
      "quiet sessions of the same client in the same folder."
    })
final class ReportCommand implements Callable<Integer> {
  private static final String ENDING = ".pdf";

  @Option(
      names = "--colleague",
      description = "for somebody who knows the figures, instead of for the client")
  private boolean colleague;

  @Option(
      names = "--language",
      paramLabel = "en|de",
      description = "the language of the report (default ${DEFAULT-VALUE})",
      defaultValue = "en")
  private String language = "en";

  @Parameters(
      paramLabel = "FILE",
      arity = "2..*",
      description = "recorded sessions, and at last the PDF to write")
  private List<Path> files = List.of();

  private final Host host;
  private final PrintStream err;

  ReportCommand(Host host, PrintStream err) {
    this.host = host;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput, UnreadableFile {
    Path out = files.get(files.size() - 1);
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      throw new BadInput(out + ": the last name is the report to write; let it end in " + ENDING);
    }
    if (!language.equals("en") && !language.equals("de")) {
      throw new BadInput("--language " + language + ": not known; choose en or de");
    }
    List<SessionFile> sessions = new ArrayList<>();
    var clients = new TreeSet<String>();
    for (Path file : files.subList(0, files.size() - 1)) {
      SessionFile session = read(file);
      sessions.add(session);
      clients.add(session.plan().client());
    }
    if (clients.size() > 1) {
      throw new BadInput(
          "these are sessions of "
              + clients.size()
              + " clients; give those of one, or write one report for each");
    }
    var report =
        new Report(
            colleague ? Reader.COLLEAGUE : Reader.CLIENT,
            Locale.forLanguageTag(language),
            ZoneId.systemDefault(),
            host.version());
    write(
        out,
        sessions.size() == 1
            ? report.session(sessions.get(0), QuietBeside.usual(files.get(0), sessions.get(0)))
            : report.period(sessions));
    return 0;
  }

  private SessionFile read(Path file) throws UnreadableFile {
    if (!SessionFile.looksLike(FirstLine.of(file))) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          file.toString(),
          "it is no recorded session",
          "give files *.session.jsonl");
    }
    SessionFile session = SessionFile.read(file);
    session.damage().ifPresent(damage -> err.println(file + ": " + damage));
    return session;
  }

  private static void write(Path out, byte[] report) throws BadInput {
    try {
      Files.write(out, report);
    } catch (IOException unwritable) {
      throw new BadInput(out + ": it cannot be written; choose another place");
    }
  }
}
