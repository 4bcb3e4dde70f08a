package app.downshift.session;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text for people in one or more languages, by two-letter code; the code is empty for a text that
 * was written without saying of which language it is.
 */
public record Wording(SortedMap<String, String> byLanguage) {
  /** No words. */
  public static final Wording NONE = new Wording(new TreeMap<>());

  public Wording {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  /** A text of no stated language. */
  public static Wording of(String text) {
    return text.isEmpty() ? NONE : new Wording(new TreeMap<>(Map.of("", text)));
  }

  /** The text in a language, otherwise in English, otherwise in any; empty when there is none. */
  public String in(String language) {
    String wanted = byLanguage.get(language);
    if (wanted != null) {
      return wanted;
    }
    String english = byLanguage.get("en");
    if (english != null) {
      return english;
    }
    return byLanguage.isEmpty() ? "" : byLanguage.get(byLanguage.firstKey());
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
