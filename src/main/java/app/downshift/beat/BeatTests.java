package app.downshift.beat;

import app.downshift.beat.LipponenTarvainen.Windows;

/**
 * All tests of a recording together: range, {@link LipponenTarvainen} and the breathing model, each
 * raising its own marks. {@link LiveMarks} says the same of {@link Windows#LIVE} beat by beat.
 */
public final class BeatTests {
  private BeatTests() {}

  /**
   * The series with the marks of centred windows and our floor: what every figure of a recording
   * uses. What a person said of a beat is carried over from the marks the series has.
   */
  public static RrSeries mark(RrSeries series) {
    Marks[] marks = marks(series, Windows.CENTRED, LipponenTarvainen.FLOOR_MILLIS);
    for (int i = 0; i < marks.length; i++) {
      marks[i] = marks[i].ruledLike(series.marks(i));
    }
    return series.withMarks(marks);
  }

  /** The marks of every interval; marks the series already carries play no part. */
  public static Marks[] marks(RrSeries series, Windows windows, double floorMillis) {
    Marks[] marks = LipponenTarvainen.marks(series, windows, floorMillis);
    double[] rr = new double[marks.length];
    double[] breaths = new double[marks.length];
    for (int i = 0; i < marks.length; i++) {
      rr[i] = series.rrMillis(i);
      breaths[i] = series.breaths(i);
    }
    BreathModel model = new BreathModel(windows);
    int from = 0;
    while (from < marks.length) {
      int to = from + 1;
      while (to < marks.length && series.follows(to)) {
        to++;
      }
      model.restart();
      for (int i = from; i < to && series.usable(i); i++) {
        Marks heard = heard(marks[i], model.judge(rr, breaths, from, to, i));
        Marks before = i > from ? marks[i - 1] : Marks.NONE;
        marks[i] = beside(before, heard, rr, breaths[i], from, to, i);
      }
      from = to;
    }
    return marks;
  }

  /**
   * The marks of a beat in the light of the beats beside it: of a lone pause of the sinus node, and
   * behind any doubted pause that is over, only the plausibility of the interval itself counts.
   * {@link Pause} says what the places mean. Where a pacer leads, the breathing model knows better
   * than the beats around whether a lone long interval fits.
   *
   * @param breaths the pacer's cycles at the beat; NaN without a pacer
   */
  static Marks beside(
      Marks before, Marks marks, double[] intervals, double breaths, int from, int to, int at) {
    if (marks.isEmpty()) {
      return marks;
    }
    boolean ofTheSinusNode =
        Double.isNaN(breaths)
            && (Pause.ofTheSinusNode(intervals, from, to, at)
                || Pause.ofTheSinusNode(intervals, from, to, at - 1));
    boolean plausible =
        ofTheSinusNode || !before.isEmpty() && Pause.endedBefore(intervals, from, to, at);
    return plausible ? marks.ofPause() : marks;
  }

  /** What the model's opinion adds to the marks of the other tests. */
  static Marks heard(Marks marks, BreathModel.Opinion opinion) {
    return switch (opinion) {
      case DOUBTED -> marks.with(Mark.BREATH);
      case EXPLAINED -> marks.raised() ? marks.explained() : marks;
      case NONE, OPEN -> marks;
    };
  }
}
