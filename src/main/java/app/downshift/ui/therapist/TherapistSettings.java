package app.downshift.ui.therapist;

import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a therapist chose for sessions with somebody.
 *
 * @param therapistView whether a session opens in the view of the therapist
 * @param clientWindow whether the client's window opens with a session
 * @param clientNumbers whether that window shows numbers
 * @param markers the texts of the keys 1 to 9; an empty one is that of the language
 */
public record TherapistSettings(
    boolean therapistView, boolean clientWindow, boolean clientNumbers, List<String> markers) {
  /** There are nine keys. */
  public static final int KEYS = 9;

  /** A longer text fits on no key. */
  public static final int LONGEST = 40;

  /** One window, no numbers, the texts of the language. */
  public static final TherapistSettings USUAL =
      new TherapistSettings(false, false, false, List.of());

  public TherapistSettings {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      String text = i < markers.size() ? markers.get(i).strip() : "";
      all.add(text.substring(0, Math.min(LONGEST, text.length())));
    }
    markers = List.copyOf(all);
  }

  /** The texts of the keys, in the order of the keys. */
  public List<String> markers(Words words) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      String own = markers.get(i);
      texts.add(own.isEmpty() ? words.text("marker." + (i + 1)) : own);
    }
    return List.copyOf(texts);
  }
}
