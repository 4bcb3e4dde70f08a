package app.downshift.sensor.virtual;

/** Bytes that leave a virtual sensor together, {@code atMicros} after it was switched on. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way: handed on once and never compared
public record TimedBytes(long atMicros, byte[] bytes) {}
