package app.downshift.sensor.link;

/**
 * A port that cannot be used: where, what is the matter, and what to do about it. The message is
 * the English line of commands and logs; a window has words of its own for every {@link Reason}.
 */
public final class PortUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kinds of trouble a program can tell apart. */
  public enum Reason {
    NO_SUCH_PORT,
    NOT_A_PORT,
    IN_USE,
    NO_PERMISSION,
    /** It would not open; the detail is the system's code. */
    NOT_OPENED,
    /** No sensor has been found yet. */
    NONE_YET,
    /** What hangs there speaks only when it is spoken to; the detail says what it seems to be. */
    MUST_BE_NAMED,
    /** Nothing that is known speaks there. */
    NOTHING_KNOWN,
    /** Listening was interrupted. */
    INTERRUPTED
  }

  private final Reason reason;
  private final String port;
  private final String detail;
  private final String what;
  private final String remedy;

  /** Trouble of which the reason tells all. */
  public PortUnavailable(Reason reason, String port, String what, String remedy) {
    this(reason, port, "", what, remedy);
  }

  /**
   * Trouble with a port; the message is one line made of all three texts.
   *
   * @param port where: the name as it was asked for
   * @param detail what the reason leaves open: a group, a code, the name of a sensor; or empty
   * @param what what is the matter, as a clause: "there is no such port"
   * @param remedy what to do, as a sentence
   */
  public PortUnavailable(Reason reason, String port, String detail, String what, String remedy) {
    super(port + ": " + what + ". " + remedy);
    this.reason = reason;
    this.port = port;
    this.detail = detail;
    this.what = what;
    this.remedy = remedy;
  }

  public Reason reason() {
    return reason;
  }

  public String port() {
    return port;
  }

  /** What the reason leaves open, or empty. */
  public String detail() {
    return detail;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
