package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the files of clients say: reads them, adds to them, and keeps the lists as they are. Who is
 * erased is known to nobody here.
 */
final class ClientFiles {
  private final Places places;
  private final Sealing sealing;
  private final Journals journals;
  private final SessionsUnderWay underWay;
  private final Lists lists;
  private final Set<ClientId> erased;

  ClientFiles(
      Places places,
      Sealing sealing,
      Journals journals,
      SessionsUnderWay underWay,
      Lists lists,
      Set<ClientId> erased) {
    this.places = places;
    this.sealing = sealing;
    this.journals = journals;
    this.underWay = underWay;
    this.lists = lists;
    this.erased = erased;
  }

  void known(ClientId client) throws LibraryUnavailable {
    if (erased.contains(client)
        || !(Files.isDirectory(places.client(client)) || journals.writing(client.text()))) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.NOT_THERE,
          client.text(),
          "there is no such client",
          "choose one of the list");
    }
  }

  /** Whether there is nobody yet. */
  boolean none() throws LibraryUnavailable {
    try {
      return places.folders().isEmpty() && lists.ask(Index::clients).isEmpty();
    } catch (IOException broken) {
      throw LibraryUnavailable.byDisk(places.folder(), "the records cannot be listed", broken);
    }
  }

  /** A new client; the code in the profile has to be new. */
  ClientId add(ClientId client, Map<String, String> profile) throws LibraryUnavailable {
    String code = profile.getOrDefault(ClientRecords.CODE, "").strip();
    if (code.isEmpty()) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.NO_CODE,
          "client",
          "there is no code",
          "give the client a code");
    }
    if (lists.ask(index -> index.withCode(code)).isPresent()) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.CODE_TAKEN,
          code,
          "there is a client of this code already",
          "choose another code");
    }
    try {
      if (sealing.keys().isPresent()) {
        sealing.keys().get().make(client);
      }
    } catch (IOException refused) {
      throw LibraryUnavailable.byDisk(
          places.folder(), "no key can be written for the client", refused);
    }
    write(client, new JournalRecord.Profile(profile));
    return client;
  }

  /** All that is known of a client. */
  ClientRecords read(ClientId client) throws LibraryUnavailable {
    known(client);
    return read(client, files(client));
  }

  /** True when it is safe; the lists know of it in any case. */
  boolean write(ClientId client, JournalRecord record) throws LibraryUnavailable {
    boolean safe = append(client, record);
    listed(client);
    return safe;
  }

  /** As {@link #write}, where more follows before the lists have to know. */
  boolean append(ClientId client, JournalRecord record) throws LibraryUnavailable {
    return journals.append(client.text(), record);
  }

  /** Brings the lists up to date. */
  void listed(ClientId client) throws LibraryUnavailable {
    Map<String, Long> files = files(client);
    lists.put(read(client, files), print(files));
  }

  /** The records of a client as they lie in the journals, in no order. */
  List<JournalFile.Entry> entries(ClientId client) throws LibraryUnavailable {
    return journals.entries(client.text(), files(client).keySet(), new ArrayList<>());
  }

  /** Reads again whoever's files are not as they were; returns how many clients there are, read. */
  Library.Refreshed refresh(Progress progress, boolean all, List<String> notices)
      throws LibraryUnavailable, SQLException, IOException {
    Index index = lists.index();
    if (all) {
      index.clear();
    }
    Map<ClientId, Index.Print> before = index.prints();
    List<ClientId> there = places.folders();
    int[] anew = {0};
    index.together(
        () -> {
          for (ClientId gone : before.keySet()) {
            if (!there.contains(gone)) {
              index.remove(gone);
            }
          }
          int done = 0;
          for (ClientId client : there) {
            if (readAnew(client, before.get(client))) {
              anew[0]++;
            }
            progress.at(++done, there.size());
          }
        });
    return new Library.Refreshed(there.size(), anew[0], notices);
  }

  private boolean readAnew(ClientId client, Index.@Nullable Print before)
      throws LibraryUnavailable, SQLException {
    Map<String, Long> files = files(client);
    Index.Print now = print(files);
    if (before != null && before.text().equals(now.text())) {
      return false;
    }
    ClientRecords records = readOrTold(client, files);
    List<String> damage = new ArrayList<>(records.damage());
    if (before != null) {
      before
          .journalBytes()
          .forEach(
              (name, bytes) -> {
                if (now.journalBytes().getOrDefault(name, 0L) < bytes) {
                  damage.add(
                      "the journal "
                          + Places.seatOf(name)
                          + " is shorter than when this computer last saw it; a backup has more");
                }
              });
    }
    lists.index().put(records.withDamage(damage), now);
    return true;
  }

  /** One client that cannot be read must not hide the others. */
  private ClientRecords readOrTold(ClientId client, Map<String, Long> files) {
    try {
      return read(client, files);
    } catch (LibraryUnavailable unreadable) {
      return ClientRecords.merged(
          client, List.of(), List.of(unreadable.what() + "; " + unreadable.advice()));
    }
  }

  private ClientRecords read(ClientId client, Map<String, Long> files) throws LibraryUnavailable {
    List<String> damage = new ArrayList<>();
    ClientRecords records =
        ClientRecords.merged(
            client, journals.entries(client.text(), files.keySet(), damage), List.of());
    for (SessionSummary session : records.sessions()) {
      if (!isThere(session.id(), files)) {
        damage.add("the recording of " + session.started() + " is missing");
      }
    }
    List<ClientRecords.Begun> begun =
        records.begun().stream().filter(each -> isThere(each.session(), files)).toList();
    return records.withBegun(begun).withDamage(damage);
  }

  private boolean isThere(SessionId session, Map<String, Long> files) {
    return underWay.has(session) || files.containsKey(Places.session(session) + sealing.ending());
  }

  private Map<String, Long> files(ClientId client) throws LibraryUnavailable {
    try {
      return Places.files(places.client(client));
    } catch (IOException broken) {
      throw LibraryUnavailable.byDisk(
          places.folder(), "the records of " + client.text() + " cannot be read", broken);
    }
  }

  private static Index.Print print(Map<String, Long> files) {
    Map<String, Long> journals = new HashMap<>();
    var text = new StringBuilder();
    files.forEach(
        (name, bytes) -> {
          text.append(name).append(' ').append(bytes).append('\n');
          if (name.contains(Places.JOURNAL)) {
            journals.put(name, bytes);
          }
        });
    return new Index.Print(SessionScan.sha256(List.of(text.toString())), journals);
  }
}
