package app.downshift.ui.theme;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JPanel;

/**
 * A pill with a dot and a few words: how a sensor is. The words say all that the colour of the dot
 * says.
 */
public final class Chip extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int LEFT = 36;
  private static final int RIGHT = 20;
  private static final int DOT = 10;

  private final Font font = Type.REGULAR.of(13);
  private final int high = Type.px(36);
  private String words = "";
  private Tone tone = Tone.QUIET;

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
    return new Dimension(LEFT + RIGHT + Type.width(words, font), high);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Card.smooth(graphics);
    g.setColor(palette.surface());
    g.fillRoundRect(0, 0, getWidth(), getHeight(), high, high);
    g.setColor(tone.colour(palette));
    g.fillOval(16, (getHeight() - DOT) / 2, DOT, DOT);
    g.setFont(font);
    g.setColor(palette.text());
    var metrics = g.getFontMetrics();
    g.drawString(words, LEFT, (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
    g.dispose();
  }
}
