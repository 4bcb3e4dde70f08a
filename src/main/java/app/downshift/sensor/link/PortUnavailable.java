package app.downshift.sensor.link;

/**
 * A port that cannot be used: where, what is the matter, and what to do about it, in words for
 * people.
 */
public final class PortUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kinds of trouble a program can tell apart. */
  public enum Reason {
    NO_SUCH_PORT,
    NOT_A_PORT,
    IN_USE,
    NO_PERMISSION,
    OTHER
  }

  private final Reason reason;
  private final String port;
  private final String what;
  private final String remedy;

  /**
   * Trouble with a port; the message is one line made of all three texts.
   *
   * @param port where: the name as it was asked for
   * @param what what is the matter, as a clause: "there is no such port"
   * @param remedy what to do, as a sentence
   */
  public PortUnavailable(Reason reason, String port, String what, String remedy) {
    super(port + ": " + what + ". " + remedy);
    this.reason = reason;
    this.port = port;
    this.what = what;
    this.remedy = remedy;
  }

  public Reason reason() {
    return reason;
  }

  public String port() {
    return port;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
