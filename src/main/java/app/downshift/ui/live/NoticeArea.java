package app.downshift.ui.live;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Zoom;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The notices of now, each on its own quiet strip. */
public final class NoticeArea extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private transient List<Notice> shown = List.of();

  public NoticeArea() {
    super(new MigLayout("insets 0, gap 0 8, fillx, wrap 1, hidemode 3", "[grow]"));
    setOpaque(false);
    setVisible(false);
  }

  /** Shows these and no others. */
  public void show(List<Notice> notices) {
    assert Edt.here() : Edt.who();
    if (!notices.equals(shown)) {
      shown = List.copyOf(notices);
      removeAll();
      shown.forEach(notice -> add(new Strip(notice), "growx"));
      setVisible(!shown.isEmpty());
      revalidate();
      repaint();
    }
  }

  private static final class Strip extends JPanel {
    @Serial private static final long serialVersionUID = 1;
    private static final int DOT = 10;

    private final transient Notice notice;

    Strip(Notice notice) {
      super(new MigLayout("insets 9 38 9 14, fill", "[grow]"));
      this.notice = notice;
      setOpaque(false);
      add(new Prose(notice.words(), Type.REGULAR.of(13), Palette::text), "growx, wmin 0");
      getAccessibleContext().setAccessibleName(notice.words());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      g.setColor(palette.raised());
      g.fill(Card.plate(this, 20));
      g.setColor(notice.tone().colour(palette));
      g.fill(new Ellipse2D.Double(16, (Zoom.height(this) - DOT) / 2, DOT, DOT));
      g.dispose();
    }
  }
}
