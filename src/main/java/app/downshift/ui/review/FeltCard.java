package app.downshift.ui.review;

import app.downshift.evidence.SessionReview;
import app.downshift.session.Rating;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.Map;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What was said of pain, tension and stress, before and after: each on an axis of its own. */
final class FeltCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;

  FeltCard(Words words) {
    super(
        new MigLayout(
            "insets 12 22 8 22, gap 0, fillx, wrap 1, aligny top", "[grow,fill]", "[]push"));
    this.words = words;
    getAccessibleContext().setAccessibleName(words.text("review.felt"));
  }

  void show(SessionReview review) {
    assert Edt.here() : Edt.who();
    removeAll();
    add(new Text(words.text("review.felt"), Type.SEMIBOLD.of(14), Palette::text), "growx 0");
    Map<Rating.Scale, Integer> before = review.rated(Rating.When.BEFORE);
    Map<Rating.Scale, Integer> after = review.rated(Rating.When.AFTER);
    if (before.isEmpty() && after.isEmpty()) {
      add(
          new Prose(words.text("review.felt.none"), Type.REGULAR.of(13), Palette::secondary),
          "growx, wmin 0, gaptop 10, pushy, top");
    } else {
      for (Rating.Scale scale : Rating.Scale.values()) {
        if (before.containsKey(scale) || after.containsKey(scale)) {
          add(
              new Text(
                  words.text("review.felt." + scale.word()),
                  Type.REGULAR.of(13),
                  Palette::secondary),
              "growx 0, pushy, bottom, hmin pref");
          add(new Line(before.get(scale), after.get(scale)), "growx, wmin 0, hmin pref");
        }
      }
    }
    revalidate();
    repaint();
  }

  /** 0 to 10, with a hollow dot for before and a full one for after. */
  private final class Line extends JPanel {
    @Serial private static final long serialVersionUID = 1;
    private static final double DOT = 7;

    private final transient @Nullable Integer before;
    private final transient @Nullable Integer after;
    private final Font font = Type.REGULAR.of(11);
    private final Font bold = Type.SEMIBOLD.of(11);

    Line(@Nullable Integer before, @Nullable Integer after) {
      this.before = before;
      this.after = after;
      setOpaque(false);
      getAccessibleContext()
          .setAccessibleName(words.text("review.felt.both", told(before), told(after)));
    }

    private String told(@Nullable Integer value) {
      return value == null ? Words.ABSENT : words.count(value);
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(120, 22 + Type.px(14));
    }

    @Override
    public Dimension getMinimumSize() {
      return getPreferredSize();
    }

    private double x(int value) {
      return DOT + 1 + (Zoom.width(this) - 2 * DOT - 2) * value / Rating.MOST;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      double y = 11;
      g.setColor(palette.line());
      g.fill(new RoundRectangle2D.Double(0, y - 2.5, Zoom.width(this), 5, 5, 5));
      Integer from = before;
      Integer to = after;
      if (from != null && to != null && !from.equals(to)) {
        g.setColor(palette.teal());
        double left = Math.min(x(from), x(to));
        g.fill(new RoundRectangle2D.Double(left, y - 2.5, Math.abs(x(from) - x(to)), 5, 5, 5));
      }
      if (from != null) {
        g.setColor(palette.surface());
        g.fill(dot(from, y, DOT));
        g.setColor(palette.secondary());
        g.setStroke(new BasicStroke(2));
        g.draw(dot(from, y, DOT - 0.5));
      }
      if (to != null) {
        g.setColor(palette.teal());
        g.fill(dot(to, y, from != null && from.equals(to) ? DOT - 3 : DOT));
      }
      label(g, from, to, palette);
      g.dispose();
    }

    private void label(
        Graphics2D g, @Nullable Integer from, @Nullable Integer to, Palette palette) {
      double foot = 20 + Type.px(12);
      double right = Zoom.width(this);
      double taken = Double.NaN;
      double takenTo = Double.NaN;
      if (to != null) {
        String says = from == null ? words.text("review.felt.after", to) : words.count(to);
        double wide = Type.width(says, bold);
        taken = Math.max(0, Math.min(right - wide, x(to) - wide / 2));
        takenTo = taken + wide;
        g.setFont(bold);
        g.setColor(palette.teal());
        Type.write(g, says, taken, foot);
      }
      if (from != null) {
        String says = words.text("review.felt.before", from);
        double wide = Type.width(says, font);
        double left = Math.max(0, Math.min(right - wide, x(from) - wide / 2));
        if (!Double.isNaN(taken) && left < takenTo + 8 && left + wide > taken - 8) {
          boolean room = takenTo + 8 + wide <= right;
          boolean behind = ((to == null || from >= to) && room) || taken - 8 - wide < 0;
          left = behind ? takenTo + 8 : taken - 8 - wide;
        }
        g.setFont(font);
        g.setColor(palette.secondary());
        Type.write(g, says, left, foot);
      }
    }

    private Ellipse2D dot(int value, double y, double radius) {
      return new Ellipse2D.Double(x(value) - radius, y - radius, 2 * radius, 2 * radius);
    }
  }
}
