package app.downshift.ui.therapist;

import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JLabel;

/** A line that somebody else wrote, however long: what does not fit is in its tip. */
final class CutText extends JLabel {
  @Serial private static final long serialVersionUID = 1;

  CutText(Font font) {
    super(" ");
    setFont(font);
  }

  @Override
  public void setText(String text) {
    super.setText(text);
    setToolTipText(text);
  }

  @Override
  public Dimension getPreferredSize() {
    FontMetrics metrics = getFontMetrics(getFont());
    return Zoom.size(Type.width(getText(), getFont()), metrics.getAscent() + metrics.getDescent());
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Zoom.graphics(graphics);
    g.setFont(getFont());
    g.setColor(Palette.current().secondary());
    FontMetrics metrics = g.getFontMetrics();
    double baseline =
        Math.floor((Zoom.height(this) - metrics.getAscent() - metrics.getDescent()) / 2)
            + metrics.getAscent();
    Type.write(g, Cut.to(getText(), getFont(), Zoom.width(this)), 0, baseline);
    g.dispose();
  }
}
