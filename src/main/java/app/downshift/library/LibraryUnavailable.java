package app.downshift.library;

import java.nio.file.Path;

/**
 * Records that cannot be had: what is wrong, where, and what to do about it. The message is the
 * English line of commands and logs; a window has words of its own for every {@link Reason} and, of
 * what is refused, every {@link Matter}.
 */
public final class LibraryUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  /** What a screen may want to tell apart. */
  public enum Reason {
    NOT_THERE,
    LOCKED,
    WRONG_PASSPHRASE,
    DAMAGED,
    NEWER,
    REFUSED
  }

  /** What of something that was asked for is refused. */
  public enum Matter {
    /** The reason tells all. */
    NONE,
    NO_CODE,
    CODE_TAKEN,
    /** A session of the client goes on, or something is still being written. */
    UNDER_WAY,
    /** A passphrase is set already. */
    SEALED,
    /** No passphrase is set. */
    NOT_SEALED,
    /** A passphrase that is too short. */
    TOO_SHORT,
    /** A backup into the records themselves. */
    INSIDE,
    /** A restore into a folder that is not empty. */
    NOT_EMPTY,
    /** The disk, or its rights. */
    DISK
  }

  private final Reason reason;
  private final Matter matter;
  private final String what;
  private final String advice;

  public LibraryUnavailable(Reason reason, String where, String what, String advice) {
    this(reason, Matter.NONE, where, what, advice);
  }

  private LibraryUnavailable(
      Reason reason, Matter matter, String where, String what, String advice) {
    super(where + ": " + what + "; " + advice);
    this.matter = matter;
    this.reason = reason;
    this.what = what;
    this.advice = advice;
  }

  public Reason reason() {
    return reason;
  }

  /** What of what was asked for is refused; {@code NONE} unless the reason is {@code REFUSED}. */
  public Matter matter() {
    return matter;
  }

  /** What is wrong, without the place. */
  public String what() {
    return what;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }

  /** What a person asked for and cannot have now. */
  static LibraryUnavailable refused(Matter matter, String where, String what, String advice) {
    return new LibraryUnavailable(Reason.REFUSED, matter, where, what, advice);
  }

  /** What the disk refuses. */
  static LibraryUnavailable byDisk(Path where, String what, Exception why) {
    return refused(
        Matter.DISK,
        where.toString(),
        what + " (" + why.getMessage() + ")",
        "check the disk and its rights");
  }

  /** The same words whatever was wrong with it, so that they tell nothing to who guesses. */
  static LibraryUnavailable wrongKey() {
    return new LibraryUnavailable(
        Reason.WRONG_PASSPHRASE,
        "records",
        "they do not open with this",
        "check the passphrase, or use the recovery key");
  }
}
