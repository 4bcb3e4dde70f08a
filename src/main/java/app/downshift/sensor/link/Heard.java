package app.downshift.sensor.link;

import app.downshift.sensor.SensorEvent;

/** One event, and when the read that completed it returned, on the reader's clock. */
public record Heard(SensorEvent event, long seenAtNanos) {}
