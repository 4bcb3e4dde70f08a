package app.downshift.sensor.link;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/**
 * A serial cable made of a pseudo-terminal: the test is the device at one end, the code under test
 * opens {@link #path()} at the other. The path is a link, so that the cable can be pulled and
 * plugged in again under the same name, as a real port comes back. Where no pseudo-terminal can be
 * made the test is skipped.
 */
public final class PseudoTerminal implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final long TIOCEXCL = 0x540C;
  private static final int TCSANOW = 0;
  private static final short POLLIN = 1;

  private final LibC libc;
  private final Path folder;
  private final Path link;
  private int master = -1;
  private int holder = -1;
  private String slavePath = "";

  private PseudoTerminal(LibC libc, Path folder) {
    this.libc = libc;
    this.folder = folder;
    this.link = folder.resolve("port");
  }

  /** A plugged-in cable, or a skipped test. */
  public static PseudoTerminal open() {
    try {
      PseudoTerminal terminal =
          new PseudoTerminal(Native.load("c", LibC.class), Files.createTempDirectory("pty"));
      terminal.plugIn();
      return terminal;
    } catch (IOException | LastErrorException | LinkageError impossible) {
      return Assumptions.abort("no pseudo-terminal can be made here: " + impossible);
    }
  }

  /** What to open: a link that names the device while it is plugged in. */
  public String path() {
    return link.toString();
  }

  /** The device itself, {@code /dev/pts/N}; another one after each {@link #plugIn}. */
  public String slavePath() {
    return slavePath;
  }

  /** Sends bytes; waits while the other end's buffer of some 4 KiB is full. */
  public synchronized void write(byte... bytes) {
    int sent = 0;
    while (sent < bytes.length) {
      byte[] rest = sent == 0 ? bytes : Arrays.copyOfRange(bytes, sent, bytes.length);
      sent += libc.write(master, rest, new NativeLong(rest.length)).intValue();
    }
  }

  /** Sends ASCII text. */
  public void write(String text) {
    write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What the other end has sent, without waiting; 0 when there is nothing. */
  public synchronized int read(byte[] buffer) {
    return wasWrittenTo() ? libc.read(master, buffer, new NativeLong(buffer.length)).intValue() : 0;
  }

  /** Whether the other end ever sent a byte to the device. */
  public synchronized boolean wasWrittenTo() {
    try (Memory poll = new Memory(8)) {
      poll.setInt(0, master);
      poll.setShort(4, POLLIN);
      poll.setShort(6, (short) 0);
      libc.poll(poll, new NativeLong(1), 0);
      return (poll.getShort(6) & POLLIN) != 0;
    }
  }

  /** Refuses every other opening with EBUSY, as a program does that wants the port for itself. */
  public synchronized void holdExclusively() {
    holder = libc.open(slavePath, O_RDWR | O_NOCTTY);
    libc.ioctl(holder, new NativeLong(TIOCEXCL));
  }

  /** Pulls the cable. */
  public synchronized void unplug() {
    if (holder >= 0) {
      libc.close(holder);
      holder = -1;
    }
    if (master >= 0) {
      delete(link);
      libc.close(master);
      master = -1;
    }
  }

  /** Plugs the cable in again, under the same path. */
  public synchronized void plugIn() throws IOException {
    unplug();
    master = libc.posix_openpt(O_RDWR);
    libc.grantpt(master);
    libc.unlockpt(master);
    synchronized (PseudoTerminal.class) { // the answer stands in one buffer for the whole process
      slavePath = libc.ptsname(master);
    }
    makeRaw();
    Path fresh = Files.createSymbolicLink(folder.resolve("fresh"), Path.of(slavePath));
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    unplug();
    delete(folder);
  }

  /** So that bytes sent before anybody listens are neither echoed nor cooked. */
  private void makeRaw() {
    try (Memory termios = new Memory(256)) {
      libc.tcgetattr(master, termios);
      libc.cfmakeraw(termios);
      libc.tcsetattr(master, TCSANOW, termios);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException leftBehind) {
      throw new java.io.UncheckedIOException(leftBehind);
    }
  }

  /** What is used of the C library; every failure is an exception. */
  private interface LibC extends Library {
    int posix_openpt(int flags) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int ioctl(int file, NativeLong request) throws LastErrorException;

    int grantpt(int master) throws LastErrorException;

    int unlockpt(int master) throws LastErrorException;

    String ptsname(int master) throws LastErrorException;

    NativeLong write(int file, byte[] bytes, NativeLong count) throws LastErrorException;

    NativeLong read(int file, byte[] bytes, NativeLong count) throws LastErrorException;

    int close(int file) throws LastErrorException;

    int poll(Pointer files, NativeLong count, int timeoutMillis) throws LastErrorException;

    int tcgetattr(int file, Pointer termios) throws LastErrorException;

    void cfmakeraw(Pointer termios);

    int tcsetattr(int file, int when, Pointer termios) throws LastErrorException;
  }
}
