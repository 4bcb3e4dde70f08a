package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * How a heart followed the pacer over a whole phase: medians of what {@link BreathLockedSwing} and
 * {@link InStep} say at the end of each breath. NaN where no breath has an answer.
 *
 * @param swingBpm twice the amplitude of the first harmonic
 * @param inStep 0 to 1
 */
public record BreathFollowing(double swingBpm, double inStep) {
  /** Of the clean beats of a series with a pacer ({@link RrSeries#breaths}); linear cost. */
  public static BreathFollowing of(RrSeries series) {
    var swing = new BreathLockedSwing();
    var step = new InStep();
    double[] swings = new double[series.size()];
    double[] steps = new double[series.size()];
    int breaths = 0;
    double breath = Double.NaN;
    for (int i = 0; i < series.size(); i++) {
      double cycles = series.breaths(i);
      double breathMillis = 60_000 / BreathAverage.rate(series, i);
      if (Double.isNaN(cycles)) {
        swing.restart(); // behind a pause the pacer may stand elsewhere
        step = new InStep();
        breath = Double.NaN;
      } else {
        if (series.clean(i)) {
          swing.accept(series.timeMillis(i), series.rrMillis(i), cycles, breathMillis);
          step.accept(series.rrMillis(i), cycles, breathMillis);
        }
        if (Math.floor(cycles) > breath) {
          swings[breaths] = swing.at(series.timeMillis(i)).bpm();
          steps[breaths] = step.value();
          breaths++;
        }
        breath = Math.floor(cycles);
      }
    }
    return new BreathFollowing(Breathing.median(swings, breaths), Breathing.median(steps, breaths));
  }
}
