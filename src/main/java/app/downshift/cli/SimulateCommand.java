package app.downshift.cli;

import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.link.SerialSource;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A virtual sensor that speaks a real sensor's bytes, to a port or a file. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Lets a virtual heart speak the real bytes of a sensor, to a serial port or into a file.")
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_HEARD = 4096;
  private static final long LOOK_NANOS = 2_000_000;

  @Option(names = "--sensor", required = true, paramLabel = "NAME", description = Options.SENSORS)
  private String sensor = "";

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  static final class Target {
    @Option(names = "--port", paramLabel = "P", description = "serial port to speak to")
    private @Nullable String port;

    @Option(names = "--out", paramLabel = "FILE", description = "file to write")
    private @Nullable Path out;
  }

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "calm",
      description = "the heart: calm, small-swing, ectopics, poor, irregular or against")
  private String profile = "calm";

  @Option(
      names = "--pace",
      paramLabel = "R",
      description = "breaths per minute of the virtual person (default 6)")
  private double pace = 6;

  @Option(
      names = "--swing",
      paramLabel = "BPM",
      description = "heart-rate swing with each breath at resonance")
  private @Nullable Double swing;

  @Option(
      names = "--resonance",
      paramLabel = "R",
      description =
          "breaths per minute at which the swing is largest, falling off sharply beside it")
  private @Nullable Double resonance;

  @Option(names = "--hr", paramLabel = "BPM", description = "mean heart rate")
  private @Nullable Double heartRate;

  @Option(names = "--artifacts", paramLabel = "PCT", description = "disturbed beats in percent")
  private @Nullable Double artifacts;

  @Option(names = "--seconds", paramLabel = "N", description = "how long (default 60)")
  private double seconds = 60;

  @Option(names = "--seed", paramLabel = "N", description = "seed of the heart (default 1)")
  private long seed = 1;

  @Option(names = "--fast", description = "write as fast as possible instead of in real time")
  private boolean fast;

  private final SerialPorts ports;
  private final PrintStream err;

  SimulateCommand(SerialPorts ports, PrintStream err) {
    this.ports = ports;
    this.err = err;
  }

  @Override
  public Integer call() throws BadInput, PortUnavailable, UnreadableFile {
    SensorType type = Options.sensor(sensor);
    var heart =
        new VirtualHeart(
            heart(), Breathing.steady(Options.within("--pace", pace, 1, 40, "per minute")), seed);
    Options.within("--seconds", seconds, 1, 86_400, "seconds");
    if (target.out != null) {
      toFile(type.twin(heart, List.of()).until(seconds), target.out);
    } else if (target.port != null && type.speaks()) {
      answer(type.device(heart, List.of()), target.port, type);
    } else if (target.port != null) {
      toPort(type.twin(heart, List.of()).until(seconds), target.port, type);
    }
    return 0;
  }

  private HeartProfile heart() throws BadInput {
    HeartProfile heart =
        HeartProfile.named(profile)
            .orElseThrow(
                () ->
                    new BadInput(
                        "--profile "
                            + profile
                            + ": no such heart; choose one of "
                            + HeartProfile.names()));
    if (swing != null) {
      heart = heart.withSwingBpm(Options.within("--swing", swing, 0, 60, "bpm"));
    }
    if (resonance != null) {
      heart = Options.resonant(heart, resonance);
    }
    if (heartRate != null) {
      heart = heart.withMeanBpm(Options.within("--hr", heartRate, 30, 200, "bpm"));
    }
    return artifacts == null
        ? heart
        : heart.withArtifactsPercent(Options.within("--artifacts", artifacts, 0, 50, "percent"));
  }

  private void toFile(TimedStream stream, Path file) throws UnreadableFile {
    long startNanos = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (Optional<TimedBytes> next = stream.next(); next.isPresent(); next = stream.next()) {
        await(startNanos, next.get());
        out.write(next.get().bytes());
        if (!fast) {
          out.flush();
        }
      }
    } catch (IOException refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNWRITABLE,
          file.toString(),
          "it cannot be written (" + refused.getMessage() + ")",
          "choose another place");
    }
  }

  private void toPort(TimedStream stream, String port, SensorType type) throws PortUnavailable {
    long startNanos = System.nanoTime();
    try (SerialSource line = ports.open(port, type.line())) {
      err.printf("%s: speaking as %s for %.0f s; Ctrl-C ends it%n", port, type.name(), seconds);
      for (Optional<TimedBytes> next = stream.next(); next.isPresent(); next = stream.next()) {
        await(startNanos, next.get());
        if (!line.write(next.get().bytes())) {
          throw gone(port);
        }
      }
    }
  }

  /** A sensor that says nothing of itself: it hears what it is told and answers, in real time. */
  private void answer(VirtualDevice device, String port, SensorType type) throws PortUnavailable {
    if (fast) {
      err.println("--fast: a sensor that answers has to wait for what it is told; left out");
    }
    long startNanos = System.nanoTime();
    byte[] buffer = new byte[MOST_HEARD];
    try (SerialSource line = ports.open(port, type.line())) {
      err.printf("%s: answering as %s for %.0f s; Ctrl-C ends it%n", port, type.name(), seconds);
      for (long now = 0; now < seconds * 1e6; now = (System.nanoTime() - startNanos) / 1000) {
        int length = line.readNow(buffer);
        device.told(buffer, Math.max(0, length), now);
        boolean there = length >= 0;
        for (var chunk = device.due(now); there && chunk.isPresent(); chunk = device.due(now)) {
          there = line.write(chunk.get().bytes());
        }
        if (!there) {
          throw gone(port);
        }
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
    }
  }

  private static PortUnavailable gone(String port) {
    return new PortUnavailable(
        PortUnavailable.Reason.NO_SUCH_PORT,
        port,
        "the line is gone",
        "Plug it in and start again.");
  }

  private void await(long startNanos, TimedBytes chunk) {
    while (!fast) {
      long left = startNanos + chunk.atMicros() * 1000 - System.nanoTime();
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(this, left);
    }
  }
}
