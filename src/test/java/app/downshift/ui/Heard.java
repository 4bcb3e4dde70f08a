package app.downshift.ui;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.text.JTextComponent;

/** A screen as somebody has it who hears it: what is there, in order, with its name and kind. */
final class Heard {
  /** Parts that draw figures end so. */
  private static final Set<String> PICTURES =
      Set.of("Canvas", "Chart", "Bars", "Bar", "Plots", "Picture", "Line", "Map", "View", "Figure");

  private Heard() {}

  /** One line for each part that says something or takes keys. */
  static List<String> lines(Component screen) {
    List<String> lines = new ArrayList<>();
    tell(screen, 0, lines);
    return lines;
  }

  private static void tell(Component part, int depth, List<String> lines) {
    if (!part.isVisible()) {
      return;
    }
    int deeper = depth;
    String name = name(part);
    if (!name.isEmpty() || takesKeys(part) || isPicture(part)) {
      String more = Optional.ofNullable(context(part).getAccessibleDescription()).orElse("");
      lines.add(
          "  ".repeat(depth)
              + role(part)
              + (takesKeys(part) ? " *" : "")
              + (part.isEnabled() ? "" : " (off)")
              + ": "
              + name
              + (more.isEmpty() || more.equals(name) ? "" : " — " + more));
      deeper++;
    }
    if (part instanceof Container container && !(part instanceof JComboBox)) {
      for (Component child : container.getComponents()) {
        tell(child, deeper, lines);
      }
    }
  }

  /** What is wrong for somebody who hears the screen. */
  static List<String> missing(Component screen) {
    List<String> missing = new ArrayList<>();
    look(screen, missing);
    return missing;
  }

  private static void look(Component part, List<String> missing) {
    if (!part.isVisible()) {
      return;
    }
    if ((takesKeys(part) || isPicture(part)) && name(part).isBlank()) {
      missing.add((takesKeys(part) ? "no name: " : "no text: ") + part.getClass().getName());
    }
    if (part instanceof Container container && !(part instanceof JComboBox)) {
      for (Component child : container.getComponents()) {
        look(child, missing);
      }
    }
  }

  /** Whether the keyboard goes there. */
  static boolean takesKeys(Component part) {
    boolean control =
        part instanceof AbstractButton
            || part instanceof JTextComponent text && text.isFocusable()
            || part instanceof JList
            || part instanceof JSlider
            || part instanceof JComboBox;
    boolean keys =
        part instanceof JComponent component
            && !(part instanceof JScrollBar)
            && component.isFocusable()
            && component.getInputMap(JComponent.WHEN_FOCUSED).allKeys() != null
            && component.getInputMap(JComponent.WHEN_FOCUSED).allKeys().length > 0;
    return part.isFocusable() && (control || keys) && !(part instanceof JScrollBar);
  }

  private static boolean isPicture(Component part) {
    String name = part.getClass().getSimpleName();
    return part.getClass().getName().startsWith("app.downshift.ui.")
        && !(part instanceof JLabel)
        && PICTURES.stream().anyMatch(name::endsWith)
        && paints(part);
  }

  private static boolean paints(Component part) {
    try {
      part.getClass().getDeclaredMethod("paintComponent", java.awt.Graphics.class);
      return true;
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  private static String role(Component part) {
    AccessibleRole role = context(part).getAccessibleRole();
    return role == null ? "?" : role.toDisplayString(java.util.Locale.ENGLISH);
  }

  private static String name(Component part) {
    if (!(part instanceof Accessible)) {
      return "";
    }
    String name = context(part).getAccessibleName();
    return name == null ? "" : name.strip();
  }

  private static AccessibleContext context(Component part) {
    return part.getAccessibleContext();
  }
}
