package app.downshift.session;

import app.downshift.sensor.SensorEvent;

/** What a step of the engine is fed with. */
public sealed interface SessionInput {
  /** Time has passed. */
  record Tick() implements SessionInput {}

  /** The sensor, or its cable, said something. */
  record Sensed(SensorEvent event) implements SessionInput {}

  /** A person asked for something. */
  record Commanded(Command command) implements SessionInput {}
}
