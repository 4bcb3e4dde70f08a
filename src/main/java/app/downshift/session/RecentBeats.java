package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.Coherence;
import app.downshift.hrv.Spectrum;
import app.downshift.session.Snapshot.LineSpectrum;
import java.util.ArrayDeque;

/** The decided beats of the last minute and a half, for what looks at a whole stretch of them. */
final class RecentBeats {
  private static final double KEPT_MILLIS = 90_000;

  /** Older than this, the last beat says nothing of now. */
  private static final double FRESH_MILLIS = 10_000;

  private record Beat(double atMillis, double rrMillis, Marks marks, boolean gapBefore) {}

  private final ArrayDeque<Beat> beats = new ArrayDeque<>();

  void accept(double atMillis, double rrMillis, Marks marks, boolean gapBefore) {
    beats.addLast(new Beat(atMillis, rrMillis, marks, gapBefore));
    while (beats.getFirst().atMillis() < atMillis - KEPT_MILLIS) {
      beats.removeFirst();
    }
  }

  LineSpectrum spectrum(double nowMillis) {
    if (beats.isEmpty() || nowMillis - beats.getLast().atMillis() > FRESH_MILLIS) {
      return LineSpectrum.NONE;
    }
    Spectrum density = Coherence.spectrum(series());
    Coherence coherence = Coherence.of(density);
    return new LineSpectrum(density, coherence.share(), 60 * coherence.peakHz());
  }

  private RrSeries series() {
    int count = beats.size();
    double[] at = new double[count];
    double[] rr = new double[count];
    boolean[] gaps = new boolean[count];
    Marks[] marks = new Marks[count];
    int i = 0;
    for (Beat beat : beats) {
      at[i] = beat.atMillis();
      rr[i] = beat.rrMillis();
      gaps[i] = beat.gapBefore();
      marks[i++] = beat.marks();
    }
    return RrSeries.of(at, rr, gaps).withMarks(marks);
  }
}
