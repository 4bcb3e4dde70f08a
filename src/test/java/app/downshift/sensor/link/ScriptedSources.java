package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/** Opens sources whose every read is told by the test; counts what is done to them. */
final class ScriptedSources implements ByteSourceOpener {
  private static final byte[] END = new byte[0];
  private static final byte[] IDLE = new byte[0];

  private final TransferQueue<byte[]> reads = new LinkedTransferQueue<>();
  private int attempts;
  private int opened;
  private int closed;
  private int toRefuse;
  private boolean deaf;
  private final StringBuilder written = new StringBuilder();

  @Override
  public synchronized ByteSource open() throws PortUnavailable {
    attempts++;
    notifyAll();
    if (toRefuse > 0) {
      toRefuse--;
      throw new PortUnavailable(Reason.NO_SUCH_PORT, "port", "there is no such port", "Wait.");
    }
    opened++;
    return new Source();
  }

  /** The reads return these bytes; comes back when a reader has taken them. */
  void say(String text) throws InterruptedException {
    reads.transfer(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A read that returns without bytes; comes back when a reader made it. */
  void idle() throws InterruptedException {
    reads.transfer(IDLE);
  }

  /** The source is gone. */
  void end() throws InterruptedException {
    reads.put(END);
  }

  synchronized void refuse(int times) {
    toRefuse = times;
  }

  synchronized int attempts() {
    return attempts;
  }

  synchronized int opened() {
    return opened;
  }

  synchronized int closed() {
    return closed;
  }

  synchronized void awaitAttempts(int wanted) throws InterruptedException {
    while (attempts < wanted) {
      wait();
    }
  }

  /** What was written so far, as text. */
  synchronized String written() {
    return written.toString();
  }

  synchronized void refuseToBeWrittenTo() {
    deaf = true;
  }

  private final class Source implements ByteSource {
    private boolean isClosed; // guarded by the sources

    @Override
    public int read(byte[] buffer) {
      try {
        byte[] bytes = reads.take();
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes == END ? -1 : bytes.length;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    @Override
    public boolean write(byte[] bytes) {
      synchronized (ScriptedSources.this) {
        boolean taken = !isClosed && !deaf;
        if (taken) {
          written.append(new String(bytes, StandardCharsets.US_ASCII));
        }
        deaf = false;
        return taken;
      }
    }

    @Override
    public void close() {
      synchronized (ScriptedSources.this) {
        if (!isClosed) {
          isClosed = true;
          closed++;
        }
      }
    }
  }
}
