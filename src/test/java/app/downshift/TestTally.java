package app.downshift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Prints the last words of {@code mvn verify}: what was skipped and why, and how many tests ran.
 */
public final class TestTally {
  private TestTally() {}

  public static void main(String[] args) throws Exception {
    int run = 0;
    int bad = 0;
    int skipped = 0;
    Set<String> reasons = new LinkedHashSet<>();
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Path report : reports(Path.of(args[0]))) {
      Element suite = builder.parse(report.toFile()).getDocumentElement();
      run += Integer.parseInt(suite.getAttribute("tests"));
      bad +=
          Integer.parseInt(suite.getAttribute("failures"))
              + Integer.parseInt(suite.getAttribute("errors"));
      skipped += Integer.parseInt(suite.getAttribute("skipped"));
      var skips = suite.getElementsByTagName("skipped");
      for (int i = 0; i < skips.getLength(); i++) {
        reasons.add(suite.getAttribute("name") + ": " + why((Element) skips.item(i)));
      }
    }
    reasons.forEach(reason -> System.out.println("skipped: " + reason));
    System.out.printf("%d passed, %d failed, %d skipped%n", run - bad - skipped, bad, skipped);
  }

  private static String why(Element skip) {
    String message = skip.getAttribute("message");
    String text = message.isEmpty() ? skip.getTextContent() : message;
    return text.lines()
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^[\\w.]*TestAbortedException: ", "")
        .replaceFirst("^Assumption failed: ", "");
  }

  private static Iterable<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }
}
