package app.downshift.ui.theme;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import javax.swing.JPanel;

/**
 * A pill with a dot and a few words: how a sensor is. The words say all that the colour of the dot
 * says.
 */
public final class Chip extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  /** How wide chips usually are. */
  public static final int USUAL = 278;

  private static final int LEFT = 36;
  private static final int RIGHT = 20;
  private static final int DOT = 10;

  private final Font font = Type.REGULAR.of(13);
  private final int high = Type.px(36);
  private String words = "";
  private Tone tone = Tone.QUIET;
  private int least;

  public Chip() {
    setOpaque(false);
  }

  /** How good the news is. */
  public enum Tone {
    GOOD,
    CARE,
    BAD,
    QUIET;

    /** The colour of this tone. */
    public Color colour(Palette palette) {
      return switch (this) {
        case GOOD -> palette.teal();
        case CARE -> palette.amber();
        case BAD -> palette.coral();
        case QUIET -> palette.faint();
      };
    }
  }

  /** Keeps it at least so wide where there is room, so that other words move nothing beside it. */
  public Chip atLeast(int width) {
    least = width;
    return this;
  }

  /** Says something. */
  public void say(Tone nextTone, String nextWords) {
    assert Edt.here() : Edt.who();
    if (nextTone != tone || !nextWords.equals(words)) {
      tone = nextTone;
      words = nextWords;
      getAccessibleContext().setAccessibleName(words);
      revalidate();
      repaint();
    }
  }

  /** What it says. */
  public String words() {
    return words;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(Math.max(least, LEFT + RIGHT + Type.width(words, font)), high);
  }

  /** All words: layouts give way in the room to the right of them. */
  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(LEFT + RIGHT + Type.width(words, font), high);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double height = Zoom.height(this);
    g.setColor(palette.surface());
    g.fill(Card.plate(this, height));
    g.setColor(tone.colour(palette));
    g.fill(new Ellipse2D.Double(16, (height - DOT) / 2, DOT, DOT));
    g.setFont(font);
    g.setColor(palette.text());
    var metrics = g.getFontMetrics();
    Type.write(
        g, words, LEFT, Math.floor((height - metrics.getHeight()) / 2) + metrics.getAscent());
    g.dispose();
  }
}
