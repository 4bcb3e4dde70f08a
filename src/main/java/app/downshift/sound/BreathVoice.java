package app.downshift.sound;

/** A fifth of two sines and a breath of noise, all of which rise and fall with the depth. */
final class BreathVoice {
  private static final double FIFTH = 1.5;
  private static final double FIFTH_LEVEL = 0.5;
  private static final double TONE = 0.55;
  private static final double NOISE = 2.2;
  private static final double DAMPING = 1.2;

  private final double rateHz;
  private final double lowHertz;
  private final double octaves;
  private final double darkHertz;
  private final double brightHertz;
  private final Ramp here;
  private double root;
  private double fifth;
  private double step;
  private double opening;
  private double low;
  private double band;

  /**
   * @param lowHertz the tone at the bottom of a breath
   * @param octaves by which it is higher at the top
   * @param darkHertz up to where the noise reaches at the bottom, and {@code brightHertz} at the
   *     top
   * @param turning frames to come and go
   */
  BreathVoice(
      double rateHz,
      double lowHertz,
      double octaves,
      double darkHertz,
      double brightHertz,
      int turning) {
    this.rateHz = rateHz;
    this.lowHertz = lowHertz;
    this.octaves = octaves;
    this.darkHertz = darkHertz;
    this.brightHertz = brightHertz;
    here = new Ramp(turning);
  }

  /** What holds for the next few frames. */
  void shape(boolean heard, double depth) {
    here.towards(heard ? 1 : 0);
    step = lowHertz * Math.pow(2, octaves * depth) / rateHz;
    double cutoff = darkHertz * Math.pow(brightHertz / darkHertz, depth);
    opening = 2 * Math.sin(Math.PI * cutoff / rateHz);
  }

  /** The sample of the next frame, at full depth. */
  double next(double noise) {
    double gain = here.next();
    root += step;
    root -= Math.floor(root);
    fifth += FIFTH * step;
    fifth -= Math.floor(fifth);
    low += opening * band;
    band += opening * (noise - low - DAMPING * band);
    double tone =
        (Math.sin(2 * Math.PI * root) + FIFTH_LEVEL * Math.sin(2 * Math.PI * fifth))
            / (1 + FIFTH_LEVEL);
    return gain * (TONE * tone + NOISE * opening * low + (1 - TONE) * low);
  }
}
