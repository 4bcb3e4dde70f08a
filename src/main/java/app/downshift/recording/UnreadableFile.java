package app.downshift.recording;

/** A file that cannot be used: what is wrong, where, and what to do about it. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String advice;

  public UnreadableFile(String where, String what, String advice) {
    super(where + ": " + what + "; " + advice);
    this.what = what;
    this.advice = advice;
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
