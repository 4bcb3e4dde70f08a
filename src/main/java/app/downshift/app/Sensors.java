package app.downshift.app;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.ListeningStep;
import app.downshift.sensor.Recogniser;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.Feed;
import app.downshift.sensor.link.HeardQueue;
import app.downshift.sensor.link.HeardSink;
import app.downshift.sensor.link.PortListener;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SensorReader;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.sensor.virtual.VirtualHeart;
import app.downshift.sensor.virtual.VirtualSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/**
 * Opens sensors: behind a serial port, found by listening or named; or virtual. Gives each reader a
 * thread.
 */
final class Sensors {
  private static final int QUEUE = 4096;

  private final SerialPorts ports;
  private final Threads threads;

  Sensors(SerialPorts ports, Threads threads) {
    this.ports = ports;
    this.threads = threads;
  }

  /** A sensor that is being read: what it is, and what is heard of it. */
  record Opened(SensorType type, String port, HeardQueue heard, SensorReader reader) {}

  /**
   * Listens on a port until it is clear what is there.
   *
   * @return the sensor, or nothing when the whole plan of listening brought none
   */
  Optional<Recognition> listen(String port) throws PortUnavailable, InterruptedException {
    List<PortListener.Turn> plan =
        ListeningStep.PLAN.stream()
            .map(step -> new PortListener.Turn(step.line(), step.millis()))
            .toList();
    return new PortListener(ports, System::nanoTime).listen(port, plan, Ear::new);
  }

  /** Reads a serial port, opened like this, as a sensor of this type. */
  Opened open(String port, SensorType type, LineSettings line, LongSupplier nanoClock)
      throws PortUnavailable {
    return open(port, type, line, nanoClock, event -> {});
  }

  /**
   * The same, with somebody who is told what the sensor says of itself and of others in reach, on
   * the reader's thread.
   */
  Opened open(
      String port,
      SensorType type,
      LineSettings line,
      LongSupplier nanoClock,
      Consumer<SensorEvent> gossip)
      throws PortUnavailable {
    return read(
        type,
        new Feed(port, ports.opener(port, line), type::conversation, true),
        nanoClock,
        "reader " + port,
        gossip);
  }

  /** Reads a virtual sensor of this type. */
  Opened virtual(SensorType type, VirtualHeart heart, LongSupplier nanoClock)
      throws PortUnavailable {
    var stream = type.twin(heart, List.of());
    return read(
        type,
        Feed.listening("virtual", () -> new VirtualSource(stream, nanoClock), type::decoder, false),
        nanoClock,
        "virtual sensor",
        event -> {});
  }

  private Opened read(
      SensorType type, Feed feed, LongSupplier nanoClock, String name, Consumer<SensorEvent> gossip)
      throws PortUnavailable {
    var queue = new HeardQueue(QUEUE);
    HeardSink sink =
        heard -> {
          if (heard.event() instanceof SensorEvent.Info
              || heard.event() instanceof SensorEvent.Found) {
            gossip.accept(heard.event());
          }
          queue.put(heard);
        };
    SensorReader reader =
        SensorReader.open(
            feed, nanoClock, sink, fault -> Logger.error(fault, "Reading {}", feed.port()));
    threads.start(name, reader);
    return new Opened(type, feed.port(), queue, reader);
  }

  /** What is worth telling a session that begins later. */
  static boolean lasting(SensorEvent event) {
    return event instanceof SensorEvent.Info
        || event instanceof SensorEvent.Battery
        || event instanceof SensorEvent.Contact
        || event instanceof SensorEvent.Link;
  }

  /** Gives the recogniser what the listener hears. */
  private static final class Ear implements PortListener.Listening<Recognition> {
    private static final double CERTAIN = 0.6;

    private Recogniser recogniser;

    Ear(LineSettings line) {
      recogniser = Recogniser.on(line);
    }

    @Override
    public void heard(byte[] bytes, int length, long atNanos) {
      recogniser = recogniser.hear(bytes, length, atNanos);
    }

    @Override
    public Optional<Recognition> verdict() {
      return recogniser.best().filter(best -> best.confidence() >= CERTAIN);
    }
  }
}
