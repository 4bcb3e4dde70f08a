package app.downshift.ui.therapist;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.ui.chart.PhaseNames;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** The phases below each other, as many as there is room for around the one under way. */
final class PhaseList extends JComponent {
  @Serial private static final long serialVersionUID = 1;
  private static final int ROW = 21;

  private final transient Words words;
  private final Font font = Type.REGULAR.of(13);
  private final Font now = Type.SEMIBOLD.of(13);
  private transient List<Line> lines = List.of();
  private int current;

  private record Line(String name, String time) {}

  PhaseList(Words words) {
    this.words = words;
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    List<Line> next = new ArrayList<>();
    for (int i = 0; i < snapshot.phases().size(); i++) {
      PhaseProgress phase = snapshot.phases().get(i);
      double planned = phase.phase().plannedSeconds();
      String time =
          i == snapshot.phase()
              ? words.text("therapist.left", words.clock(planned - phase.doneSeconds()))
              : words.clock(planned);
      next.add(new Line(PhaseNames.title(words, phase.phase()), time));
    }
    if (!next.equals(lines) || current != snapshot.phase()) {
      lines = List.copyOf(next);
      current = snapshot.phase();
      getAccessibleContext()
          .setAccessibleName(
              words.text(
                  "therapist.phase",
                  current + 1,
                  lines.size(),
                  lines.get(current).name(),
                  lines.get(current).time()));
      repaint();
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new Spoken();
    }
    return accessibleContext;
  }

  private final class Spoken extends AccessibleJComponent {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.LABEL;
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(160, Type.px(ROW) * Math.max(3, Math.min(6, lines.size())));
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(100, 3 * Type.px(ROW));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double row = Type.px(ROW);
    int room = Math.max(1, (int) Math.floor(Zoom.height(this) / row + 0.01));
    int first = Math.max(0, Math.min(current - room / 2, lines.size() - room));
    double width = Zoom.width(this);
    for (int i = first; i < Math.min(lines.size(), first + room); i++) {
      Line line = lines.get(i);
      double top = (i - first) * row;
      g.setFont(i == current ? now : font);
      FontMetrics metrics = g.getFontMetrics();
      double baseline = top + Math.floor((row - metrics.getHeight()) / 2) + metrics.getAscent();
      g.setColor(i == current ? palette.teal() : palette.faint());
      double dot = 8;
      var mark = new Ellipse2D.Double(2, top + (row - dot) / 2, dot, dot);
      if (i <= current) {
        g.fill(mark);
      } else {
        g.draw(mark);
      }
      g.setColor(i == current ? palette.text() : palette.secondary());
      double right = width - Type.width(line.time(), g.getFont());
      Type.write(g, line.time(), right, baseline);
      Type.write(g, Cut.to(line.name(), g.getFont(), right - 18 - 8), 18, baseline);
    }
    g.dispose();
  }
}
