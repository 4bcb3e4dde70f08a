package app.downshift.ui.protocol;

import app.downshift.recording.ProtocolFolder.Entry;
import app.downshift.session.Protocol;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** A row of the list of protocols: what it is called, how long it lasts, its shape in small. */
final class ProtocolRow extends JPanel implements ListCellRenderer<Entry> {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int SIDE = 14;
  private static final int SHAPE = 86;
  private static final double CHOSEN = 0.22;

  private final transient Words words;
  private final Font large = Type.REGULAR.of(14);
  private final Font small = Type.REGULAR.of(12);
  private transient Entry entry;
  private boolean chosen;
  private boolean focused;

  ProtocolRow(Words words, Entry first) {
    this.words = words;
    this.entry = first;
    setOpaque(false);
  }

  /** What a protocol is called. */
  static String title(Words words, Protocol protocol) {
    return protocol.title().isEmpty() ? protocol.name() : protocol.title().in(words.language());
  }

  /** What an entry is called: a file that is none by its name. */
  static String title(Words words, Entry entry) {
    return entry
        .protocol()
        .map(protocol -> title(words, protocol))
        .orElseGet(() -> entry.origin().map(file -> String.valueOf(file.getFileName())).orElse(""));
  }

  /** How long it lasts, or that it cannot be used. */
  static String detail(Words words, Entry entry) {
    String length =
        entry
            .protocol()
            .map(
                protocol ->
                    words.text("choose.minutes", words.brief(protocol.plannedSeconds() / 60, 1)))
            .orElseGet(() -> words.text("choose.broken"));
    return entry.origin().isPresent() && entry.protocol().isPresent()
        ? words.text("choose.phases", length, words.text("choose.own"))
        : length;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Entry> list, Entry value, int index, boolean selected, boolean focus) {
    entry = value;
    chosen = selected;
    focused = focus && list.isFocusOwner();
    getAccessibleContext().setAccessibleName(title(words, value));
    getAccessibleContext().setAccessibleDescription(detail(words, value));
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(280, Type.px(54));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double width = Zoom.width(this);
    double height = Zoom.height(this);
    if (chosen) {
      g.setColor(Palette.mix(palette.teal(), palette.surface(), CHOSEN));
      g.fill(Card.plate(this, ARC));
    }
    if (focused) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(Card.ring(this, 1, ARC));
    }
    boolean usable = entry.protocol().isPresent();
    double line = Type.px(19);
    double first = Math.floor((height - 2 * line) / 2) + Type.px(15);
    g.setFont(large);
    g.setColor(usable ? palette.text() : palette.secondary());
    double room = width - 2 * SIDE - (usable ? SHAPE + SIDE : 0);
    Type.write(g, fitting(title(words, entry), room), SIDE, first);
    g.setFont(small);
    g.setColor(palette.secondary());
    Type.write(g, detail(words, entry), SIDE, first + line);
    entry
        .protocol()
        .ifPresent(
            protocol ->
                SmallShape.paint(
                    g, palette, protocol, width - SIDE - SHAPE, 12, SHAPE, height - 24));
    g.dispose();
  }

  private String fitting(String title, double room) {
    String shown = title;
    while (shown.length() > 2 && Type.width(shown, large) > room) {
      shown = shown.substring(0, shown.length() - 2).strip() + "…";
    }
    return shown;
  }
}
