package app.downshift.sensor.link;

/** Where a reader puts what it heard. Called by the reader's thread, which may be made to wait. */
@FunctionalInterface
public interface HeardSink {
  /** Takes one item, waiting for room if need be. */
  void put(Heard heard) throws InterruptedException;
}
