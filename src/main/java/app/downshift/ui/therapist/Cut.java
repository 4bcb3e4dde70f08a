package app.downshift.ui.therapist;

import app.downshift.ui.theme.Type;
import java.awt.Font;

/** Words in the room there is. */
final class Cut {
  private Cut() {}

  /** All of it, or as much as there is room for and a sign that there is more. */
  static String to(String words, Font font, double room) {
    if (Type.width(words, font) <= room) {
      return words;
    }
    for (int end = words.length() - 1; end > 0; end--) {
      String cut = words.substring(0, end).strip() + "…";
      if (Type.width(cut, font) <= room) {
        return cut;
      }
    }
    return "";
  }
}
