package app.downshift.ui.evidence;

import app.downshift.evidence.MeanEffect;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import javax.swing.JPanel;

/** How many sessions of a kind there are, beside how many a claim needs: full and hollow dots. */
final class Tally extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double DOT = 5;
  private static final double STEP = 17;

  private final String name;
  private final boolean paced;
  private final Font font = Type.REGULAR.of(13);
  private final Font bold = Type.SEMIBOLD.of(13);
  private final transient Words words;
  private int count;

  /**
   * @param paced whether these are the sessions with the pacer
   */
  Tally(String name, boolean paced, Words words) {
    this.name = name;
    this.paced = paced;
    this.words = words;
    setOpaque(false);
    show(0);
  }

  void show(int sessions) {
    count = sessions;
    getAccessibleContext()
        .setAccessibleName(
            words.text("trial.tally", name, sessions, MeanEffect.SESSIONS_FOR_A_CLAIM));
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(
        Type.px(150) + Type.px(60) + STEP * MeanEffect.SESSIONS_FOR_A_CLAIM, Type.px(24));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double middle = Zoom.height(this) / 2;
    double baseline = middle + Type.px(5);
    g.setFont(font);
    g.setColor(palette.text());
    Type.write(g, name, 0, baseline);
    double x = Type.px(150);
    g.setStroke(new BasicStroke(1.5f));
    for (int i = 0; i < MeanEffect.SESSIONS_FOR_A_CLAIM; i++) {
      var dot = new Ellipse2D.Double(x + i * STEP, middle - DOT, 2 * DOT, 2 * DOT);
      if (i < count) {
        g.setColor(paced ? palette.teal() : palette.blue());
        g.fill(dot);
      } else {
        g.setColor(palette.faint());
        g.draw(dot);
      }
    }
    g.setFont(bold);
    g.setColor(palette.text());
    String says = words.text("trial.of", count, MeanEffect.SESSIONS_FOR_A_CLAIM);
    Type.write(g, says, x + MeanEffect.SESSIONS_FOR_A_CLAIM * STEP + 8, baseline);
    g.dispose();
  }
}
