package app.downshift.ui.home;

import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.io.Serial;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** A list of rows to choose from that never grows above some of them. */
final class RowScroll extends JScrollPane {
  @Serial private static final long serialVersionUID = 1;
  private static final int ROW = 50;
  private static final int GAP = 8;

  private final int most;

  /**
   * @param most so many rows are to be seen at once
   */
  RowScroll(JPanel list, int most) {
    super(list, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
    this.most = most;
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    getViewport().setOpaque(false);
    getVerticalScrollBar().setUnitIncrement(Zoom.px((ROW + GAP) / 2));
    for (String key : List.of("UP", "DOWN")) { // they go from row to row
      getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), "none");
    }
  }

  /** The list, with so many columns. */
  static JPanel list(int columns) {
    String each = columns > 1 ? "[grow,fill,sg]" : "[grow,fill]";
    JPanel list =
        new JPanel(
            new MigLayout(
                "insets 0, gap %1$d %1$d, fillx, wrap %2$d".formatted(GAP, columns),
                String.join(String.valueOf(GAP), java.util.Collections.nCopies(columns, each))));
    list.setOpaque(false);
    return list;
  }

  /** How high so many rows are, in lengths of the design. */
  static int height(int rows) {
    return rows * (Type.px(ROW) + GAP) - GAP;
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension all = super.getPreferredSize();
    return new Dimension(all.width, Math.min(all.height, Zoom.px(height(most))));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }
}
