package app.downshift.sensor;

/** What a person can want of a sensor that can be spoken to. */
public sealed interface SensorWish {

  /**
   * Uses this one of the sensors in reach and no other.
   *
   * @param sensor its address, or its name or a part of it; letters in any case
   */
  record Choose(String sensor) implements SensorWish {}

  /**
   * Uses this one if it is in reach within a few seconds, and otherwise the one with the strongest
   * signal. Until one of these two wishes comes, sensors in reach are only told of.
   *
   * @param sensor as in {@link Choose}; empty for no preference
   */
  record Prefer(String sensor) implements SensorWish {}

  /** Lets go of the sensor: the port will be closed after what this makes the conversation say. */
  record Stop() implements SensorWish {}
}
