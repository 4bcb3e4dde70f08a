package app.downshift.ui.chart;

import app.downshift.session.Phase;
import app.downshift.ui.theme.Words;

/**
 * What a phase is called on screen: its own title, where it has none a word of ours for the phases
 * of the standard session, otherwise its name.
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
    if (!phase.title().isEmpty()) {
      return phase.title().in(words.language());
    }
    String key = prefix + phase.name();
    return words.has(key) ? words.text(key) : phase.name();
  }
}
