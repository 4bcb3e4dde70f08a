package app.downshift.cli;

import app.downshift.library.LibraryUnavailable;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.ProtocolInvalid;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line as a whole. */
@Command(
    name = "downshift",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "A breathing trainer that shows how the heart follows the breath.",
      "Without a command it opens its window, or runs a session in the terminal where there is none.",
      "Downshift is not a medical device."
    })
public final class Downshift {
  private static final int BAD_INPUT = 2;
  private static final int NO_SENSOR = 3;
  private static final int INTERRUPTED = 130;

  /** Read before anything else starts; named here so that it stands in every help text. */
  @SuppressWarnings("UnusedVariable") // see above
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "log in detail, also to the terminal")
  private boolean verbose;

  private final CommandLine commands;

  /** Everything a command may use from outside. */
  public record Surroundings(
      Host host,
      SerialPorts ports,
      PortsCommand.Ear ear,
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean watched) {}

  public Downshift(Surroundings with) {
    var view = new TerminalView(with.out(), with.in(), with.watched());
    commands =
        new CommandLine(this)
            .addSubcommand(new PortsCommand(with.ports(), with.ear(), with.out(), with.err()))
            .addSubcommand(new SessionCommand(with.host(), view, with.out()))
            .addSubcommand(new ProtocolsCommand(with.host(), with.out()))
            .addSubcommand(new ReplayCommand(with.host(), view, with.err()))
            .addSubcommand(new AnalyzeCommand(with.host(), with.out(), with.err(), with.watched()))
            .addSubcommand(new ConvertCommand(with.host(), with.err()))
            .addSubcommand(new EvidenceCommand(with.out(), with.err()))
            .addSubcommand(new ReportCommand(with.host(), with.err()))
            .addSubcommand(library(with))
            .addSubcommand(new DecodeCommand(with.in(), with.out(), with.err()))
            .addSubcommand(
                new CaptureCommand(
                    with.ports(), with.host(), Clock.systemUTC(), with.err(), with.watched()))
            .addSubcommand(new SimulateCommand(with.ports(), with.err()))
            .setOut(new PrintWriter(with.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(with.err(), true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(Downshift::badUsage)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure, with.err()));
    CommandSpec spec = commands.getCommandSpec();
    spec.version("downshift " + with.host().version());
    commands.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(spec.version()));
  }

  private static CommandLine library(Surroundings with) {
    return LibraryCommand.line(
        new LibraryAccess(with.host(), with.in(), with.err(), with.watched(), Clock.systemUTC()),
        with.out(),
        with.err());
  }

  /** Runs a command line and returns its exit code. */
  public int run(String... words) {
    return commands.execute(words);
  }

  private static int badUsage(ParameterException wrong, String[] words) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String line =
        String.valueOf(wrong.getMessage())
            .lines()
            .findFirst()
            .orElse("what was asked is not clear");
    line = line.replaceFirst("' is not an? (double|long|int)$", "' is no number");
    wrong.getCommandLine().getErr().println("downshift: " + line + "; see " + command + " --help");
    return BAD_INPUT;
  }

  private static int failed(Exception failure, PrintStream err) throws Exception {
    if (failure instanceof BadInput
        || failure instanceof UnreadableFile
        || failure instanceof LibraryUnavailable
        || failure instanceof ProtocolInvalid) {
      err.println("downshift: " + failure.getMessage());
      return BAD_INPUT;
    }
    if (failure instanceof PortUnavailable) {
      err.println("downshift: " + failure.getMessage());
      return NO_SENSOR;
    }
    if (failure instanceof InterruptedException) {
      return INTERRUPTED;
    }
    throw failure;
  }
}
