package app.downshift.ui.home;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.Serial;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.Scrollable;

/** Fills the room there is; where it needs more than that it is scrolled, up and down only. */
final class Scrolled extends JPanel implements Scrollable {
  @Serial private static final long serialVersionUID = 1;
  private static final int STEP = 24;

  private Scrolled(JComponent inside) {
    super(new BorderLayout());
    setOpaque(false);
    add(inside);
  }

  /** A pane around it without a frame of its own. */
  static JScrollPane around(JComponent inside) {
    var scroll =
        new JScrollPane(
            new Scrolled(inside),
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    return scroll;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(super.getPreferredSize().width, getMinimumSize().height);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return super.getPreferredSize();
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() instanceof JViewport view && view.getHeight() >= getMinimumSize().height;
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
    return seen.height;
  }
}
