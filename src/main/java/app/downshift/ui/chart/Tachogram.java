package app.downshift.ui.chart;

import app.downshift.recording.Tape;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.BeatView;
import app.downshift.session.Snapshot.GapView;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heart rate beat by beat over the last 90 seconds, the pacer's wave behind it, doubtful beats
 * ringed.
 */
public final class Tachogram implements Drawing {
  private static final double SECONDS = 90;
  private static final double TICK_SECONDS = 15;

  /**
   * Doubtful beats further out than this, in bpm, stand at the edge instead of flattening all
   * others.
   */
  private static final double DOUBTFUL_ROOM = 12;

  /** In a plot narrower than this every second time is told. */
  private static final int NARROW = 360;

  private static final int WAVE_POINTS = 360;
  private static final double RING = 6;
  private static final Scale UNKNOWN = new Scale(50, 90, 10);
  private static final Scale ACROSS = new Scale(-SECONDS, 0, TICK_SECONDS);

  private final Words words;
  private final PacerTrace followed;
  private final @Nullable Tape tape;
  private final @Nullable CommonRange common;

  /** Of a session under way. */
  public Tachogram(Words words) {
    this(words, new PacerTrace(), null, null);
  }

  /** Of a recording, which knows what the pacer asked for at any time. */
  public Tachogram(Words words, Tape tape) {
    this(words, new PacerTrace(), tape, null);
  }

  /** Of a session under way beside others. */
  public Tachogram(Words words, CommonRange common) {
    this(words, new PacerTrace(), null, common);
  }

  private Tachogram(
      Words words, PacerTrace followed, @Nullable Tape tape, @Nullable CommonRange common) {
    this.words = words;
    this.followed = followed;
    this.tape = tape;
    this.common = common;
  }

  /** The same drawing, which goes on in other words; this one must not be painted again. */
  public Tachogram in(Words others) {
    return new Tachogram(others, followed, tape, common);
  }

  @Override
  public void paint(
      Graphics2D g, Rectangle plot, Snapshot snapshot, long nowMicros, Palette palette) {
    long oldest = nowMicros - Math.round(SECONDS * 1e6);
    PacerTrace trace = trace(snapshot, oldest, nowMicros);
    List<BeatView> beats =
        snapshot.beats().stream().filter(beat -> beat.atMicros() >= oldest).toList();
    // Beats that have just left still hold the axis, so that it moves seldom.
    Scale up = range(common == null ? snapshot.beats() : common.beats(), Axes.intervals(plot, 6));
    Axes axes = new Axes(g, plot, palette, words, ACROSS, up);
    axes.levels();
    double every = plot.width < Type.px(NARROW) ? 2 * TICK_SECONDS : TICK_SECONDS;
    for (double at = -SECONDS; at < 0; at += every) {
      axes.below(at, words.text("chart.secondsAgo", words.number(at, 0)));
    }
    axes.below(0, words.text("chart.now"));
    gaps(g, plot, axes, snapshot, nowMicros, palette);
    Curves curves = new Curves(plot, ACROSS, up);
    wave(curves, up, trace, nowMicros, palette);
    heart(curves, beats, nowMicros, palette);
    curves.paint(g);
    dots(g, axes, beats, nowMicros, palette);
    rings(g, plot, axes, beats, nowMicros, palette);
    if (beats.isEmpty()) {
      axes.write(
          words.text("chart.noBeats"),
          plot.getCenterX(),
          plot.getCenterY(),
          0.5,
          palette.secondary());
    }
  }

  private PacerTrace trace(Snapshot snapshot, long oldest, long nowMicros) {
    if (tape != null) {
      return PacerTrace.of(tape, oldest, nowMicros);
    }
    followed.follow(snapshot, oldest);
    return followed;
  }

  private static Scale range(List<BeatView> beats, int intervals) {
    double[] bpm =
        beats.stream()
            .filter(beat -> beat.marks().isEmpty())
            .mapToDouble(BeatView::bpm)
            .sorted()
            .toArray();
    if (bpm.length == 0) {
      return UNKNOWN;
    }
    double least = bpm[0];
    double most = bpm[bpm.length - 1];
    for (BeatView beat : beats) {
      if (beat.bpm() > bpm[0] - DOUBTFUL_ROOM && beat.bpm() < bpm[bpm.length - 1] + DOUBTFUL_ROOM) {
        least = Math.min(least, beat.bpm());
        most = Math.max(most, beat.bpm());
      }
    }
    return Scale.around(least - 1, most + 1, 15, intervals);
  }

  private void gaps(
      Graphics2D g, Rectangle plot, Axes axes, Snapshot snapshot, long nowMicros, Palette palette) {
    for (GapView gap : snapshot.gaps()) {
      double from = axes.x(Math.max(-SECONDS, (gap.fromMicros() - nowMicros) / 1e6));
      double to = gap.toMicros() < 0 ? plot.getMaxX() : axes.x((gap.toMicros() - nowMicros) / 1e6);
      if (to > plot.x && to - from > 1) {
        g.setColor(Palette.mix(palette.faint(), palette.surface(), 0.16));
        g.fill(new Rectangle2D.Double(from, plot.y, to - from, plot.height));
        String why = words.text("gap." + gap.cause().word());
        axes.write(why, (from + to) / 2, plot.y + plot.height - 8, 0.5, palette.secondary());
      }
    }
  }

  private void wave(Curves curves, Scale up, PacerTrace trace, long nowMicros, Palette palette) {
    double[] x = new double[WAVE_POINTS + 1];
    double[] y = new double[WAVE_POINTS + 1];
    double margin = (up.high() - up.low()) * 0.08;
    for (int i = 0; i <= WAVE_POINTS; i++) {
      x[i] = -SECONDS + SECONDS * i / WAVE_POINTS;
      double depth = trace.depthAt(nowMicros + Math.round(x[i] * 1e6));
      y[i] = up.low() + margin + depth * (up.high() - up.low() - 2 * margin);
    }
    curves.area(
        x,
        y,
        Palette.mix(palette.blue(), palette.surface(), 0.45),
        Palette.fade(palette.blue(), 0.13));
  }

  private static void heart(Curves curves, List<BeatView> beats, long nowMicros, Palette palette) {
    int gaps = (int) beats.stream().filter(BeatView::gapBefore).count();
    double[] x = new double[beats.size() + gaps];
    double[] y = new double[beats.size() + gaps];
    int i = 0;
    for (BeatView beat : beats) {
      if (beat.gapBefore()) {
        x[i] = secondsAgo(beat, nowMicros);
        y[i++] = Double.NaN;
      }
      x[i] = secondsAgo(beat, nowMicros);
      y[i++] = beat.bpm();
    }
    curves.line(x, y, palette.coral(), 2.4f);
  }

  private static void dots(
      Graphics2D g, Axes axes, List<BeatView> beats, long nowMicros, Palette palette) {
    g.setColor(palette.coral());
    for (BeatView beat : beats) {
      circle(g, axes, beat, nowMicros, 2.2, true);
    }
  }

  private void rings(
      Graphics2D g,
      Rectangle plot,
      Axes axes,
      List<BeatView> beats,
      long nowMicros,
      Palette palette) {
    List<BeatView> marked = beats.stream().filter(beat -> !beat.marks().isEmpty()).toList();
    g.setFont(Axes.label());
    g.setStroke(new BasicStroke(2));
    g.setColor(palette.amber());
    for (BeatView beat : marked) {
      circle(g, axes, beat, nowMicros, RING, false);
    }
    double high = g.getFontMetrics().getAscent();
    Rectangle2D last = new Rectangle2D.Double();
    for (BeatView beat : marked) {
      String why = words.text("chart.marked", words.text("mark." + first(beat)));
      double x = axes.x(secondsAgo(beat, nowMicros)) + 10;
      double y = Math.max(axes.yInside(beat.bpm()) - 10, plot.y + 10);
      double wide = g.getFontMetrics().stringWidth(why);
      double left = Math.min(x, plot.getMaxX() - wide - 2);
      var place = new Rectangle2D.Double(left - 4, y - high, wide + 8, high + 4);
      boolean free =
          !place.intersects(last)
              && marked.stream()
                  .filter(other -> !other.equals(beat))
                  .noneMatch(other -> place.intersects(around(axes, other, nowMicros)));
      if (free) {
        axes.write(why, x, y, 0, palette.amber());
        last = place;
      }
    }
  }

  private static Rectangle2D around(Axes axes, BeatView beat, long nowMicros) {
    double x = axes.x(secondsAgo(beat, nowMicros));
    double y = axes.yInside(beat.bpm());
    return new Rectangle2D.Double(x - RING, y - RING, 2 * RING, 2 * RING);
  }

  private static String first(BeatView beat) {
    return beat.marks().words().get(0);
  }

  private static void circle(
      Graphics2D g, Axes axes, BeatView beat, long nowMicros, double radius, boolean filled) {
    double x = axes.x(secondsAgo(beat, nowMicros));
    double y = axes.yInside(beat.bpm());
    var shape = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    if (filled) {
      g.fill(shape);
    } else {
      g.draw(shape);
    }
  }

  private static double secondsAgo(BeatView beat, long nowMicros) {
    return Math.min(0, (beat.atMicros() - nowMicros) / 1e6);
  }
}
