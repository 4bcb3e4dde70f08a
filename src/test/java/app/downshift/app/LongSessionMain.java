package app.downshift.app;

import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.session.Engine;
import app.downshift.session.Protocol;
import app.downshift.session.SessionInput;
import app.downshift.session.SessionPlan;
import app.downshift.session.Snapshot;
import app.downshift.session.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Prints how much memory a session of hours holds, every ten minutes of it. Argument: how many
 * hours.
 */
final class LongSessionMain {
  private static final double STEP_SECONDS = 600;

  private LongSessionMain() {}

  public static void main(String[] args) throws Exception {
    double seconds = 3600 * (args.length > 0 ? Double.parseDouble(args[0]) : 2);
    SensorType type = SensorCatalogue.named("bridge").orElseThrow();
    Protocol protocol = Protocol.breathe(6).scaledTo(seconds);
    var plan =
        new SessionPlan(
            Instant.parse("2026-11-21T10:04:00Z"),
            "",
            type.name(),
            type.traits(),
            true,
            protocol,
            Double.NaN);
    Path folder = Files.createTempDirectory("long");
    Path file = folder.resolve("a.session.jsonl");
    var shown = new AtomicReference<Snapshot>();
    try (var writer = SessionWriter.begin(file, plan, new SessionLines("downshift test"))) {
      var timeline =
          new Timeline(
              new Engine(plan),
              (events, snapshot) -> {
                writer.append(events);
                shown.set(snapshot);
              });
      var heart =
          new VirtualHeart(HeartProfile.named("ectopics").orElseThrow(), Breathing.steady(6), 1);
      TimedStream stream = type.twin(heart, List.of()).until(seconds);
      Decoder decoder = type.decoder();
      double next = STEP_SECONDS;
      for (Optional<TimedBytes> chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
        byte[] bytes = chunk.get().bytes();
        Decoder.Decoded decoded = decoder.accept(bytes, bytes.length);
        decoder = decoded.next();
        for (SensorEvent event : decoded.events()) {
          timeline.take(new SessionInput.Sensed(event), chunk.get().atMicros());
        }
        if (chunk.get().atMicros() >= next * 1e6) {
          System.gc();
          Runtime machine = Runtime.getRuntime();
          System.out.printf(
              "%3.0f min: %5d beats, heap %d kB, file %d kB%n",
              next / 60,
              shown.get().counts().beats(),
              (machine.totalMemory() - machine.freeMemory()) >> 10,
              Files.size(file) >> 10);
          next += STEP_SECONDS;
        }
      }
    }
    Files.delete(file);
    Files.delete(folder);
  }
}
