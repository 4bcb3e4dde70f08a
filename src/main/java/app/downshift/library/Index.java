package app.downshift.library;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.SecretKey;
import org.sqlite.SQLiteConnection;
import org.tinylog.Logger;

/**
 * What lists and search need, as an SQLite database that can be thrown away. Of an open library it
 * is a file on this computer; of a sealed one it lives in memory, and only its sealed dump is a
 * file.
 */
final class Index implements Closeable {
  private static final int VERSION = 1;
  private static final int MOST_FOUND = 100;
  private static final int WARM_BYTES = 1 << 20;
  private static final int WARM_ROUNDS = 3;

  /** How the index came up. */
  enum Began {
    AS_LEFT,
    ABSENT,
    DAMAGED
  }

  /** What the files of a client looked like when they were read. */
  record Print(String text, Map<String, Long> journalBytes) {}

  private final Path file;
  private final Optional<Sealed> sealed;
  private final Connection db;
  private final Began began;

  private record Sealed(SecretKey key, SecureRandom random, String bound) {
    byte[] context() {
      return ("downshift index 1 " + bound).getBytes(StandardCharsets.UTF_8);
    }
  }

  private Index(Path file, Optional<Sealed> sealed, Connection db, Began began) {
    this.file = file;
    this.sealed = sealed;
    this.db = db;
    this.began = began;
  }

  /**
   * Loads the driver with its native part, and opens a made dump until the JIT has compiled what
   * that takes; otherwise whoever unlocks waits for both.
   */
  static void warmUp(SecureRandom random) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      prepare(db);
      words("É");
      byte[] dump = db.unwrap(SQLiteConnection.class).serialize("main");
      var aead = new Aead(KeyBytes.fresh(random).key("warm"), random);
      byte[] sealed = aead.seal(dump, new byte[WARM_BYTES]);
      for (int i = 0; i < WARM_ROUNDS; i++) {
        aead.open(dump, sealed);
      }
      inflated(deflated(dump));
    } catch (SQLException | DataFormatException broken) {
      throw new IllegalStateException("SQLite does not start", broken);
    }
  }

  /** The index of an open library; what is damaged is thrown away and begun anew. */
  static Index open(Path file) {
    boolean there = Files.exists(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
      if (!there) {
        return new Index(file, Optional.empty(), prepared(db), Began.ABSENT);
      }
      if (whole(db)) {
        return new Index(file, Optional.empty(), db, Began.AS_LEFT);
      }
      db.close();
    } catch (SQLException | IOException broken) {
      Logger.warn("The index cannot be used: {}", broken.getMessage());
    }
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
      return new Index(
          file,
          Optional.empty(),
          prepared(DriverManager.getConnection("jdbc:sqlite:" + file)),
          Began.DAMAGED);
    } catch (SQLException | IOException refused) {
      Logger.warn("There can be no index on this disk: {}", refused.getMessage());
      return inMemory(file, Optional.empty(), Began.DAMAGED);
    }
  }

  /** The index of a sealed library. */
  static Index openSealed(Path file, SecretKey key, SecureRandom random, String library) {
    var sealed = new Sealed(key, random, library);
    if (!Files.exists(file)) {
      return inMemory(file, Optional.of(sealed), Began.ABSENT);
    }
    try {
      Optional<byte[]> dump =
          new Aead(key, random).open(sealed.context(), Files.readAllBytes(file));
      if (dump.isPresent()) {
        Connection db = DriverManager.getConnection("jdbc:sqlite::memory:");
        db.unwrap(SQLiteConnection.class).deserialize("main", inflated(dump.get()));
        if (sameVersion(db)) { // a dump that opens is as it was written
          return new Index(file, Optional.of(sealed), db, Began.AS_LEFT);
        }
        db.close();
      }
    } catch (SQLException | IOException | DataFormatException broken) {
      Logger.warn("The index cannot be used: {}", broken.getMessage());
    }
    return inMemory(file, Optional.of(sealed), Began.DAMAGED);
  }

  private static Index inMemory(Path file, Optional<Sealed> sealed, Began began) {
    try {
      return new Index(
          file, sealed, prepared(DriverManager.getConnection("jdbc:sqlite::memory:")), began);
    } catch (SQLException impossible) {
      throw new IllegalStateException("SQLite does not start", impossible);
    }
  }

  Began began() {
    return began;
  }

  /** Writes the sealed dump; nothing to do for a file that is the database itself. */
  void save() throws IOException {
    if (sealed.isEmpty()) {
      return;
    }
    try {
      byte[] dump = deflated(db.unwrap(SQLiteConnection.class).serialize("main"));
      byte[] bytes =
          new Aead(sealed.get().key(), sealed.get().random()).seal(sealed.get().context(), dump);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      save();
    } finally {
      try {
        db.close();
      } catch (SQLException broken) {
        Logger.warn(broken, "Closing the index");
      }
    }
  }

  /** Throws it away and leaves an empty one. */
  void clear() throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute("delete from clients");
      statement.execute("delete from sessions");
      statement.execute("delete from journals");
    }
  }

  /** Puts what was read of a client in the place of what was known. */
  void put(ClientRecords client, Print print) throws SQLException {
    boolean own = db.getAutoCommit();
    if (own) {
      db.setAutoCommit(false);
    }
    try {
      remove(client.id());
      List<SessionSummary> sessions = client.sessions();
      String last =
          sessions.isEmpty() ? "" : sessions.get(sessions.size() - 1).started().toString();
      try (PreparedStatement row =
          db.prepareStatement("insert into clients values (?,?,?,?,?,?,?,?,?)")) {
        row.setString(1, client.id().text());
        row.setString(2, client.code());
        row.setString(3, client.name());
        row.setString(4, folded(String.join("\n", client.profile().values())));
        row.setInt(5, sessions.size());
        row.setString(6, last);
        row.setInt(7, client.begun().size());
        row.setString(8, String.join("\n", client.damage()));
        row.setString(9, print.text());
        row.executeUpdate();
      }
      try (PreparedStatement row =
          db.prepareStatement("insert or replace into sessions values (?,?,?,?,?,?,?)")) {
        for (SessionSummary session : sessions) {
          row.setString(1, session.id().text());
          row.setString(2, client.id().text());
          row.setString(3, session.started().toString());
          row.setString(4, session.protocol());
          row.setDouble(5, session.seconds());
          row.setInt(6, session.beats());
          row.setString(
              7,
              folded(
                  session.started().toString().substring(0, 10)
                      + "\n"
                      + session.protocol()
                      + "\n"
                      + String.join("\n", session.markers())));
          row.addBatch();
        }
        row.executeBatch();
      }
      try (PreparedStatement row = db.prepareStatement("insert into journals values (?,?,?)")) {
        for (Map.Entry<String, Long> journal : print.journalBytes().entrySet()) {
          row.setString(1, client.id().text());
          row.setString(2, journal.getKey());
          row.setLong(3, journal.getValue());
          row.addBatch();
        }
        row.executeBatch();
      }
      if (own) {
        db.commit();
      }
    } finally {
      if (own) {
        db.setAutoCommit(true);
      }
    }
  }

  /** Does much in one transaction. */
  void together(Work work) throws SQLException, LibraryUnavailable {
    db.setAutoCommit(false);
    try {
      work.run();
      db.commit();
    } finally {
      db.setAutoCommit(true);
    }
  }

  /** Work on the index. */
  interface Work {
    void run() throws SQLException, LibraryUnavailable;
  }

  void remove(ClientId client) throws SQLException {
    for (String table :
        List.of(
            "delete from clients where id = ?",
            "delete from sessions where client = ?",
            "delete from journals where client = ?")) {
      try (PreparedStatement row = db.prepareStatement(table)) {
        row.setString(1, client.text());
        row.executeUpdate();
      }
    }
  }

  /** Of all clients what their files looked like. */
  Map<ClientId, Print> prints() throws SQLException {
    Map<ClientId, Map<String, Long>> journals = new HashMap<>();
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery("select client, name, bytes from journals")) {
      while (rows.next()) {
        journals
            .computeIfAbsent(new ClientId(rows.getString(1)), id -> new HashMap<>())
            .put(rows.getString(2), rows.getLong(3));
      }
    }
    Map<ClientId, Print> prints = new HashMap<>();
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery("select id, print from clients")) {
      while (rows.next()) {
        var id = new ClientId(rows.getString(1));
        prints.put(id, new Print(rows.getString(2), journals.getOrDefault(id, Map.of())));
      }
    }
    return prints;
  }

  /** All clients, the one of the newest session first. */
  List<ClientLine> clients() throws SQLException {
    return lines("select * from clients order by last desc, code", "");
  }

  /** Clients whose profile holds all these words, in the order of {@link #clients}. */
  List<ClientLine> clients(String words) throws SQLException {
    List<String> each = words(words);
    String where = String.join(" and ", each.stream().map(w -> "instr(folded, ?) > 0").toList());
    return lines(
        "select * from clients"
            + (each.isEmpty() ? "" : " where " + where)
            + " order by last desc, code limit "
            + MOST_FOUND,
        words);
  }

  /** Sessions whose day, protocol or markers hold all these words, newest first. */
  List<SessionLine> sessions(String words) throws SQLException {
    List<String> each = words(words);
    if (each.isEmpty()) {
      return List.of();
    }
    String where = String.join(" and ", each.stream().map(w -> "instr(s.folded, ?) > 0").toList());
    try (PreparedStatement query =
        db.prepareStatement(
            "select s.id, s.client, c.code, s.started, s.protocol, s.seconds, s.beats"
                + " from sessions s join clients c on c.id = s.client where "
                + where
                + " order by s.started desc limit "
                + MOST_FOUND)) {
      bind(query, each);
      return sessions(query);
    }
  }

  /** The newest session of all. */
  Optional<SessionLine> last() throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement(
            "select s.id, s.client, c.code, s.started, s.protocol, s.seconds, s.beats"
                + " from sessions s join clients c on c.id = s.client"
                + " order by s.started desc limit 1")) {
      return sessions(query).stream().findFirst();
    }
  }

  private static List<SessionLine> sessions(PreparedStatement query) throws SQLException {
    List<SessionLine> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new SessionLine(
                new SessionId(rows.getString(1)),
                new ClientId(rows.getString(2)),
                rows.getString(3),
                Instant.parse(rows.getString(4)),
                rows.getString(5),
                rows.getDouble(6),
                rows.getInt(7)));
      }
    }
    return found;
  }

  private List<ClientLine> lines(String sql, String words) throws SQLException {
    List<ClientLine> lines = new ArrayList<>();
    try (PreparedStatement query = db.prepareStatement(sql)) {
      bind(query, words(words));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String last = rows.getString("last");
          lines.add(
              new ClientLine(
                  new ClientId(rows.getString("id")),
                  rows.getString("code"),
                  rows.getString("name"),
                  rows.getInt("sessions"),
                  last.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(last)),
                  rows.getInt("unfinished"),
                  rows.getString("damage").lines().toList()));
        }
      }
    }
    return lines;
  }

  private static void bind(PreparedStatement query, List<String> words) throws SQLException {
    for (int i = 0; i < words.size(); i++) {
      query.setString(i + 1, words.get(i));
    }
  }

  private static List<String> words(String typed) {
    return folded(typed)
        .lines()
        .flatMap(line -> List.of(line.split("\\s+")).stream())
        .filter(word -> !word.isEmpty())
        .limit(8)
        .toList();
  }

  /** Small letters without accents, as people type them. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss");
  }

  private static Connection prepared(Connection db) throws SQLException {
    prepare(db);
    return db;
  }

  private static void prepare(Connection db) throws SQLException {
    try (Statement statement = db.createStatement()) {
      settings(statement);
      statement.execute(
          "create table clients (id text primary key, code text, name text, folded text,"
              + " sessions int, last text, unfinished int, damage text, print text)"
              + " without rowid");
      statement.execute(
          "create table sessions (id text, client text, started text, protocol text,"
              + " seconds real, beats int, folded text, primary key (started, id, client))"
              + " without rowid");
      statement.execute("create table journals (client text, name text, bytes int)");
      statement.execute("create index of_client on sessions (client)");
      statement.execute("create index journals_of_client on journals (client)");
      statement.execute("pragma user_version = " + VERSION);
    }
  }

  /** Nothing is left of what was removed, and nothing goes into files of its own. */
  private static void settings(Statement statement) throws SQLException {
    statement.execute("pragma secure_delete = on");
    statement.execute("pragma temp_store = memory");
    statement.execute("pragma synchronous = off");
  }

  private static boolean sameVersion(Connection db) throws SQLException {
    try (Statement statement = db.createStatement()) {
      settings(statement);
      try (ResultSet version = statement.executeQuery("pragma user_version")) {
        return version.next() && version.getInt(1) == VERSION;
      }
    }
  }

  private static boolean whole(Connection db) {
    try (Statement statement = db.createStatement()) {
      if (!sameVersion(db)) {
        return false;
      }
      try (ResultSet check = statement.executeQuery("pragma quick_check(1)")) {
        return check.next() && "ok".equals(check.getString(1));
      }
    } catch (SQLException broken) {
      return false;
    }
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(plain);
    deflater.finish();
    var all = new ByteArrayOutputStream(plain.length / 3 + 64);
    var head = ByteBuffer.allocate(4).putInt(plain.length);
    all.writeBytes(head.array());
    byte[] part = new byte[1 << 16];
    while (!deflater.finished()) {
      all.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return all.toByteArray();
  }

  private static byte[] inflated(byte[] packed) throws DataFormatException {
    int length = ByteBuffer.wrap(packed).getInt();
    var inflater = new Inflater();
    try {
      inflater.setInput(packed, 4, packed.length - 4);
      byte[] plain = new byte[length];
      int at = 0;
      while (at < length && !inflater.finished()) {
        int got = inflater.inflate(plain, at, length - at);
        if (got == 0) {
          break;
        }
        at += got;
      }
      if (at != length) {
        throw new DataFormatException("cut off");
      }
      return plain;
    } finally {
      inflater.end();
    }
  }
}
