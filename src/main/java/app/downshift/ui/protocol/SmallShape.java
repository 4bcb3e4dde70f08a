package app.downshift.ui.protocol;

import app.downshift.breath.PaceLimits;
import app.downshift.breath.Pacer;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The shape of a protocol in a few strokes: a line for the pace, a block for anything else. */
final class SmallShape {
  private static final int STEPS = 24;

  private SmallShape() {}

  static void paint(
      Graphics2D g,
      Palette palette,
      Protocol protocol,
      double x,
      double y,
      double width,
      double height) {
    double total = protocol.plannedSeconds();
    double at = 0;
    for (Phase phase : protocol.phases()) {
      double from = x + width * at / total;
      double wide = Math.max(2, width * phase.plannedSeconds() / total - 2);
      if (phase.kind() instanceof Phase.Paced paced) {
        Pacer pacer = paced.plan().start(0, 0, phase.plannedSeconds(), paced.pattern());
        Path2D line = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
          double pace = pacer.perMinuteAt(Math.round(phase.plannedSeconds() * 1e6 * i / STEPS));
          double down =
              (PaceLimits.CEILING_PER_MINUTE - pace)
                  / (PaceLimits.CEILING_PER_MINUTE - PaceLimits.FLOOR_PER_MINUTE);
          if (i == 0) {
            line.moveTo(from, y + down * height);
          } else {
            line.lineTo(from + wide * i / STEPS, y + down * height);
          }
        }
        g.setColor(palette.teal());
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
      } else {
        boolean rest = phase.kind() instanceof Phase.OwnPace;
        g.setColor(Palette.mix(rest ? palette.text() : palette.amber(), palette.surface(), 0.18));
        g.fill(new RoundRectangle2D.Double(from, y, wide, height, 4, 4));
      }
      at += phase.plannedSeconds();
    }
  }
}
