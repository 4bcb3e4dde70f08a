package app.downshift.ui.home;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import net.miginfocom.swing.MigLayout;

/** One thing to do, as a large button: a lamp, a name, a sentence, how long it takes. */
final class ChoiceCard extends JButton {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 2 * Card.RADIUS;
  private static final int LAMP = 48;

  private final transient Function<Palette, Color> colour;
  private final double lamp;
  private final boolean leading;
  private final Prose what = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final Text length = new Text("", Type.REGULAR.of(12), Palette::secondary);

  /**
   * @param lamp how large the inner light is, 0 to 1
   * @param key the name of its key, or empty; the card with a key is the leading one
   */
  ChoiceCard(
      String name, String key, Function<Palette, Color> colour, double lamp, Runnable action) {
    this.colour = colour;
    this.lamp = lamp;
    this.leading = !key.isEmpty();
    setLayout(new MigLayout("insets 20 96 12 24, gap 0, fill", "[grow][]", "[]6[grow,top]5[]"));
    setContentAreaFilled(false);
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    setRolloverEnabled(true);
    addActionListener(event -> action.run());
    ActionButton.pressedByEnter(this);
    add(new Text(name, Type.SEMIBOLD.of(19), Palette::text), "span, wrap");
    add(what, "span, growx, wmin 0, wrap");
    add(length);
    add(new Text(key, Type.REGULAR.of(12), Palette::secondary));
    getAccessibleContext().setAccessibleName(name);
  }

  /** Says what it does and how long that takes. */
  void say(String sentence, String howLong) {
    what.say(sentence);
    length.setText(howLong);
    getAccessibleContext().setAccessibleDescription(sentence + " " + howLong);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(ground(palette));
    g.fill(Card.plate(this, ARC));
    if (leading || isFocusOwner()) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(isFocusOwner() ? 3 : 2));
      g.draw(Card.ring(this, 1.5, ARC));
    }
    lamps(g, isEnabled() ? colour.apply(palette) : palette.faint(), lamp);
    g.dispose();
  }

  /** The light of a card: an inner one of a size of 0 to 1, and its halo. */
  static void lamps(Graphics2D g, Color light, double size) {
    lamp(g, Palette.mix(light, Palette.current().surface(), 0.27), LAMP);
    lamp(g, light, (int) Math.round(LAMP * size));
  }

  private Color ground(Palette palette) {
    if (getModel().isPressed()) {
      return Palette.mix(palette.background(), palette.surface(), 0.4);
    }
    return getModel().isRollover() && isEnabled()
        ? Palette.mix(palette.text(), palette.surface(), 0.04)
        : palette.surface();
  }

  private static void lamp(Graphics2D g, Color colour, int size) {
    g.setColor(colour);
    g.fillOval(28 + (LAMP - size) / 2, 24 + (LAMP - size) / 2, size, size);
  }
}
