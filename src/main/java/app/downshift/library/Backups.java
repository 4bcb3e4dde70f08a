package app.downshift.library;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinylog.Logger;

/**
 * Dated copies of libraries in one place, such as another disk. The copies are whole: what did not
 * change is one file under several names. The lock and the clients' keys stand beside the copies
 * and not in them, once, as they are now: a client whose key is destroyed is forgotten by all.
 */
public final class Backups {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final String KEYS = "keys";

  private final Path place;
  private final Clock wall;

  public Backups(Path place, Clock wall) {
    this.place = place;
    this.wall = wall;
  }

  /** A copy that is there. */
  public record Dated(String library, Instant at, Path folder) {}

  /**
   * What was copied.
   *
   * @param copied how many files were new or changed
   * @param droppedOld copies that were deleted because enough newer ones are there
   * @param droppedOpen copies that were deleted because they could be read without the passphrase
   */
  public record Made(Dated copy, int files, int copied, int droppedOld, int droppedOpen) {}

  /** What was restored, and what of it is not as it was when it was copied. */
  public record Restored(int files, List<String> damage) {
    public Restored {
      damage = List.copyOf(damage);
    }
  }

  /** The copies of all libraries, newest first. */
  public List<Dated> all() throws LibraryUnavailable {
    List<Dated> all = new ArrayList<>();
    try (Stream<Path> libraries = Files.list(place)) {
      for (Path library : (Iterable<Path>) libraries::iterator) {
        if (OpaqueNames.is(library.getFileName().toString())) {
          all.addAll(of(library));
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException refused) {
      throw refused("the backups cannot be listed", refused);
    }
    all.sort((a, b) -> b.at().compareTo(a.at()));
    return all;
  }

  /** Whether the newest copy of a library is older than {@code every}, or there is none. */
  public boolean due(String library, Duration every) throws LibraryUnavailable {
    return all().stream()
        .filter(each -> each.library().equals(library))
        .noneMatch(each -> Duration.between(each.at(), wall.instant()).compareTo(every) < 0);
  }

  /** Copies a library and keeps the newest {@code keep} copies of it. */
  public Made make(Library library, int keep, Progress progress) throws LibraryUnavailable {
    if (keep < 1) {
      throw new IllegalArgumentException("at least the newest copy is kept");
    }
    if (place
        .toAbsolutePath()
        .normalize()
        .startsWith(library.folder().toAbsolutePath().normalize())) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.INSIDE,
          place.toString(),
          "it lies in the records themselves",
          "choose another disk");
    }
    Path home = place.resolve(library.id());
    Instant now = wall.instant();
    Path copy = home.resolve(NAME.format(now));
    Path unfinished = home.resolve(NAME.format(now) + Places.PART);
    try {
      Files.createDirectories(home);
      removeUnfinished(home);
      List<Dated> before = of(home);
      if (before.stream().anyMatch(each -> each.folder().equals(copy))) {
        throw new FileAlreadyExistsException(copy.toString());
      }
      forget(library.id(), library.erased());
      var places = new Places(library.folder());
      List<Path> files = files(places);
      Optional<Path> last = before.stream().findFirst().map(Dated::folder);
      Map<String, Manifest.Sum> lastSums = last.isPresent() ? knownOf(last.get()) : Map.of();
      Files.createDirectories(unfinished);
      Map<String, Manifest.Sum> sums = new LinkedHashMap<>();
      int copied = 0;
      int done = 0;
      for (Path file : files) {
        String name = library.folder().relativize(file).toString().replace('\\', '/');
        progress.at(++done, files.size());
        Path target = unfinished.resolve(name);
        Files.createDirectories(target.getParent());
        try {
          Manifest.Sum same = lastSums.get(name);
          if (same == null
              || same.bytes() != Files.size(file)
              || !linked(last.orElseThrow().resolve(name), target)) {
            Files.copy(file, target);
            same = Manifest.sum(target);
            copied++;
          }
          sums.put(name, same);
        } catch (NoSuchFileException gone) {
          progress.at(done, files.size()); // erased or moved meanwhile
        }
      }
      new Manifest(library.sealed(), sums).write(unfinished, library.id(), now);
      copyKeys(library, places, home);
      Files.move(unfinished, copy);
      int open = library.sealed() ? dropOpen(before) : 0;
      int old = 0;
      List<Dated> after = of(home);
      for (Dated each : after.subList(Math.min(keep, after.size()), after.size())) {
        Places.deleteTree(each.folder());
        old++;
      }
      return new Made(new Dated(library.id(), now, copy), sums.size(), copied, old, open);
    } catch (IOException refused) {
      throw refused("the backup could not be made", refused);
    }
  }

  /**
   * Forgets clients in all copies of a library: their keys and their files.
   *
   * @return false when the place cannot be reached or changed now
   */
  boolean forget(String library, Collection<ClientId> clients) {
    Path home = place.resolve(library);
    if (!Files.isDirectory(place)) {
      return false;
    }
    try {
      for (ClientId client : clients) {
        Keys.destroy(home.resolve(KEYS).resolve(client.text() + ".key"));
        for (Dated each : of(home)) {
          Path own = each.folder().resolve("clients").resolve(client.text());
          if (Files.exists(own)) {
            Places.deleteTree(own);
            Manifest.unlist(each.folder(), client);
          }
        }
      }
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /**
   * Puts a copy into a folder that is empty or not there, or where a library was begun that holds
   * nothing yet, on whatever machine. What is not as it was copied is restored all the same, and
   * told.
   */
  public Restored restore(Dated copy, Path into, Progress progress) throws LibraryUnavailable {
    try {
      if (!holdsNothing(into)) {
        throw LibraryUnavailable.refused(
            LibraryUnavailable.Matter.NOT_EMPTY,
            into.toString(),
            "the folder is not empty",
            Files.exists(into.resolve(LibraryDoor.RESTORING))
                ? "a restore into it was cut short: delete it, and restore again"
                : "restore into an empty one; nothing is ever overwritten");
      }
      Path home = place.resolve(copy.library());
      Map<String, Manifest.Sum> sums = Manifest.of(copy.folder()).files();
      List<String> damage = new ArrayList<>();
      Files.createDirectories(into);
      Path marker = Files.createFile(into.resolve(LibraryDoor.RESTORING));
      Files.deleteIfExists(into.resolve(LibraryHead.NAME));
      int done = 0;
      int files = 0;
      for (Map.Entry<String, Manifest.Sum> each : sums.entrySet()) {
        Path from = copy.folder().resolve(each.getKey()).normalize();
        Path to = into.resolve(each.getKey()).normalize();
        progress.at(++done, sums.size());
        if (!from.startsWith(copy.folder()) || !to.startsWith(into)) {
          damage.add(each.getKey() + ": no name of a file of a library");
        } else if (Files.exists(from)) {
          Files.createDirectories(to.getParent());
          Files.copy(from, to);
          files++;
          if (!Manifest.sum(to).equals(each.getValue())) {
            damage.add(each.getKey() + ": not as it was when it was copied");
          }
        } else if (!forgotten(copy, each.getKey())) {
          damage.add(each.getKey() + ": missing in the backup");
        }
      }
      if (Files.isDirectory(home.resolve(KEYS))) {
        Files.createDirectories(into.resolve(KEYS));
        try (Stream<Path> keys = Files.list(home.resolve(KEYS))) {
          for (Path key : (Iterable<Path>) keys::iterator) {
            Files.copy(key, into.resolve(KEYS).resolve(key.getFileName().toString()));
          }
        }
      }
      // Last: what is cut short is no library yet.
      Files.copy(home.resolve(LibraryHead.NAME), into.resolve(LibraryHead.NAME));
      Files.delete(marker);
      return new Restored(files, damage);
    } catch (IOException refused) {
      throw refused("the backup could not be restored", refused);
    }
  }

  private static boolean holdsNothing(Path folder) throws IOException, LibraryUnavailable {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try (Stream<Path> there = Files.list(folder)) {
      List<String> names = there.map(each -> each.getFileName().toString()).toList();
      return names.isEmpty()
          || (names.equals(List.of(LibraryHead.NAME))
              && LibraryHead.read(folder).flatMap(LibraryHead::lock).isEmpty());
    }
  }

  private static boolean forgotten(Dated copy, String name) {
    String[] parts = name.split("/", -1);
    return parts.length > 1
        && parts[0].equals("clients")
        && !Files.exists(copy.folder().resolve("clients").resolve(parts[1]));
  }

  private static List<Path> files(Places places) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : List.of(places.clients(), places.journals())) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> all = Files.walk(each)) {
          all.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(Places.PART))
              .sorted()
              .forEach(files::add);
        }
      }
    }
    return files;
  }

  /** The lock and the keys as they are now, and no others. */
  private static void copyKeys(Library library, Places places, Path home) throws IOException {
    Path keys = home.resolve(KEYS);
    if (Files.isDirectory(places.keys())) {
      Files.createDirectories(keys);
      List<String> live;
      try (Stream<Path> all = Files.list(places.keys())) {
        live =
            all.map(each -> each.getFileName().toString())
                .filter(name -> name.endsWith(".key"))
                .toList();
      }
      for (String name : live) {
        Files.copy(
            places.keys().resolve(name), keys.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path unfinished = home.resolve(LibraryHead.NAME + Places.PART);
    Files.copy(
        library.folder().resolve(LibraryHead.NAME),
        unfinished,
        StandardCopyOption.REPLACE_EXISTING);
    Files.move(unfinished, home.resolve(LibraryHead.NAME), StandardCopyOption.REPLACE_EXISTING);
  }

  private int dropOpen(List<Dated> copies) throws IOException {
    int dropped = 0;
    for (Dated each : copies) {
      if (open(each.folder())) {
        Places.deleteTree(each.folder());
        dropped++;
      }
    }
    return dropped;
  }

  /** Whether a copy can be read without the passphrase. */
  private static boolean open(Path copy) throws IOException {
    try {
      return !Manifest.of(copy).sealed();
    } catch (IOException unreadable) {
      try (Stream<Path> all = Files.walk(copy)) {
        return all.map(each -> each.getFileName().toString())
            .anyMatch(name -> name.contains(Places.JOURNAL) && name.endsWith(Places.OPEN));
      }
    }
  }

  /** What a copy says of its files; nothing where its list is damaged, so that all is copied. */
  private static Map<String, Manifest.Sum> knownOf(Path copy) {
    try {
      return Manifest.of(copy).files();
    } catch (IOException unreadable) {
      Logger.warn("The list of the last backup cannot be read: {}", unreadable.getMessage());
      return Map.of();
    }
  }

  private static void removeUnfinished(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      for (Path each :
          all.filter(file -> file.getFileName().toString().endsWith("Z" + Places.PART)).toList()) {
        Places.deleteTree(each);
      }
    }
  }

  private static List<Dated> of(Path home) throws IOException {
    List<Dated> dated = new ArrayList<>();
    try (Stream<Path> all = Files.list(home)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        try {
          Instant at = NAME.parse(each.getFileName().toString(), Instant::from);
          dated.add(new Dated(home.getFileName().toString(), at, each));
        } catch (DateTimeParseException other) {
          Logger.debug("No backup: {}", other.getMessage()); // keys, lock, what was cut short
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    }
    dated.sort((a, b) -> b.at().compareTo(a.at()));
    return dated;
  }

  /** A second name for a file of the last copy; false where the disk has none. */
  private static boolean linked(Path last, Path target) {
    try {
      Files.createLink(target, last);
      return true;
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    }
  }

  private LibraryUnavailable refused(String what, IOException why) {
    return LibraryUnavailable.byDisk(place, what, why);
  }
}
