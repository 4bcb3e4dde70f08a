package app.downshift.ui.diary;

import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.Serial;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Two columns that are as wide as there is room, and scroll when they are longer. */
class Page extends JPanel implements Scrollable {
  @Serial private static final long serialVersionUID = 1;

  Page() {
    this(
        new MigLayout(
            "insets 0, gap 12 10, fillx, hidemode 3", "[grow,fill,sg half][grow,fill,sg half]"));
  }

  Page(MigLayout layout) {
    super(layout);
    setOpaque(false);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Zoom.px(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
