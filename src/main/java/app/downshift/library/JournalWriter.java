package app.downshift.library;

import app.downshift.recording.LineAppender;
import app.downshift.recording.LineSeal;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to the journal of one seat. What could not be written yet is remembered, so that
 * it is seen, and written when the disk takes it.
 */
final class JournalWriter implements Closeable {
  private final Path file;
  private final String seat;
  private final Optional<SealedLines> seal;
  private final HybridClock clock;
  private final String application;
  private final List<JournalFile.Entry> pending = new ArrayList<>();
  private @Nullable LineAppender out;
  private Optional<String> trouble = Optional.empty();
  private long number;

  JournalWriter(
      Path file, String seat, Optional<SealedLines> seal, HybridClock clock, String application) {
    this.file = file;
    this.seat = seat;
    this.seal = seal;
    this.clock = clock;
    this.application = application;
  }

  /** True when it, and all before it, has reached the operating system. */
  boolean append(JournalRecord record, Instant at) {
    long now = clock.next();
    pending.add(new JournalFile.Entry(new Stamp(now, seat, Long.MAX_VALUE), at, record));
    return retry();
  }

  /** True when nothing waits any more. */
  boolean retry() {
    try {
      LineAppender to = opened();
      List<String> lines = new ArrayList<>();
      for (JournalFile.Entry entry : pending.subList((int) number, pending.size())) {
        lines.add(JournalFile.line(entry.record(), entry.at(), entry.stamp().clock()));
      }
      number = pending.size(); // what the appender holds it writes itself
      boolean written = lines.isEmpty() ? to.retry() : to.append(lines);
      trouble = to.trouble();
      if (written) {
        to.force();
        pending.clear();
        number = 0;
      }
      return written;
    } catch (IOException refused) {
      trouble = Optional.of(String.valueOf(refused.getMessage()));
      return false;
    }
  }

  /** What has not been written yet. */
  List<JournalFile.Entry> pending() {
    return List.copyOf(pending);
  }

  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    if (!pending.isEmpty()) {
      retry();
    }
    LineAppender open = out;
    if (open != null) {
      open.close();
      trouble = open.trouble();
    }
  }

  private LineAppender opened() throws IOException {
    if (out == null) {
      LineSeal lines = seal.isPresent() ? seal.get() : LineSeal.none();
      boolean torn = false;
      if (Files.exists(file)) {
        KeptLines there = KeptLines.read(file, seal);
        torn = there.torn();
        out = LineAppender.goOn(file, lines, there.physical(), torn);
      } else {
        out = LineAppender.createPatiently(file, lines);
      }
      out.append(
          List.of(
              JournalFile.line(
                  new JournalRecord.Opened(Migrations.FORMAT, application, torn),
                  Instant.ofEpochMilli(clock.next()),
                  clock.next())));
    }
    return out;
  }
}
