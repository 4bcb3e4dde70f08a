package app.downshift.ui.chart;

import app.downshift.ui.theme.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a mark: what a person wrote, as it is; what the session wrote, in the words of now.
 */
public final class NoteWords {
  /** As the engine marks the sets of a movement. */
  private static final Pattern SET = Pattern.compile("set (\\d+) (begins|ends)");

  private NoteWords() {}

  public static String of(String text, Words words) {
    Matcher set = SET.matcher(text);
    return set.matches() ? words.text("set.mark." + set.group(2), set.group(1)) : text;
  }
}
