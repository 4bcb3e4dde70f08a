package app.downshift.sound;

/** A value that goes to where it is sent along half a cosine, so that nothing clicks. */
final class Ramp {
  private final int frames;
  private double from;
  private double to;
  private double value;
  private int at;

  /** From 0, taking so many frames for each way. */
  Ramp(int frames) {
    this.frames = frames;
    at = frames;
  }

  /** Where to go; on the way already, it turns from where it is. */
  void towards(double target) {
    if (target != to) {
      from = value;
      to = target;
      at = 0;
    }
  }

  /** The value at the next frame. */
  double next() {
    if (at < frames) {
      at++;
      value = from + (to - from) * (1 - Math.cos(Math.PI * at / frames)) / 2;
    }
    return value;
  }

  /** Whether it has come to rest at 0. */
  boolean silent() {
    return at == frames && to == 0;
  }
}
