package app.downshift.cli;

import app.downshift.session.Protocol;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.ProtocolText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The protocols there are; whether a file is one. */
@Command(
    name = "protocols",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the protocols there are: those that ship, and those in the folder of your own.",
      "protocols show and protocols check look at one of them."
    })
final class ProtocolsCommand implements Callable<Integer> {
  private final Host host;
  private final PrintStream out;

  ProtocolsCommand(Host host, PrintStream out) {
    this.host = host;
    this.out = out;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "lists them, one a line")
  int list() {
    ProtocolWords.list(host.protocols().entries()).forEach(out::println);
    out.println("your own: " + host.protocols().folder());
    return 0;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "tells what one does, phase after phase")
  int show(
      @Parameters(paramLabel = "NAME|FILE", description = "its name, or a file") String nameOrFile,
      @Option(names = "--file", description = "as the text of a file, to begin one's own with")
          boolean asFile)
      throws ProtocolInvalid {
    Protocol protocol = host.protocols().find(nameOrFile);
    if (asFile) {
      out.print(new ProtocolText().of(protocol));
    } else {
      ProtocolWords.whole(protocol).forEach(out::println);
    }
    return 0;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "says whether a file is a protocol, and if not, why")
  int check(@Parameters(paramLabel = "FILE", description = "*.protocol.json") Path file)
      throws ProtocolInvalid {
    Protocol protocol = host.protocols().read(file);
    out.println(
        file
            + ": "
            + protocol.name()
            + ", "
            + protocol.phases().size()
            + (protocol.phases().size() == 1 ? " phase, " : " phases, ")
            + TerminalView.clock(protocol.plannedSeconds()));
    ProtocolWords.firstSession(protocol.firstSession()).ifPresent(out::println);
    return 0;
  }
}
