package app.downshift.session;

import app.downshift.sensor.SensorTraits;
import java.time.Instant;

/**
 * Everything that is settled before the first beat; the head of a session file. The engine reads
 * nothing else from outside.
 *
 * @param started wall time of session time 0, the only wall time there is
 * @param client the code of the client, empty when nobody was named
 * @param sensor the word of the catalogue, such as {@code bridge}
 * @param simulated whether the heart is a virtual one
 * @param swingReferenceBpm the client's own 90th percentile of swing, NaN while unknown (dimmer)
 * @param seed what the protocol leaves to chance is drawn from it: the order of steps, numbers
 */
public record SessionPlan(
    Instant started,
    String client,
    String sensor,
    SensorTraits traits,
    boolean simulated,
    Protocol protocol,
    double swingReferenceBpm,
    long seed) {

  /** Of a protocol that leaves nothing to chance. */
  public SessionPlan(
      Instant started,
      String client,
      String sensor,
      SensorTraits traits,
      boolean simulated,
      Protocol protocol,
      double swingReferenceBpm) {
    this(started, client, sensor, traits, simulated, protocol, swingReferenceBpm, 0);
  }

  /** The same of another client; empty for nobody named. */
  public SessionPlan of(String other) {
    return new SessionPlan(
        started, other, sensor, traits, simulated, protocol, swingReferenceBpm, seed);
  }
}
