package app.downshift.library;

import app.downshift.recording.LineAppender;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.SessionPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/** The session files of clients: written, taken in, opened, recovered, thrown away and moved. */
final class SessionFiles {
  private static final Duration UNDER_WAY = Duration.ofMinutes(10);

  private final Places places;
  private final Sealing sealing;
  private final ClientFiles clients;
  private final SessionsUnderWay underWay;
  private final Seats seats;
  private final Seats.Seat seat;
  private final OpaqueNames names;
  private final Clock wall;

  SessionFiles(
      Library.Setting with,
      Places places,
      Sealing sealing,
      ClientFiles clients,
      SessionsUnderWay underWay,
      Seats seats,
      Seats.Seat seat) {
    this.places = places;
    this.sealing = sealing;
    this.clients = clients;
    this.underWay = underWay;
    this.seats = seats;
    this.seat = seat;
    names = new OpaqueNames(with.random());
    wall = with.wall();
  }

  /** Begins a session; {@code closed} is told when its writer is closed. */
  Library.Begun begin(ClientId client, SessionPlan plan, SessionLines lines, Closed closed)
      throws LibraryUnavailable {
    clients.known(client);
    var session = new SessionId(names.next());
    clients.append(client, new JournalRecord.SessionBegun(session));
    try {
      var out = LineAppender.createPatiently(file(client, session), sealing.lines(client, session));
      underWay.add(new SessionsUnderWay.One(session, client, out));
      clients.listed(client);
      return new Library.Begun(
          session, SessionWriter.begin(out, plan, lines, () -> closed.session(session)));
    } catch (IOException refused) {
      throw refused("the session cannot be begun", refused);
    }
  }

  /** Told of a session whose writer was closed. */
  interface Closed {
    void session(SessionId session);
  }

  /** The session is over: its lines are in the file, or wait. */
  void over(SessionId session) {
    Optional<SessionsUnderWay.One> ended = underWay.get(session).filter(each -> !each.waits());
    if (ended.isEmpty()) {
      return; // retry() comes back to it
    }
    underWay.remove(session);
    ClientId client = ended.get().client();
    try {
      clients.write(client, new JournalRecord.SessionKept(scan(client, session), false));
    } catch (LibraryUnavailable | UnreadableFile broken) {
      Logger.error("A session is not in the journal yet; it is offered for recovery: {}", broken);
    }
  }

  /** Takes a recorded file in. */
  SessionId keep(ClientId client, Path recording) throws LibraryUnavailable, UnreadableFile {
    String code = clients.read(client).code();
    SessionFile.read(recording); // what is none is refused here, in its own words
    var session = new SessionId(names.next());
    try {
      KeptLines lines = KeptLines.read(recording, Optional.empty());
      clients.append(client, new JournalRecord.SessionBegun(session));
      create(client, session, renamed(lines.texts(), code));
      clients.write(client, new JournalRecord.SessionKept(scan(client, session), false));
      return session;
    } catch (IOException refused) {
      throw refused("the recording cannot be taken in", refused);
    }
  }

  Library.OpenedSession open(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    KeptLines lines = lines(client, session);
    SessionFile file = SessionFile.of(session.text(), ruled(client, session, lines).iterator());
    List<String> damage = new ArrayList<>(damage(lines));
    file.damage().ifPresent(damage::add);
    clients.read(client).sessions().stream()
        .filter(each -> each.id().equals(session))
        .filter(each -> !each.sha256().equals(SessionScan.sha256(lines.texts())))
        .forEach(
            each ->
                damage.add(
                    "it is not as it was when it was kept, with " + each.lines() + " lines"));
    return new Library.OpenedSession(file, damage);
  }

  /** The lines of a session as they are in an open file, as far as they can be read. */
  List<String> texts(ClientId client, SessionId session) throws LibraryUnavailable, UnreadableFile {
    return ruled(client, session, lines(client, session));
  }

  /** Keeps a word on a mark, as a line of the session. */
  void rule(ClientId client, SessionId session, String line) throws LibraryUnavailable {
    underWay.refuseIfUnderWay(session);
    if (!has(clients.read(client), session)) {
      throw noSession(session);
    }
    clients.write(client, new JournalRecord.Ruled(session, line));
  }

  /** The lines of a session, and behind them what was said of its marks since. */
  private List<String> ruled(ClientId client, SessionId session, KeptLines lines)
      throws LibraryUnavailable {
    List<JournalFile.Entry> entries = new ArrayList<>(clients.entries(client));
    entries.sort((a, b) -> a.stamp().compareTo(b.stamp()));
    List<String> words = new ArrayList<>();
    for (JournalFile.Entry entry : entries) {
      if (entry.record() instanceof JournalRecord.Ruled ruled && ruled.session().equals(session)) {
        words.add(ruled.line());
      } else if (entry.record() instanceof JournalRecord.SessionMoved moved
          && moved.session().equals(session)) {
        words.clear(); // they went along, into the file
      }
    }
    List<String> all = new ArrayList<>(lines.texts());
    all.addAll(words);
    return all;
  }

  private static List<String> damage(KeptLines lines) {
    List<String> damage = new ArrayList<>();
    int lost = lines.unread().size();
    if (lost > 0) {
      damage.add((lost == 1 ? "a line is" : lost + " lines are") + " not as written, and left out");
    }
    if (lines.torn()) {
      damage.add("its last line is cut off and was left out");
    }
    if (lines.inMiddle()) {
      damage.add("lines stand behind its end");
    }
    if (!lines.ended() && !lines.torn()) {
      damage.add("it stops before its end was written");
    }
    return damage;
  }

  private KeptLines lines(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    try {
      return KeptLines.read(file(client, session), sealing.of(client, session));
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NOT_THERE,
          session.text(),
          "the recording is missing",
          "take it from a backup");
    } catch (IOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNREADABLE,
          session.text(),
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  private SessionSummary scan(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    KeptLines lines = lines(client, session);
    return new SessionScan()
        .of(session, lines.texts(), lines.unread().size() + (lines.torn() ? 1 : 0));
  }

  /** Sessions of these clients that were begun and not ended. */
  List<Library.Unfinished> unfinished(List<ClientId> of) throws LibraryUnavailable {
    List<Library.Unfinished> all = new ArrayList<>();
    for (ClientId client : of) {
      ClientRecords records = clients.read(client);
      for (ClientRecords.Begun begun : records.begun()) {
        all.add(
            new Library.Unfinished(
                begun.session(), client, records.code(), begun.at(), maybeUnderWay(client, begun)));
      }
    }
    return all;
  }

  private boolean maybeUnderWay(ClientId client, ClientRecords.Begun begun) {
    if (underWay.has(begun.session())) {
      return true;
    }
    if (begun.seat().equals(seat.name()) || seats.left(begun.seat())) {
      return false; // who wrote it is gone
    }
    try {
      Instant touched = Files.getLastModifiedTime(file(client, begun.session())).toInstant();
      return Duration.between(touched, wall.instant()).compareTo(UNDER_WAY) < 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Keeps an unfinished session as far as it came. */
  SessionSummary recover(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    underWay.refuseIfUnderWay(session);
    SessionSummary summary = scan(client, session);
    clients.write(client, new JournalRecord.SessionKept(summary, true));
    return summary;
  }

  /** Throws an unfinished session away. */
  void discard(ClientId client, SessionId session) throws LibraryUnavailable {
    underWay.refuseIfUnderWay(session);
    if (clients.read(client).begun().stream().noneMatch(each -> each.session().equals(session))) {
      throw noSession(session);
    }
    clients.append(client, new JournalRecord.SessionDiscarded(session));
    try {
      Files.deleteIfExists(file(client, session));
    } catch (IOException refused) {
      throw refused("the recording cannot be deleted", refused);
    }
    clients.listed(client);
  }

  /**
   * Moves a session, and leaves a trace with both clients. In between both have it; a move that was
   * cut short there is ended by doing it again.
   */
  void move(SessionId session, ClientId from, ClientId to)
      throws LibraryUnavailable, UnreadableFile {
    ClientRecords target = clients.read(to);
    underWay.refuseIfUnderWay(session);
    if (!has(clients.read(from), session)) {
      throw noSession(session);
    }
    KeptLines lines = lines(from, session);
    if (!lines.unread().isEmpty() || lines.torn()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.DAMAGED,
          session.text(),
          "it is damaged, and moving it would lose the lines that cannot be read",
          "take it from a backup first");
    }
    try {
      var moved = new JournalRecord.SessionMoved(session, from, to);
      boolean safe = true;
      if (!has(target, session)) {
        Files.deleteIfExists(file(to, session)); // of a move that was cut short
        create(to, session, renamed(ruled(from, session, lines), target.code()));
        safe =
            clients.append(to, moved)
                && clients.write(to, new JournalRecord.SessionKept(scan(to, session), false));
      }
      if (safe && clients.append(from, moved)) {
        Files.deleteIfExists(file(from, session));
      }
      clients.listed(from);
    } catch (IOException refused) {
      throw refused("the session cannot be moved", refused);
    }
  }

  private static boolean has(ClientRecords client, SessionId session) {
    return client.sessions().stream().anyMatch(each -> each.id().equals(session));
  }

  private void create(ClientId client, SessionId session, List<String> lines)
      throws IOException, LibraryUnavailable {
    Path file = file(client, session);
    var out = LineAppender.create(file, sealing.lines(client, session));
    out.append(lines);
    out.close();
    if (out.trouble().isPresent()) {
      Files.deleteIfExists(file); // half of it helps nobody, and it is where it came from
      throw new IOException(out.trouble().get());
    }
  }

  private static LibraryUnavailable noSession(SessionId session) {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.NOT_THERE,
        session.text(),
        "there is no such session of this client",
        "choose one of the list");
  }

  /** The lines of a recording with another client's code in the head. */
  private static List<String> renamed(List<String> lines, String code) throws UnreadableFile {
    List<String> all = new ArrayList<>(lines);
    String named = code.equals(ClientRecords.NOBODY) ? "" : code;
    all.set(0, SessionHead.withClient(lines.get(0), named));
    return all;
  }

  private Path file(ClientId client, SessionId session) {
    return places.client(client).resolve(Places.session(session) + sealing.ending());
  }

  private LibraryUnavailable refused(String what, IOException why) {
    return LibraryUnavailable.byDisk(places.folder(), what, why);
  }
}
