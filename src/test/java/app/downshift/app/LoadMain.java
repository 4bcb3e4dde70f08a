package app.downshift.app;

import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.Conversation;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.Feed;
import app.downshift.sensor.link.HeardQueue;
import app.downshift.sensor.link.SensorReader;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Protocol;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionView;
import app.downshift.session.Timeline;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Prints how many sensors one process follows in real time: each with a session, its recording and
 * a pseudo-terminal of its own, the twins in another process. The time is that from the write of a
 * record to the view in which it counts: of a beat that is told, the line; of an ECG, the packet
 * that completes a block of samples, about a fifth of a second. Where a read brought several, it is
 * the oldest. Arguments: the sensor, how many, for how many seconds after ten of warm-up.
 */
public final class LoadMain {
  private static final int WARM_UP_SECONDS = 10;

  private LoadMain() {}

  /** Times of one kind, in the order in which they came. */
  private static final class Log {
    private long[] nanos = new long[1024];
    private long[] values = new long[1024];
    private int count;

    void add(long atNanos, long value) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      nanos[count] = atNanos;
      values[count++] = value;
    }
  }

  /** What one session read and published, as it happened. */
  private static final class Watch {
    private final boolean waveform;
    private final Log reads = new Log(); // of the reading thread: stamps, and bytes read until then
    private final Log views = new Log(); // of the session thread: times, and stamps behind them
    private long bytes;
    private long beats;
    private long last;

    Watch(boolean waveform) {
      this.waveform = waveform;
    }

    void look(SessionView view) {
      long now = System.nanoTime();
      boolean counts =
          waveform
              ? view.snapshot().atMicros() % Timeline.TICK_MICROS != 0
              : view.snapshot().counts().beats() > beats;
      beats = view.snapshot().counts().beats();
      if (counts && view.heard() != last) {
        last = view.heard();
        views.add(now, last);
      }
    }

    void read(int length, long stampNanos) {
      reads.add(stampNanos, bytes);
      bytes += length;
    }
  }

  /** A conversation that is watched while it hears. */
  private record Watched(Conversation inner, Watch watch) implements Conversation {
    @Override
    public Step opened(long nowNanos) {
      return around(inner.opened(nowNanos));
    }

    @Override
    public Step heard(byte[] bytes, int length, long nowNanos) {
      watch.read(length, nowNanos);
      return around(inner.heard(bytes, length, nowNanos));
    }

    @Override
    public Step tick(long nowNanos) {
      return around(inner.tick(nowNanos));
    }

    @Override
    public Step wish(SensorWish wish, long nowNanos) {
      return around(inner.wish(wish, nowNanos));
    }

    private Step around(Step step) {
      return new Step(new Watched(step.next(), watch), step.send(), step.events());
    }
  }

  public static void main(String[] args) throws Exception {
    SensorType type = SensorCatalogue.named(args[0]).orElseThrow();
    int count = Integer.parseInt(args[1]);
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
    Path folder = Files.createTempDirectory("load");
    Path wrote = folder.resolve("wrote");
    Process twins =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LoadTwins.class.getName(),
                type.name(),
                String.valueOf(count),
                wrote.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = twins.inputReader()) {
      List<String> paths = new ArrayList<>();
      for (String line = said.readLine(); !line.equals("ready"); line = said.readLine()) {
        paths.add(line);
      }
      Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
      List<Watch> watches = new ArrayList<>();
      List<LiveSession> sessions = sessions(type, paths, folder, watches, bugs);
      var out = twins.getOutputStream();
      out.write('\n');
      out.flush();
      Thread.sleep(WARM_UP_SECONDS * 1000L);
      var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long from = System.nanoTime();
      long processor = system.getProcessCpuTime();
      Thread.sleep(seconds * 1000L);
      double share = (double) (system.getProcessCpuTime() - processor) / (System.nanoTime() - from);
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      long to = System.nanoTime();
      out.write('\n');
      out.flush();
      said.readLine();
      twins.waitFor();
      for (LiveSession session : sessions) {
        session.close();
      }
      for (LiveSession session : sessions) {
        session.awaitEnd(20_000);
      }
      print(type, count, seconds, wrote, watches, from, to);
      System.out.printf(
          "%d threads, %.0f %% of a core, load %.1f, %d faults%n",
          threads, 100 * share, system.getSystemLoadAverage(), bugs.size());
    } finally {
      twins.destroy();
      delete(folder);
    }
  }

  private static List<LiveSession> sessions(
      SensorType type, List<String> paths, Path folder, List<Watch> watches, Queue<Throwable> bugs)
      throws Exception {
    var threads = new Threads(bugs::add);
    var ports = new SerialPorts();
    List<LiveSession> sessions = new ArrayList<>();
    for (String path : paths) {
      SessionClock clock = SessionClock.starting(1);
      var watch = new Watch(!type.traits().waveformModes().isEmpty() && type.speaks());
      watches.add(watch);
      var heard = new HeardQueue(4096);
      // As Sensors does it, but for the watch.
      SensorReader reader =
          SensorReader.open(
              new Feed(
                  path,
                  ports.opener(path, type.line()),
                  () -> new Watched(type.conversation(), watch),
                  true),
              clock.nanoClock(),
              heard,
              bugs::add);
      threads.start("reader " + path, reader);
      var plan =
          new SessionPlan(
              Instant.now(),
              "",
              type.name(),
              type.traits(),
              false,
              Protocol.breathe(6),
              Double.NaN);
      var session =
          new LiveSession(
              plan,
              heard,
              List.of(),
              clock,
              SessionWriter.begin(
                  folder.resolve(sessions.size() + ".session.jsonl"),
                  plan,
                  new SessionLines("downshift load")),
              watch::look,
              reader::close);
      sessions.add(session);
      threads.start("session", session);
    }
    return sessions;
  }

  private static void print(
      SensorType type, int count, int seconds, Path wrote, List<Watch> watches, long from, long to)
      throws Exception {
    LongStream.Builder all = LongStream.builder();
    long beats = 0;
    long worstWriter;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(wrote)))) {
      worstWriter = in.readLong();
      for (Watch watch : watches) {
        Log writes = new Log();
        long sent = 0;
        for (int left = in.readInt(); left > 0; left--) {
          long nanos = in.readLong();
          sent += in.readInt();
          writes.add(nanos, sent);
        }
        latencies(watch, writes)
            .filter(each -> each[0] >= from && each[0] < to)
            .forEach(each -> all.add(each[1]));
        beats += watch.beats;
      }
    }
    long[] nanos = all.build().sorted().toArray();
    System.out.printf(
        "%d × %s for %d s: %d records, byte to view median %.2f, p99 %.2f, max %.1f ms;"
            + " %d beats in all; a round of the twins took at most %.1f ms%n",
        count,
        type.name(),
        seconds,
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        beats,
        worstWriter / 1e6);
  }

  /** Pairs of when a record was written, and how long its view took. */
  private static Stream<long[]> latencies(Watch watch, Log writes) {
    Stream.Builder<long[]> pairs = Stream.builder();
    int read = 0;
    int write = 0;
    for (int i = 0; i < watch.views.count; i++) {
      while (read < watch.reads.count && watch.reads.nanos[read] < watch.views.values[i]) {
        read++;
      }
      if (read == watch.reads.count || watch.reads.nanos[read] != watch.views.values[i]) {
        continue; // not of bytes
      }
      while (write < writes.count && writes.values[write] <= watch.reads.values[read]) {
        write++; // until the oldest piece of this read
      }
      if (write < writes.count) {
        long at = writes.nanos[write];
        pairs.add(new long[] {at, watch.views.nanos[i] - at});
      }
    }
    return pairs.build();
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
