package app.downshift.cli;

import app.downshift.recording.Capture;
import app.downshift.recording.FirstLine;
import app.downshift.recording.SessionFile;
import app.downshift.recording.UnreadableFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording once more, through the same engine. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recording again, in the window or the terminal.")
final class ReplayCommand implements Callable<Integer> {
  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "times real time; 0 is as fast as possible (default 1)")
  private double speed = 1;

  @Option(
      names = "--terminal",
      description = "stay in the terminal even where a window could be opened")
  private boolean terminal;

  @Parameters(paramLabel = "FILE", description = "a recording, *.session.jsonl, or a capture")
  private Path file = Path.of("");

  private final Host host;
  private final TerminalView view;
  private final PrintStream err;

  ReplayCommand(Host host, TerminalView view, PrintStream err) {
    this.host = host;
    this.view = view;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput, UnreadableFile, InterruptedException {
    Options.within("--speed", speed, 0, 1000, "times real time");
    damage().ifPresent(damage -> err.println(file + ": " + damage));
    Host.Followed replay = host.replay(file, speed);
    if (terminal || !host.hasDisplay()) {
      return view.follow(replay, List.of());
    }
    host.window(Optional.of(replay));
    return 0;
  }

  private Optional<String> damage() throws UnreadableFile {
    return Capture.looksLike(FirstLine.of(file))
        ? Capture.read(file).damage()
        : SessionFile.read(file).damage();
  }
}
