package app.downshift.recording;

import app.downshift.session.SessionPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recordings of one client that lie in one folder, by their heads alone. Simulated hearts and
 * real ones are kept apart; recordings that name nobody are taken for those of one person.
 */
public final class SameClient {
  private static final String ENDING = ".session.jsonl";

  private SameClient() {}

  /** A recording and its head. */
  public record Found(Path file, SessionPlan plan) {}

  /**
   * Those beside a recording, without it, oldest first; none where the folder cannot be read. Files
   * whose head cannot be read are passed over.
   */
  public static List<Found> beside(Path file, SessionPlan plan) {
    Path itself = file.toAbsolutePath().normalize();
    Path folder = itself.getParent();
    return folder == null
        ? List.of()
        : in(folder, plan.client(), plan.simulated()).stream()
            .filter(each -> !each.file().equals(itself))
            .toList();
  }

  /** All of a client in a folder, oldest first. */
  public static List<Found> in(Path folder, String client, boolean simulated) {
    List<Found> same = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.filter(one -> one.getFileName().toString().endsWith(ENDING)).toList()) {
        try {
          SessionPlan plan = SessionFile.head(each);
          if (plan.client().equals(client) && plan.simulated() == simulated) {
            same.add(new Found(each, plan));
          }
        } catch (UnreadableFile other) {
          // Whoever opens that file is told; here it only means that it says nothing of anybody.
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
    same.sort(Comparator.comparing((Found each) -> each.plan().started()));
    return same;
  }
}
