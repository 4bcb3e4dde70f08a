package app.downshift.sensor.virtual;

/**
 * How a virtual person breathes: asked again and again, never into the past by more than a few
 * seconds, so that a pacer that changes while it runs can stand behind it.
 */
public interface Breathing {
  /** Breaths since the beginning; whole numbers are the starts of inhalation. Never falls. */
  double cyclesAt(double seconds);

  /** The rate at that moment, breaths per minute. */
  double perMinuteAt(double seconds);

  /** Breathing that never changes. */
  static Breathing steady(double perMinute) {
    return new Breathing() {
      @Override
      public double cyclesAt(double seconds) {
        return seconds * perMinute / 60;
      }

      @Override
      public double perMinuteAt(double seconds) {
        return perMinute;
      }
    };
  }
}
