package app.downshift.cli;

import app.downshift.library.Backups;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.Library;
import app.downshift.library.LibraryDoor;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.library.RecoveryKey;
import app.downshift.library.SessionId;
import app.downshift.library.SessionLine;
import app.downshift.library.SessionSummary;
import app.downshift.recording.UnreadableFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Clients, their diary and sessions: all that the library of records can do. */
@Command(
    name = "library",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The library of records: clients, their diary, and their sessions.",
      "Without a command it lists the clients. A passphrase is asked for in a terminal, and read",
      "from standard input otherwise, one a line."
    })
final class LibraryCommand implements Callable<Integer> {
  private static final int DAMAGED = 2;

  @Option(
      names = "--folder",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "where the records are (default: library in the data folder)")
  private @Nullable Path folder;

  @Option(
      names = "--recovery-key",
      scope = ScopeType.INHERIT,
      description = "open with the recovery key instead of the passphrase")
  private boolean byRecoveryKey;

  private final Host host;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean watched;
  private final Clock wall;
  private @Nullable BufferedReader lines;

  LibraryCommand(
      Host host, InputStream in, PrintStream out, PrintStream err, boolean watched, Clock wall) {
    this.host = host;
    this.in = in;
    this.out = out;
    this.err = err;
    this.watched = watched;
    this.wall = wall;
  }

  /** What is done with an open library. */
  private interface Work {
    void with(Library library) throws LibraryUnavailable, UnreadableFile, BadInput, IOException;
  }

  @Override
  public Integer call() throws Exception {
    return clients(null);
  }

  @Command(
      name = "clients",
      mixinStandardHelpOptions = true,
      description = "lists clients, or those of whom all words are found, and sessions with them")
  int clients(
      @Parameters(arity = "0..1", paramLabel = "WORDS", description = "what to look for")
          @Nullable String words)
      throws Exception {
    return with(
        library -> {
          List<ClientLine> found = words == null ? library.clients() : library.searchClients(words);
          found.forEach(each -> LibraryText.client(each).forEach(out::println));
          if (words != null) {
            for (SessionLine each : library.searchSessions(words)) {
              out.println(LibraryText.session(each));
            }
          }
          if (found.isEmpty() && words == null) {
            out.println("no clients yet; library add CODE makes one");
          }
        });
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "a new client")
  int add(
      @Parameters(paramLabel = "CODE") String code,
      @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "such as name=…")
          @Nullable Map<String, String> fields)
      throws Exception {
    return with(
        library -> {
          Map<String, String> profile = new LinkedHashMap<>();
          if (fields != null) {
            profile.putAll(fields);
          }
          profile.put(ClientRecords.CODE, code);
          library.add(profile);
        });
  }

  @Command(
      name = "change",
      mixinStandardHelpOptions = true,
      description = "sets fields of a client's profile; FIELD= takes one away")
  int change(
      @Parameters(paramLabel = "CODE") String code,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "FIELD=VALUE")
          Map<String, String> fields)
      throws Exception {
    return with(library -> library.change(client(library, code), fields));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "all that is known of a client: profile, diary, weeks, sessions")
  int show(@Parameters(paramLabel = "CODE") String code) throws Exception {
    return with(
        library -> LibraryText.whole(library.client(client(library, code))).forEach(out::println));
  }

  @Command(name = "note", mixinStandardHelpOptions = true, description = "a note in the diary")
  int note(
      @Parameters(paramLabel = "CODE") String code, @Parameters(paramLabel = "TEXT") String text)
      throws Exception {
    return with(library -> library.note(client(library, code), text));
  }

  @Command(
      name = "check-in",
      mixinStandardHelpOptions = true,
      description = {
        "what a client tells of a day; nothing has to be answered. Scales are 0 to 10.",
        "load: sitting lifting driving training stress short-nights",
        "capacity: strength mobility endurance recovery nervous-system-resilience practice-done",
        "context: movement stress posture-and-breaks sleep food people-and-outdoors",
        "progress: woke-with-less-stiffness sat-longer walked-farther",
        "  lifted-with-more-confidence shorter-milder-flare-ups"
      })
  int checkIn(
      @Parameters(paramLabel = "CODE") String code,
      @Option(names = "--day", paramLabel = "DATE", description = "default today")
          @Nullable String day,
      @Option(names = "--load", paramLabel = "sitting=8,…") @Nullable String load,
      @Option(names = "--capacity", paramLabel = "mobility=4,…") @Nullable String capacity,
      @Option(names = "--context", paramLabel = "sleep=3,…") @Nullable String context,
      @Option(names = "--progress", paramLabel = "sat-longer,…") @Nullable String progress,
      @Option(names = "--pain-since", paramLabel = "under-three-months|over-three-months|in-cycles")
          @Nullable String painSince,
      @Option(
              names = "--flare-up",
              paramLabel = "DATE[,HOURS[,WORST]]",
              description = "may be repeated")
          @Nullable List<String> flareUps,
      @Option(
              names = "--fear",
              paramLabel = "ACTIVITY[/STEP]=N",
              description = "may be repeated; STEP: how far its return has come")
          @Nullable Map<String, Integer> fears,
      @Option(names = "--taken", paramLabel = "WHAT=DOSE", description = "may be repeated")
          @Nullable Map<String, String> taken,
      @Option(names = "--sleep", paramLabel = "HOURS", description = "of the night before")
          @Nullable String sleep,
      @Option(
              names = "--sat",
              paramLabel = "[BEFORE,]NOW",
              description = "minutes of sitting without discomfort")
          @Nullable String sat,
      @Option(names = "--note", paramLabel = "TEXT") @Nullable String note)
      throws Exception {
    CheckIn told =
        CheckInWords.read(
            new CheckInWords.Typed(
                day == null
                    ? LocalDate.ofInstant(wall.instant(), ZoneId.systemDefault()).toString()
                    : day,
                load,
                capacity,
                context,
                progress,
                painSince,
                flareUps == null ? List.of() : flareUps,
                fears == null ? Map.of() : fears,
                taken == null ? Map.of() : taken,
                note == null ? "" : note,
                sleep,
                sat));
    return with(library -> library.checkIn(client(library, code), told));
  }

  @Command(
      name = "keep",
      mixinStandardHelpOptions = true,
      description =
          "takes recorded sessions into a client's records; the files stay where they are")
  int keep(
      @Parameters(paramLabel = "CODE") String code,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE") List<Path> files)
      throws Exception {
    return with(
        library -> {
          for (Path file : files) {
            out.println(file + ": " + library.keep(client(library, code), file).text());
          }
        });
  }

  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      description = "moves a session that was recorded under the wrong client")
  int move(
      @Parameters(paramLabel = "SESSION", description = "as show names it, or its beginning")
          String session,
      @Parameters(paramLabel = "FROM") String from,
      @Parameters(paramLabel = "TO") String to)
      throws Exception {
    return with(
        library -> {
          ClientId wrong = client(library, from);
          List<SessionSummary> fits =
              library.client(wrong).sessions().stream()
                  .filter(each -> each.id().text().startsWith(session))
                  .toList();
          if (fits.size() != 1) {
            throw new BadInput(
                session + ": " + fits.size() + " sessions of " + from + " begin so; see show");
          }
          library.move(fits.get(0).id(), wrong, client(library, to));
        });
  }

  @Command(
      name = "recover",
      mixinStandardHelpOptions = true,
      description = "lists sessions that just stopped; keeps or discards one")
  int recover(
      @Parameters(arity = "0..1", paramLabel = "SESSION") @Nullable String session,
      @Option(names = "--discard", description = "throw it away") boolean discard)
      throws Exception {
    return with(
        library -> {
          for (Library.Unfinished each : library.unfinished()) {
            boolean meant = session != null && each.session().text().startsWith(session);
            if (meant && discard) {
              library.discard(each.client(), each.session());
            } else if (meant) {
              SessionSummary kept = library.recover(each.client(), each.session());
              out.println("kept: " + LibraryText.session(kept));
            } else {
              out.println(LibraryText.unfinished(each));
            }
          }
        });
  }

  @Command(
      name = "passphrase",
      mixinStandardHelpOptions = true,
      description = {
        "sets the passphrase, and seals all files; or changes it.",
        "The recovery key is shown once, and kept nowhere. --new-recovery-key shows another."
      })
  int passphrase(
      @Option(names = "--new-recovery-key", description = "another recovery key only")
          boolean newRecoveryKey)
      throws Exception {
    return with(
        library -> {
          if (newRecoveryKey) {
            recoveryKey(library.newRecoveryKey());
            return;
          }
          char[] passphrase = secret("new passphrase: ");
          if (!Arrays.equals(passphrase, secret("once more: "))) {
            throw new BadInput("the two are not the same; nothing was changed");
          }
          if (library.sealed()) {
            library.changePassphrase(passphrase);
            out.println("the passphrase is changed; the recovery key stays");
          } else {
            err.println("close Downshift on all other computers that use these records");
            recoveryKey(library.seal(passphrase, progress("sealing")));
          }
        });
  }

  private void recoveryKey(RecoveryKey key) {
    out.println("recovery key, shown this once: write it down, and keep it apart");
    out.println(key.words());
  }

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "copies the records to another place, dated, and keeps the newest copies")
  int backup(
      @Parameters(paramLabel = "PLACE") Path place,
      @Option(names = "--keep", paramLabel = "N", description = "default 14")
          @Nullable Integer keep,
      @Option(
              names = "--if-older",
              paramLabel = "HOURS",
              description = "only when the newest copy is older")
          @Nullable Integer ifOlder)
      throws Exception {
    int most = (int) Options.within("--keep", keep == null ? 14 : keep, 1, 10000, "copies");
    return with(
        library -> {
          var backups = new Backups(place, wall);
          if (ifOlder != null && !backups.due(library.id(), Duration.ofHours(ifOlder))) {
            out.println("the newest copy is recent enough");
            return;
          }
          Backups.Made made = backups.make(library, most, progress("copying"));
          out.println(
              "%s: %d files, %d of them new"
                  .formatted(made.copy().folder(), made.files(), made.copied()));
          if (made.droppedOpen() > 0) {
            out.println(
                made.droppedOpen()
                    + " copies from before the passphrase were deleted, because anybody could read"
                    + " them");
          }
        });
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "puts the newest copy of a place, or that of --at, into the empty --folder")
  int restore(
      @Parameters(paramLabel = "PLACE") Path place,
      @Option(names = "--at", paramLabel = "TIME", description = "such as 2026-11-21T10:00:00Z")
          @Nullable String at,
      @Option(names = "--list", description = "only list the copies") boolean list)
      throws Exception {
    var backups = new Backups(place, wall);
    List<Backups.Dated> all = backups.all();
    if (list) {
      all.forEach(each -> out.println(each.at() + "  " + each.folder()));
      return 0;
    }
    Backups.Dated copy =
        all.stream()
            .filter(each -> at == null || each.at().toString().equals(at))
            .findFirst()
            .orElseThrow(() -> new BadInput(place + ": no such backup there; see --list"));
    Backups.Restored restored = backups.restore(copy, folder(), progress("restoring"));
    out.println(folder() + ": " + restored.files() + " files, as of " + copy.at());
    restored.damage().forEach(err::println);
    return restored.damage().isEmpty() ? 0 : DAMAGED;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "everything of a client, or of all, as open files that anybody can read")
  int export(
      @Parameters(paramLabel = "DIR") Path to,
      @Parameters(arity = "0..1", index = "1", paramLabel = "CODE") @Nullable String code)
      throws Exception {
    return with(
        library -> {
          var export = new Export(library);
          List<ClientId> clients = new ArrayList<>();
          if (code == null) {
            library.clients().forEach(each -> clients.add(each.id()));
          } else {
            clients.add(client(library, code));
          }
          for (ClientId client : clients) {
            Export.Written written = export.client(client, to);
            out.println(written.folder() + ": " + written.sessions() + " sessions");
            written.damage().forEach(each -> err.println("  " + each));
          }
        });
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "erases a client: the key, all files, and what the places of backups still hold.",
        "This cannot be undone."
      })
  int erase(
      @Parameters(paramLabel = "CODE") String code,
      @Option(names = "--yes", required = true, description = "yes, for ever") boolean yes,
      @Option(names = "--backups", paramLabel = "PLACE", description = "may be repeated")
          @Nullable List<Path> backups)
      throws Exception {
    return with(
        library -> {
          for (Path place :
              library.erase(client(library, code), backups == null ? List.of() : backups)) {
            err.println(
                place + ": out of reach; it forgets the client when the next backup is made there");
          }
        });
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "reads every file, and says what is not as it was written")
  int check() throws Exception {
    int[] found = {0};
    int code =
        with(
            library -> {
              List<ClientLine> clients = library.clients();
              Progress progress = progress("reading");
              for (int i = 0; i < clients.size(); i++) {
                ClientRecords records = library.client(clients.get(i).id());
                List<String> damage = new ArrayList<>(records.damage());
                for (SessionSummary each : records.sessions()) {
                  damage.addAll(damage(library, records.id(), each.id()));
                }
                damage.forEach(each -> out.println(records.code() + ": " + each));
                found[0] += damage.size();
                progress.at(i + 1, clients.size());
              }
              out.println(found[0] == 0 ? "all is as it was written" : found[0] + " found");
            });
    return found[0] == 0 ? code : DAMAGED;
  }

  private static List<String> damage(Library library, ClientId client, SessionId session)
      throws LibraryUnavailable {
    try {
      return library.session(client, session).damage().stream()
          .map(each -> session.text() + ": " + each)
          .toList();
    } catch (UnreadableFile broken) {
      return List.of(broken.getMessage());
    }
  }

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = "throws the index away and makes it anew from the files")
  int rebuild() throws Exception {
    return with(
        library -> {
          Library.Refreshed done = library.rebuild(progress("reading"));
          out.println(done.clients() + " clients read");
        });
  }

  private int with(Work work) throws Exception {
    var door = new LibraryDoor(folder(), host.data(), wall, "downshift " + host.version());
    try (Library library = opened(door)) {
      library.refresh(progress("reading")).notices().forEach(err::println);
      work.with(library);
      Optional<String> trouble = library.trouble();
      if (trouble.isPresent()) {
        throw new BadInput(trouble.get());
      }
    }
    return 0;
  }

  private Library opened(LibraryDoor door) throws LibraryUnavailable, BadInput {
    if (!door.locked()) {
      return door.open();
    }
    if (byRecoveryKey) {
      return door.unlock(
          RecoveryKey.typed(new String(secret("recovery key: ")))
              .orElseThrow(() -> new BadInput("this is no recovery key; check what was typed")));
    }
    char[] passphrase = secret("passphrase: ");
    Library library = door.unlock(passphrase);
    Arrays.fill(passphrase, '\0');
    return library;
  }

  private Path folder() {
    return folder == null ? host.data().resolve("library") : folder;
  }

  private static ClientId client(Library library, String code) throws LibraryUnavailable, BadInput {
    return library
        .withCode(code)
        .orElseThrow(() -> new BadInput(code + ": no such client; see library clients"));
  }

  private char[] secret(String prompt) throws BadInput {
    Console console = watched ? System.console() : null;
    if (console != null) {
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? new char[0] : typed;
    }
    try {
      if (lines == null) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      String line = lines.readLine();
      if (line == null) {
        throw new BadInput(
            "a passphrase is set; give it on standard input, or start this in a terminal");
      }
      return line.toCharArray();
    } catch (IOException broken) {
      throw new BadInput("standard input cannot be read (" + broken.getMessage() + ")");
    }
  }

  private Progress progress(String what) {
    return watched ? new ProgressLine(what, err, wall) : Progress.NOBODY;
  }
}
