package app.downshift.ui.chart;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import java.io.Serial;
import net.miginfocom.swing.MigLayout;

/** A chart on its card: what it is on the left, how to read it on the right. */
public final class ChartCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  /** From the end of a plot to that of its card, less what the card keeps free. */
  public static final int RIGHT = 27;

  private static final int FREE = 2;

  private final Text note;
  private final ChartCanvas canvas;

  /** The canvas keeps clear of the round corners. */
  public ChartCard(String title, String note, ChartCanvas canvas) {
    super(
        new MigLayout(
            "insets 14 6 8 " + FREE + ", gap 0, fill", "[grow]", "[" + Type.px(20) + "!][grow]"));
    this.note = new Text(note, Type.REGULAR.of(12), Palette::secondary);
    this.canvas = canvas;
    add(new Text(title, Type.SEMIBOLD.of(14), Palette::text), "cell 0 0, gapleft 14");
    add(this.note, "cell 0 0, gapleft push, gapright " + Type.px(RIGHT));
    add(canvas, "cell 0 1, grow");
    canvas.getAccessibleContext().setAccessibleName(title);
    canvas.getAccessibleContext().setAccessibleDescription(note);
  }

  /** The picture on the card. */
  public ChartCanvas canvas() {
    return canvas;
  }

  /** Puts something to press behind the note. */
  public ChartCard with(QuietButton more) {
    remove(note);
    add(note, "cell 0 0, gapleft push, gapright 0");
    add(more, "cell 0 0, gapleft 0, gapright " + (Type.px(RIGHT) - QuietButton.PADDING));
    return this;
  }

  /** Changes how to read it. */
  public void note(String words) {
    note.setText(words);
    canvas.getAccessibleContext().setAccessibleDescription(words);
  }
}
