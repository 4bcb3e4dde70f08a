package app.downshift.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A journal as read: one writer's records in its order.
 *
 * @param damage what a person should know of it, one sentence each
 * @param lines how many line ends it holds
 * @param torn whether its last line was cut off
 * @param closed whether it ends as its writer closed it
 */
record JournalFile(
    List<Entry> entries, List<String> damage, long lines, boolean torn, boolean closed) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A record and where it stands. */
  record Entry(Stamp stamp, Instant at, JournalRecord record) {}

  static String line(JournalRecord record, Instant at, long clock) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("type", record.type()).put("at", at.toString()).put("clock", clock);
    record.put(line);
    return JSON.writeValueAsString(line);
  }

  static JournalFile read(Path file, String seat, Optional<SealedLines> seal, Migrations migrations)
      throws IOException {
    KeptLines kept = KeptLines.read(file, seal);
    var reading = new Reading(seat, migrations);
    kept.lines().forEach(reading::take);
    Set<Long> unread = new HashSet<>(kept.unread());
    unread.addAll(reading.broken);
    unread.removeAll(reading.forgiven);
    List<String> damage = new ArrayList<>();
    String name = "the journal " + seat;
    if (!unread.isEmpty()) {
      damage.add(
          name
              + ": "
              + (unread.size() == 1 ? "a line is" : unread.size() + " lines are")
              + " not as written, and left out");
    }
    if (reading.newer > 0) {
      damage.add(
          name
              + ": "
              + (reading.newer == 1 ? "a line is" : reading.newer + " lines are")
              + " of a format this version does not know; update Downshift to see "
              + (reading.newer == 1 ? "it" : "them"));
    }
    return new JournalFile(
        reading.entries, damage, kept.physical(), kept.torn(), kept.ended() && !kept.torn());
  }

  private static final class Reading {
    private final String seat;
    private final Migrations migrations;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> broken = new HashSet<>();
    private final Set<Long> forgiven = new HashSet<>();
    private int format = Migrations.FORMAT;
    private int newer;

    Reading(String seat, Migrations migrations) {
      this.seat = seat;
      this.migrations = migrations;
    }

    void take(KeptLines.Line line) {
      try {
        JsonNode node = JSON.readTree(line.text());
        if (!(node instanceof ObjectNode object)) {
          broken.add(line.number());
          return;
        }
        if ("opened".equals(object.path("type").stringValue(""))) {
          format = object.path("format").intValue(0);
        }
        Optional<ObjectNode> today = migrations.today(format, object);
        if (today.isEmpty()) {
          newer++;
          return;
        }
        Instant at = Instant.parse(today.get().path("at").stringValue(""));
        var stamp = new Stamp(today.get().path("clock").longValue(0), seat, line.number());
        JournalRecord.read(today.get())
            .ifPresent(
                record -> {
                  if (record instanceof JournalRecord.Opened opened && opened.torn()) {
                    // Cut off when its writer was killed; nobody had been told that it was safe.
                    forgiven.add(line.number() - 1);
                  }
                  entries.add(new Entry(stamp, at, record));
                });
      } catch (JacksonException | IllegalArgumentException | DateTimeException damaged) {
        broken.add(line.number());
      }
    }
  }
}
