package app.downshift.ui.home;

import app.downshift.library.ClientLine;
import app.downshift.ui.home.ClientList.Entry;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** How a client stands in the list: the code, and below it the sessions there are. */
final class ClientRow extends JLabel implements ListCellRenderer<Entry> {
  @Serial private static final long serialVersionUID = 1;
  private static final int ARC = 16;
  private static final int LEFT = 16;

  private final transient Words words;
  private final transient Supplier<Instant> now;
  private final Font large = Type.REGULAR.of(15);
  private final Font small = Type.REGULAR.of(12);
  private String title = "";
  private String name = "";
  private String detail = "";
  private boolean chosen;
  private boolean focused;

  ClientRow(Words words, Supplier<Instant> now) {
    this.words = words;
    this.now = now;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Entry> list, Entry entry, int index, boolean isChosen, boolean hasFocus) {
    Optional<ClientLine> client = entry.client();
    title = client.map(ClientLine::code).orElseGet(() -> words.text("clients.nobody"));
    name = client.map(ClientLine::name).orElse("");
    detail = client.map(this::about).orElseGet(() -> count(entry.sessions()));
    chosen = isChosen;
    focused = hasFocus;
    setText(title + " " + name + ", " + detail);
    return this;
  }

  private String about(ClientLine client) {
    String says =
        client
            .last()
            .map(
                last ->
                    words.text(
                        "clients.last", count(client.sessions()), Day.of(last, now.get(), words)))
            .orElseGet(() -> words.text("clients.new"));
    return client.damage().isEmpty() ? says : says + " · " + words.text("clients.damage");
  }

  private String count(int sessions) {
    return count(sessions, words);
  }

  /** How many sessions there are, in words. */
  static String count(int sessions, Words words) {
    return switch (sessions) {
      case 0 -> words.text("clients.noSessions");
      case 1 -> words.text("clients.session");
      default -> words.text("clients.sessions", sessions);
    };
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double width = Zoom.width(this);
    double height = Zoom.height(this) - 4;
    if (chosen) {
      g.setColor(Palette.mix(palette.teal(), palette.surface(), 0.22));
      g.fill(new RoundRectangle2D.Double(0, 0, width, height, ARC, ARC));
    }
    if (focused) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2));
      g.draw(new RoundRectangle2D.Double(1, 1, width - 2, height - 2, ARC - 2, ARC - 2));
    }
    g.setFont(large);
    g.setColor(palette.text());
    double line = Type.px(21);
    double first = Math.floor((height - 2 * line) / 2) + g.getFontMetrics().getAscent();
    Type.write(g, title, LEFT, first);
    if (!name.isEmpty()) {
      g.setFont(small);
      g.setColor(palette.secondary());
      Type.write(g, name, LEFT + Type.width(title, large) + 10, first);
    }
    g.setFont(small);
    g.setColor(palette.secondary());
    Type.write(g, detail, LEFT, first + line - 1);
    g.dispose();
  }
}
