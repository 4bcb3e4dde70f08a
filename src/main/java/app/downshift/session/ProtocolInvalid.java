package app.downshift.session;

/** A protocol file that cannot be used: what is wrong, where, and what to do about it. */
public final class ProtocolInvalid extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 400;

  private final String what;
  private final String advice;

  public ProtocolInvalid(String where, String what, String advice) {
    super(line(where) + ": " + line(what) + "; " + line(advice));
    this.what = line(what);
    this.advice = line(advice);
  }

  /** What is wrong, and at which place of the file. */
  public String what() {
    return what;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }

  /** One line of printable signs, whatever a file put into it. */
  private static String line(String words) {
    String shorter = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return shorter
        .codePoints()
        .map(sign -> Signs.plain(sign) ? sign : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
