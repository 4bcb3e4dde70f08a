package app.downshift.ui.live;

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
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.List;
import javax.swing.JPanel;

/** The phases side by side, as long as they last, filled as far as they are over. */
final class PhaseBar extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int GAP = 8;
  private static final int BAR = 10;
  private static final int TOP = 26;
  private static final double SHORTEST = 92;

  private final Font name = Type.REGULAR.of(12);
  private final Font nameNow = Type.SEMIBOLD.of(12);
  private final transient Words words;
  private transient List<PhaseProgress> phases = List.of();
  private int now;

  PhaseBar(Words words) {
    this.words = words;
    setOpaque(false);
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    if (!snapshot.phases().equals(phases) || snapshot.phase() != now) {
      phases = snapshot.phases();
      now = snapshot.phase();
      getAccessibleContext().setAccessibleName(PhaseNames.title(words, snapshot.current().phase()));
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(556, 76);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double[] widths = widths();
    double x = 0;
    for (int i = 0; i < phases.size(); i++) {
      PhaseProgress progress = phases.get(i);
      double done = Math.min(1, progress.doneSeconds() / progress.phase().plannedSeconds());
      done = i < now ? 1 : done;
      g.setColor(palette.raised());
      Shape segment = new RoundRectangle2D.Double(x, TOP, widths[i], BAR, BAR, BAR);
      g.fill(segment);
      if (done > 0) {
        g.setColor(
            i < now ? Palette.mix(palette.teal(), palette.background(), 0.58) : palette.teal());
        double filled = Math.max(BAR, widths[i] * done);
        g.fill(new RoundRectangle2D.Double(x, TOP, filled, BAR, BAR, BAR));
      }
      g.setFont(i == now ? nameNow : name);
      g.setColor(i == now ? palette.text() : palette.secondary());
      name(g, label(progress), x, widths[i], i == now);
      x += widths[i] + GAP;
    }
    g.dispose();
  }

  /** Names that do not fit stay away, but for that of the phase under way. */
  private void name(Graphics2D g, String name, double x, double width, boolean current) {
    double wide = g.getFontMetrics().stringWidth(name);
    if (current || wide <= width) {
      double left = Math.max(0, Math.min(Zoom.width(this) - wide, x + (width - wide) / 2));
      g.drawString(name, (float) left, TOP + 28f);
    }
  }

  private String label(PhaseProgress progress) {
    return PhaseNames.title(words, progress.phase())
        + " "
        + words.clock(progress.phase().plannedSeconds());
  }

  /** In proportion to the planned lengths, but no narrower than a name. */
  private double[] widths() {
    double room = Zoom.width(this) - GAP * (phases.size() - 1.0);
    double total = phases.stream().mapToDouble(p -> p.phase().plannedSeconds()).sum();
    boolean roomy =
        phases.stream().allMatch(p -> room * p.phase().plannedSeconds() / total >= SHORTEST);
    double shortest = roomy ? 0 : Math.min(SHORTEST, room / Math.max(1, phases.size()));
    double free = room - shortest * phases.size();
    return phases.stream()
        .mapToDouble(p -> shortest + free * p.phase().plannedSeconds() / total)
        .toArray();
  }
}
