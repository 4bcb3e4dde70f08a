package app.downshift.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.tinylog.Logger;

/** The index of an open library: what lists and search are answered from. */
final class Lists {
  private final Path folder;
  private final String seat;
  private final Sealing sealing;
  private final Library.Setting with;
  private IndexFile file;

  Lists(Library.Setting with, Sealing sealing, String seat) {
    this.with = with;
    this.sealing = sealing;
    this.seat = seat;
    folder = with.local().resolve("index");
    file = open();
  }

  /** A question to the index. */
  interface Question<T> {
    T of(Index index) throws SQLException;
  }

  IndexFile.Began began() {
    return file.began();
  }

  /**
   * What a person should know of how it came up.
   *
   * @param nobody whether there are no clients, so that none are missed
   */
  List<String> notices(boolean nobody) {
    return switch (file.began()) {
      case AS_LEFT -> List.of();
      case ABSENT ->
          nobody
              ? List.of()
              : List.of("there was no index of the records yet; it is made from the files");
      case DAMAGED ->
          List.of("the index of the records was damaged; it is made anew from the files");
    };
  }

  <T> T ask(Question<T> question) throws LibraryUnavailable {
    try {
      return question.of(file.index());
    } catch (SQLException broken) {
      throw new LibraryUnavailable(
          LibraryUnavailable.Reason.DAMAGED,
          "index",
          "the index of the records cannot be read (" + broken.getMessage() + ")",
          "let it be made anew");
    }
  }

  Index index() {
    return file.index();
  }

  /** The files are the truth: what the index does not take now, the next refresh makes good. */
  void put(ClientRecords client, Index.Print print) {
    try {
      file.index().put(client, print);
    } catch (SQLException broken) {
      Logger.warn("The index could not be written: {}", broken.getMessage());
    }
  }

  void save() throws IOException {
    file.save();
  }

  void close() throws IOException {
    file.close();
  }

  /** Goes on with a sealed index once there are keys; the open one is deleted. */
  void beginSealed() throws IOException {
    file.close();
    Files.deleteIfExists(file.path());
    file = open();
  }

  private IndexFile open() {
    Path path = folder.resolve(sealing.library() + "-" + seat + ending());
    return sealing.keys().isPresent()
        ? IndexFile.openSealed(path, sealing.keys().get().index(), with.random(), sealing.library())
        : IndexFile.open(path);
  }

  private String ending() {
    return sealing.keys().isPresent() ? Places.SEALED : ".sqlite";
  }
}
