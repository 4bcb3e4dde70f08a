package app.downshift.ui.chart;

import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a {@link SessionTachogram} only changes with the view: phases, levels, gaps, curves,
 * doubtful beats, notes and names.
 *
 * @param beside another recording on the same axis
 * @param up the scale of heart rates
 */
record TachogramPicture(
    HeartTrack track,
    @Nullable HeartTrack beside,
    TimeView view,
    Scale up,
    Rectangle plot,
    Palette palette,
    Words words) {
  private static final int HATCH = 6;
  private static final float[] DOTS = {1.5f, 3.5f};
  private static final double[] STEPS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200
  };

  /**
   * Paints it on a ground of its own.
   *
   * @param pixels of the screen for one of its lengths
   */
  void paint(Graphics2D g, double pixels) {
    Axes axes = axes(g);
    phases(g, axes);
    axes.levels();
    below(axes);
    Graphics2D inside = (Graphics2D) g.create();
    inside.clip(new Rectangle2D.Double(plot.x, plot.y, plot.width, plot.height));
    gaps(inside, axes);
    var line = new RateLine(inside, axes, view, pixels);
    HeartTrack other = beside;
    if (other != null) {
      line.draw(other, palette.blue(), 1.2f);
    }
    line.draw(track, palette.coral(), 1.5f);
    new DoubtRings(track, view, up, plot).draw(inside, palette);
    notes(inside, axes);
    inside.dispose();
    titles(g, axes);
  }

  Axes axes(Graphics2D g) {
    Scale across = new Scale(view.from(), view.to(), view.span());
    return new Axes(g, plot, palette, words, across, levels());
  }

  /** In a low plot every second level is enough. */
  private Scale levels() {
    double step = up.step();
    int most = Axes.intervals(plot, 6);
    while ((up.high() - up.low()) / step > most) {
      step += up.step();
    }
    return new Scale(up.low(), up.high(), step);
  }

  private void phases(Graphics2D g, Axes axes) {
    for (HeartTrack.Stretch stretch : track.phases()) {
      double left = Math.max(plot.x, axes.x(stretch.fromSeconds()));
      double right = Math.min(plot.getMaxX(), axes.x(stretch.toSeconds()));
      if (right > left) {
        boolean paced = stretch.phase().kind() instanceof Phase.Paced;
        g.setColor(
            paced
                ? Palette.mix(palette.teal(), palette.surface(), 0.06)
                : Palette.mix(palette.text(), palette.surface(), 0.06));
        g.fill(new Rectangle2D.Double(left, plot.y, Math.max(0, right - left - 1), plot.height));
      }
    }
  }

  private void titles(Graphics2D g, Axes axes) {
    g.setFont(Axes.label());
    FontMetrics metrics = g.getFontMetrics();
    for (HeartTrack.Stretch stretch : track.phases()) {
      double left = Math.max(plot.x, axes.x(stretch.fromSeconds()));
      double right = Math.min(plot.getMaxX(), axes.x(stretch.toSeconds()));
      for (String title : List.of(title(stretch.phase()), name(stretch.phase()))) {
        if (metrics.stringWidth(title) < right - left - 8) {
          g.setColor(palette.secondary());
          Axes.onVeil(
              g,
              palette.surface(),
              title,
              (left + right - metrics.stringWidth(title)) / 2,
              plot.y + metrics.getAscent() + 4.0);
          break;
        }
      }
    }
  }

  private String name(Phase phase) {
    return PhaseNames.title(words, phase);
  }

  private String title(Phase phase) {
    if (phase.kind() instanceof Phase.OwnPace) {
      return words.text("review.phase.own", name(phase));
    }
    if (phase.kind() instanceof Phase.Paced paced) {
      PacePlan plan = paced.plan();
      String last = words.brief(plan.targetPerMinute(), 2);
      return plan.startPerMinute() == plan.targetPerMinute()
          ? words.text("review.phase.paced", name(phase), last)
          : words.text(
              "review.phase.glide", name(phase), words.brief(plan.startPerMinute(), 2), last);
    }
    return name(phase);
  }

  private void below(Axes axes) {
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] / view.span() * plot.width >= Type.px(58)) {
        step = STEPS[i];
      }
    }
    for (double at = Math.ceil(view.from() / step - 1e-9) * step;
        at <= view.to() + 1e-9;
        at += step) {
      axes.below(at, words.clock(at));
    }
  }

  private void gaps(Graphics2D g, Axes axes) {
    for (HeartTrack.Gap gap : track.gaps()) {
      double left = Math.max(plot.x, axes.x(gap.fromSeconds()));
      double right = Math.min(plot.getMaxX(), Math.max(left + 1.5, axes.x(gap.toSeconds())));
      if (right <= plot.x || left >= plot.getMaxX()) {
        continue;
      }
      var band = new Rectangle2D.Double(left, plot.y, right - left, plot.height);
      g.setColor(Palette.mix(palette.faint(), palette.surface(), 0.16));
      g.fill(band);
      Graphics2D hatched = (Graphics2D) g.create();
      hatched.clip(band);
      hatched.setColor(Palette.mix(palette.faint(), palette.surface(), 0.5));
      hatched.setStroke(new BasicStroke(1));
      double first = Math.floor((left - plot.height) / HATCH) * HATCH;
      for (double x = first; x < right; x += HATCH) {
        hatched.draw(new Line2D.Double(x, plot.getMaxY(), x + plot.height, plot.y));
      }
      hatched.dispose();
      String why = words.text("gap." + gap.cause().word());
      g.setFont(Axes.label());
      if (g.getFontMetrics().stringWidth(why) < right - left - 6) {
        axes.write(why, (left + right) / 2, plot.getMaxY() - 8, 0.5, palette.secondary());
      }
    }
  }

  private void notes(Graphics2D g, Axes axes) {
    g.setFont(Axes.label());
    FontMetrics metrics = g.getFontMetrics();
    double top = plot.y + metrics.getHeight() + 8.0;
    List<HeartTrack.Note> notes = track.notes();
    for (int i = 0; i < notes.size(); i++) {
      HeartTrack.Note note = notes.get(i);
      double x = axes.x(note.atSeconds());
      if (!view.shows(note.atSeconds())) {
        continue;
      }
      g.setColor(palette.amber());
      g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTS, 0));
      g.draw(new Line2D.Double(x, top, x, plot.getMaxY()));
      double next = i + 1 < notes.size() ? axes.x(notes.get(i + 1).atSeconds()) : plot.getMaxX();
      if (metrics.stringWidth(note.text()) < Math.min(next, plot.getMaxX()) - x - 10) {
        Axes.onVeil(g, palette.surface(), note.text(), x + 6, top + metrics.getAscent());
      }
    }
  }
}
