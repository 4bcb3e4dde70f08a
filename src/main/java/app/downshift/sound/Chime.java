package app.downshift.sound;

/** One soft bell note and its octave, struck again and again. */
final class Chime {
  private static final double ATTACK_SECONDS = 0.012;
  private static final double FADING_SECONDS = 0.35;
  private static final double LASTING_SECONDS = 3;
  private static final double OCTAVE = 0.2;

  private final double step;
  private final int attack;
  private final double fading;
  private final int length;
  private int at;

  Chime(double hertz, double rateHz) {
    step = 2 * Math.PI * hertz / rateHz;
    attack = (int) (ATTACK_SECONDS * rateHz);
    fading = Math.exp(-1 / (FADING_SECONDS * rateHz));
    length = (int) (LASTING_SECONDS * rateHz);
    at = length;
    level = 0;
  }

  private double level;

  /** Strikes it, unless it was struck within the last second. */
  void strike() {
    if (at >= length / LASTING_SECONDS) {
      at = 0;
      level = 1;
    }
  }

  /** The sample of the next frame, within ±1. */
  double next() {
    if (at >= length) {
      return 0;
    }
    double swelling = at < attack ? (1 - Math.cos(Math.PI * at / attack)) / 2 : 1;
    double angle = step * at;
    at++;
    level *= fading;
    return swelling
        * level
        * (Math.sin(angle) + OCTAVE * level * Math.sin(2 * angle))
        / (1 + OCTAVE);
  }
}
