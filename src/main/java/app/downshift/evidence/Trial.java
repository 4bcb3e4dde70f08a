package app.downshift.evidence;

import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.evidence.SessionEvidence.Obstacle;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The lots of one client's comparison of breathing with sitting quietly. A lot is drawn at the
 * press that begins a session, and kept before anybody is told. It stands until a session of its
 * kind has been practised to the second rest: to look and to leave changes nothing, the next press
 * begins the same kind, and that it was begun again is counted. Immutable.
 *
 * @param lots oldest first
 */
public record Trial(List<Lot> lots) {
  /** Nothing drawn yet. */
  public static final Trial NONE = new Trial(List.of());

  private static final String LOT = "lot";
  private static final String AGAIN = "again";

  /**
   * What was drawn.
   *
   * @param again when it was begun once more, because it had not been practised to the end
   */
  public record Lot(Instant drawn, Kind kind, List<Instant> again) {
    public Lot {
      again = List.copyOf(again);
    }

    private boolean practisedIn(SessionEvidence session) {
      boolean through =
          session
              .obstacle()
              .filter(each -> each == Obstacle.NO_REST || each == Obstacle.TOO_SHORT)
              .isEmpty();
      return session.kind() == kind && through && !session.started().isBefore(drawn);
    }
  }

  public Trial {
    lots = List.copyOf(lots);
  }

  /** What was drawn and is still to be practised. */
  public Optional<Lot> standing(List<SessionEvidence> sessions) {
    return last().filter(lot -> sessions.stream().noneMatch(lot::practisedIn));
  }

  private Optional<Lot> last() {
    return lots.isEmpty() ? Optional.empty() : Optional.of(lots.get(lots.size() - 1));
  }

  /**
   * A session is begun: what stands is begun again, otherwise a lot is drawn. The last lot of the
   * result says which kind it is.
   *
   * @param sessions those of the client since the last lot, at least
   */
  public Trial begun(Instant now, List<SessionEvidence> sessions, RandomGenerator random) {
    List<Lot> next = new ArrayList<>(lots);
    Optional<Lot> standing = standing(sessions);
    if (standing.isPresent()) {
      List<Instant> again = new ArrayList<>(standing.get().again());
      again.add(now);
      next.set(next.size() - 1, new Lot(standing.get().drawn(), standing.get().kind(), again));
    } else {
      next.add(
          new Lot(now, TrialOrder.next(lots.stream().map(Lot::kind).toList(), random), List.of()));
    }
    return new Trial(next);
  }

  /** The kind of the session that was begun last. */
  public Kind kind() {
    return last().orElseThrow().kind();
  }

  /** How many of these sessions were practised because a lot said so. */
  public int practised(List<SessionEvidence> sessions) {
    int count = 0;
    for (int i = 0; i < lots.size(); i++) {
      Lot lot = lots.get(i);
      Instant until = i + 1 < lots.size() ? lots.get(i + 1).drawn() : Instant.MAX;
      count +=
          sessions.stream()
                  .anyMatch(each -> lot.practisedIn(each) && each.started().isBefore(until))
              ? 1
              : 0;
    }
    return count;
  }

  /** How often a session was begun again after its kind had been seen. */
  public int begunAgain() {
    return lots.stream().mapToInt(lot -> lot.again().size()).sum();
  }

  /** The lines that keep it: each says what happened, and when; more are only ever put behind. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Lot lot : lots) {
      lines.add(LOT + " " + lot.drawn() + " " + lot.kind().name().toLowerCase(Locale.ROOT));
      lot.again().forEach(at -> lines.add(AGAIN + " " + at));
    }
    return lines;
  }

  /** From such lines; what is none is passed over, as the end of a line cut off by a kill is. */
  public static Trial of(List<String> lines) {
    List<Lot> lots = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.strip().split(" ", -1);
      try {
        if (parts.length == 3 && parts[0].equals(LOT)) {
          Kind kind = Kind.valueOf(parts[2].toUpperCase(Locale.ROOT));
          lots.add(new Lot(Instant.parse(parts[1]), kind, List.of()));
        } else if (parts.length == 2 && parts[0].equals(AGAIN) && !lots.isEmpty()) {
          Lot last = lots.remove(lots.size() - 1);
          List<Instant> again = new ArrayList<>(last.again());
          again.add(Instant.parse(parts[1]));
          lots.add(new Lot(last.drawn(), last.kind(), again));
        }
      } catch (DateTimeException | IllegalArgumentException unknown) {
        // Passed over: what was drawn before it still counts.
      }
    }
    return new Trial(lots);
  }
}
