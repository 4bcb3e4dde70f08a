package app.downshift.library;

import java.time.Instant;
import java.util.List;

/**
 * What a list of sessions tells of one.
 *
 * @param started wall time of its beginning
 * @param seconds its length
 * @param beats how many were taken
 * @param markers the texts of its markers
 * @param end the word of how it ended; empty when it just stops
 * @param lines how many lines its file held
 * @param unread how many of them could not be read
 * @param sha256 over its lines as they were, in hexadecimal
 */
public record SessionSummary(
    SessionId id,
    Instant started,
    String protocol,
    boolean simulated,
    double seconds,
    int beats,
    List<String> markers,
    String end,
    long lines,
    int unread,
    String sha256) {
  public SessionSummary {
    markers = List.copyOf(markers);
  }
}
