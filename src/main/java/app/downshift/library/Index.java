package app.downshift.library;

import java.sql.Connection;
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

/** What lists and search need, as rows of an SQLite database that can be thrown away. */
final class Index {
  private static final int MOST_FOUND = 100;

  /** What the files of a client looked like when they were read. */
  record Print(String text, Map<String, Long> journalBytes) {}

  private final Connection db;

  Index(Connection db) {
    this.db = db;
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

  /** The client of a code. */
  Optional<ClientId> withCode(String code) throws SQLException {
    return ids("select id from clients where code = ?", code).stream().findFirst();
  }

  /** Clients of whom sessions were begun and not ended. */
  List<ClientId> withUnfinished() throws SQLException {
    return ids("select id from clients where unfinished > 0 order by last desc, code");
  }

  private List<ClientId> ids(String sql, String... values) throws SQLException {
    List<ClientId> ids = new ArrayList<>();
    try (PreparedStatement query = db.prepareStatement(sql)) {
      bind(query, List.of(values));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(new ClientId(rows.getString(1)));
        }
      }
    }
    return ids;
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
}
