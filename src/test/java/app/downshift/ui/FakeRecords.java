package app.downshift.ui;

import app.downshift.library.Backups;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.Library;
import app.downshift.library.RecoveryKey;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records that are set by hand, and write down what was asked of them. */
public final class FakeRecords implements Records, KeptSessions, Safekeeping {
  /** When it is. */
  public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  /** What was asked, in order. */
  public final Queue<Object> asked = new ConcurrentLinkedQueue<>();

  /** Why to ask before a start. */
  public volatile Optional<Doubt> doubt = Optional.empty();

  /** Sessions that just stopped. */
  public volatile List<Library.Unfinished> unfinished = List.of();

  /** What is arranged about backups. */
  public volatile BackupPlan plan =
      new BackupPlan(Optional.empty(), Duration.ofHours(24), Optional.empty(), 0, 0);

  private volatile Standing standing = new Standing.Open(false, 1, false, List.of());
  private final List<ClientLine> lines = new ArrayList<>();
  private final Map<ClientId, ClientRecords> records = new HashMap<>();

  /** The clients of the design, and sessions without one. */
  public static FakeRecords ofTheDesign(FakeRecords into) {
    into.client(1, "C-017", 6, "2026-11-14T10:04:00Z");
    into.client(2, "C-021", 2, "2026-11-12T15:30:00Z");
    into.client(3, "C-009", 11, "2026-11-11T08:15:00Z");
    into.client(4, "C-030", 0, "");
    return into;
  }

  /** An opaque name that is always the same. */
  public static String opaque(int number) {
    return String.format(Locale.ROOT, "%026d", number)
        .replace('0', 'a')
        .replace('1', 'b')
        .replace('8', 'i')
        .replace('9', 'j');
  }

  /** Adds a client with sessions a week apart, the newest at a time. */
  public ClientId client(int number, String code, int sessions, String newest) {
    var id = new ClientId(opaque(number));
    List<SessionSummary> all = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      all.add(
          new SessionSummary(
              new SessionId(opaque(1000 * number + i)),
              Instant.parse(newest).minus(Duration.ofDays(7L * (sessions - 1 - i))),
              i % 3 == 2 ? "find-the-pace-stepped" : "breathe",
              false,
              1140,
              1300,
              i == 0 ? List.of("shoulders dropped") : List.of(),
              "complete",
              2000,
              0,
              ""));
    }
    lines.add(
        new ClientLine(
            id,
            code,
            "",
            sessions,
            newest.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(newest)),
            0,
            List.of()));
    records.put(
        id,
        new ClientRecords(
            id,
            Map.of(ClientRecords.CODE, code),
            List.of(),
            List.of(),
            all,
            List.of(),
            List.of(),
            List.of()));
    return id;
  }

  /** They stand so from now on. */
  public void stand(Standing next) {
    standing = next;
  }

  @Override
  public void open() {
    asked.add("open");
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public void told(News news) {
    asked.add(news);
    if (standing instanceof Standing.Open open) {
      List<News> left = new ArrayList<>(open.news());
      left.remove(news);
      standing = new Standing.Open(open.sealed(), open.changes(), open.waiting(), left);
    }
  }

  @Override
  public CompletableFuture<Void> unlock(char[] passphrase) {
    asked.add("unlock " + new String(passphrase));
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<Void> unlock(RecoveryKey key) {
    asked.add("unlock by recovery key");
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<List<ClientLine>> clients(String words) {
    return CompletableFuture.completedFuture(
        lines.stream()
            .filter(
                each ->
                    each.code().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
            .toList());
  }

  @Override
  public CompletableFuture<ClientRecords> client(ClientId client) {
    return CompletableFuture.completedFuture(records.get(client));
  }

  @Override
  public CompletableFuture<Course> course(ClientId client, Instant since) {
    return CompletableFuture.completedFuture(new Course(records.get(client), List.of()));
  }

  @Override
  public CompletableFuture<ClientId> add(Map<String, String> profile) {
    asked.add(profile);
    ClientId id = client(100 + lines.size(), profile.get(ClientRecords.CODE), 0, "");
    changed();
    return CompletableFuture.completedFuture(id);
  }

  private void changed() {
    if (standing instanceof Standing.Open open) {
      standing = new Standing.Open(open.sealed(), open.changes() + 1, open.waiting(), open.news());
    }
  }

  @Override
  public CompletableFuture<Void> change(ClientId client, Map<String, String> fields) {
    asked.add(fields);
    return done();
  }

  @Override
  public CompletableFuture<Void> note(ClientId client, String text) {
    asked.add(text);
    return done();
  }

  @Override
  public CompletableFuture<Void> checkIn(ClientId client, CheckIn checkIn) {
    asked.add(checkIn);
    return done();
  }

  @Override
  public CompletableFuture<Void> withdraw(ClientId client, String id) {
    asked.add("withdraw " + id);
    return done();
  }

  @Override
  public void chosen(Optional<ClientId> client) {
    asked.add(client);
  }

  @Override
  public CompletableFuture<Optional<Doubt>> doubt(ClientId client, Instant chosenAt) {
    return CompletableFuture.completedFuture(doubt);
  }

  @Override
  public CompletableFuture<Void> move(SessionId session, ClientId from, ClientId to) {
    asked.add("move " + session.text() + " to " + to.text());
    changed();
    return done();
  }

  @Override
  public CompletableFuture<Void> keep(ClientId client, Path file) {
    asked.add("keep " + file);
    return done();
  }

  @Override
  public CompletableFuture<List<Library.Unfinished>> unfinished() {
    return CompletableFuture.completedFuture(unfinished);
  }

  @Override
  public CompletableFuture<Void> recover(Library.Unfinished session) {
    asked.add("recover " + session.code());
    unfinished = List.of();
    changed();
    return done();
  }

  @Override
  public CompletableFuture<Void> discard(Library.Unfinished session) {
    asked.add("discard " + session.code());
    unfinished = List.of();
    changed();
    return done();
  }

  @Override
  public CompletableFuture<Export.Written> export(ClientId client, Path folder) {
    asked.add("export to " + folder);
    return CompletableFuture.completedFuture(
        new Export.Written(folder.resolve("C-017"), 6, List.of()));
  }

  @Override
  public CompletableFuture<List<Path>> erase(ClientId client) {
    asked.add("erase " + client.text());
    lines.removeIf(each -> each.id().equals(client));
    changed();
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletableFuture<RecoveryKey> seal(char[] passphrase) {
    asked.add("seal with " + new String(passphrase));
    return CompletableFuture.completedFuture(KEY);
  }

  /** A recovery key for pictures. */
  public static final RecoveryKey KEY = key();

  /** The key of nothing but A, with the check that belongs to it. */
  private static RecoveryKey key() {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("recovery key".getBytes(StandardCharsets.US_ASCII));
      byte[] sum = digest.digest(new byte[32]);
      int bits = (sum[0] & 0xff) << 16 | (sum[1] & 0xff) << 8 | (sum[2] & 0xff);
      StringBuilder key = new StringBuilder("A".repeat(52));
      for (int shift = 19; shift >= 4; shift -= 5) {
        key.append(letters.charAt(bits >> shift & 31));
      }
      return RecoveryKey.typed(key.toString()).orElseThrow();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public CompletableFuture<Void> changePassphrase(char[] passphrase) {
    asked.add("change to " + new String(passphrase));
    return done();
  }

  @Override
  public CompletableFuture<RecoveryKey> newRecoveryKey() {
    asked.add("new recovery key");
    return CompletableFuture.completedFuture(KEY);
  }

  @Override
  public void retry() {
    asked.add("retry");
  }

  @Override
  public BackupPlan backups() {
    return plan;
  }

  @Override
  public void backUpTo(Optional<Path> place) {
    asked.add(place);
    plan = new BackupPlan(place, plan.every(), Optional.empty(), 0, 0);
  }

  @Override
  public CompletableFuture<Backups.Made> backUpNow(Path place) {
    asked.add("back up to " + place);
    return CompletableFuture.completedFuture(
        new Backups.Made(new Backups.Dated("x", NOW, place), 12, 3, 0, 0));
  }

  @Override
  public CompletableFuture<List<Backups.Dated>> copies(Path place) {
    return CompletableFuture.completedFuture(
        List.of(new Backups.Dated("x", NOW.minus(Duration.ofDays(1)), place)));
  }

  @Override
  public CompletableFuture<Backups.Restored> restore(Backups.Dated copy) {
    asked.add("restore " + copy.at());
    return CompletableFuture.completedFuture(new Backups.Restored(12, List.of()));
  }

  @Override
  public KeptSessions sessions() {
    return this;
  }

  @Override
  public Safekeeping safe() {
    return this;
  }

  @Override
  public Instant now() {
    return NOW;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
