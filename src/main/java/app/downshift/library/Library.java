package app.downshift.library;

import app.downshift.recording.LineAppender;
import app.downshift.recording.LineSeal;
import app.downshift.recording.SessionFile;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * An open library of records. Files are the truth: of each client one journal per seat, which only
 * that seat writes, and one file per session. Everything else is made from them. Any thread, one at
 * a time; the writer of a session belongs to the session's thread.
 *
 * <p>What a disk refuses stays in memory, is seen all the same, and is written with the next record
 * or by {@link #retry}; {@link #trouble} says so meanwhile.
 */
public final class Library implements Closeable {
  private static final int JOURNALS_OPEN = 64;
  private static final Duration UNDER_WAY = Duration.ofMinutes(10);

  private final Setting with;
  private final Places places;
  private final HybridClock clock;
  private final OpaqueNames names;
  private final Seats seats;
  private final Seats.Seat seat;
  private final Map<String, JournalWriter> writers = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<SessionId, UnderWay> underWay = new HashMap<>();
  private final Set<ClientId> erased = new HashSet<>();
  private final List<String> notices = new ArrayList<>();
  private LibraryHead head;
  private Optional<Keys> keys;
  private Index index;

  /** What a library works with. */
  record Setting(
      Path folder,
      Path local,
      Clock wall,
      String application,
      Migrations migrations,
      SecureRandom random,
      int rounds) {}

  /** A session that is being written, or whose last lines wait for the disk. */
  private record UnderWay(ClientId client, LineAppender out) {}

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
    this.head = head;
    places = new Places(with.folder());
    clock = new HybridClock(with.wall());
    names = new OpaqueNames(with.random());
    seats = new Seats(with.local().resolve("seats"), names);
    seat = seats.take();
    keys = master.map(this::keys);
    index = openIndex();
    switch (index.began()) {
      case AS_LEFT -> {}
      case ABSENT ->
          notices.add("there was no index of the records yet; it is made from the files");
      case DAMAGED ->
          notices.add("the index of the records was damaged; it is made anew from the files");
    }
  }

  static Library opened(Setting with, LibraryHead head, Optional<KeyBytes> master)
      throws LibraryUnavailable {
    return new Library(with, head, master);
  }

  /** Whether its lists are those of the last time; otherwise {@link #refresh} has to be awaited. */
  public boolean ready() {
    return index.began() == Index.Began.AS_LEFT;
  }

  /** Whether the index was found damaged, and thrown away. */
  public boolean indexWasDamaged() {
    return index.began() == Index.Began.DAMAGED;
  }

  /** Whether there is nothing in it yet. */
  public synchronized boolean empty() throws LibraryUnavailable {
    try {
      return places.folders().isEmpty() && writers.isEmpty();
    } catch (IOException broken) {
      throw refused("the records cannot be listed", broken);
    }
  }

  /** Whether a passphrase is set. */
  public boolean sealed() {
    return keys.isPresent();
  }

  public Path folder() {
    return with.folder();
  }

  /** The opaque name of the library. */
  public String id() {
    return head.id();
  }

  /** All clients as the index knows them, the one of the newest session first. */
  public synchronized List<ClientLine> clients() throws LibraryUnavailable {
    return ask(Index::clients);
  }

  /** Clients of whom all the words are found in the profile. */
  public synchronized List<ClientLine> searchClients(String words) throws LibraryUnavailable {
    return ask(index -> index.clients(words));
  }

  /** Sessions of which all the words are found in day, protocol and markers. */
  public synchronized List<SessionLine> searchSessions(String words) throws LibraryUnavailable {
    return ask(index -> index.sessions(words));
  }

  /** Whose session the last one was. */
  public synchronized StartGuard guard() throws LibraryUnavailable {
    return new StartGuard(ask(Index::last));
  }

  /** The client of a code. */
  public synchronized Optional<ClientId> withCode(String code) throws LibraryUnavailable {
    return clients().stream()
        .filter(each -> each.code().equals(code))
        .map(ClientLine::id)
        .findFirst();
  }

  /** Reads again what has changed on the disk since, by this computer or another one. */
  public Refreshed refresh(Progress progress) throws LibraryUnavailable {
    return refresh(progress, false);
  }

  /** Throws the index away and makes it anew from the files. */
  public synchronized Refreshed rebuild(Progress progress) throws LibraryUnavailable {
    return refresh(progress, true);
  }

  private synchronized Refreshed refresh(Progress progress, boolean all) throws LibraryUnavailable {
    try {
      if (keys.isPresent()) {
        sealWhatIsOpen(Progress.NOBODY);
      }
      readErasures();
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
      index.save();
      List<String> told = List.copyOf(notices);
      notices.clear();
      return new Refreshed(there.size(), anew[0], told);
    } catch (SQLException | IOException broken) {
      throw refused("the records cannot be read", broken);
    }
  }

  private boolean readAnew(ClientId client, Index.@Nullable Print before)
      throws LibraryUnavailable {
    try {
      Map<String, Long> files = Places.files(places.client(client));
      Index.Print now = print(files);
      if (before != null && before.text().equals(now.text())) {
        return false;
      }
      List<String> shrunk = new ArrayList<>();
      if (before != null) {
        before
            .journalBytes()
            .forEach(
                (name, bytes) -> {
                  if (now.journalBytes().getOrDefault(name, 0L) < bytes) {
                    shrunk.add(
                        "the journal "
                            + seatOf(name)
                            + " is shorter than when this computer last saw it; a backup has more");
                  }
                });
      }
      ClientRecords records = readOrTold(client, files);
      if (!shrunk.isEmpty()) {
        List<String> damage = new ArrayList<>(records.damage());
        damage.addAll(shrunk);
        records =
            new ClientRecords(
                client,
                records.profile(),
                records.notes(),
                records.checkIns(),
                records.sessions(),
                records.begun(),
                records.moves(),
                damage);
      }
      index.put(records, now);
      return true;
    } catch (IOException | SQLException broken) {
      throw refused("the records of " + client.text() + " cannot be read", broken);
    }
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

  /**
   * A new client.
   *
   * @param profile its fields; {@link ClientRecords#CODE} must be among them and new
   */
  public synchronized ClientId add(Map<String, String> profile) throws LibraryUnavailable {
    String code = profile.getOrDefault(ClientRecords.CODE, "").strip();
    if (code.isEmpty()) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          "client",
          "there is no code",
          "give the client a code");
    }
    if (withCode(code).isPresent()) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          code,
          "there is a client of this code already",
          "choose another code");
    }
    var client = new ClientId(names.next());
    try {
      if (keys.isPresent()) {
        keys.get().make(client);
      }
    } catch (IOException refused) {
      throw refused("no key can be written for the client", refused);
    }
    write(client, new JournalRecord.Profile(profile));
    return client;
  }

  /** The record of sessions for which nobody was chosen yet; made where there is none. */
  public synchronized ClientId nobody() throws LibraryUnavailable {
    Optional<ClientId> there = withCode(ClientRecords.NOBODY);
    return there.isPresent() ? there.get() : add(Map.of(ClientRecords.CODE, ClientRecords.NOBODY));
  }

  /** Sets fields of the profile; an empty value takes a field away. */
  public synchronized void change(ClientId client, Map<String, String> fields)
      throws LibraryUnavailable {
    known(client);
    write(client, new JournalRecord.Profile(fields));
  }

  /** Puts a note into the diary; returns its name. */
  public synchronized String note(ClientId client, String text) throws LibraryUnavailable {
    known(client);
    String id = names.next();
    write(client, new JournalRecord.Note(id, text));
    return id;
  }

  /** Puts a check-in into the diary; returns its name. */
  public synchronized String checkIn(ClientId client, CheckIn checkIn) throws LibraryUnavailable {
    known(client);
    String id = names.next();
    write(client, new JournalRecord.Checked(id, checkIn));
    return id;
  }

  /** Lets a note or check-in no longer count. It stays in the journal, marked as withdrawn. */
  public synchronized void withdraw(ClientId client, String id) throws LibraryUnavailable {
    known(client);
    write(client, new JournalRecord.Withdrawn(id));
  }

  /** All that is known of a client, from the files. */
  public synchronized ClientRecords client(ClientId client) throws LibraryUnavailable {
    known(client);
    try {
      return read(client, Places.files(places.client(client)));
    } catch (IOException broken) {
      throw refused("the records of the client cannot be read", broken);
    }
  }

  private void known(ClientId client) throws LibraryUnavailable {
    if (erased.contains(client)
        || !(Files.isDirectory(places.client(client)) || writers.containsKey(client.text()))) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.NOT_THERE,
          client.text(),
          "there is no such client",
          "choose one of the list");
    }
  }

  private ClientRecords read(ClientId client, Map<String, Long> files) throws LibraryUnavailable {
    List<String> damage = new ArrayList<>();
    List<JournalFile.Entry> entries = entries(client, files, damage);
    ClientRecords records = ClientRecords.merged(client, entries, damage);
    for (SessionSummary session : records.sessions()) {
      if (!files.containsKey(session.id().text() + Places.SESSION + ending())
          && !underWay.containsKey(session.id())) {
        damage.add("the recording of " + session.started() + " is missing");
      }
    }
    List<ClientRecords.Begun> begun =
        records.begun().stream()
            .filter(
                each ->
                    underWay.containsKey(each.session())
                        || files.containsKey(each.session().text() + Places.SESSION + ending()))
            .toList();
    return new ClientRecords(
        client,
        records.profile(),
        records.notes(),
        records.checkIns(),
        records.sessions(),
        begun,
        records.moves(),
        damage);
  }

  /** What all journals of a client hold, and what waits to be written. */
  private List<JournalFile.Entry> entries(
      ClientId client, Map<String, Long> files, List<String> damage) throws LibraryUnavailable {
    List<JournalFile.Entry> entries = new ArrayList<>();
    for (String name : files.keySet()) {
      if (name.endsWith(Places.JOURNAL + ending())) {
        try {
          JournalFile journal =
              JournalFile.read(
                  places.client(client).resolve(name),
                  seatOf(name),
                  seal(client.text(), bare(name)),
                  with.migrations());
          entries.addAll(journal.entries());
          damage.addAll(journal.damage());
        } catch (IOException broken) {
          damage.add("the journal " + seatOf(name) + " cannot be read: " + broken.getMessage());
        }
      }
    }
    entries.forEach(entry -> clock.seen(entry.stamp().clock()));
    JournalWriter own = writers.get(client.text());
    if (own != null) {
      entries.addAll(own.pending());
    }
    return entries;
  }

  /**
   * Begins a session, which is written event by event. What the disk refuses waits in memory.
   *
   * @param plan its head; the client in it should be the client's code
   */
  public synchronized Begun begin(ClientId client, SessionPlan plan, SessionLines lines)
      throws LibraryUnavailable {
    known(client);
    var session = new SessionId(names.next());
    write(client, new JournalRecord.SessionBegun(session));
    try {
      var out = LineAppender.createPatiently(file(client, session), lineSeal(client, session));
      underWay.put(session, new UnderWay(client, out));
      indexed(client);
      return new Begun(session, SessionWriter.begin(out, plan, lines, () -> over(session)));
    } catch (IOException refused) {
      throw refused("the session cannot be begun", refused);
    }
  }

  /** The session is over: its lines are in the file, or wait. */
  private synchronized void over(SessionId session) {
    UnderWay ended = underWay.get(session);
    if (ended == null || ended.out().trouble().isPresent()) {
      return; // retry() comes back to it
    }
    underWay.remove(session);
    try {
      write(ended.client(), new JournalRecord.SessionKept(scan(ended.client(), session), false));
    } catch (LibraryUnavailable | UnreadableFile broken) {
      Logger.error("A session is not in the journal yet; it is offered for recovery: {}", broken);
    }
  }

  /** Takes a recorded file into the library; the file stays where it is. */
  public synchronized SessionId keep(ClientId client, Path recording)
      throws LibraryUnavailable, UnreadableFile {
    known(client);
    SessionFile.read(recording); // what is none is refused here, in its own words
    var session = new SessionId(names.next());
    try {
      KeptLines lines = KeptLines.read(recording, Optional.empty());
      write(client, new JournalRecord.SessionBegun(session));
      try (var out = LineAppender.create(file(client, session), lineSeal(client, session))) {
        if (!out.append(renamed(lines.texts(), client(client).code()))) {
          throw new IOException(out.trouble().orElse("the disk refuses"));
        }
      }
      write(client, new JournalRecord.SessionKept(scan(client, session), false));
      return session;
    } catch (IOException refused) {
      throw refused("the recording cannot be taken in", refused);
    }
  }

  /** Opens a session. */
  public synchronized OpenedSession session(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    KeptLines lines = lines(client, session);
    SessionFile file = SessionFile.of(session.text(), ruled(client, session, lines).iterator());
    return new OpenedSession(file, damage(client, session, lines, file));
  }

  private List<String> damage(ClientId client, SessionId session, KeptLines lines, SessionFile file)
      throws LibraryUnavailable {
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
    file.damage().ifPresent(damage::add);
    client(client).sessions().stream()
        .filter(each -> each.id().equals(session))
        .filter(each -> !each.sha256().equals(SessionScan.sha256(lines.texts())))
        .forEach(
            each ->
                damage.add(
                    "it is not as it was when it was kept, with " + each.lines() + " lines"));
    return damage;
  }

  /** The lines of a session as they are in an open file, as far as they can be read. */
  public synchronized List<String> texts(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    return ruled(client, session, lines(client, session));
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
    notUnderWay(session);
    if (client(client).sessions().stream().noneMatch(each -> each.id().equals(session))) {
      throw noSession(session);
    }
    String line = lines.line(new SessionEvent.Commanded(file.endMicros(), rule));
    write(client, new JournalRecord.Ruled(session, line));
  }

  /** The lines of a session, and behind them what was said of its marks since. */
  private List<String> ruled(ClientId client, SessionId session, KeptLines lines)
      throws LibraryUnavailable {
    List<String> all = new ArrayList<>(lines.texts());
    try {
      List<JournalFile.Entry> entries =
          entries(client, Places.files(places.client(client)), new ArrayList<>());
      entries.sort((a, b) -> a.stamp().compareTo(b.stamp()));
      List<String> words = new ArrayList<>();
      for (JournalFile.Entry entry : entries) {
        if (entry.record() instanceof JournalRecord.Ruled ruled
            && ruled.session().equals(session)) {
          words.add(ruled.line());
        } else if (entry.record() instanceof JournalRecord.SessionMoved moved
            && moved.session().equals(session)) {
          words.clear(); // they went along, into the file
        }
      }
      all.addAll(words);
      return all;
    } catch (IOException broken) {
      throw refused("the records of the client cannot be read", broken);
    }
  }

  private KeptLines lines(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    try {
      return KeptLines.read(file(client, session), seal(client.text(), name(session)));
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(session.text(), "the recording is missing", "take it from a backup");
    } catch (IOException broken) {
      throw new UnreadableFile(
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

  /** Sessions that were begun and not ended, as after a crash. */
  public synchronized List<Unfinished> unfinished() throws LibraryUnavailable {
    List<Unfinished> all = new ArrayList<>();
    for (ClientLine line : clients()) {
      if (line.unfinished() > 0) {
        ClientRecords records = client(line.id());
        for (ClientRecords.Begun begun : records.begun()) {
          all.add(
              new Unfinished(
                  begun.session(),
                  line.id(),
                  records.code(),
                  begun.at(),
                  maybeUnderWay(line.id(), begun)));
        }
      }
    }
    return all;
  }

  private boolean maybeUnderWay(ClientId client, ClientRecords.Begun begun) {
    if (underWay.containsKey(begun.session())) {
      return true;
    }
    if (begun.seat().equals(seat.name()) || seats.left(begun.seat())) {
      return false; // who wrote it is gone
    }
    try {
      Instant touched = Files.getLastModifiedTime(file(client, begun.session())).toInstant();
      return Duration.between(touched, with.wall().instant()).compareTo(UNDER_WAY) < 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Keeps an unfinished session as far as it came. */
  public synchronized SessionSummary recover(ClientId client, SessionId session)
      throws LibraryUnavailable, UnreadableFile {
    notUnderWay(session);
    SessionSummary summary = scan(client, session);
    write(client, new JournalRecord.SessionKept(summary, true));
    return summary;
  }

  /** Throws an unfinished session away. */
  public synchronized void discard(ClientId client, SessionId session) throws LibraryUnavailable {
    notUnderWay(session);
    if (client(client).begun().stream().noneMatch(each -> each.session().equals(session))) {
      throw noSession(session);
    }
    write(client, new JournalRecord.SessionDiscarded(session));
    try {
      Files.deleteIfExists(file(client, session));
    } catch (IOException refused) {
      throw refused("the recording cannot be deleted", refused);
    }
    indexed(client);
  }

  /**
   * Moves a session that was recorded under the wrong client, and leaves a trace with both. The
   * head of the session names the new client then; nothing else in it is changed.
   */
  public synchronized void move(SessionId session, ClientId from, ClientId to)
      throws LibraryUnavailable, UnreadableFile {
    known(to);
    notUnderWay(session);
    if (client(from).sessions().stream().noneMatch(each -> each.id().equals(session))) {
      throw noSession(session);
    }
    KeptLines lines = lines(from, session);
    if (!lines.unread().isEmpty() || lines.torn()) {
      throw new UnreadableFile(
          session.text(),
          "it is damaged, and moving it would lose the lines that cannot be read",
          "take it from a backup first");
    }
    try {
      Path target = file(to, session);
      boolean before = client(to).sessions().stream().anyMatch(each -> each.id().equals(session));
      if (!before) {
        Files.deleteIfExists(target); // of a move that was cut short
      }
      try (var out = LineAppender.create(target, lineSeal(to, session))) {
        if (!out.append(renamed(ruled(from, session, lines), client(to).code()))) {
          throw new IOException(out.trouble().orElse("the disk refuses"));
        }
      }
      var moved = new JournalRecord.SessionMoved(session, from, to);
      boolean safe =
          write(to, moved)
              && write(to, new JournalRecord.SessionKept(scan(to, session), false))
              && write(from, moved);
      if (safe) {
        Files.deleteIfExists(file(from, session));
        indexed(from);
      }
    } catch (IOException refused) {
      throw refused("the session cannot be moved", refused);
    }
  }

  private void notUnderWay(SessionId session) throws LibraryUnavailable {
    if (underWay.containsKey(session)) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          session.text(),
          "the session is under way",
          "end it first");
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

  /** What could not be written yet and why, in a sentence; empty when all is safe. */
  public synchronized Optional<String> trouble() {
    int records = 0;
    String why = "";
    for (JournalWriter writer : writers.values()) {
      records += writer.pending().size();
      why = writer.trouble().orElse(why);
    }
    int sessions = 0;
    for (UnderWay each : underWay.values()) {
      if (each.out().trouble().isPresent()) {
        sessions++;
        why = each.out().trouble().orElse(why);
      }
    }
    if (records + sessions == 0) {
      return Optional.empty();
    }
    return Optional.of(
        records
            + (records == 1 ? " record and " : " records and ")
            + sessions
            + (sessions == 1 ? " session wait" : " sessions wait")
            + " in memory, because the disk refuses them ("
            + why
            + "); make room or allow writing to "
            + with.folder()
            + ", and leave Downshift open until then");
  }

  /** Tries again to write what waits; true when nothing waits any more. */
  public synchronized boolean retry() {
    for (JournalWriter writer : List.copyOf(writers.values())) {
      if (!writer.pending().isEmpty()) {
        writer.retry();
      }
    }
    for (Map.Entry<SessionId, UnderWay> each : List.copyOf(underWay.entrySet())) {
      if (each.getValue().out().closing()) {
        each.getValue().out().close();
        over(each.getKey());
      }
    }
    return trouble().isEmpty();
  }

  /**
   * Erases a client: the key, all files, the rows of the index, and what the backups in {@code
   * backups} still hold.
   *
   * @return places of backups that could not be reached; they forget at the next backup there
   */
  public synchronized List<Path> erase(ClientId client, List<Path> backups)
      throws LibraryUnavailable {
    known(client);
    if (underWay.values().stream().anyMatch(each -> each.client().equals(client))) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          client.text(),
          "a session of the client is under way",
          "end it first");
    }
    boolean noted =
        journal(Keys.LIBRARY).append(new JournalRecord.Erased(client), with.wall().instant());
    if (!noted) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          with.folder().toString(),
          "it cannot be noted that the client is to be erased",
          "make room on the disk or allow writing, and erase again");
    }
    try {
      forget(client);
      index.save();
    } catch (IOException | SQLException refused) {
      throw refused("not all files could be deleted; they are at the next start", refused);
    }
    List<Path> unreached = new ArrayList<>();
    for (Path place : backups) {
      if (!new Backups(place, with.wall()).forget(head.id(), List.of(client))) {
        unreached.add(place);
      }
    }
    return unreached;
  }

  /** Who was erased, ever. */
  synchronized Set<ClientId> erased() {
    return Set.copyOf(erased);
  }

  private void forget(ClientId client) throws IOException, SQLException {
    erased.add(client);
    JournalWriter writer = writers.remove(client.text());
    if (writer != null) {
      writer.close();
    }
    // The key first: without it the rest is noise, whatever happens next.
    if (keys.isPresent()) {
      keys.get().destroy(client);
    }
    Places.deleteTree(places.client(client));
    index.remove(client);
  }

  /** Follows what other computers have erased, and ends what was cut short. */
  private void readErasures() throws IOException, SQLException, LibraryUnavailable {
    for (String name : Places.files(places.journals()).keySet()) {
      if (name.endsWith(Places.JOURNAL + ending())) {
        JournalFile journal =
            JournalFile.read(
                places.journals().resolve(name),
                seatOf(name),
                seal(Keys.LIBRARY, bare(name)),
                with.migrations());
        notices.addAll(journal.damage());
        for (JournalFile.Entry entry : journal.entries()) {
          if (entry.record() instanceof JournalRecord.Erased gone) {
            erased.add(gone.client());
            if (Files.exists(places.client(gone.client()))
                || keys.filter(each -> each.has(gone.client())).isPresent()) {
              forget(gone.client());
            }
          }
        }
      }
    }
  }

  /**
   * Sets a passphrase and seals all files. Other computers must have closed the library.
   *
   * @return the recovery key, which is kept nowhere
   */
  public synchronized RecoveryKey seal(char[] passphrase, Progress progress)
      throws LibraryUnavailable {
    longEnough(passphrase);
    if (keys.isPresent() || !underWay.isEmpty() || trouble().isPresent()) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          with.folder().toString(),
          keys.isPresent() ? "a passphrase is set already" : "something is still being written",
          keys.isPresent() ? "change it instead" : "end the session first");
    }
    KeyBytes master = KeyBytes.fresh(with.random());
    RecoveryKey recovery = RecoveryKey.fresh(with.random());
    try {
      closeJournals();
      head =
          new LibraryHead(
              head.id(),
              Optional.of(
                  Lock.of(head.id(), master, passphrase, recovery, with.rounds(), with.random())),
              true);
      head.write(with.folder(), false);
      index.close();
      Path open = indexFile();
      keys = Optional.of(keys(master));
      Files.deleteIfExists(open);
      index = openIndex();
      sealWhatIsOpen(progress);
      refresh(Progress.NOBODY, true);
      return recovery;
    } catch (IOException refused) {
      throw refused("the files could not all be sealed; it goes on at the next start", refused);
    }
  }

  /** Sets another passphrase. Only the wrapping of the master key changes. */
  public synchronized void changePassphrase(char[] passphrase) throws LibraryUnavailable {
    longEnough(passphrase);
    Keys open = keysOrRefuse();
    relock(lock -> lock.withPassphrase(open.master(), passphrase, with.rounds(), with.random()));
  }

  /** Another recovery key; the one before does not open any more. */
  public synchronized RecoveryKey newRecoveryKey() throws LibraryUnavailable {
    Keys open = keysOrRefuse();
    RecoveryKey recovery = RecoveryKey.fresh(with.random());
    relock(lock -> lock.withRecoveryKey(open.master(), recovery, with.random()));
    return recovery;
  }

  private void relock(UnaryOperator<Lock> change) throws LibraryUnavailable {
    try {
      LibraryHead now = LibraryHead.read(with.folder()).orElse(head);
      head = new LibraryHead(head.id(), now.lock().map(change), now.sealing());
      head.write(with.folder(), false);
    } catch (IOException refused) {
      throw refused("the lock cannot be written; the old one still holds", refused);
    }
  }

  private Keys keysOrRefuse() throws LibraryUnavailable {
    return keys.orElseThrow(
        () ->
            new LibraryUnavailable(
                LibraryUnavailable.Reason.REFUSED,
                with.folder().toString(),
                "no passphrase is set",
                "set one first"));
  }

  private static void longEnough(char[] passphrase) throws LibraryUnavailable {
    if (passphrase.length < Lock.SHORTEST_PASSPHRASE) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.REFUSED,
          "passphrase",
          "it is too short",
          "take " + Lock.SHORTEST_PASSPHRASE + " characters or more, better several words");
    }
  }

  /** Seals open files that lie in a sealed library, and then deletes them. */
  private void sealWhatIsOpen(Progress progress) throws IOException, LibraryUnavailable {
    Keys with = keys.orElseThrow();
    List<ClientId> clients = places.folders();
    int done = 0;
    for (ClientId client : clients) {
      for (String name : Places.files(places.client(client)).keySet()) {
        if (name.endsWith(Places.OPEN)) {
          with.make(client);
          sealOne(places.client(client).resolve(name), with.client(client, bare(name)));
        }
      }
      progress.at(++done, clients.size());
    }
    for (String name : Places.files(places.journals()).keySet()) {
      if (name.endsWith(Places.OPEN)) {
        sealOne(places.journals().resolve(name), with.library(bare(name)));
      }
    }
    if (head.sealing()) {
      head = new LibraryHead(head.id(), head.lock(), false);
      head.write(places.folder(), false);
    }
  }

  private void sealOne(Path open, SealedLines seal) throws IOException {
    String name = open.getFileName().toString();
    Path sealed =
        open.resolveSibling(
            name.substring(0, name.length() - Places.OPEN.length()) + Places.SEALED);
    if (Files.exists(sealed)) {
      // Sealed already, or written to again by a computer that had not heard of the passphrase.
      Path other = open.resolveSibling(names.next() + Places.JOURNAL + Places.OPEN);
      if (name.contains(Places.JOURNAL) && !sameStart(open, sealed, seal)) {
        Files.move(open, other);
        return; // its turn comes under its new name
      }
      Files.delete(open);
      return;
    }
    Path unfinished = sealed.resolveSibling(sealed.getFileName() + Places.PART);
    Files.deleteIfExists(unfinished);
    KeptLines lines = KeptLines.read(open, Optional.empty());
    try (var out = LineAppender.create(unfinished, seal)) {
      if (!out.append(lines.texts())) {
        throw new IOException(out.trouble().orElse("the disk refuses"));
      }
    }
    Files.move(unfinished, sealed);
    Files.delete(open);
  }

  /** Whether the sealed file holds all lines of the open one. */
  private static boolean sameStart(Path open, Path sealed, SealedLines seal) throws IOException {
    List<String> there = KeptLines.read(sealed, Optional.of(seal)).texts();
    List<String> now = KeptLines.read(open, Optional.empty()).texts();
    return there.size() >= now.size() && there.subList(0, now.size()).equals(now);
  }

  /** Completes the journals, keeps the index, and lets go of the seat. */
  @Override
  public synchronized void close() throws IOException {
    retry();
    closeJournals();
    try {
      index.close();
    } finally {
      seat.close();
    }
  }

  private void closeJournals() {
    for (JournalWriter writer : List.copyOf(writers.values())) {
      writer.close();
    }
    writers.clear();
  }

  private boolean write(ClientId client, JournalRecord record) throws LibraryUnavailable {
    boolean safe = journal(client.text()).append(record, with.wall().instant());
    indexed(client);
    return safe;
  }

  /** Brings what the index knows of a client up to date. */
  private void indexed(ClientId client) throws LibraryUnavailable {
    try {
      Map<String, Long> files = Places.files(places.client(client));
      index.put(read(client, files), print(files));
    } catch (SQLException | IOException broken) {
      // The files are the truth; the next refresh makes it good.
      Logger.warn("The index could not be written: {}", broken.getMessage());
    }
  }

  private JournalWriter journal(String owner) throws LibraryUnavailable {
    JournalWriter writer = writers.get(owner);
    if (writer == null) {
      String name = seat.name() + Places.JOURNAL;
      writer =
          new JournalWriter(
              places.of(owner).resolve(name + ending()),
              seat.name(),
              seal(owner, name),
              clock,
              with.application());
      writers.put(owner, writer);
      if (writers.size() > JOURNALS_OPEN) {
        for (Map.Entry<String, JournalWriter> eldest : List.copyOf(writers.entrySet())) {
          if (eldest.getValue().pending().isEmpty() && !eldest.getKey().equals(owner)) {
            eldest.getValue().close();
            writers.remove(eldest.getKey());
            break;
          }
        }
      }
    }
    return writer;
  }

  private Keys keys(KeyBytes master) {
    return new Keys(places.keys(), head.id(), master, with.random());
  }

  private Path indexFile() {
    return with.local()
        .resolve("index")
        .resolve(head.id() + "-" + seat.name() + (keys.isPresent() ? Places.SEALED : ".sqlite"));
  }

  private Index openIndex() {
    return keys.isPresent()
        ? Index.openSealed(indexFile(), keys.get().index(), with.random(), head.id())
        : Index.open(indexFile());
  }

  private String ending() {
    return keys.isPresent() ? Places.SEALED : Places.OPEN;
  }

  private Path file(ClientId client, SessionId session) {
    return places.client(client).resolve(name(session) + ending());
  }

  private static String name(SessionId session) {
    return session.text() + Places.SESSION;
  }

  private static String bare(String fileName) {
    return fileName.substring(0, fileName.lastIndexOf('.'));
  }

  private static String seatOf(String fileName) {
    return fileName.substring(0, fileName.indexOf('.'));
  }

  private Optional<SealedLines> seal(String owner, String name) throws LibraryUnavailable {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        owner.equals(Keys.LIBRARY)
            ? keys.get().library(name)
            : keys.get().client(new ClientId(owner), name));
  }

  private LineSeal lineSeal(ClientId client, SessionId session) throws LibraryUnavailable {
    Optional<SealedLines> sealed = seal(client.text(), name(session));
    return sealed.isPresent() ? sealed.get() : LineSeal.none();
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

  private <T> T ask(Question<T> question) throws LibraryUnavailable {
    try {
      return question.of(index);
    } catch (SQLException broken) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.DAMAGED,
          "index",
          "the index of the records cannot be read (" + broken.getMessage() + ")",
          "let it be made anew");
    }
  }

  private interface Question<T> {
    T of(Index index) throws SQLException;
  }

  private LibraryUnavailable refused(String what, Exception why) {
    return new LibraryUnavailable(
        LibraryUnavailable.Reason.REFUSED,
        with.folder().toString(),
        what + " (" + why.getMessage() + ")",
        "check the disk and its rights");
  }
}
