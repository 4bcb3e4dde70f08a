package app.downshift.cli;

import app.downshift.library.Backups;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.Progress;
import app.downshift.library.RecoveryKey;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import app.downshift.recording.UnreadableFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code library} does to keep records safe, and to let go of them. */
final class LibrarySafetyCommands {
  private static final int DAMAGED = 2;
  private static final int COPIES = 14;

  private final LibraryAccess access;
  private final PrintStream out;
  private final PrintStream err;

  LibrarySafetyCommands(LibraryAccess access, PrintStream out, PrintStream err) {
    this.access = access;
    this.out = out;
    this.err = err;
  }

  List<Object> all() {
    return List.of(
        new Passphrase(),
        new Backup(),
        new Restore(),
        new OpenFiles(),
        new Erase(),
        new Check(),
        new Rebuild());
  }

  @Command(
      name = "passphrase",
      mixinStandardHelpOptions = true,
      description = {
        "sets the passphrase, and seals all files; or changes it.",
        "The recovery key is shown once, and kept nowhere. --new-recovery-key shows another."
      })
  final class Passphrase implements Callable<Integer> {
    @Option(names = "--new-recovery-key", description = "another recovery key only")
    private boolean newRecoveryKey;

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            if (newRecoveryKey) {
              recoveryKey(library.newRecoveryKey());
              return;
            }
            char[] passphrase = access.secret("new passphrase: ");
            if (!Arrays.equals(passphrase, access.secret("once more: "))) {
              throw new BadInput("the two are not the same; nothing was changed");
            }
            if (library.sealed()) {
              library.changePassphrase(passphrase);
              out.println("the passphrase is changed; the recovery key stays");
            } else {
              err.println("close Downshift on all other computers that use these records");
              recoveryKey(library.seal(passphrase, access.progress("sealing")));
            }
          });
    }
  }

  private void recoveryKey(RecoveryKey key) {
    out.println("recovery key, shown this once: write it down, and keep it apart");
    out.println(key.words());
  }

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "copies the records to another place, dated, and keeps the newest copies")
  final class Backup implements Callable<Integer> {
    @Parameters(paramLabel = "PLACE")
    private Path place = Path.of("");

    @Option(names = "--keep", paramLabel = "N", description = "default 14")
    private @Nullable Integer keep;

    @Option(
        names = "--if-older",
        paramLabel = "HOURS",
        description = "only when the newest copy is older")
    private @Nullable Integer ifOlder;

    @Override
    public Integer call() throws Exception {
      int most = (int) Options.within("--keep", keep == null ? COPIES : keep, 1, 10000, "copies");
      return access.with(
          library -> {
            var backups = new Backups(place, access.wall());
            if (ifOlder != null && !backups.due(library.id(), Duration.ofHours(ifOlder))) {
              out.println("the newest copy is recent enough");
              return;
            }
            Backups.Made made = backups.make(library, most, access.progress("copying"));
            out.println(
                "%s: %s, %d of them new"
                    .formatted(
                        made.copy().folder(),
                        LibraryText.count(made.files(), "file"),
                        made.copied()));
            if (made.droppedOpen() > 0) {
              out.println(
                  made.droppedOpen()
                      + " copies from before the passphrase were deleted, because anybody could read"
                      + " them");
            }
          });
    }
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "puts the newest copy of a place, or that of --at, into the empty --folder")
  final class Restore implements Callable<Integer> {
    @Parameters(paramLabel = "PLACE")
    private Path place = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "such as 2026-11-21T10:00:00Z")
    private @Nullable String at;

    @Option(names = "--list", description = "only list the copies")
    private boolean list;

    @Override
    public Integer call() throws Exception {
      var backups = new Backups(place, access.wall());
      List<Backups.Dated> all = backups.all();
      if (list) {
        all.forEach(each -> out.println(each.at() + "  " + each.folder()));
        return 0;
      }
      List<Backups.Dated> meant =
          all.stream().filter(each -> at == null || each.at().toString().equals(at)).toList();
      if (meant.isEmpty()) {
        throw new BadInput(
            place + ": no such backup there; " + (all.isEmpty() ? "there is none" : "see --list"));
      }
      if (meant.stream().map(Backups.Dated::library).distinct().count() > 1) {
        throw new BadInput(
            place + ": backups of several libraries lie there; choose with --at, see --list");
      }
      Backups.Dated copy = meant.get(0);
      Backups.Restored restored =
          backups.restore(copy, access.folder(), access.progress("restoring"));
      out.println(
          access.folder()
              + ": "
              + LibraryText.count(restored.files(), "file")
              + ", as of "
              + copy.at());
      restored.damage().forEach(err::println);
      return restored.damage().isEmpty() ? 0 : DAMAGED;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "everything of a client, or of all, as open files that anybody can read")
  final class OpenFiles implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR")
    private Path to = Path.of("");

    @Parameters(arity = "0..1", index = "1", paramLabel = "CODE")
    private @Nullable String code;

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            var export = new Export(library);
            List<ClientId> clients = new ArrayList<>();
            if (code == null) {
              library.clients().forEach(each -> clients.add(each.id()));
            } else {
              clients.add(LibraryAccess.client(library, code));
            }
            for (ClientId client : clients) {
              Export.Written written = export.client(client, to);
              out.println(
                  written.folder() + ": " + LibraryText.count(written.sessions(), "session"));
              written.damage().forEach(each -> err.println("  " + each));
            }
          });
    }
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "erases a client: the key, all files, and what the places of backups still hold.",
        "This cannot be undone."
      })
  final class Erase implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CODE")
    private String code = "";

    @SuppressWarnings("UnusedVariable") // that it is there is the answer
    @Option(names = "--yes", required = true, description = "yes, for ever")
    private boolean yes;

    @Option(names = "--backups", paramLabel = "PLACE", description = "may be repeated")
    private @Nullable List<Path> backups;

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            List<Path> places = backups == null ? List.of() : backups;
            List<Path> unreached = library.erase(LibraryAccess.client(library, code), places);
            out.println(
                code
                    + " is erased here"
                    + (places.size() > unreached.size()
                        ? " and in the backups that were named"
                        : ""));
            unreached.forEach(
                place ->
                    err.println(
                        place
                            + ": out of reach; it forgets the client when the next backup is made"
                            + " there"));
            err.println(
                library.sealed()
                    ? "places of backups that were not named still hold the key of this client, until"
                        + " the next backup there"
                    : "places of backups that were not named still hold this client, open to read,"
                        + " until the next backup there; so does whoever copied the files");
            err.println(
                "exports, and recordings that were taken in from files, lie where they lay");
          });
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "reads every file, and says what is not as it was written")
  final class Check implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      int[] found = {0};
      int code =
          access.with(
              library -> {
                List<ClientLine> clients = library.clients();
                Progress progress = access.progress("reading");
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
  final class Rebuild implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            Library.Refreshed done = library.rebuild(access.progress("reading"));
            out.println(done.clients() + " clients read");
          });
    }
  }
}
