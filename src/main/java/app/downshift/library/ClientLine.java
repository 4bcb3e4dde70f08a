package app.downshift.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A client in a list.
 *
 * @param last when the newest session began
 * @param unfinished how many sessions were begun and not ended
 * @param damage what a person should know, one sentence each
 */
public record ClientLine(
    ClientId id,
    String code,
    String name,
    int sessions,
    Optional<Instant> last,
    int unfinished,
    List<String> damage) {
  public ClientLine {
    damage = List.copyOf(damage);
  }
}
