package app.downshift.ui.theme;

import java.awt.event.ActionEvent;
import java.io.Serial;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Keys that act in a whole window, as long as what they belong to is on screen. */
public final class Keys {
  private Keys() {}

  /**
   * Binds a key wherever the focus is inside {@code screen}'s window. It rests while {@code owner}
   * is not showing. Letters and signs are bound as typed: a text field keeps them for itself.
   */
  public static void bind(JComponent screen, JComponent owner, KeyStroke key, Runnable action) {
    bind(screen, JComponent.WHEN_IN_FOCUSED_WINDOW, owner, key, action);
  }

  /** The same of a letter, small or large. */
  public static void letter(JComponent screen, JComponent owner, char letter, Runnable action) {
    bind(screen, owner, KeyStroke.getKeyStroke(Character.toLowerCase(letter)), action);
    bind(screen, owner, KeyStroke.getKeyStroke(Character.toUpperCase(letter)), action);
  }

  /** The same of a letter as it is written in words. */
  public static void letter(JComponent screen, JComponent owner, String letter, Runnable action) {
    letter(screen, owner, letter.charAt(0), action);
  }

  /** Binds a key while the focus is inside {@code panel}. */
  public static void bindInside(JComponent panel, KeyStroke key, Runnable action) {
    bind(panel, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, panel, key, action);
  }

  private static void bind(
      JComponent at, int condition, JComponent owner, KeyStroke key, Runnable action) {
    at.getInputMap(condition).put(key, key.toString());
    at.getActionMap()
        .put(
            key.toString(),
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                if (owner.isShowing()) {
                  action.run();
                }
              }
            });
  }
}
