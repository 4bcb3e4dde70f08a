package app.downshift.ui.protocol;

import app.downshift.breath.PacePlan;
import app.downshift.breath.Pacer;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.Random;
import java.util.stream.Collectors;
import javax.swing.JPanel;

/**
 * A protocol as a picture: the pace of the pacer over time, and between, in words, what else is
 * done.
 */
public final class ProtocolPicture extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int STEPS = 120;
  private static final int LEFT = 30;
  private static final int RIGHT = 16;
  private static final int BELOW = 24;
  private static final int ABOVE = 12;

  private static final int APART = 8;

  /** Lower than this there is nothing to see in it. */
  private static final int LOWEST = 56;

  private final Font label = Type.REGULAR.of(11);
  private final transient Words words;
  private transient Protocol protocol;

  public ProtocolPicture(Words words, Protocol protocol) {
    this.words = words;
    this.protocol = protocol;
    setOpaque(false);
    tell();
  }

  /** Shows another one. */
  public void show(Protocol next) {
    protocol = next;
    tell();
    repaint();
  }

  /** The same in words, for those who hear it. */
  private void tell() {
    getAccessibleContext().setAccessibleName(words.text("choose.picture"));
    getAccessibleContext()
        .setAccessibleDescription(
            protocol.phases().stream().map(this::told).collect(Collectors.joining("; ")));
  }

  private String told(Phase phase) {
    String name =
        phase.title().isEmpty()
            ? words.text("kind." + Kinds.word(phase.kind()))
            : phase.title().in(words.language());
    String lasts = name + " " + words.clock(phase.plannedSeconds());
    return phase.kind() instanceof Phase.Paced paced && !paced.plan().compares()
        ? words.text("choose.picture.to", lasts, words.brief(paced.plan().targetPerMinute(), 1))
        : lasts;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (Zoom.height(this) < LOWEST) {
      return;
    }
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    g.setFont(label);
    double total = protocol.plannedSeconds();
    double width = Zoom.width(this) - LEFT - RIGHT;
    double height = Zoom.height(this) - ABOVE - BELOW;
    levels(g, palette, width, height);
    double at = 0;
    double free = LEFT + g.getFontMetrics().stringWidth(words.clock(0));
    for (Phase phase : protocol.phases()) {
      double from = LEFT + width * at / total;
      double wide = width * phase.plannedSeconds() / total;
      if (phase.kind() instanceof Phase.Paced paced) {
        curve(g, palette, paced, phase.plannedSeconds(), from, wide, height);
      } else {
        g.setColor(Palette.mix(palette.text(), palette.surface(), 0.04));
        g.fill(new Rectangle2D.Double(from, ABOVE, Math.max(1, wide - 1.5), height));
        g.setColor(palette.faint());
        String own = label(phase);
        if (g.getFontMetrics().stringWidth(own) < wide - 8) {
          centred(g, own, from + wide / 2, ABOVE + height / 2 + 4);
        }
      }
      at += phase.plannedSeconds();
      g.setColor(palette.faint());
      free = ended(g, words.clock(at), LEFT + width * at / total, free);
    }
    g.drawString(words.clock(0), LEFT, (float) (Zoom.height(this) - 6));
    g.dispose();
  }

  private String label(Phase phase) {
    boolean plain = phase.kind() instanceof Phase.OwnPace;
    return plain
        ? words.text("home.ownPace")
        : phase.title().isEmpty()
            ? words.text("kind." + phase.kind().word())
            : phase.title().in(words.language());
  }

  private void levels(Graphics2D g, Palette palette, double width, double height) {
    for (int perMinute = 4; perMinute <= 12; perMinute += 4) {
      double y = y(perMinute, height);
      g.setColor(palette.line());
      g.draw(new Line2D.Double(LEFT, y, LEFT + width, y));
      g.setColor(palette.faint());
      String label = words.number(perMinute, 0);
      g.drawString(label, LEFT - 8 - g.getFontMetrics().stringWidth(label), (float) y + 4);
    }
  }

  private static void curve(
      Graphics2D g,
      Palette palette,
      Phase.Paced paced,
      double seconds,
      double from,
      double wide,
      double height) {
    // In the order written: chance decides only when it is run.
    PacePlan plan =
        paced.plan() instanceof PacePlan.Stepped steps
            ? new PacePlan.Stepped(
                    steps.ratesPerMinute(),
                    steps.stepSeconds(),
                    steps.settlingSeconds(),
                    false,
                    steps.rounds())
                .drawn(new Random(0))
            : paced.plan();
    Pacer pacer = plan.start(0, 0, seconds, paced.pattern());
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= STEPS; i++) {
      double x = from + wide * i / STEPS;
      double y = y(pacer.perMinuteAt(Math.round(seconds * 1e6 * i / STEPS)), height);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(palette.teal());
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
    g.setStroke(new BasicStroke(1));
  }

  private static double y(double perMinute, double height) {
    return ABOVE + Math.max(0, height * (1 - (perMinute - 3) / 10));
  }

  private static void centred(Graphics2D g, String label, double x, double y) {
    g.drawString(label, (float) (x - g.getFontMetrics().stringWidth(label) / 2.0), (float) y);
  }

  /** Writes when a phase ends, unless that would lie on what is written before. */
  private double ended(Graphics2D g, String label, double x, double free) {
    double left = x - g.getFontMetrics().stringWidth(label);
    if (left < free + APART) {
      return free;
    }
    g.drawString(label, (float) left, (float) (Zoom.height(this) - 6));
    return x;
  }
}
