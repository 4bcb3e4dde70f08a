package app.downshift.ui;

/** The sound of the pacer, for whoever shows or changes it. */
public interface Sounding {
  /** How it stands now; cheap. */
  Sound sound();

  /** Turns it on or off, or makes it louder or softer; kept for the next start. */
  void sound(boolean on, Loudness loudness);

  /**
   * How the sound stands.
   *
   * @param missing whether there ought to be sound now, and no device gives it
   */
  record Sound(boolean on, Loudness loudness, boolean missing) {
    /** Nobody has asked for any. */
    public static final Sound OFF = new Sound(false, Loudness.MIDDLE, false);
  }

  /** How loud. */
  enum Loudness {
    SOFT(0.2),
    MIDDLE(0.45),
    LOUD(1);

    private final double volume;

    Loudness(double volume) {
      this.volume = volume;
    }

    /** From 0 to 1. */
    public double volume() {
      return volume;
    }
  }
}
