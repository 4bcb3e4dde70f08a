package app.downshift.session;

/** A figure for the screen: a value, or the reason why there is none now. Never 0 for unknown. */
public sealed interface Reading {
  /** A figure that may be shown. */
  record Value(double value) implements Reading {}

  /** A figure that may not. */
  record Withheld(Reason reason) implements Reading {}

  /** The value when it is a number, otherwise the reason. */
  static Reading of(double value, Reason otherwise) {
    return Double.isNaN(value) ? new Withheld(otherwise) : new Value(value);
  }

  /** The value, or NaN. */
  default double orNaN() {
    return this instanceof Value shown ? shown.value() : Double.NaN;
  }

  /** Why a figure is withheld. */
  enum Reason {
    /** Too little signal so far. */
    GATHERING,
    /** The rhythm is not known before 64 beats. */
    RHYTHM_UNKNOWN,
    /** The rhythm is too irregular to score. */
    RHYTHM_IRREGULAR,
    /** Less than four fifths of the signal is clean. */
    SIGNAL_TOO_POOR,
    /** No beats are coming in. */
    NO_SIGNAL,
    /** There is no line that stands out. */
    NOT_CLEAR,
    /** The heart does not follow the pacer yet. */
    NOT_FOLLOWING,
    /** The delay between heart and pacer is not known well enough. */
    LAG_UNCERTAIN
  }
}
