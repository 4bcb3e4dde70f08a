package app.downshift.ui.chart;

import app.downshift.session.Phase;
import app.downshift.ui.theme.Words;

/**
 * What a phase is called on screen: a word of ours for the phases we ship, otherwise its own title
 * or name.
 */
public final class PhaseNames {
  private PhaseNames() {}

  /** As a label of its own. */
  public static String title(Words words, Phase phase) {
    return find(words, "phase.title.", phase);
  }

  /** Inside a chart. */
  public static String inside(Words words, Phase phase) {
    return find(words, "phase.inside.", phase);
  }

  private static String find(Words words, String prefix, Phase phase) {
    String key = prefix + phase.name();
    if (words.has(key)) {
      return words.text(key);
    }
    return phase.title().isEmpty() ? phase.name() : phase.title().in(words.language());
  }
}
