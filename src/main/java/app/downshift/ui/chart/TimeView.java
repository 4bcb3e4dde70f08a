package app.downshift.ui.chart;

/**
 * Which part of a recording is shown, in seconds: never less than a few, never beyond its ends.
 * Immutable.
 */
record TimeView(double from, double to, double end) {
  private static final double SHORTEST_SECONDS = 5;
  private static final double NOTHING = 1e-6;

  /** All of a recording. */
  static TimeView whole(double end) {
    return new TimeView(0, end, end);
  }

  double span() {
    return to - from;
  }

  boolean isWhole() {
    return span() >= end - NOTHING || to <= from;
  }

  boolean shows(double seconds) {
    return seconds >= from && seconds <= to;
  }

  /** The same span, beginning elsewhere, or as near to it as the recording goes. */
  TimeView startingAt(double seconds) {
    return within(seconds, span());
  }

  /** Moved by a share of what is shown, to the right where positive. */
  TimeView panned(double share) {
    return startingAt(from + share * span());
  }

  /** Around a moment, so that it stays in its place; {@code factor} above 1 shows less. */
  TimeView magnified(double factor, double aroundSeconds) {
    double next = Math.max(SHORTEST_SECONDS, Math.min(end, span() / factor));
    double share = (aroundSeconds - from) / span();
    return within(aroundSeconds - share * next, next);
  }

  /** With a moment in its middle, if it is not shown already. */
  TimeView showing(double seconds) {
    return shows(seconds) ? this : startingAt(seconds - span() / 2);
  }

  private TimeView within(double wantedFrom, double wantedSpan) {
    double next = Math.min(end, wantedSpan);
    double start = Math.max(0, Math.min(end - next, wantedFrom));
    return new TimeView(start, start + next, end);
  }
}
