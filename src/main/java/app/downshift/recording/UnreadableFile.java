package app.downshift.recording;

/**
 * A file that cannot be used: what is wrong, where, and what to do about it. The message is the
 * English line of commands and logs; a window has words of its own for every {@link Reason}.
 */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of trouble with a file. */
  public enum Reason {
    NOT_THERE,
    /** The disk or its rights forbid to read it. */
    UNREADABLE,
    EMPTY,
    /** It is neither a session nor a capture. */
    NO_SESSION,
    /** A later version of this program wrote it. */
    NEWER,
    /** It holds what could not be written without damage, or is damaged itself. */
    DAMAGED,
    TOO_LARGE,
    /** A capture that does not say of which sensor it is. */
    NO_SENSOR_NAMED,
    /** No intervals could be found in it. */
    OTHER_FORMAT,
    /** A file is never overwritten. */
    EXISTS,
    /** The disk or its rights forbid to write it. */
    UNWRITABLE,
    /** The records it belongs to are locked or cannot be had. */
    RECORDS_CLOSED
  }

  private final Reason reason;
  private final String where;
  private final String what;
  private final String advice;

  public UnreadableFile(Reason reason, String where, String what, String advice) {
    super(where + ": " + what + "; " + advice);
    this.reason = reason;
    this.where = where;
    this.what = what;
    this.advice = advice;
  }

  public Reason reason() {
    return reason;
  }

  /** Which file, as it was named. */
  public String where() {
    return where;
  }

  /** What is wrong, without the place. */
  public String what() {
    return what;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }
}
