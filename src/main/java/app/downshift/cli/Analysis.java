package app.downshift.cli;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.beat.Soundness;
import app.downshift.hrv.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a series and whether they may be shown.
 *
 * @param series with its marks
 * @param rateShown whether heart rate and mean interval may be shown: the signal is not poor
 * @param variabilityShown whether anything beyond them may: the rhythm is known and regular too
 */
record Analysis(
    RrSeries series,
    double fromMillis,
    double toMillis,
    Band verdict,
    double cleanShare,
    Rhythm rhythm,
    Figures figures,
    boolean rateShown,
    boolean variabilityShown) {

  /**
   * The whole series. {@code raw} marks nothing, withholds nothing, and computes from every
   * interval.
   */
  static Analysis whole(RrSeries unmarked, boolean raw) {
    RrSeries series = raw ? unmarked.asOneStretch() : BeatTests.mark(unmarked);
    double to = series.size() == 0 ? 0 : series.timeMillis(series.size() - 1);
    return of(series, to - series.durationMillis(), to, raw, new Figures.Kit());
  }

  /** Windows (w, w + length] from time 0 on; only those that the series fills. */
  static List<Analysis> windows(
      RrSeries unmarked, boolean raw, double lengthMillis, double stepMillis) {
    RrSeries series = raw ? unmarked.asOneStretch() : BeatTests.mark(unmarked);
    double end = series.size() == 0 ? 0 : series.timeMillis(series.size() - 1);
    Figures.Kit kit = new Figures.Kit();
    List<Analysis> all = new ArrayList<>();
    for (int k = 0; k * stepMillis + lengthMillis <= end; k++) {
      double from = k * stepMillis;
      double to = from + lengthMillis;
      all.add(of(series.window(from, to), from, to, raw, kit));
    }
    return all;
  }

  private static Analysis of(
      RrSeries series, double fromMillis, double toMillis, boolean raw, Figures.Kit kit) {
    Soundness sound = Soundness.of(series);
    Figures figures = kit.of(series);
    return new Analysis(
        series,
        fromMillis,
        toMillis,
        raw ? Band.of(sound.cleanShare()) : sound.band(),
        sound.cleanShare(),
        sound.rhythm(),
        raw ? figures : figures.whereLongEnough(),
        raw || sound.rateShown(),
        raw || sound.variabilityShown());
  }
}
