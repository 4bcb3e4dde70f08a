package app.downshift.evidence;

import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.beat.Soundness;
import app.downshift.hrv.Breathing;
import app.downshift.hrv.Spectra;
import app.downshift.hrv.TimeDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * A rest before or after, at one's own pace: what is compared. Figures that must not be shown are
 * NaN.
 *
 * @param fromSeconds session time
 * @param toSeconds session time
 * @param cleanShare of the time, 0 to 1
 * @param band what that share allows
 * @param rhythm of the beats in it
 * @param hrBpm 60000 / mean interval
 * @param lnRmssd of ms
 * @param lnHf of Lomb's HF power in ms²
 * @param breathingPerMinute a guess from the intervals; NaN where no line stands out
 */
public record Segment(
    double fromSeconds,
    double toSeconds,
    double cleanShare,
    Band band,
    Rhythm rhythm,
    double hrBpm,
    double lnRmssd,
    double lnHf,
    double breathingPerMinute,
    Blocks blocks) {
  /** The first minute of a rest is settling down and does not count. */
  public static final double SETTLING_SECONDS = 60;

  /** A shorter rest tells too little. */
  public static final double SHORTEST_SECONDS = 180;

  /** One block of the bootstrap: longer than a breath, so that neighbours stay together. */
  static final double BLOCK_SECONDS = 30;

  /** A window cut at its beats is short by an interval or two. */
  private static final double CUT_SECONDS = 3;

  /** Of a whole recording, with its marks, the beats of a rest. */
  static Segment of(RrSeries recording, double fromSeconds, double toSeconds) {
    RrSeries series = recording.window(fromSeconds * 1000, toSeconds * 1000);
    // What is missing at the ends counts as missing, too.
    Soundness sound =
        Soundness.of(series)
            .heardFor(series.durationMillis() / 1000 / (toSeconds - fromSeconds - CUT_SECONDS));
    boolean regular = sound.variabilityShown();
    TimeDomain time = TimeDomain.of(series);
    return new Segment(
        fromSeconds,
        toSeconds,
        sound.cleanShare(),
        sound.band(),
        sound.rhythm(),
        sound.rateShown() ? time.heartRatePerMinute() : Double.NaN,
        regular ? time.lnRmssd() : Double.NaN,
        regular ? Math.log(Spectra.lomb(series).hfMillis2()) : Double.NaN,
        regular ? Breathing.of(series).ratePerMinute() : Double.NaN,
        Blocks.of(series, fromSeconds, toSeconds));
  }

  /** Whether heart rate and RMSSD may be judged. */
  public boolean judged() {
    return !Double.isNaN(hrBpm) && !Double.isNaN(lnRmssd);
  }

  /**
   * Sums over blocks of 30 s, from which figures can be made again from any choice of blocks.
   *
   * @param intervals clean intervals of each block
   * @param rrMillis their sum
   * @param differences between clean neighbours
   * @param squares sum of their squares, in ms²
   */
  @SuppressWarnings("ArrayRecordComponent") // sums, never compared
  record Blocks(int[] intervals, double[] rrMillis, int[] differences, double[] squares) {
    static Blocks of(RrSeries series, double fromSeconds, double toSeconds) {
      List<RrSeries> parts = new ArrayList<>();
      for (double from = fromSeconds; from + BLOCK_SECONDS <= toSeconds + 1e-6; ) {
        parts.add(series.window(from * 1000, (from + BLOCK_SECONDS) * 1000));
        from += BLOCK_SECONDS;
      }
      var blocks =
          new Blocks(
              new int[parts.size()],
              new double[parts.size()],
              new int[parts.size()],
              new double[parts.size()]);
      for (int b = 0; b < parts.size(); b++) {
        blocks.add(b, parts.get(b));
      }
      return blocks;
    }

    private void add(int b, RrSeries part) {
      for (int i = 0; i < part.size(); i++) {
        if (part.clean(i)) {
          intervals[b]++;
          rrMillis[b] += part.rrMillis(i);
          if (part.follows(i) && part.clean(i - 1)) {
            double difference = part.rrMillis(i) - part.rrMillis(i - 1);
            differences[b]++;
            squares[b] += difference * difference;
          }
        }
      }
    }

    int count() {
      return intervals.length;
    }
  }
}
