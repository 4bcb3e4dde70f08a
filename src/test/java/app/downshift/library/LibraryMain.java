package app.downshift.library;

import app.downshift.recording.LineSeal;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a large library takes. {@code LibraryMain FOLDER [CLIENTS SESSIONS BEATS]} makes two of
 * them, open and sealed, and measures each in new processes.
 */
public final class LibraryMain {
  private static final int PROCESSES = 5;
  private static final String[] TYPED = {
    "m", "mu", "mue", "muel", "c-04", "hip", "shoulder 2026-0"
  };

  private LibraryMain() {}

  public static void main(String[] args) throws Exception {
    Path place = Path.of(args[0]);
    if (args.length == 3) {
      measure(new Shelf(place), args[1].equals("sealed"), args[2]);
      return;
    }
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    int sessions = args.length > 2 ? Integer.parseInt(args[2]) : 40;
    int beats = args.length > 3 ? Integer.parseInt(args[3]) : 100;
    for (String kind : List.of("open", "sealed")) {
      Path own = place.resolve(kind);
      long from = System.nanoTime();
      if (!Files.exists(own)) { // made by an earlier run otherwise
        fill(new Shelf(own), kind.equals("sealed"), clients, sessions, beats);
      }
      Places.deleteTree(new Shelf(own).local("one").resolve("index"));
      System.out.printf(
          "%s: %d clients with %d sessions of %d beats, made in %.1f s, %.1f MB%n",
          kind, clients, sessions, beats, seconds(from), size(own.resolve("records")) / 1e6);
      child(own, kind, "rebuild");
      for (int i = 0; i < PROCESSES; i++) {
        child(own, kind, "open");
      }
    }
  }

  private static void child(Path own, String kind, String what) throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            LibraryMain.class.getName(),
            own.toString(),
            kind,
            what)
        .inheritIO()
        .start()
        .waitFor();
  }

  private static void measure(Shelf shelf, boolean sealed, String what) throws Exception {
    var random = new SecureRandom();
    var setting =
        new Library.Setting(
            shelf.folder,
            shelf.local("one"),
            Clock.systemUTC(),
            "test",
            Migrations.shipped(),
            random,
            Lock.ROUNDS);
    LibraryHead head = LibraryHead.read(shelf.folder).orElseThrow();
    shelf.door("one").warmUp();
    long from = System.nanoTime();
    Optional<KeyBytes> master = Optional.empty();
    if (sealed) {
      master = Optional.of(head.lock().orElseThrow().open(Shelf.PASSPHRASE.clone(), random));
    }
    double stretching = seconds(from);
    from = System.nanoTime();
    long cpuFrom = cpu();
    Library library = Library.opened(setting, head, master);
    int clients = library.clients().size();
    double open = seconds(from);
    double openCpu = (cpu() - cpuFrom) / 1e6;
    if (what.equals("rebuild")) {
      int[] told = {0};
      from = System.nanoTime();
      library.rebuild((done, of) -> told[0]++);
      System.out.printf(
          "  index made from the files in %.2f s, progress told %d times%n",
          seconds(from), told[0]);
      library.close();
      System.out.printf("  the index holds %.1f MB%n", size(shelf.local("one")) / 1e6);
      return;
    }
    List<String> searches = new ArrayList<>();
    for (String typed : TYPED) {
      from = System.nanoTime();
      cpuFrom = cpu();
      library.searchClients(typed);
      library.searchSessions(typed);
      searches.add(String.format(" %.0f/%.0f", 1000 * seconds(from), (cpu() - cpuFrom) / 1e6));
    }
    from = System.nanoTime();
    Library.Refreshed refreshed = library.refresh(Progress.NOBODY);
    System.out.printf(
        "  key %.0f ms, then %d clients listed after %.0f ms (processor %.0f); searches, by the wall/processor:%s ms;"
            + " looking for changes %.0f ms (%d)%n",
        1000 * stretching,
        clients,
        1000 * open,
        openCpu,
        String.join("", searches),
        1000 * seconds(from),
        refreshed.readAnew());
    library.close();
  }

  /** Writes the files as the library does, but without waiting for the disk at each. */
  private static void fill(Shelf shelf, boolean sealed, int clients, int sessions, int beats)
      throws Exception {
    String[] names = {"Müller", "Quist", "Okafor", "Lindqvist", "Tanaka", "Novak", "Mueller"};
    String[] marks = {"shoulders dropped", "left hip", "jaw softer", "sighed", "warm hands"};
    try (Library library = shelf.door("one").open()) {
      if (sealed) {
        library.seal(Shelf.PASSPHRASE.clone(), Progress.NOBODY);
      }
    }
    LibraryHead head = LibraryHead.read(shelf.folder).orElseThrow();
    var random = new SecureRandom();
    var opaque = new OpaqueNames(random);
    Optional<Keys> keys = Optional.empty();
    if (sealed) {
      KeyBytes master = head.lock().orElseThrow().open(Shelf.PASSPHRASE.clone(), random);
      // With as many rounds as the program takes.
      new LibraryHead(
              head.id(),
              Optional.of(
                  head.lock()
                      .orElseThrow()
                      .withPassphrase(master, Shelf.PASSPHRASE.clone(), Lock.ROUNDS, random)),
              false)
          .write(shelf.folder, false);
      keys = Optional.of(new Keys(new Places(shelf.folder).keys(), head.id(), master, random));
    }
    String ending = sealed ? Places.SEALED : Places.OPEN;
    List<String> body = new ArrayList<>();
    Shelf.beats(1, beats).forEach(each -> body.add(Shelf.LINES.line(each)));
    Instant at = Instant.parse("2024-01-01T08:00:00Z");
    String seat = opaque.next();
    for (int c = 0; c < clients; c++) {
      var client = new ClientId(opaque.next());
      if (keys.isPresent()) {
        keys.get().make(client);
      }
      Path folder = Files.createDirectories(new Places(shelf.folder).client(client));
      String code = "C-%03d".formatted(c);
      List<String> journal = new ArrayList<>();
      long clock = c;
      journal.add(JournalFile.line(new JournalRecord.Opened(1, "test", false), at, clock++));
      journal.add(
          JournalFile.line(
              new JournalRecord.Profile(
                  Map.of("code", code, "name", names[c % names.length] + " " + c)),
              at,
              clock++));
      for (int s = 0; s < sessions; s++) {
        var session = new SessionId(opaque.next());
        at = at.plus(Duration.ofMinutes(50));
        List<String> lines = new ArrayList<>();
        lines.add(
            Shelf.LINES
                .head(shelf.plan(code))
                .replaceFirst("\"started\":\"[^\"]*\"", "\"started\":\"" + at + "\""));
        lines.addAll(body);
        lines.add(Shelf.LINES.line(Shelf.marker(beats, marks[s % marks.length])));
        lines.add(Shelf.LINES.line(Shelf.end(beats + 1)));
        write(folder, session.text() + Places.SESSION, ending, keys, client, lines);
        SessionSummary summary = new SessionScan().of(session, lines, 0);
        journal.add(JournalFile.line(new JournalRecord.SessionBegun(session), at, clock++));
        journal.add(JournalFile.line(new JournalRecord.SessionKept(summary, false), at, clock++));
      }
      write(folder, seat + Places.JOURNAL, ending, keys, client, journal);
    }
  }

  private static void write(
      Path folder,
      String name,
      String ending,
      Optional<Keys> keys,
      ClientId client,
      List<String> lines)
      throws Exception {
    LineSeal seal = keys.isPresent() ? keys.get().client(client, name) : LineSeal.none();
    List<String> all = new ArrayList<>();
    seal.preamble().ifPresent(all::add);
    for (String line : lines) {
      all.add(seal.seal(all.size() + 1L, line));
    }
    seal.ending(all.size() + 1L).ifPresent(all::add);
    Files.write(folder.resolve(name + ending), all);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double seconds(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e9;
  }

  private static long size(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
