package app.downshift.ui.chart;

import app.downshift.beat.Marks;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * The doubtful beats of a part of a recording: a ring around each, or, where rings would cover each
 * other, a tick below; and which of them a pointer means.
 *
 * @param up the scale of heart rates
 */
record DoubtRings(HeartTrack track, TimeView view, Scale up, Rectangle plot) {
  private static final double RING = 5;

  /** So near to a ring, in lengths of the design, the pointer means it. */
  private static final double NEAR = 9;

  /** More rings than this in one picture cover each other. */
  private static final int MOST_RINGS = 150;

  private static final float[] DOTS = {1.5f, 3.5f};

  void draw(Graphics2D g, Palette palette) {
    int[] shown = shown();
    boolean rings = shown.length <= MOST_RINGS;
    for (int i : shown) {
      Marks marks = track.marks(i);
      if (rings) {
        ring(g, x(i), y(i), marks, palette);
      } else if (!marks.isEmpty()) {
        g.setColor(palette.amber());
        g.fill(new Rectangle2D.Double(x(i) - 0.5, plot.getMaxY() - 8, 1, 8));
      }
    }
  }

  /** A wider ring around the one that is chosen. */
  void drawChosen(Graphics2D g, int interval, Palette palette) {
    if (interval >= 0 && interval < track.size() && view.shows(track.seconds(interval))) {
      g.setColor(palette.teal());
      g.setStroke(new BasicStroke(2.2f));
      g.draw(circle(x(interval), y(interval), RING + 4));
    }
  }

  /** In force a ring, accepted by a person a filled one, undone or explained a broken one. */
  private static void ring(Graphics2D g, double x, double y, Marks marks, Palette palette) {
    boolean person = marks.answeredBy().filter(by -> by == Marks.By.PERSON).isPresent();
    if (marks.isEmpty()) {
      g.setColor(person ? palette.amber() : palette.faint());
      g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTS, 0));
      g.draw(circle(x, y, RING));
      return;
    }
    g.setColor(palette.amber());
    g.setStroke(new BasicStroke(1.8f));
    g.draw(circle(x, y, RING));
    if (person) {
      g.fill(circle(x, y, RING - 2.5));
    }
  }

  private double x(int i) {
    return plot.x + (track.seconds(i) - view.from()) / view.span() * plot.width;
  }

  /** Where a ring lies: what is out of range stays whole inside, below the names of phases. */
  private double y(int i) {
    double top = plot.y + Type.px(18) + RING + 2;
    double foot = plot.getMaxY() - RING - 2;
    double y = plot.y + (1 - up.at(track.bpm(i))) * plot.height;
    return Math.max(top, Math.min(foot, y));
  }

  private int[] shown() {
    return Arrays.stream(track.doubtful()).filter(i -> view.shows(track.seconds(i))).toArray();
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The doubtful beat near a point, −1 for none. */
  int at(double pointX, double pointY) {
    int[] shown = shown();
    boolean rings = shown.length <= MOST_RINGS;
    int nearest = -1;
    double least = NEAR;
    for (int i : shown) {
      double far = Math.hypot(x(i) - pointX, rings ? y(i) - pointY : 0);
      if (far < least) {
        least = far;
        nearest = i;
      }
    }
    return nearest;
  }
}
