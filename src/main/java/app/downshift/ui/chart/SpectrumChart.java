package app.downshift.ui.chart;

import app.downshift.hrv.Spectrum;
import app.downshift.session.Reading;
import app.downshift.session.Reading.Reason;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.LineSpectrum;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where the power of the last 64 seconds lies, from nought to 24 per minute (0.4 Hz), and how much
 * of it in one line: a fraction of power, nobody's score.
 */
public final class SpectrumChart implements Drawing {
  private static final double MOST_PER_MINUTE = 24;
  private static final double LEAST_SHOWN = 4;

  /** In a plot narrower than this words would lie on each other. */
  private static final int NARROW = 330;

  /** Half the width of the line whose share is given: 0.015 Hz. */
  private static final double LINE_PER_MINUTE = 0.9;

  private static final Scale ACROSS = new Scale(0, MOST_PER_MINUTE, 4);

  /** Reasons that a gap of beats does not explain: these withhold the spectrum itself. */
  private static final Set<Reason> NOT_A_MATTER_OF_TIME =
      EnumSet.of(
          Reason.NO_SIGNAL, Reason.SIGNAL_TOO_POOR, Reason.RHYTHM_UNKNOWN, Reason.RHYTHM_IRREGULAR);

  private final Words words;

  public SpectrumChart(Words words) {
    this.words = words;
  }

  @Override
  public void paint(
      Graphics2D g, Rectangle plot, Snapshot snapshot, long nowMicros, Palette palette) {
    LineSpectrum spectrum = snapshot.spectrum();
    Curve curve = Curve.of(spectrum.density());
    Scale up = Scale.fromNought(curve.most() * 1.1, LEAST_SHOWN, Axes.fewIntervals(plot, 4));
    Axes axes = new Axes(g, plot, palette, words, ACROSS, up);
    axes.levels();
    int every = plot.width < Type.px(NARROW) ? 2 : 1;
    for (int i = 0; i < ACROSS.ticks(); i += every) {
      String label = words.number(ACROSS.tick(i), 0);
      axes.below(
          ACROSS.tick(i), i == ACROSS.ticks() - 1 ? words.text("chart.perMinute", label) : label);
    }
    if (spectrum.density().size() == 0) {
      axes.write(
          withheld(snapshot), plot.getCenterX(), plot.getCenterY(), 0.5, palette.secondary());
    } else {
      line(plot, axes, up, curve, spectrum, g, palette);
    }
    snapshot
        .pacer()
        .ifPresent(
            pacer -> {
              long at =
                  snapshot.frozenAtMicros() >= 0 ? snapshot.frozenAtMicros() : snapshot.atMicros();
              double perMinute = pacer.perMinuteAt(at);
              axes.dashedDown(perMinute);
              if (spectrum.density().size() > 0 && plot.width >= Type.px(NARROW)) {
                axes.write(
                    words.text("chart.pacerAt", words.number(perMinute, 1)),
                    axes.x(perMinute) + 8,
                    plot.y + Axes.label().getSize2D(),
                    0,
                    palette.secondary());
              }
            });
  }

  private void line(
      Rectangle plot,
      Axes axes,
      Scale up,
      Curve curve,
      LineSpectrum spectrum,
      Graphics2D g,
      Palette palette) {
    Curves whole = new Curves(plot, ACROSS, up);
    whole.area(
        curve.perMinute,
        curve.power,
        Palette.mix(palette.blue(), palette.surface(), 0.6),
        Palette.fade(palette.blue(), 0.13));
    whole.paint(g);
    if (!Double.isNaN(spectrum.peakPerMinute())) {
      Curves strongest = new Curves(plot, ACROSS, up);
      strongest.area(
          curve.perMinute,
          curve.around(spectrum.peakPerMinute(), LINE_PER_MINUTE),
          palette.teal(),
          Palette.mix(palette.teal(), palette.surface(), 0.5));
      strongest.paint(g);
    }
    if (!Double.isNaN(spectrum.coherence())) {
      double right = plot.getMaxX();
      double first = plot.y + Axes.label().getSize2D();
      axes.write(
          words.text("chart.inOneLine", words.number(100 * spectrum.coherence(), 0)),
          right,
          first,
          1,
          palette.teal());
      axes.write(
          words.text("chart.lineAt", words.number(spectrum.peakPerMinute(), 1)),
          right,
          first + Axes.label().getSize2D() + 4,
          1,
          palette.secondary());
    }
  }

  private String withheld(Snapshot snapshot) {
    if (snapshot.figures().swingBpm() instanceof Reading.Withheld why
        && NOT_A_MATTER_OF_TIME.contains(why.reason())) {
      return words.text("reason." + why.reason().name().toLowerCase(Locale.ROOT));
    }
    return words.text("chart.spectrum.gathering");
  }

  /** The points shown: per minute, and density in ms² per mHz. */
  private static final class Curve {
    private final double[] perMinute;
    private final double[] power;

    private Curve(double[] perMinute, double[] power) {
      this.perMinute = perMinute;
      this.power = power;
    }

    static Curve of(Spectrum density) {
      int count = 0;
      while (count < density.size() && density.hz(count) * 60 <= MOST_PER_MINUTE) {
        count++;
      }
      double[] perMinute = new double[count];
      double[] power = new double[count];
      for (int k = 0; k < count; k++) {
        perMinute[k] = density.hz(k) * 60;
        power[k] = density.density(k) / 1000;
      }
      return new Curve(perMinute, power);
    }

    double most() {
      double most = 0;
      for (double value : power) {
        most = Math.max(most, value);
      }
      return most;
    }

    double[] around(double centre, double half) {
      double[] near = power.clone();
      for (int k = 0; k < near.length; k++) {
        if (Math.abs(perMinute[k] - centre) > half) {
          near[k] = Double.NaN;
        }
      }
      return near;
    }
  }
}
