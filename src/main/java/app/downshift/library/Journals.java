package app.downshift.library;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The journals of a library: all are read, those of the own seat are written. An owner is a client
 * or {@link Keys#LIBRARY}.
 */
final class Journals {
  private static final int MOST_OPEN = 64;

  private final Library.Setting with;
  private final Places places;
  private final Sealing sealing;
  private final String seat;
  private final Clock wall;
  private final HybridClock clock;
  private final Map<String, JournalWriter> writers = new LinkedHashMap<>(16, 0.75f, true);

  Journals(Library.Setting with, Places places, Sealing sealing, String seat) {
    this.with = with;
    this.places = places;
    this.sealing = sealing;
    this.seat = seat;
    wall = with.wall();
    clock = new HybridClock(wall);
  }

  /** True when it, and all of the owner before it, has reached the operating system. */
  boolean append(String owner, JournalRecord record) throws LibraryUnavailable {
    return writer(owner).append(record, wall.instant());
  }

  /**
   * All records of an owner, of whatever seat, and those that wait.
   *
   * @param files the names of the files in the owner's folder
   * @param damage to which is added what a person should know
   */
  List<JournalFile.Entry> entries(String owner, Iterable<String> files, List<String> damage)
      throws LibraryUnavailable {
    List<JournalFile.Entry> entries = new ArrayList<>();
    for (String name : files) {
      if (name.endsWith(Places.JOURNAL + sealing.ending())) {
        String of = Places.seatOf(name);
        try {
          JournalFile journal =
              JournalFile.read(
                  places.of(owner).resolve(name),
                  of,
                  sealing.of(owner, Places.bare(name)),
                  with.migrations());
          entries.addAll(journal.entries());
          damage.addAll(journal.damage());
        } catch (IOException broken) {
          damage.add("the journal " + of + " cannot be read: " + broken.getMessage());
        }
      }
    }
    entries.forEach(entry -> clock.seen(entry.stamp().clock()));
    JournalWriter own = writers.get(owner);
    if (own != null) {
      entries.addAll(own.pending());
    }
    return entries;
  }

  /** Whether this seat has a journal of the owner in hand. */
  boolean writing(String owner) {
    return writers.containsKey(owner);
  }

  /** How many records wait in memory for the disk. */
  int waiting() {
    return writers.values().stream().mapToInt(each -> each.pending().size()).sum();
  }

  /** Why they wait; empty when none does. */
  String why() {
    String why = "";
    for (JournalWriter writer : writers.values()) {
      why = writer.trouble().orElse(why);
    }
    return why;
  }

  void retry() {
    for (JournalWriter writer : writers.values()) {
      if (!writer.pending().isEmpty()) {
        writer.retry();
      }
    }
  }

  /** Lets go of an owner's journal. */
  void release(String owner) {
    JournalWriter writer = writers.remove(owner);
    if (writer != null) {
      writer.close();
    }
  }

  /** Completes all of them. */
  void close() {
    writers.values().forEach(JournalWriter::close);
    writers.clear();
  }

  private JournalWriter writer(String owner) throws LibraryUnavailable {
    JournalWriter writer = writers.get(owner);
    if (writer == null) {
      String name = seat + Places.JOURNAL;
      writer =
          new JournalWriter(
              places.of(owner).resolve(name + sealing.ending()),
              seat,
              sealing.of(owner, name),
              clock,
              with.application());
      writers.put(owner, writer);
      releaseEldest(owner);
    }
    return writer;
  }

  private void releaseEldest(String butNot) {
    if (writers.size() > MOST_OPEN) {
      writers.entrySet().stream()
          .filter(each -> each.getValue().pending().isEmpty() && !each.getKey().equals(butNot))
          .findFirst()
          .map(Map.Entry::getKey)
          .ifPresent(this::release);
    }
  }
}
