package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A virtual device at the far end of a cable, in real time. */
final class TwinOnCable implements Runnable, AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final PseudoTerminal cable;
  private final VirtualDevice device;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private volatile boolean closed;

  TwinOnCable(PseudoTerminal cable, VirtualDevice device) {
    this.cable = cable;
    this.device = device;
  }

  @Override
  public void run() {
    long startNanos = System.nanoTime();
    byte[] buffer = new byte[1024];
    while (!closed) {
      long micros = (System.nanoTime() - startNanos) / 1000;
      int length = cable.read(buffer);
      synchronized (heard) {
        heard.write(buffer, 0, length);
      }
      device.told(buffer, length, micros);
      for (Optional<TimedBytes> chunk = device.due(micros);
          chunk.isPresent();
          chunk = device.due(micros)) {
        cable.write(chunk.get().bytes());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** All it was told, in hexadecimal. */
  String heard() {
    synchronized (heard) {
      return HexFormat.of().withUpperCase().formatHex(heard.toByteArray());
    }
  }

  void awaitWord(String last) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!heard().endsWith(last)) {
      assertTrue(System.nanoTime() < until, () -> "the last word is not " + last + ": " + heard());
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
