package app.downshift.ui.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Work on many files, done elsewhere. Every call returns at once. */
public interface Batches {
  /** The files among these and in the folders among these, in the order of names. */
  CompletableFuture<Found> behind(List<Path> words);

  /**
   * Begins, in a folder that is made where there is none. Nothing there is overwritten.
   *
   * @param files as {@link #behind} found them
   */
  Work begin(List<Path> files, Kind kind, Path folder);

  /**
   * Files that were found.
   *
   * @param complaints what could not be looked into, a line each
   */
  record Found(List<Path> files, List<String> complaints) {
    public Found {
      files = List.copyOf(files);
      complaints = List.copyOf(complaints);
    }
  }

  /** What becomes of each file. */
  enum Kind {
    /** Its figures: one JSON object a line, of all files in one file. */
    FIGURES,
    TABLES,
    EDF,
    RR_TEXT,
    SESSION
  }

  /** Work under way. */
  interface Work {
    /** How far it is now; from any thread. */
    Standing standing();

    /** Stops behind the file that is worked on; what is written stays. */
    void cancel();
  }

  /**
   * How far it is.
   *
   * @param done files that were looked at, usable or not
   * @param unusable why, a line for each file that could not be used
   * @param notes what a person should know of files that were used
   * @param ended whether there is nothing more to come
   */
  record Standing(int done, int all, List<String> unusable, List<String> notes, boolean ended) {
    public Standing {
      unusable = List.copyOf(unusable);
      notes = List.copyOf(notes);
    }
  }
}
