package app.downshift.breath.resonance;

/** What a search may say, in breaths per minute. */
public sealed interface Verdict {
  /** Wider than this a single rate would pretend to know too much. */
  double WIDEST_PER_MINUTE = 0.6;

  /** The swing is largest near {@code perMinute}; with 95 % confidence between the two. */
  record Found(double perMinute, double low, double high) implements Verdict {}

  /** Anything between the two is as good as can be told. */
  record AnythingFrom(double low, double high, Why why) implements Verdict {
    /** Why no single rate is named. */
    public enum Why {
      /** The rates cannot be told apart closely enough. */
      CLOSE_TOGETHER,
      /** The heart did not follow the breath measurably at any of them. */
      NO_SWING
    }
  }

  /**
   * The swing still rises at the end of the range that was tried.
   *
   * @param edgePerMinute the last rate tried on that side
   * @param innermost with 95 % confidence the largest swing lies no further inside than this
   */
  record AtOrBeyondEdge(Edge which, double edgePerMinute, double innermost) implements Verdict {
    /** Which end of the range. */
    public enum Edge {
      SLOWEST,
      FASTEST
    }
  }

  /** Nothing can be said. */
  record TooLittle(Reason reason) implements Verdict {
    /** What is missing. */
    public enum Reason {
      /** Fewer than four rates have been paced, or they lie too close together. */
      FEW_RATES,
      /** The rhythm is too irregular to score. */
      IRREGULAR_RHYTHM,
      /** Enough was paced, but too little of it was heard cleanly. */
      POOR_SIGNAL
    }
  }
}
