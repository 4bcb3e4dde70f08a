package app.downshift.library;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known to keep a session from being started under the wrong client: whose the last one
 * was, and when. Whoever starts one asks {@link #doubt} first.
 *
 * @param last the newest session there is; empty in a new library
 */
public record StartGuard(Optional<SessionLine> last) {
  /** Who was here so recently may still be meant. */
  public static final Duration SAME_SITTING = Duration.ofMinutes(30);

  /** After so long the client on screen may be one that was left there. */
  public static final Duration LEFT_OVER = Duration.ofHours(3);

  /** Why to ask before starting. */
  public enum Doubt {
    /** Another client had a session a moment ago. */
    ANOTHER_JUST_NOW,
    /** The client was chosen long before. */
    CHOSEN_LONG_AGO,
    /** The same client had a session a moment ago. */
    AGAIN_ALREADY,
    /** The sensor is another kind than this client's last one. */
    ANOTHER_SENSOR,
    /** The strap is one that another client wore last. */
    ANOTHERS_STRAP
  }

  /**
   * Whether the sensor speaks against the client, and why.
   *
   * @param profile of the client who was chosen
   * @param sensor the kind that is there now
   * @param strapOfAnother whether the strap is one that somebody else wore last, and not this one
   */
  public static Optional<Doubt> ofSensor(
      Map<String, String> profile, String sensor, boolean strapOfAnother) {
    if (strapOfAnother) {
      return Optional.of(Doubt.ANOTHERS_STRAP);
    }
    String usual = profile.getOrDefault(ClientRecords.SENSOR, sensor);
    return usual.equals(sensor) ? Optional.empty() : Optional.of(Doubt.ANOTHER_SENSOR);
  }

  /**
   * Whether to ask, and why.
   *
   * @param chosenAt when the client was chosen
   */
  public Optional<Doubt> doubt(ClientId chosen, Instant chosenAt, Instant now) {
    if (Duration.between(chosenAt, now).compareTo(LEFT_OVER) > 0) {
      return Optional.of(Doubt.CHOSEN_LONG_AGO);
    }
    if (last.isEmpty()) {
      return Optional.empty();
    }
    SessionLine before = last.get();
    Instant ended = before.started().plusMillis(Math.round(1000 * before.seconds()));
    if (Duration.between(ended, now).compareTo(SAME_SITTING) >= 0) {
      return Optional.empty();
    }
    if (before.client().equals(chosen)) {
      return Optional.of(Doubt.AGAIN_ALREADY);
    }
    // Chosen after the other's session ended: that was on purpose.
    return chosenAt.isAfter(ended) ? Optional.empty() : Optional.of(Doubt.ANOTHER_JUST_NOW);
  }
}
