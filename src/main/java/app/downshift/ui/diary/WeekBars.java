package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.library.WeekBalance.Estimate;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/**
 * Load and capacity of some weeks as pairs of bars from 0 to 10, each with its interval as a
 * whisker. Load is hatched, so that the colour is not the only difference.
 */
final class WeekBars extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final double MOST = CheckIn.MOST;
  private static final double BAR = 40;
  private static final double GAP = 6;
  private static final int HATCH = 7;

  private final transient Words words;
  private final transient List<Doing.Week> weeks;
  private final Font small = Type.REGULAR.of(11);

  WeekBars(Words words, List<Doing.Week> weeks) {
    this.words = words;
    this.weeks = List.copyOf(weeks);
    setOpaque(false);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      told.add(
          words.text(
              "doing.week.told",
              name(i),
              said(weeks.get(i).load()),
              said(weeks.get(i).capacity())));
    }
    String all = words.text("doing.balance") + ": " + String.join("; ", told);
    getAccessibleContext().setAccessibleName(all);
    setToolTipText("<html>" + String.join("<br>", told) + "</html>");
  }

  private String name(int index) {
    return words.text("doing.week", index + 1);
  }

  private String said(Optional<Estimate> estimate) {
    return estimate
        .map(
            each ->
                words.text(
                    "doing.estimate",
                    words.number(each.mean(), 1),
                    words.number(each.from(), 1),
                    words.number(each.to(), 1)))
        .orElse(words.text("doing.notTold"));
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(130 * weeks.size() - 40, 100 + Type.px(22));
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(60 * weeks.size(), 30 + Type.px(22));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double foot = Zoom.height(this) - Type.px(22);
    double step = Zoom.width(this) / weeks.size();
    double bar = Math.min(BAR, (step - GAP) / 3);
    double pair = 2 * bar + GAP;
    for (int i = 0; i < weeks.size(); i++) {
      double left = i * step;
      Doing.Week week = weeks.get(i);
      g.setColor(palette.line());
      g.setStroke(new BasicStroke(1));
      g.draw(new Line2D.Double(left, foot, left + pair, foot));
      week.load().ifPresent(each -> bar(g, left, bar, foot, each, palette.amber(), true, palette));
      week.capacity()
          .ifPresent(
              each -> bar(g, left + bar + GAP, bar, foot, each, palette.teal(), false, palette));
      g.setFont(small);
      g.setColor(palette.secondary());
      if (week.load().isEmpty() && week.capacity().isEmpty()) {
        centred(g, words.text("doing.notTold"), left + pair / 2, foot - 8);
      }
      centred(g, name(i), left + pair / 2, foot + Type.px(16));
    }
    g.dispose();
  }

  private void centred(Graphics2D g, String says, double middle, double baseline) {
    double wide = Type.width(says, small);
    Type.write(
        g, says, Math.max(0, Math.min(Zoom.width(this) - wide, middle - wide / 2)), baseline);
  }

  private static void bar(
      Graphics2D g,
      double x,
      double wide,
      double foot,
      Estimate estimate,
      Color colour,
      boolean hatched,
      Palette palette) {
    double height = (foot - 2) / MOST;
    double top = foot - height * estimate.mean();
    Shape shape = new RoundRectangle2D.Double(x, top, wide, foot - top, 6, 6);
    Color ground = Palette.mix(colour, palette.surface(), 0.72);
    fill(g, shape, ground, hatched, palette);
    g.setColor(palette.text());
    g.setStroke(new BasicStroke(1.4f));
    double middle = x + wide / 2;
    double upper = foot - height * estimate.to();
    double lower = foot - height * estimate.from();
    g.draw(new Line2D.Double(middle, upper, middle, lower));
    g.draw(new Line2D.Double(middle - 5, upper, middle + 5, upper));
    g.draw(new Line2D.Double(middle - 5, lower, middle + 5, lower));
  }

  /** A bar or a sample of one. */
  static void fill(Graphics2D g, Shape shape, Color ground, boolean hatched, Palette palette) {
    g.setColor(ground);
    g.fill(shape);
    if (hatched) {
      Graphics2D inside = (Graphics2D) g.create();
      inside.clip(shape);
      inside.setColor(Palette.mix(palette.surface(), ground, 0.45));
      inside.setStroke(new BasicStroke(2));
      var box = shape.getBounds2D();
      Path2D lines = new Path2D.Double();
      for (double at = box.getX() - box.getHeight(); at < box.getMaxX(); at += HATCH) {
        lines.moveTo(at, box.getMaxY());
        lines.lineTo(at + box.getHeight(), box.getY());
      }
      inside.draw(lines);
      inside.dispose();
    }
  }
}
