package app.downshift.cli;

import app.downshift.library.CheckIn;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.SessionLine;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Clients, their diary and sessions: all that the library of records can do. */
@Command(
    name = "library",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The library of records: clients, their diary, and their sessions.",
      "Without a command it lists the clients. A passphrase is asked for in a",
      "terminal, and read from standard input otherwise, one a line.",
      "A first day, each after library: add C-1; then session --record FILE;",
      "keep C-1 FILE; review C-1; check-in C-1 --load sitting=8; show C-1;",
      "backup PLACE."
    })
final class LibraryCommand implements Callable<Integer> {
  @Mixin private final LibraryAccess access;

  private final PrintStream out;

  LibraryCommand(LibraryAccess access, PrintStream out) {
    this.access = access;
    this.out = out;
  }

  /** With the commands of the others beside its own. */
  static CommandLine line(LibraryAccess access, PrintStream out, PrintStream err) {
    var line = new CommandLine(new LibraryCommand(access, out));
    new LibrarySessionCommands(access, out, err).all().forEach(line::addSubcommand);
    new LibrarySafetyCommands(access, out, err).all().forEach(line::addSubcommand);
    return line;
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
    return access.with(
        library -> {
          List<ClientLine> found = words == null ? library.clients() : library.searchClients(words);
          found.forEach(each -> LibraryText.client(each).forEach(out::println));
          if (words != null) {
            for (SessionLine each : library.searchSessions(words)) {
              out.println(LibraryText.session(each));
            }
          }
          if (found.isEmpty()) {
            out.println(
                words == null
                    ? "no clients yet; library add CODE makes one, library restore PLACE brings"
                        + " back a backup"
                    : "no client of whom all of this is found");
          }
        });
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "a new client")
  int add(
      @Parameters(paramLabel = "CODE") String code,
      @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "such as name=…")
          @Nullable Map<String, String> fields)
      throws Exception {
    return access.with(
        library -> {
          Map<String, String> profile = new LinkedHashMap<>();
          if (fields != null) {
            profile.putAll(fields);
          }
          profile.put(ClientRecords.CODE, code);
          library.add(profile);
          out.println(code + " is there now");
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
    return access.with(
        library -> {
          library.change(LibraryAccess.client(library, code), fields);
          out.println(code + ": " + String.join(", ", fields.keySet()) + " noted");
        });
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "all that is known of a client: profile, diary, weeks, sessions")
  int show(@Parameters(paramLabel = "CODE") String code) throws Exception {
    return access.with(
        library ->
            LibraryText.whole(library.client(LibraryAccess.client(library, code)))
                .forEach(out::println));
  }

  @Command(name = "note", mixinStandardHelpOptions = true, description = "a note in the diary")
  int note(
      @Parameters(paramLabel = "CODE") String code, @Parameters(paramLabel = "TEXT") String text)
      throws Exception {
    return access.with(
        library -> {
          library.note(LibraryAccess.client(library, code), text);
          out.println(code + ": noted");
        });
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
                    ? LocalDate.ofInstant(access.wall().instant(), ZoneId.systemDefault())
                        .toString()
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
    return access.with(
        library -> {
          library.checkIn(LibraryAccess.client(library, code), told);
          out.println(code + ": check-in of " + told.day() + " noted");
        });
  }
}
