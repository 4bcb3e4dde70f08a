package app.downshift.ui.theme;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.io.Serial;
import java.util.function.Function;
import javax.swing.JTextArea;

/** Some lines of text that wrap at the width they are given. Give it {@code wmin 0} in a layout. */
public final class Prose extends JTextArea {
  @Serial private static final long serialVersionUID = 1;

  private transient Function<Palette, Color> colour;

  public Prose(String words, Font font, Function<Palette, Color> colour) {
    super(words);
    this.colour = colour;
    setFont(Zoom.font(font));
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setBorder(null);
    getAccessibleContext().setAccessibleName(words);
  }

  /** Says something else. */
  public void say(String words) {
    assert Edt.here() : Edt.who();
    if (!words.equals(getText())) {
      setText(words);
      getAccessibleContext().setAccessibleName(words);
    }
  }

  /** Changes the colour. */
  public void colour(Function<Palette, Color> next) {
    colour = next;
  }

  /** Nothing to press: what it lies on gets the mouse. */
  @Override
  public boolean contains(int x, int y) {
    return false;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    setForeground(colour.apply(Palette.current()));
    super.paintComponent(graphics);
  }
}
