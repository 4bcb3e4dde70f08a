package app.downshift.cli;

import app.downshift.evidence.ManySessions;
import app.downshift.evidence.SessionEvidence;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code library} does with the sessions of clients. */
final class LibrarySessionCommands {
  private final LibraryAccess access;
  private final PrintStream out;
  private final PrintStream err;

  LibrarySessionCommands(LibraryAccess access, PrintStream out, PrintStream err) {
    this.access = access;
    this.out = out;
    this.err = err;
  }

  List<Object> all() {
    return List.of(new Keep(), new Review(), new Move(), new Recover());
  }

  @Command(
      name = "keep",
      mixinStandardHelpOptions = true,
      description =
          "takes recorded sessions into a client's records; the files stay where they are")
  final class Keep implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CODE")
    private String code = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            ClientId client = LibraryAccess.client(library, code);
            for (Path file : files) {
              SessionId kept = library.keep(client, file);
              out.println(file + ": session " + LibraryText.brief(kept) + " of " + code);
              PaceKept.keep(library, client, file)
                  .ifPresent(pace -> out.println("  kept as a suggestion: " + PaceKept.text(pace)));
            }
            if (library.sealed()) {
              err.println("the files themselves stay open: anybody can read them; delete them");
            }
          });
    }
  }

  @Command(
      name = "review",
      mixinStandardHelpOptions = true,
      description = "what a kept session says of before against after; by default the newest")
  final class Review implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CODE")
    private String code = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "SESSION",
        description = "as show names it, or its beginning")
    private @Nullable String session;

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            ClientId client = LibraryAccess.client(library, code);
            SessionSummary which =
                session == null
                    ? newest(library, client, code)
                    : one(library, client, code, session);
            Library.OpenedSession opened = library.session(client, which.id());
            opened.damage().forEach(each -> err.println("  ! " + each));
            EvidenceText.session(
                    LibraryText.session(which),
                    SessionEvidence.of(opened.file()),
                    ManySessions.usual(List.of()))
                .forEach(out::println);
          });
    }
  }

  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      description = "moves a session that was recorded under the wrong client")
  final class Move implements Callable<Integer> {
    @Parameters(
        index = "0",
        paramLabel = "SESSION",
        description = "as show names it, or its beginning")
    private String session = "";

    @Parameters(index = "1", paramLabel = "FROM", description = "code of the client who has it")
    private String from = "";

    @Parameters(index = "2", paramLabel = "TO", description = "code of the client whose it is")
    private String to = "";

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            ClientId wrong = LibraryAccess.client(library, from);
            ClientId right = LibraryAccess.client(library, to);
            SessionSummary which = one(library, wrong, from, session);
            library.move(which.id(), wrong, right);
            out.println(
                "session "
                    + LibraryText.brief(which.id())
                    + " is now of "
                    + to
                    + ", noted with both");
          });
    }
  }

  @Command(
      name = "recover",
      mixinStandardHelpOptions = true,
      description = "lists sessions that just stopped; keeps or discards one")
  final class Recover implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "SESSION")
    private @Nullable String session;

    @Option(names = "--discard", description = "throw it away")
    private boolean discard;

    @Override
    public Integer call() throws Exception {
      return access.with(
          library -> {
            List<Library.Unfinished> all = library.unfinished();
            if (session == null) {
              all.forEach(each -> out.println(LibraryText.unfinished(each)));
              out.println(
                  all.isEmpty()
                      ? "no session just stopped"
                      : "library recover SESSION keeps one, with --discard throws it away");
              return;
            }
            List<Library.Unfinished> fits =
                all.stream().filter(each -> each.session().text().startsWith(session)).toList();
            if (fits.size() != 1) {
              throw notOne(session, fits.size(), "unfinished sessions", "library recover");
            }
            Library.Unfinished meant = fits.get(0);
            if (discard) {
              library.discard(meant.client(), meant.session());
              out.println("discarded: " + LibraryText.unfinished(meant));
            } else {
              SessionSummary kept = library.recover(meant.client(), meant.session());
              out.println("kept: " + LibraryText.session(kept));
            }
          });
    }
  }

  private static SessionSummary newest(Library library, ClientId client, String code)
      throws LibraryUnavailable, BadInput {
    List<SessionSummary> all = library.client(client).sessions();
    if (all.isEmpty()) {
      throw new BadInput(code + ": no sessions yet; library keep takes a recording in");
    }
    return all.get(all.size() - 1);
  }

  private static SessionSummary one(Library library, ClientId client, String code, String session)
      throws LibraryUnavailable, BadInput {
    ClientRecords records = library.client(client);
    List<SessionSummary> fits = new ArrayList<>(records.sessions());
    fits.removeIf(each -> !each.id().text().startsWith(session));
    if (fits.size() != 1) {
      throw notOne(session, fits.size(), "sessions of " + code, "library show " + code);
    }
    return fits.get(0);
  }

  private static BadInput notOne(String typed, int fits, String what, String listed) {
    return new BadInput(
        fits == 0
            ? typed + ": none of the " + what + " begins so; " + listed + " lists them"
            : typed + ": " + fits + " " + what + " begin so; write more of the name");
  }
}
