package app.downshift.report;

import app.downshift.hrv.Spectrum;
import app.downshift.report.Pen.Anchor;
import java.util.Arrays;
import java.util.List;

/** The spectra of a session, phase by phase. */
final class SpectrumCharts {
  private static final double FROM_HZ = 0.02;
  private static final double TO_HZ = 0.40;
  private static final double LF_ENDS_HZ = 0.15;

  /** More would be too narrow to read. */
  private static final int MOST = 4;

  private final SessionFacts facts;
  private final Phrases words;

  SpectrumCharts(SessionFacts facts, Phrases words) {
    this.facts = facts;
    this.words = words;
  }

  /** The phases whose spectrum may be shown, the first few. */
  List<PhaseFacts> shown() {
    return facts.phases().stream().filter(phase -> phase.density().size() > 0).limit(MOST).toList();
  }

  /** Spectra side by side, each on its own scale. */
  Drawing of(List<PhaseFacts> shown) {
    return pen -> {
      double gap = 12;
      double each = (pen.width() - gap * (shown.size() - 1)) / shown.size();
      for (int i = 0; i < shown.size(); i++) {
        one(pen, shown.get(i), i * (each + gap), each);
      }
    };
  }

  private void one(Pen pen, PhaseFacts phase, double x, double wide) {
    double size = pen.size();
    double foot = pen.height() - 1.6 * size;
    double top = 2.9 * size;
    Spectrum density = phase.density();
    double[] hz = new double[density.size()];
    double[] power = new double[density.size()];
    double most = 0;
    for (int k = 0; k < hz.length; k++) {
      boolean in = density.hz(k) >= FROM_HZ && density.hz(k) <= TO_HZ + 1e-9;
      hz[k] = density.hz(k);
      power[k] = in ? density.density(k) / 1000 : Double.NaN;
      most = in ? Math.max(most, power[k]) : most;
    }
    Axis vertical = new Axis(0, most > 0 ? 1.08 * most : 1, foot, top);
    Axis across = new Axis(0, TO_HZ, x + 3.4 * size, x + wide - 1.2 * size);
    pen.strong(words.title(facts.plan().protocol(), phase.phase()), x, size, Anchor.LEFT, Ink.TEXT);
    double bands = across.at(LF_ENDS_HZ);
    pen.box(bands, top, across.end() - bands, foot - top, Ink.PANEL);
    int decimals = most < 1 ? 2 : most < 10 ? 1 : 0;
    pen.grid(vertical, across, tick -> words.number(tick, decimals));
    double above = top - 0.35 * size; // a peak reaches the top
    pen.text("LF", across.at(0.095), above, Anchor.MIDDLE, Ink.SECONDARY);
    pen.text("HF", across.at(0.275), above, Anchor.MIDDLE, Ink.SECONDARY);
    double[] px = Arrays.stream(hz).map(across::at).toArray();
    double[] py = Arrays.stream(power).map(p -> Double.isNaN(p) ? p : vertical.at(p)).toArray();
    pen.curve(px, py, Ink.TEAL, 1);
    String last = words.brief(TO_HZ, 1) + " Hz";
    double begins = x + wide - pen.width(last);
    pen.text(last, x + wide, foot + 1.35 * size, Anchor.RIGHT, Ink.SECONDARY);
    for (double tick : new double[] {0, 0.1, 0.2, 0.3}) {
      String value = words.brief(tick, 1);
      if (across.at(tick) + pen.width(value) / 2 + 0.5 * size < begins) {
        pen.text(value, across.at(tick), foot + 1.35 * size, Anchor.MIDDLE, Ink.SECONDARY);
      }
    }
  }
}
