package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.LineSettings;
import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open serial port. Semi-blocking reads: bytes are there as soon as the driver has them, an idle
 * line returns about twice a second, and a line that is gone answers −1 for ever.
 */
public final class SerialSource implements ByteSource {
  private static final int READ_MILLIS = 500;
  private static final long LAST_READ_MILLIS = READ_MILLIS + 100;

  private static final long SENDING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final SerialPort port;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile long wroteAtNanos;
  private volatile boolean wrote;

  private SerialSource(SerialPort port) {
    this.port = port;
  }

  /**
   * Opens {@code port}, which must be fresh from {@code getCommPort}: an old one points at an old
   * device.
   */
  static SerialSource open(SerialPort port, String name, LineSettings settings)
      throws PortUnavailable {
    // Time-outs first: setting them on an open port waits 200 ms for nothing.
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    configure(port, settings);
    if (!port.openPort(0)) {
      throw PortDiagnosis.afterFailedOpen(name, port.getLastErrorCode(), PortDiagnosis.WINDOWS);
    }
    return new SerialSource(port);
  }

  @Override
  public int read(byte[] buffer) {
    reading.lock();
    try {
      return port.readBytes(buffer, buffer.length);
    } finally {
      reading.unlock();
    }
  }

  /** Like {@link #read}, but takes only what is there already and never waits. */
  public int readNow(byte[] buffer) {
    reading.lock();
    try {
      int there = port.bytesAvailable();
      return there <= 0 ? there : port.readBytes(buffer, Math.min(there, buffer.length));
    } finally {
      reading.unlock();
    }
  }

  @Override
  public boolean write(byte[] bytes) {
    wroteAtNanos = System.nanoTime();
    wrote = true;
    return port.writeBytes(bytes, bytes.length) == bytes.length;
  }

  /**
   * Changes speed and framing of the open line and forgets what was received before. Unlike closing
   * and opening this does not reset boards that listen to DTR.
   *
   * @return false when the driver refused; the line is then of unknown speed and best closed
   */
  boolean change(LineSettings settings) {
    return configure(port, settings) && port.flushIOBuffers();
  }

  /**
   * Closes the line; a read that waits in another thread returns −1. Waits for that read to be
   * gone, because jSerialComm keeps one native slot a path: a late read would find the next
   * opener's line in it, or no slot at all once the ports have been listed.
   */
  @Override
  public void close() {
    awaitSent();
    SerialPorts.NATIVE_LIST.lock();
    try {
      port.closePort();
      if (reading.tryLock(LAST_READ_MILLIS, TimeUnit.MILLISECONDS)) {
        reading.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      SerialPorts.NATIVE_LIST.unlock();
    }
  }

  /** Closing throws away what is not yet on its way: a last word needs a moment. */
  private void awaitSent() {
    long left = wroteAtNanos + SENDING_NANOS - System.nanoTime();
    while (wrote && left > 0) {
      LockSupport.parkNanos(this, left);
      left = wroteAtNanos + SENDING_NANOS - System.nanoTime();
    }
  }

  private static boolean configure(SerialPort port, LineSettings settings) {
    int stopBits = settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    int parity =
        switch (settings.parity()) {
          case NONE -> SerialPort.NO_PARITY;
          case ODD -> SerialPort.ODD_PARITY;
          case EVEN -> SerialPort.EVEN_PARITY;
        };
    return port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits, parity);
  }
}
