package app.downshift.sensor.link;

import app.downshift.sensor.LineSettings;
import app.downshift.sensor.SensorEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how long a beat takes from the device's write to the consumer of the queue:
 * pseudo-terminal, reader, decoder and queue. Arguments: how many beats, and the pause between them
 * in ms.
 */
final class ReaderLatency {
  private ReaderLatency() {}

  public static void main(String[] args) throws Exception {
    int beats = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    long pauseNanos = TimeUnit.MILLISECONDS.toNanos(args.length > 1 ? Long.parseLong(args[1]) : 2);
    int warmUp = beats / 4;
    HeardQueue queue = new HeardQueue(1_024);
    long[] toRead = new long[beats];
    long[] toConsumer = new long[beats];
    SerialPorts ports = new SerialPorts();
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      Feed feed =
          Feed.listening(
              "pty",
              () -> ports.open(cable.path(), LineSettings.of(115_200)),
              LineDecoder::midStream,
              true);
      try (SensorReader reader =
          SensorReader.open(feed, System::nanoTime, queue, Throwable::printStackTrace)) {
        Thread thread = new Thread(reader, "reader");
        thread.start();
        cable.write("torn\n");
        for (int i = -warmUp; i < beats; i++) {
          LockSupport.parkNanos(pauseNanos);
          byte[] line = "812.5\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
          long sentAtNanos = System.nanoTime();
          cable.write(line);
          Heard beat = awaitBeat(queue);
          long nowNanos = System.nanoTime();
          if (i >= 0) {
            toRead[i] = beat.seenAtNanos() - sentAtNanos;
            toConsumer[i] = nowNanos - sentAtNanos;
          }
        }
      }
    }
    print("write to stamp", toRead);
    print("write to consumer", toConsumer);
  }

  private static Heard awaitBeat(HeardQueue queue) throws InterruptedException {
    while (true) {
      List<Heard> heard = queue.poll(TimeUnit.SECONDS.toNanos(1));
      for (Heard one : heard) {
        if (one.event() instanceof SensorEvent.Beat) {
          return one;
        }
      }
    }
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: median %d us, p99 %d us, max %d us, n %d, Java %s%n",
        what,
        nanos[nanos.length / 2] / 1_000,
        nanos[nanos.length * 99 / 100] / 1_000,
        nanos[nanos.length - 1] / 1_000,
        nanos.length,
        Runtime.version());
  }
}
