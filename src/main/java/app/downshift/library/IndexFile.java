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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.SecretKey;
import org.sqlite.SQLiteConnection;
import org.tinylog.Logger;

/**
 * Where the index lies. Of an open library it is a database file on this computer; of a sealed one
 * it lives in memory, and only its sealed dump is a file. What is damaged is thrown away.
 */
final class IndexFile implements Closeable {
  private static final int VERSION = 1;
  private static final int WARM_BYTES = 1 << 20;
  private static final int WARM_ROUNDS = 3;
  private static final int WARM_CLIENTS = 100;

  /** How the index came up. */
  enum Began {
    AS_LEFT,
    ABSENT,
    DAMAGED
  }

  private final Path file;
  private final Optional<Sealed> sealed;
  private final Connection db;
  private final Index index;
  private final Began began;

  private record Sealed(SecretKey key, SecureRandom random, String bound) {
    byte[] context() {
      return ("downshift index 1 " + bound).getBytes(StandardCharsets.UTF_8);
    }
  }

  private IndexFile(Path file, Optional<Sealed> sealed, Connection db, Began began) {
    this.file = file;
    this.sealed = sealed;
    this.db = db;
    this.began = began;
    index = new Index(db);
  }

  /**
   * Loads the driver with its native part, asks what lists ask, and opens a made dump until the JIT
   * has compiled what that takes; otherwise whoever unlocks, and types first, waits for it.
   */
  static void warmUp(SecureRandom random) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      prepare(db);
      var index = new Index(db);
      for (int i = 0; i < WARM_CLIENTS; i++) {
        index.put(madeUp(i), new Index.Print("", Map.of("journal", 1L)));
      }
      for (int i = 0; i < WARM_ROUNDS; i++) {
        index.clients();
        index.clients("É");
        index.sessions("é");
        index.last();
      }
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

  private static ClientRecords madeUp(int number) {
    var client =
        new ClientId("a".repeat(24) + (char) ('a' + number % 26) + (char) ('a' + number / 26));
    var session =
        new SessionSummary(
            new SessionId(client.text()),
            Instant.EPOCH.plusSeconds(number),
            "é",
            true,
            1,
            1,
            List.of("é"),
            "",
            1,
            0,
            "");
    return ClientRecords.merged(
        client,
        List.of(
            new JournalFile.Entry(
                new Stamp(1, "", 1),
                Instant.EPOCH,
                new JournalRecord.Profile(Map.of(ClientRecords.CODE, "é"))),
            new JournalFile.Entry(
                new Stamp(2, "", 2), Instant.EPOCH, new JournalRecord.SessionKept(session, false))),
        List.of());
  }

  /** The index of an open library; what is damaged is thrown away and begun anew. */
  static IndexFile open(Path file) {
    boolean there = Files.exists(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
      if (!there) {
        return new IndexFile(file, Optional.empty(), prepared(db), Began.ABSENT);
      }
      if (whole(db)) {
        return new IndexFile(file, Optional.empty(), db, Began.AS_LEFT);
      }
      db.close();
    } catch (SQLException | IOException broken) {
      Logger.warn("The index cannot be used: {}", broken.getMessage());
    }
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
      return new IndexFile(
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
  static IndexFile openSealed(Path file, SecretKey key, SecureRandom random, String library) {
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
          return new IndexFile(file, Optional.of(sealed), db, Began.AS_LEFT);
        }
        db.close();
      }
    } catch (SQLException | IOException | DataFormatException broken) {
      Logger.warn("The index cannot be used: {}", broken.getMessage());
    }
    return inMemory(file, Optional.of(sealed), Began.DAMAGED);
  }

  private static IndexFile inMemory(Path file, Optional<Sealed> sealed, Began began) {
    try {
      return new IndexFile(
          file, sealed, prepared(DriverManager.getConnection("jdbc:sqlite::memory:")), began);
    } catch (SQLException impossible) {
      throw new IllegalStateException("SQLite does not start", impossible);
    }
  }

  Path path() {
    return file;
  }

  Index index() {
    return index;
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
