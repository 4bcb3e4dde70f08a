package app.downshift.sensor.virtual;

/** Bytes that leave a virtual sensor together, {@code atMicros} after it was switched on. */
public record TimedBytes(long atMicros, byte[] bytes) {}
