package app.downshift.recording;

import java.util.Optional;

/**
 * What becomes of the lines of a file on their way to the disk: nothing, or each is sealed for its
 * place. Lines are numbered as they lie in the file, from 1. Of one thread.
 */
public interface LineSeal {
  /** What stands before the first line of a new file; it is line 1 then. */
  Optional<String> preamble();

  /** The line as it is written, without a line end. */
  String seal(long number, String line);

  /** Whether a line is bound to its place, so that a stranger's line before it would break it. */
  default boolean bound() {
    return true;
  }

  /** What is written when the file is complete. */
  Optional<String> ending(long number);

  /** Lines as they are. */
  static LineSeal none() {
    return new LineSeal() {
      @Override
      public Optional<String> preamble() {
        return Optional.empty();
      }

      @Override
      public String seal(long number, String line) {
        return line;
      }

      @Override
      public boolean bound() {
        return false;
      }

      @Override
      public Optional<String> ending(long number) {
        return Optional.empty();
      }
    };
  }
}
