package app.downshift.hrv;

import app.downshift.beat.RrSeries;

/**
 * How steadily the heart answers each breath at the same place: of every breath the vector z = Σ
 * (RR − mean) · e^(−iφ), each scaled to length one, averaged over the last six breaths
 * (phase-locking value, Lachaux 1999). 1 is perfect, six random breaths give 0.37. Intervals are
 * stamped at their middle. Pass clean beats only; a breath that clean beats cover by less than
 * three quarters, or with fewer than three, is left out.
 */
public final class InStep {
  /** The breaths looked back upon. */
  public static final int BREATHS = 6;

  /** With fewer than this many usable breaths among them there is no answer. */
  public static final int FEWEST = 3;

  private static final double COVERED = 0.75;
  private static final int MOST_BEATS = 256;

  private final double[] cosine = new double[BREATHS];
  private final double[] sine = new double[BREATHS];
  private final double[] rr = new double[MOST_BEATS];
  private final double[] angle = new double[MOST_BEATS];
  private int beats;
  private double covered;
  private double breath = Double.NaN;

  /** Takes the next clean beat, as {@link BreathLockedSwing#accept} does. */
  public void accept(double rrMillis, double phaseCycles, double breathMillis) {
    if (!RrSeries.isInterval(rrMillis) || !(breathMillis > 0) || !Double.isFinite(phaseCycles)) {
      return;
    }
    double phase = phaseCycles - rrMillis / 2 / breathMillis;
    double number = Math.floor(phase);
    if (number != breath) {
      close(number);
    }
    if (beats < MOST_BEATS) {
      rr[beats] = rrMillis;
      angle[beats] = 2 * Math.PI * (phase - number);
      beats++;
      covered += rrMillis / breathMillis;
    }
  }

  /** How many of the last six completed breaths could be used. */
  public int breaths() {
    int count = 0;
    for (int i = 0; i < BREATHS; i++) {
      count += cosine[i] != 0 || sine[i] != 0 ? 1 : 0;
    }
    return count;
  }

  /** From 0 to 1; NaN with fewer than three usable breaths. */
  public double value() {
    int count = breaths();
    return count < FEWEST ? Double.NaN : Math.hypot(sum(cosine), sum(sine)) / count;
  }

  /**
   * How long after the end of the inhale the heart is fastest, in seconds, from minus to plus half
   * a breath: 0 at resonance, positive when the heart comes late. It takes the beat times as true;
   * whatever the sensor delays comes on top. NaN when {@link #value} is.
   *
   * @param inhaleShare the part of a breath that is inhale, which begins at phase 0
   */
  public double lagSeconds(double breathMillis, double inhaleShare) {
    if (breaths() < FEWEST) {
      return Double.NaN;
    }
    // z points to −θ, θ being where intervals are longest; the heart is fastest half a breath from
    // there.
    double fastest = -Math.atan2(sum(sine), sum(cosine)) / (2 * Math.PI) + 0.5;
    double behind = fastest - inhaleShare;
    return (behind - Math.floor(behind + 0.5)) * breathMillis / 1000;
  }

  private void close(double next) {
    if (!Double.isNaN(breath)) {
      push();
      int skipped = (int) Math.min(BREATHS, next - breath - 1);
      for (int i = 0; i < skipped; i++) {
        beats = 0;
        push();
      }
    }
    breath = next;
    beats = 0;
    covered = 0;
  }

  private void push() {
    double real = 0;
    double imaginary = 0;
    if (beats >= 3 && covered >= COVERED) {
      Spread spread = new Spread();
      for (int i = 0; i < beats; i++) {
        spread.add(rr[i]);
      }
      for (int i = 0; i < beats; i++) {
        real += (rr[i] - spread.mean()) * Math.cos(angle[i]);
        imaginary -= (rr[i] - spread.mean()) * Math.sin(angle[i]);
      }
    }
    double length = Math.hypot(real, imaginary);
    System.arraycopy(cosine, 1, cosine, 0, BREATHS - 1);
    System.arraycopy(sine, 1, sine, 0, BREATHS - 1);
    // A breath without any swing points nowhere.
    cosine[BREATHS - 1] = length > 1e-6 ? real / length : 0;
    sine[BREATHS - 1] = length > 1e-6 ? imaginary / length : 0;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
