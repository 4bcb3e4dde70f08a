package app.downshift.session;

import java.util.Collections;
import java.util.List;

/**
 * A protocol file that cannot be used: what is wrong, where, and what to do about it. The message
 * is the English line of commands and logs; a window has words of its own for every {@link Reason}.
 */
public final class ProtocolInvalid extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 400;

  /** The kinds of trouble; in brackets what {@link #parts} are. */
  public enum Reason {
    /** There is no such file. */
    NOT_THERE,
    UNREADABLE,
    UNWRITABLE,
    EMPTY,
    NOT_UTF8,
    /** [most characters] */
    FILE_TOO_LONG,
    /** [line, or empty] */
    NO_JSON,
    /** [format] */
    NEWER,
    /** A name that is no word of files. */
    NO_NAME,
    /** No protocol is called so. */
    UNKNOWN_PROTOCOL,
    /** One that ships is called so. [name] */
    SHIPS,
    /** The file is not in the folder of one's own. */
    NOT_OWN,
    EXISTS,
    /** Something is no object. */
    NO_OBJECT,
    /** [key] */
    MISSING,
    /** [key] */
    NO_TEXT,
    /** [key, value] */
    NO_WORD,
    /** [key, value, the words there are] */
    UNKNOWN_WORD,
    /** [key, value] */
    NO_NUMBER,
    /** [key, value] */
    NO_WHOLE_NUMBER,
    /** [key, value, from, to] */
    OUTSIDE,
    /** [key, value] */
    NO_FLAG,
    /** [key, most] */
    NO_LIST,
    /** [key, value] */
    NO_LANGUAGE,
    /** [key, signs, most] */
    TEXT_LENGTH,
    /** [key] */
    UNPRINTABLE,
    /** [key] */
    UNEXPECTED,
    /** [seconds, most] */
    LASTS,
    /** {@code until} stands where no pacer leads. */
    UNTIL_NEEDS_PACER,
    /** [apart, most] */
    RATES_APART,
    /** Pattern and inhale say the same. */
    SAID_TWICE,
    /** [word] */
    HOLDS,
    /** [pattern] */
    NO_PATTERN,
    /** Rates that are compared cannot adapt. */
    CANNOT_ADAPT,
    /** What is said there does not go together. */
    REFUSED
  }

  private final Reason reason;
  private final String where;
  private final int phase;
  private final transient List<String> parts;
  private final String what;
  private final String advice;

  /** Trouble with a file as a whole. */
  public ProtocolInvalid(Reason reason, String where, String what, String advice, String... parts) {
    this(reason, where, 0, what, advice, List.of(parts));
  }

  /**
   * Trouble in a phase.
   *
   * @param phase from 1; 0 for the file as a whole
   */
  public ProtocolInvalid(
      Reason reason, String where, int phase, String what, String advice, List<String> parts) {
    super(line(where) + ": " + line(what) + "; " + line(advice));
    this.reason = reason;
    this.where = line(where);
    this.phase = phase;
    this.parts = parts.stream().map(ProtocolInvalid::line).toList();
    this.what = line(what);
    this.advice = line(advice);
  }

  public Reason reason() {
    return reason;
  }

  /** Which file, as it was named. */
  public String where() {
    return where;
  }

  /** In which phase, from 1; 0 for the file as a whole. */
  public int phase() {
    return phase;
  }

  /** What the reason leaves open; {@link Reason} says what. */
  public List<String> parts() {
    return Collections.unmodifiableList(parts);
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
