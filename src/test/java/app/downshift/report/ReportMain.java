package app.downshift.report;

import app.downshift.recording.SessionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes reports of every kind into a folder, to be looked at; more recordings can be named.
 *
 * <p>{@code java … app.downshift.report.ReportMain FOLDER [FILE…]}
 */
public final class ReportMain {
  private ReportMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<String, List<SessionFile>> all = new LinkedHashMap<>();
    all.put("good", List.of(ReportedSessions.good()));
    all.put("poor", List.of(ReportedSessions.poor()));
    all.put("period3", ReportedSessions.period(3));
    all.put("period20", ReportedSessions.period(20));
    for (String file : new ArrayList<>(List.of(args)).subList(1, args.length)) {
      Path path = Path.of(file);
      all.put(
          path.getFileName().toString().replace(".session.jsonl", ""),
          List.of(SessionFile.read(path)));
    }
    for (var each : all.entrySet()) {
      for (Reader reader : Reader.values()) {
        for (String language : List.of("en", "de")) {
          var report = new Report(reader, Locale.forLanguageTag(language), ZoneOffset.UTC, "0.1.0");
          byte[] pdf =
              each.getValue().size() == 1
                  ? report.session(each.getValue().get(0))
                  : report.period(each.getValue());
          String name = each.getKey() + "-" + reader.name().toLowerCase(Locale.ROOT);
          Files.write(folder.resolve(name + "-" + language + ".pdf"), pdf);
        }
      }
    }
  }
}
