package app.downshift.ui.live;

import app.downshift.breath.Pacer;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Optional;

/**
 * One way to draw the breath. It is drawn from the time alone, so that no form ever jumps or lags.
 */
interface PacerShape {
  /** Draws the breath into a field. */
  void paint(Graphics2D g, Palette palette, double width, double height, Breath breath);

  /**
   * The breath at one moment.
   *
   * @param pacer absent where there is nothing to follow
   * @param big what to do
   * @param small for how many seconds, or more words
   */
  record Breath(Optional<Pacer> pacer, long atMicros, String big, String small) {
    /**
     * How full the lungs are asked to be at a time from now, 0 to 1; half where there is no pacer.
     */
    double depthIn(double seconds) {
      return pacer.map(guide -> guide.at(atMicros + Math.round(seconds * 1e6)).depth()).orElse(0.5);
    }

    /**
     * Writes the words, centred, no wider than {@code room}, the first on a baseline at {@code y}.
     */
    void write(Graphics2D g, double x, double y, double scale, double room, Color colour) {
      boolean counting = pacer.isPresent();
      g.setColor(colour);
      Font font = Type.SEMIBOLD.of((float) Math.max(18, (counting ? 34 : 26) * scale));
      int wide = Math.max(1, Type.width(big, font));
      g.setFont(wide <= room ? font : font.deriveFont((float) (font.getSize2D() * room / wide)));
      g.drawString(big, (float) (x - g.getFontMetrics().stringWidth(big) / 2.0), (float) y);
      double below = y + Math.max(22, (counting ? 40 : 32) * scale);
      g.setFont(Type.REGULAR.of((float) Math.max(13, (counting ? 26 : 15) * scale)));
      g.drawString(small, (float) (x - g.getFontMetrics().stringWidth(small) / 2.0), (float) below);
    }
  }
}
