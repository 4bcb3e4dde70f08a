package app.downshift.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the lines of a text end. */
final class LineBreaks {
  /** No line ends here. */
  static final char FIRM_SPACE = '\u00a0';

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]+");
  private static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "(?<=[0-9]) (?=(%|s|ms|min|Hz)(?![A-Za-z]))|(?<=[0-9]) (?=[+] [0-9])|(?<=[0-9] [+]) (?=[0-9])");

  private LineBreaks() {}

  /**
   * Lines no wider than there is room; a word that is too long by itself is cut. A line that ends
   * between two words ends with the blank between them, which is not seen: without it the words
   * would be read as one.
   */
  static List<String> of(String words, Inter weight, double size, double wide) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    String firm = BEFORE_UNIT.matcher(words.strip()).replaceAll(String.valueOf(FIRM_SPACE));
    for (String word : BLANKS.split(firm, -1)) {
      String rest = word;
      String longer = line.isEmpty() ? rest : line + " " + rest;
      if (weight.width(longer, size) <= wide) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line + " ");
      }
      while (weight.width(rest, size) > wide && rest.codePointCount(0, rest.length()) > 1) {
        int end = rest.length();
        while (end > 1 && weight.width(rest.substring(0, end), size) > wide) {
          end = rest.offsetByCodePoints(end, -1);
        }
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.setLength(0);
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
