package app.downshift.library;

import java.nio.file.Path;

/** Records that cannot be had: what is wrong, where, and what to do about it. */
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

  private final Reason reason;
  private final String what;
  private final String advice;

  public LibraryUnavailable(Reason reason, String where, String what, String advice) {
    super(where + ": " + what + "; " + advice);
    this.reason = reason;
    this.what = what;
    this.advice = advice;
  }

  public Reason reason() {
    return reason;
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
  static LibraryUnavailable refused(String where, String what, String advice) {
    return new LibraryUnavailable(Reason.REFUSED, where, what, advice);
  }

  /** What the disk refuses. */
  static LibraryUnavailable byDisk(Path where, String what, Exception why) {
    return refused(
        where.toString(), what + " (" + why.getMessage() + ")", "check the disk and its rights");
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
