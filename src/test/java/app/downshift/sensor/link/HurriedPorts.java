package app.downshift.sensor.link;

import app.downshift.sensor.LineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens, reads, closes and lists ports from many threads at once for some seconds, then says how
 * often. A process of its own, because what goes wrong here ends the whole process.
 */
final class HurriedPorts {
  private static final int READERS = 4;

  private HurriedPorts() {}

  public static void main(String[] args) throws Exception {
    long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[0]));
    var opened = new AtomicLong();
    var listed = new AtomicLong();
    var ended = new CountDownLatch(READERS + 1);
    for (int i = 0; i < READERS; i++) {
      start("opener " + i, untilNanos, ended, () -> openReadAndClose(opened));
    }
    SerialPorts ports = new SerialPorts();
    start(
        "lister",
        untilNanos,
        ended,
        () -> {
          ports.list();
          listed.incrementAndGet();
        });
    ended.await();
    System.out.println("opened " + opened + " listed " + listed);
  }

  /** What a thread does over and over. */
  private interface Work {
    void once() throws Exception;
  }

  private static void start(String name, long untilNanos, CountDownLatch ended, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.nanoTime() < untilNanos) {
                  work.once();
                }
                ended.countDown();
              } catch (Exception broken) {
                broken.printStackTrace();
                Runtime.getRuntime().halt(1);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void openReadAndClose(AtomicLong opened) throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      SerialSource source = new SerialPorts().open(cable.slavePath(), LineSettings.of(115_200));
      Thread reader =
          new Thread(
              () -> {
                byte[] buffer = new byte[64];
                while (source.read(buffer) >= 0) {
                  opened.incrementAndGet();
                }
              },
              "reader");
      reader.start();
      cable.write("812\n");
      source.close();
      reader.join();
      opened.incrementAndGet();
    }
  }

  static Process inAnotherProcess(Path folder, int seconds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            HurriedPorts.class.getName(),
            String.valueOf(seconds))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
