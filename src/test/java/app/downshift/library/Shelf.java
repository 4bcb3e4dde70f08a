package app.downshift.library;

import app.downshift.beat.Marks;
import app.downshift.recording.SessionLines;
import app.downshift.recording.SessionWriter;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.Sitting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Libraries for tests: computers in front of a folder, with a clock that is set by hand. */
final class Shelf {
  static final char[] PASSPHRASE = "slow breath by the sea".toCharArray();
  static final SessionLines LINES = new SessionLines("test");

  /** So few that tests do not wait; the figure of the program is tested by itself. */
  static final int ROUNDS = 1000;

  final Path folder;
  final HandClock clock = new HandClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final Path locals;

  Shelf(Path place) {
    folder = place.resolve("records");
    locals = place.resolve("computers");
  }

  Path local(String computer) {
    return locals.resolve(computer);
  }

  LibraryDoor door(String computer) {
    return door(computer, clock, Migrations.shipped());
  }

  LibraryDoor door(String computer, Clock wall, Migrations migrations) {
    return new LibraryDoor(folder, local(computer), wall, "test", migrations, ROUNDS);
  }

  /** An open library, its lists up to date. */
  Library open(String computer) throws LibraryUnavailable {
    Library library = door(computer).open();
    library.refresh(Progress.NOBODY);
    return library;
  }

  Library unlock(String computer) throws LibraryUnavailable {
    Library library = door(computer).unlock(PASSPHRASE.clone());
    library.refresh(Progress.NOBODY);
    return library;
  }

  /** A sealed library, open at a computer. */
  Library sealed(String computer) throws Exception {
    try (Library library = door(computer).open()) {
      library.seal(PASSPHRASE.clone(), Progress.NOBODY);
    }
    return unlock(computer);
  }

  static Map<String, String> profile(String code) {
    return Map.of(ClientRecords.CODE, code);
  }

  SessionPlan plan(String code) {
    SessionPlan plan = Sitting.plan(Protocol.breathe(6));
    return new SessionPlan(
        clock.instant(),
        code,
        plan.sensor(),
        plan.traits(),
        plan.simulated(),
        plan.protocol(),
        plan.swingReferenceBpm(),
        plan.seed());
  }

  /** Some beats from {@code first} on, a second apart. */
  static List<SessionEvent> beats(int first, int count) {
    List<SessionEvent> beats = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      long micros = i * 1_000_000L;
      beats.add(
          new SessionEvent.BeatTaken(
              micros,
              micros + 100,
              new SensorEvent.Beat(0, 1000.0 + i % 7, 0, 0, Optional.empty(), false),
              Marks.NONE,
              Optional.empty()));
    }
    return beats;
  }

  static SessionEvent marker(int second, String text) {
    return new SessionEvent.Commanded(second * 1_000_000L, new Command.AddMarker(text));
  }

  static SessionEvent end(int second) {
    return new SessionEvent.Ended(second * 1_000_000L, SessionState.Why.COMPLETE);
  }

  /** A whole session of as many beats. */
  void record(Library library, ClientId client, int beats, String marker) throws Exception {
    SessionWriter writer =
        library.begin(client, plan(library.client(client).code()), LINES).writer();
    writer.append(beats(1, beats));
    writer.append(List.of(marker(beats, marker), end(beats + 1)));
    writer.close();
    clock.forward(Duration.ofHours(1));
  }

  /** All files below some folders, and their names, that hold a text. */
  static List<String> holding(String text, Path... folders) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          String name = folder.relativize(file).toString();
          boolean inside =
              Files.isRegularFile(file)
                  && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      .contains(text);
          if (inside || name.contains(text)) {
            found.add(name);
          }
        }
      }
    }
    return found;
  }

  static List<Path> files(Path folder, String part) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().contains(part))
          .sorted()
          .toList();
    }
  }

  /** Wall time as the test says. */
  static final class HandClock extends Clock {
    private Instant now;

    HandClock(Instant now) {
      this.now = now;
    }

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
