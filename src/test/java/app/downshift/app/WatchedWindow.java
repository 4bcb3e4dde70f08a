package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.MainWindow;
import app.downshift.ui.Rendering;
import app.downshift.ui.therapist.TherapistSettings;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Toolkit;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JComponent;

/**
 * The real window with the threads of the program, watched from outside: one is told when a paint
 * of a part is over, its way to the screen included. For measuring programs.
 */
final class WatchedWindow implements AutoCloseable {
  private final Path folder = Files.createTempDirectory("window");
  private final Threads threads = new Threads(Throwable::printStackTrace);
  private final ExecutorService charts = threads.executor("charts");
  private final ExecutorService io = threads.executor("io");
  private final Paints paints = new Paints();
  private final AppHost host;
  private final AppRecords records;
  private final AppDesk desk;
  private final MainWindow window;

  /** An open window of this size, in pixels of the user interface, with the usual pacer. */
  WatchedWindow(int width, int height) throws Exception {
    this(width, height, Desk.PacerForm.CIRCLE);
  }

  /** The same with another pacer. */
  WatchedWindow(int width, int height, Desk.PacerForm pacer) throws Exception {
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    host =
        new AppHost(
            new Folders(folder, folder),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, ports, sensors, threads));
    host.settings().prefer(new Desk.Preferences(false, false, false, pacer, Desk.Language.ENGLISH));
    var search = new SensorSearch(ports::list, sensors, (type, event) -> {});
    records = host.records(search);
    desk =
        new AppDesk(
            host,
            host.settings(),
            search,
            new PacerSound(host.settings(), threads),
            records,
            io,
            new CountDownLatch(1));
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(paints);
    window =
        Rendering.onEdt(
            () -> {
              var made = new MainWindow(desk, charts);
              made.frame().setBounds(0, 0, width, height);
              made.open();
              return made;
            });
  }

  /** Begins a session with the virtual heart; a recording of it lies in a folder of its own. */
  Desk.Running simulate(Protocol protocol, double speed) throws Exception {
    return begin(protocol, speed, Optional.empty());
  }

  /** A whole session with the virtual heart, recorded as fast as it goes. */
  Path record(Protocol protocol) throws Exception {
    Path file = folder.resolve("whole.session.jsonl");
    begin(protocol, 0, Optional.of(file)).awaitEnd(Long.MAX_VALUE);
    return file;
  }

  Desk.Replaying replay(Path file) throws Exception {
    return (Desk.Replaying) host.replay(file, 1);
  }

  private Followed begin(Protocol protocol, double speed, Optional<Path> file) throws Exception {
    return host.live(
        new Wanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("calm"),
            protocol,
            file,
            "",
            speed,
            1));
  }

  void show(Desk.Running running) throws Exception {
    Rendering.onEdt(
        () -> {
          window.show(running);
          return true;
        });
  }

  /** Has sessions open in the view of the therapist, with the client's window beside it. */
  void two() throws Exception {
    Rendering.onEdt(
        () -> {
          desk.keep(new TherapistSettings(true, true, false, List.of()));
          return true;
        });
  }

  /** The pacer of the client's window. */
  JComponent clientPacer() throws Exception {
    List<JComponent> found = new ArrayList<>();
    Rendering.onEdt(
        () -> {
          for (java.awt.Frame frame : java.awt.Frame.getFrames()) {
            Rendering.visit(
                frame,
                part -> {
                  if (frame != window.frame()
                      && part.getClass().getSimpleName().equals("PacerView")
                      && part.isShowing()) {
                    found.add((JComponent) part);
                  }
                });
          }
          return true;
        });
    return found.get(0);
  }

  MainWindow window() {
    return window;
  }

  /** The first part that is so, from the top and the left. */
  <T extends Component> T find(Class<T> kind, Predicate<T> so) throws Exception {
    List<T> found = new ArrayList<>();
    Rendering.onEdt(
        () -> {
          Rendering.visit(
              window.frame().getContentPane(),
              part -> {
                if (kind.isInstance(part) && part.isShowing() && so.test(kind.cast(part))) {
                  found.add(kind.cast(part));
                }
              });
          return true;
        });
    return found.get(0);
  }

  /** The pacer, whose class is no business of others. */
  JComponent pacer() throws Exception {
    return find(JComponent.class, part -> part.getClass().getSimpleName().equals("PacerView"));
  }

  /**
   * Has {@code after} told on the EDT, with the time, whenever the event that painted {@code part}
   * is done with.
   */
  void watch(JComponent part, LongConsumer after) throws Exception {
    Rendering.onEdt(
        () -> {
          part.add(new Mark(paints, after));
          part.doLayout();
          return true;
        });
  }

  /** How long the EDT was at work, in ns, since it was asked last. */
  long busyNanos() throws Exception {
    return Rendering.onEdt(paints::takeBusy);
  }

  /** Waits for a condition looked at on the EDT. */
  void await(Callable<Boolean> so) throws Exception {
    while (!Rendering.onEdt(so)) {
      Thread.sleep(5);
    }
  }

  @Override
  public void close() throws Exception {
    EventQueue.invokeAndWait(window::close);
    host.endAll();
    charts.shutdown();
    records.close();
    io.shutdown();
    io.awaitTermination(2, TimeUnit.SECONDS);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A point that is painted whenever all of its parent is. */
  private static final class Mark extends JComponent {
    @Serial private static final long serialVersionUID = 1;

    private final transient Paints paints;
    private final transient LongConsumer after;

    Mark(Paints paints, LongConsumer after) {
      this.paints = paints;
      this.after = after;
      setPreferredSize(new java.awt.Dimension(1, 1));
      setSize(1, 1);
    }

    @Override
    protected void paintComponent(Graphics g) {
      if (!paints.due.contains(after)) {
        paints.due.add(after);
      }
    }
  }

  /** Swing paints within one event and brings the result to the screen at the end of it. */
  private static final class Paints extends EventQueue {
    private final List<LongConsumer> due = new ArrayList<>();
    private long busyNanos;

    @Override
    protected void dispatchEvent(AWTEvent event) {
      long began = System.nanoTime();
      super.dispatchEvent(event);
      long ended = System.nanoTime();
      busyNanos += ended - began;
      if (!due.isEmpty()) {
        List<LongConsumer> told = List.copyOf(due);
        due.clear();
        told.forEach(after -> after.accept(ended));
      }
    }

    private long takeBusy() {
      long taken = busyNanos;
      busyNanos = 0;
      return taken;
    }
  }
}
