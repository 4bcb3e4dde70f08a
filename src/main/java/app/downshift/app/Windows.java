package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Together;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.ui.MainWindow;
import app.downshift.ui.theme.Type;
import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.tinylog.Logger;

/** Opens the window with the threads it needs, and ends them in order when it is closed. */
final class Windows implements AppHost.WindowOpener {
  private static final long ENDING_SECONDS = 2;

  /** The window knows no clients yet: whoever sits there is the same one. */
  private static final String NO_CLIENT = "";

  private final AppHost host;
  private final SerialPorts ports;
  private final Sensors sensors;
  private final Threads threads;

  Windows(AppHost host, SerialPorts ports, Sensors sensors, Threads threads) {
    this.host = host;
    this.ports = ports;
    this.sensors = sensors;
    this.threads = threads;
  }

  @Override
  public boolean possible() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (AWTError | LinkageError | RuntimeException none) {
      // A display that is named but not there, or a JDK without its window parts.
      Logger.info("No display: {}", none.getMessage());
      return false;
    }
  }

  @Override
  public void open(Optional<Followed> shown) {
    open((window, desk) -> shown.ifPresentOrElse(window::show, window::open));
  }

  @Override
  public void openOn(Callable<Followed> begun) {
    open((window, desk) -> window.openOn(() -> desk.soon(begun)));
  }

  @Override
  public void openTogether(Together wanted) {
    open(
        (window, desk) ->
            window.openTogether(wanted.people(), people -> desk.startTogether(wanted.of(people))));
  }

  private void open(BiConsumer<MainWindow, AppDesk> begin) {
    // The letters are read beside the rest. Not before the toolkit is there: Java's own locks.
    threads.start("letters", Type::values);
    var closed = new CountDownLatch(1);
    ExecutorService charts = threads.executor("charts");
    ExecutorService io = threads.executor("io");
    var search =
        new SensorSearch(
            ports::list, sensors, (type, event) -> host.ports().remember(type, NO_CLIENT, event));
    var sound = new PacerSound(host.settings(), threads);
    AppRecords records = host.records(search);
    var desk = new AppDesk(host, host.settings(), search, sound, records, io, closed);
    EventQueue.invokeLater(
        () -> {
          var window = new MainWindow(desk, charts);
          begin.accept(window, desk);
          threads.start("sensor search", search);
        });
    try {
      closed.await();
      search.close();
      sound.close();
      host.endAll();
      close(records);
      charts.shutdownNow();
      io.shutdown();
      io.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AppRecords records) {
    try {
      records.close();
    } catch (IOException refused) {
      Logger.error(refused, "Closing the records");
    }
  }
}
