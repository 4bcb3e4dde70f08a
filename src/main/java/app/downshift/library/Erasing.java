package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Erases clients, and follows what other computers have erased. */
final class Erasing {
  private final Places places;
  private final Sealing sealing;
  private final Journals journals;
  private final Lists lists;
  private final Set<ClientId> erased = new HashSet<>();

  Erasing(Places places, Sealing sealing, Journals journals, Lists lists) {
    this.places = places;
    this.sealing = sealing;
    this.journals = journals;
    this.lists = lists;
  }

  /** Who was erased, ever, as far as it was read; grows. */
  Set<ClientId> erased() {
    return erased;
  }

  /**
   * Notes it, so that others follow, and then does it.
   *
   * @return those of the backups that could not be reached
   */
  List<Path> erase(ClientId client, List<Path> backups, Clock wall) throws LibraryUnavailable {
    if (!journals.append(Keys.LIBRARY, new JournalRecord.Erased(client))) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.DISK,
          places.folder().toString(),
          "it cannot be noted that the client is to be erased",
          "make room on the disk or allow writing, and erase again");
    }
    try {
      forget(client);
      lists.save();
    } catch (IOException | SQLException refused) {
      throw LibraryUnavailable.byDisk(
          places.folder(), "not all files could be deleted; they are at the next start", refused);
    }
    List<Path> unreached = new ArrayList<>();
    for (Path place : backups) {
      if (!new Backups(place, wall).forget(sealing.library(), List.of(client))) {
        unreached.add(place);
      }
    }
    return unreached;
  }

  /** Follows what other computers have erased, and ends what was cut short. */
  void follow(List<String> notices) throws IOException, SQLException, LibraryUnavailable {
    for (JournalFile.Entry entry :
        journals.entries(Keys.LIBRARY, Places.files(places.journals()).keySet(), notices)) {
      if (entry.record() instanceof JournalRecord.Erased gone) {
        erased.add(gone.client());
        if (Files.exists(places.client(gone.client()))
            || sealing.keys().filter(each -> each.has(gone.client())).isPresent()) {
          forget(gone.client());
        }
      }
    }
  }

  private void forget(ClientId client) throws IOException, SQLException {
    erased.add(client);
    journals.release(client.text());
    // The key first: without it the rest is noise, whatever happens next.
    if (sealing.keys().isPresent()) {
      sealing.keys().get().destroy(client);
    }
    Places.deleteTree(places.client(client));
    lists.index().remove(client);
  }
}
