package app.downshift.ui.live;

import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/** Buttons in rows, as many to a row as fit; none wider than there is room. */
final class Chips implements LayoutManager {
  private static final int GAP = 6;

  @Override
  public void layoutContainer(Container parent) {
    flow(parent, parent.getWidth(), true);
  }

  /** Lays all out, if wanted, and tells how high they are. */
  private static int flow(Container parent, int room, boolean place) {
    int gap = Zoom.px(GAP);
    int x = 0;
    int y = 0;
    int high = 0;
    for (Component chip : parent.getComponents()) {
      Dimension wanted = chip.getPreferredSize();
      if (x > 0 && x + wanted.width > room) {
        x = 0;
        y += high + gap;
      }
      if (place) {
        chip.setBounds(x, y, Math.min(wanted.width, room), wanted.height);
      }
      high = wanted.height;
      x += wanted.width + gap;
    }
    return y + high;
  }

  /** As high as it is in the width it was last given. */
  @Override
  public Dimension preferredLayoutSize(Container parent) {
    int room = parent.getWidth() > 0 ? parent.getWidth() : Zoom.px(360);
    return new Dimension(0, flow(parent, room, false));
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return preferredLayoutSize(parent);
  }

  @Override
  public void addLayoutComponent(String name, Component chip) {
    // Chips stand in the order in which they were added.
  }

  @Override
  public void removeLayoutComponent(Component chip) {
    // The same.
  }
}
