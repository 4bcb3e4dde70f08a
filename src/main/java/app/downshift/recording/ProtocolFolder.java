package app.downshift.recording;

import app.downshift.session.Protocol;
import app.downshift.session.ProtocolFile;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.ProtocolText;
import app.downshift.session.ShippedProtocols;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All protocols there are to choose from: those that ship, and beside them those in a folder of the
 * user's own. Reads the disk with every call.
 */
public final class ProtocolFolder {
  private static final int MOST_FILES = 200;

  private final Path folder;
  private final ShippedProtocols shipped = new ShippedProtocols();
  private final ProtocolFile reader = new ProtocolFile();
  private final ProtocolText writer = new ProtocolText();

  public ProtocolFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * One protocol to choose, or why a file is none.
   *
   * @param origin the file, empty for one that ships
   */
  public record Entry(
      Optional<Path> origin, Optional<Protocol> protocol, Optional<ProtocolInvalid> trouble) {}

  /** Where the user's own lie. */
  public Path folder() {
    return folder;
  }

  /** Those that ship, in their order, then the files of the folder by name. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String name : shipped.names()) {
      entries.add(new Entry(Optional.empty(), Optional.of(shipped.named(name)), Optional.empty()));
    }
    for (Path file : files()) {
      try {
        entries.add(new Entry(Optional.of(file), Optional.of(own(file)), Optional.empty()));
      } catch (ProtocolInvalid invalid) {
        entries.add(new Entry(Optional.of(file), Optional.empty(), Optional.of(invalid)));
      }
    }
    return entries;
  }

  /**
   * A protocol by its name, or by its file.
   *
   * @param nameOrFile a name; what holds a separator of folders, or ends as such files do, is a
   *     file
   */
  public Protocol find(String nameOrFile) throws ProtocolInvalid {
    if (shipped.names().contains(nameOrFile)) {
      return shipped.named(nameOrFile);
    }
    if (isFile(nameOrFile)) {
      try {
        return read(Path.of(nameOrFile));
      } catch (InvalidPathException impossible) {
        throw new ProtocolInvalid(
            ProtocolInvalid.Reason.NO_NAME,
            nameOrFile,
            "this is no name of a file",
            "check the name");
      }
    }
    List<String> names = new ArrayList<>(shipped.names());
    for (Path file : files()) {
      try {
        Protocol protocol = own(file);
        if (protocol.name().equals(nameOrFile)) {
          return protocol;
        }
        names.add(protocol.name());
      } catch (ProtocolInvalid invalid) {
        if (file.getFileName().toString().equals(nameOrFile + ProtocolFile.ENDING)) {
          throw invalid;
        }
      }
    }
    throw new ProtocolInvalid(
        ProtocolInvalid.Reason.UNKNOWN_PROTOCOL,
        nameOrFile,
        "no such protocol",
        "choose one of " + String.join(", ", names));
  }

  /**
   * Writes a protocol into the folder. A protocol that ships is never hidden, another file never
   * overwritten, and nothing is written that could not be read again.
   *
   * @param instead the file it replaces, one of this folder; empty for a new one
   * @return the file
   */
  public Path keep(Protocol protocol, Optional<Path> instead) throws ProtocolInvalid {
    String name = protocol.name();
    String text = writer.of(protocol);
    reader.read(text, name);
    if (shipped.names().contains(name)) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.SHIPS,
          name,
          "a protocol that ships is called so",
          "give it another name",
          name);
    }
    Path file = instead.orElse(folder.resolve(name + ProtocolFile.ENDING));
    if (!folder.equals(file.getParent())) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.NOT_OWN,
          file.toString(),
          "it is not in your own folder",
          "make a copy");
    }
    if (instead.isEmpty() && Files.exists(file)) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.EXISTS,
          file.toString(),
          "it is there already",
          "give it another name");
    }
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, name, ".new");
      try {
        Files.writeString(beside, text);
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      return file;
    } catch (IOException refused) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.UNWRITABLE,
          file.toString(),
          "it cannot be written (" + refused.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  /** Deletes a file of this folder, whether it could be read or not. */
  public void delete(Path file) throws ProtocolInvalid {
    if (!folder.equals(file.getParent()) || !file.toString().endsWith(ProtocolFile.ENDING)) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.NOT_OWN,
          file.toString(),
          "it is not in your own folder",
          "delete it where it lies");
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.UNWRITABLE,
          file.toString(),
          "it cannot be deleted (" + refused.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  /** Reads one file, wherever it lies. */
  public Protocol read(Path file) throws ProtocolInvalid {
    try (InputStream in = Files.newInputStream(file)) {
      // Four bytes are the most a character takes; one more tells that there is more.
      byte[] bytes = in.readNBytes(4 * ProtocolFile.MOST_CHARACTERS + 1);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return reader.read(text, file.toString());
    } catch (CharacterCodingException binary) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.NOT_UTF8,
          file.toString(),
          "it is no text in UTF-8",
          "save it as UTF-8, or choose another file");
    } catch (NoSuchFileException missing) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.NOT_THERE,
          file.toString(),
          "there is no such file",
          "check the name");
    } catch (IOException refused) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.UNREADABLE,
          file.toString(),
          "it cannot be read (" + refused.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  /** A file of the folder, whose name must not hide one that ships. */
  private Protocol own(Path file) throws ProtocolInvalid {
    Protocol protocol = read(file);
    if (shipped.names().contains(protocol.name())) {
      throw new ProtocolInvalid(
          ProtocolInvalid.Reason.SHIPS,
          file.toString(),
          "a protocol that ships is called " + protocol.name() + " too",
          "give it another name",
          protocol.name());
    }
    return protocol;
  }

  private static boolean isFile(String nameOrFile) {
    return nameOrFile.endsWith(ProtocolFile.ENDING)
        || nameOrFile.indexOf('/') >= 0
        || nameOrFile.indexOf('\\') >= 0
        || nameOrFile.endsWith(".json");
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(ProtocolFile.ENDING))
          .sorted()
          .limit(MOST_FILES)
          .toList();
    } catch (IOException none) {
      return List.of(); // no folder, no protocols of one's own
    }
  }
}
