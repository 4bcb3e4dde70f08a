package app.downshift.sensor.virtual;

import java.util.Optional;

/** A device that speaks and never listens. */
final class SpeakingDevice implements VirtualDevice {
  private final TimedStream stream;
  private Optional<TimedBytes> ahead = Optional.empty();
  private boolean ended;

  SpeakingDevice(TimedStream stream) {
    this.stream = stream;
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    // whatever it is told, it goes on
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    if (ahead.isEmpty() && !ended) {
      ahead = stream.next();
      ended = ahead.isEmpty();
    }
    Optional<TimedBytes> due = ahead.filter(chunk -> chunk.atMicros() <= nowMicros);
    if (due.isPresent()) {
      ahead = Optional.empty();
    }
    return due;
  }
}
