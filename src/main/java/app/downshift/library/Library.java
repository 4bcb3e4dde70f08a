package app.downshift.library;

import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An open library of records. Files are the truth: of each client one journal per seat, which only
 * that seat writes, and one file per session. Everything else is made from them. Any thread, one at
 * a time; the writer of a session belongs to the session's thread.
 *
 * <p>What a disk refuses stays in memory, is seen all the same, and is written with the next record
 * or by {@link #retry}; {@link #trouble} says so meanwhile.
 */
public final class Library implements Closeable {
  private final Setting with;
  private final OpaqueNames names;
  private final Seats.Seat seat;
  private final Sealing sealing;
  private final OpenLeftovers leftovers;
  private final Journals journals;
  private final SessionsUnderWay underWay = new SessionsUnderWay();
  private final Lists lists;
  private final Erasing erasing;
  private final ClientFiles clients;
  private final SessionFiles sessions;
  private final Waiting waiting;
  private final List<String> notices = new ArrayList<>();

  /** What a library works with. */
  record Setting(
      Path folder,
      Path local,
      Clock wall,
      String application,
      Migrations migrations,
      SecureRandom random,
      int rounds) {}

  /** What reading the files anew came to. */
  public record Refreshed(int clients, int readAnew, List<String> notices) {
    public Refreshed {
      notices = List.copyOf(notices);
    }
  }

  /**
   * A session that was begun and not ended.
   *
   * @param maybeUnderWay whether it may still be running, on this computer or another one
   */
  public record Unfinished(
      SessionId session, ClientId client, String code, Instant begun, boolean maybeUnderWay) {}

  /** A session that begins: its name, and who writes it. */
  public record Begun(SessionId session, SessionWriter writer) {}

  /** A session and what is wrong with its file, one sentence each. */
  public record OpenedSession(SessionFile file, List<String> damage) {
    public OpenedSession {
      damage = List.copyOf(damage);
    }
  }

  private Library(Setting with, LibraryHead head, Optional<KeyBytes> master) {
    this.with = with;
    var places = new Places(with.folder());
    names = new OpaqueNames(with.random());
    var seats = new Seats(with.local().resolve("seats"), names);
    seat = seats.take();
    sealing = new Sealing(with.folder(), head, master, with.random(), with.rounds());
    leftovers = new OpenLeftovers(places, names);
    journals = new Journals(with, places, sealing, seat.name());
    lists = new Lists(with, sealing, seat.name());
    erasing = new Erasing(places, sealing, journals, lists);
    clients = new ClientFiles(places, sealing, journals, underWay, lists, erasing.erased());
    sessions = new SessionFiles(with, places, sealing, clients, underWay, seats, seat);
    waiting = new Waiting(with.folder(), journals, underWay, sessions);
    notices.addAll(lists.notices(places.holdNobody()));
  }

  static Library opened(Setting with, LibraryHead head, Optional<KeyBytes> master)
      throws LibraryUnavailable {
    return new Library(with, head, master);
  }

  /** Whether its lists are those of the last time; otherwise {@link #refresh} has to be awaited. */
  public boolean ready() {
    return lists.began() == IndexFile.Began.AS_LEFT;
  }

  /** Whether the index was found damaged, and thrown away. */
  public boolean indexWasDamaged() {
    return lists.began() == IndexFile.Began.DAMAGED;
  }

  /** Whether there is nothing in it yet. */
  public synchronized boolean empty() throws LibraryUnavailable {
    return clients.none();
  }

  /** Whether a passphrase is set. */
  public boolean sealed() {
    return sealing.keys().isPresent();
  }

  public Path folder() {
    return with.folder();
  }

  /** The opaque name of the library. */
  public String id() {
    return sealing.library();
  }

  /** All clients as the index knows them, the one of the newest session first. */
  public synchronized List<ClientLine> clients() throws LibraryUnavailable {
    return lists.ask(Index::clients);
  }

  /** Clients of whom all the words are found in the profile. */
  public synchronized List<ClientLine> searchClients(String words) throws LibraryUnavailable {
    return lists.ask(index -> index.clients(words));
  }

  /** Sessions of which all the words are found in day, protocol and markers. */
  public synchronized List<SessionLine> searchSessions(String words) throws LibraryUnavailable {
    return lists.ask(index -> index.sessions(words));
  }

  /** Whose session the last one was. */
  public synchronized StartGuard guard() throws LibraryUnavailable {
    return new StartGuard(lists.ask(Index::last));
  }

  /** The client of a code. */
  public synchronized Optional<ClientId> withCode(String code) throws LibraryUnavailable {
    return lists.ask(index -> index.withCode(code));
  }

  /** Reads again what has changed on the disk since, by this computer or another one. */
  public synchronized Refreshed refresh(Progress progress) throws LibraryUnavailable {
    return refresh(progress, false);
  }

  /** Throws the index away and makes it anew from the files. */
  public synchronized Refreshed rebuild(Progress progress) throws LibraryUnavailable {
    return refresh(progress, true);
  }

  private Refreshed refresh(Progress progress, boolean all) throws LibraryUnavailable {
    try {
      sealLeftovers(Progress.NOBODY);
      erasing.follow(notices);
      Refreshed done = clients.refresh(progress, all, notices);
      lists.save();
      notices.clear();
      return done;
    } catch (SQLException | IOException broken) {
      throw LibraryUnavailable.byDisk(with.folder(), "the records cannot be read", broken);
    }
  }

  private void sealLeftovers(Progress progress) throws IOException, LibraryUnavailable {
    if (sealing.keys().isPresent()) {
      leftovers.seal(sealing.keys().get(), progress);
      sealing.complete();
    }
  }

  /**
   * A new client.
   *
   * @param profile its fields; {@link ClientRecords#CODE} must be among them and new
   */
  public synchronized ClientId add(Map<String, String> profile) throws LibraryUnavailable {
    return clients.add(new ClientId(names.next()), profile);
  }

  /** The record of sessions for which nobody was chosen yet; made where there is none. */
  public synchronized ClientId nobody() throws LibraryUnavailable {
    Optional<ClientId> there = withCode(ClientRecords.NOBODY);
    return there.isPresent() ? there.get() : add(Map.of(ClientRecords.CODE, ClientRecords.NOBODY));
  }

  /** Sets fields of the profile; an empty value takes a field away. */
  public synchronized void change(ClientId client, Map<String, String> fields)
      throws LibraryUnavailable {
    clients.known(client);
    clients.write(client, new JournalRecord.Profile(fields));
  }

  /** Puts a note into the diary; returns its name. */
  public synchronized String note(ClientId client, String text) throws LibraryUnavailable {
    clients.known(client);
    String id = names.next();
    clients.write(client, new JournalRecord.Note(id, text));
    return id;
  }

  /** Puts a check-in into the diary; returns its name. */
  public synchronized String checkIn(ClientId client, CheckIn checkIn) throws LibraryUnavailable {
    clients.known(client);
    String id = names.next();
    clients.write(client, new JournalRecord.Checked(id, checkIn));
    return id;
  }

  /** Lets a note or check-in no longer count. It stays in the journal, marked as withdrawn. */
  public synchronized void withdraw(ClientId client, String id) throws LibraryUnavailable {
    clients.known(client);
    clients.write(client, new JournalRecord.Withdrawn(id));
  }

  /** All that is known of a client, from the files. */
  public synchronized ClientRecords client(ClientId client) throws LibraryUnavailable {
    return clients.read(client);
  }

  /**
   * Begins a session, which is written event by event. What the disk refuses waits in memory.
   *
   * @param plan its head; the client in it should be the client's code
   */
  public synchronized Begun begin(ClientId client, SessionPlan plan, SessionLines lines)
      throws LibraryUnavailable {
    return sessions.begin(client, plan, lines, this::over);
  }

  private synchronized void over(SessionId session) {
    sessions.over(session);
  }

  /** Takes a recorded file into the library; the file stays where it is. */
  public synchronized SessionId keep(ClientId client, Path recording)
      throws LibraryUnavailable, UnreadableFile {
    return sessions.keep(client, recording);
  }

  /** Opens a session. */
  public synchronized OpenedSession session(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    return sessions.open(client, session);
  }

  /** The lines of a session as they are in an open file, as far as they can be read. */
  public synchronized List<String> texts(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    return sessions.texts(client, session);
  }

  /**
   * Keeps a person's word on the marks of a beat. It stands in the journal, and behind the lines of
   * the session wherever they are read.
   *
   * @param file the session as it was read
   */
  public synchronized void rule(
      ClientId client,
      SessionId session,
      SessionFile file,
      Command.RuleOnMarks rule,
      SessionLines lines)
      throws LibraryUnavailable {
    sessions.rule(client, session, lines.line(new SessionEvent.Commanded(file.endMicros(), rule)));
  }

  /** Sessions that were begun and not ended, as after a crash. */
  public synchronized List<Unfinished> unfinished() throws LibraryUnavailable {
    return sessions.unfinished(lists.ask(Index::withUnfinished));
  }

  /** Keeps an unfinished session as far as it came. */
  public synchronized SessionSummary recover(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    return sessions.recover(client, session);
  }

  /** Throws an unfinished session away. */
  public synchronized void discard(ClientId client, SessionId session) throws LibraryUnavailable {
    sessions.discard(client, session);
  }

  /**
   * Moves a session that was recorded under the wrong client, and leaves a trace with both. The
   * head of the session names the new client then; nothing else in it is changed.
   */
  public synchronized void move(SessionId session, ClientId from, ClientId to)
      throws LibraryUnavailable, UnreadableFile {
    sessions.move(session, from, to);
  }

  /** What could not be written yet and why, in a sentence; empty when all is safe. */
  public synchronized Optional<String> trouble() {
    return waiting.trouble();
  }

  /** Tries again to write what waits; true when nothing waits any more. */
  public synchronized boolean retry() {
    return waiting.retry();
  }

  /**
   * Erases a client: the key, all files, the rows of the index, and what the backups in {@code
   * backups} still hold.
   *
   * @return places of backups that could not be reached; they forget at the next backup there
   */
  public synchronized List<Path> erase(ClientId client, List<Path> backups)
      throws LibraryUnavailable {
    clients.known(client);
    if (underWay.of(client)) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.UNDER_WAY,
          client.text(),
          "a session of the client is under way",
          "end it first");
    }
    return erasing.erase(client, backups, with.wall());
  }

  /** Who was erased, ever. */
  synchronized Set<ClientId> erased() {
    return Set.copyOf(erasing.erased());
  }

  /**
   * Sets a passphrase and seals all files. Other computers must have closed the library.
   *
   * @return the recovery key, which is kept nowhere
   */
  public synchronized RecoveryKey seal(char[] passphrase, Progress progress)
      throws LibraryUnavailable {
    Sealing.longEnough(passphrase);
    if (sealed()) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.SEALED,
          with.folder().toString(),
          "a passphrase is set already",
          "change it instead");
    }
    if (!underWay.none() || trouble().isPresent()) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.UNDER_WAY,
          with.folder().toString(),
          "something is still being written",
          "end the session first");
    }
    try {
      journals.close();
      RecoveryKey recovery = sealing.begin(passphrase);
      lists.beginSealed();
      sealLeftovers(progress);
      refresh(Progress.NOBODY, true);
      return recovery;
    } catch (IOException refused) {
      throw LibraryUnavailable.byDisk(
          with.folder(),
          "the files could not all be sealed; it goes on at the next start, with this passphrase;"
              + " make another recovery key then",
          refused);
    }
  }

  /** Sets another passphrase. Only the wrapping of the master key changes. */
  public synchronized void changePassphrase(char[] passphrase) throws LibraryUnavailable {
    Sealing.longEnough(passphrase);
    sealing.changePassphrase(passphrase);
  }

  /** Another recovery key; the one before does not open any more. */
  public synchronized RecoveryKey newRecoveryKey() throws LibraryUnavailable {
    return sealing.newRecoveryKey();
  }

  /** Completes the journals, keeps the index, and lets go of the seat. */
  @Override
  public synchronized void close() throws IOException {
    retry();
    journals.close();
    try {
      lists.close();
    } finally {
      seat.close();
    }
  }
}
