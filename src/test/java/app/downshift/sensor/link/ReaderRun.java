package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.LinkState;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A reader with its thread, and what it said so far. */
final class ReaderRun implements AutoCloseable {
  static final String PORT = "port";

  final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
  final SensorReader reader;
  final Thread thread;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  ReaderRun(ByteSourceOpener opener, boolean returns, LongSupplier nanoClock)
      throws PortUnavailable {
    Feed feed = Feed.listening(PORT, opener, LineDecoder::midStream, returns);
    reader = SensorReader.open(feed, nanoClock, heard::add, faults::add);
    thread = new Thread(reader, "reader of " + PORT);
    thread.setDaemon(true);
    thread.start();
  }

  static ReaderRun of(PseudoTerminal cable) throws PortUnavailable {
    SerialPorts ports = new SerialPorts();
    return new ReaderRun(
        ports.opener(cable.path(), LineSettings.of(115_200)), true, System::nanoTime);
  }

  Heard next() throws InterruptedException {
    Heard next = heard.poll(10, TimeUnit.SECONDS);
    assertNotNull(next, "nothing was heard for 10 s");
    return next;
  }

  void expect(SensorEvent event) throws InterruptedException {
    assertEquals(event, next().event());
  }

  void expectLink(LinkState state) throws InterruptedException {
    expect(new SensorEvent.Link(state, PORT));
  }

  void expectBeat(double rrMillis) throws InterruptedException {
    expect(LineDecoder.beat(rrMillis));
  }

  void expectNothingMore() {
    assertEquals(java.util.List.of(), java.util.List.copyOf(heard));
  }

  void expectEnd() throws InterruptedException {
    thread.join(5_000);
    assertFalse(thread.isAlive(), "the reader did not end");
    expectNothingMore();
  }

  @Override
  public void close() throws InterruptedException {
    reader.close();
    thread.join(5_000);
    assertFalse(thread.isAlive(), "the reader did not end");
  }
}
