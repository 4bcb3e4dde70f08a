package app.downshift.beat.wave;

import java.util.Set;

/** What differs between kinds of signals: the band in which beats stand out, and their instant. */
sealed interface Front permits EcgFront, PulseFront {
  /**
   * How long things are.
   *
   * @param envelopeSeconds over which the band is averaged
   * @param reachSeconds within which a candidate is the largest
   * @param refractorySeconds within which no second beat can follow
   * @param echoSeconds within which a much smaller one is a part of the beat before
   * @param shapeSeconds how far the shape of a beat reaches to either side
   * @param slackSeconds by how much a candidate may be off the centre of its shape
   * @param prominence by how much a first beat is larger than what lies between beats
   */
  record Tuning(
      double envelopeSeconds,
      double reachSeconds,
      double refractorySeconds,
      double echoSeconds,
      double shapeSeconds,
      double slackSeconds,
      double prominence) {}

  Tuning tuning();

  /** As if {@code sample} had stood there for ever. */
  void settle(double sample);

  /** The band after one more sample. */
  double next(double sample);

  /** How much a value of the band speaks for a beat, at least 0. */
  double rectified(double bandValue);

  /** Whether the last sample made the signal count as upside down. */
  boolean turned();

  /**
   * When a beat was, by the number of the sample.
   *
   * @param at its place in the band
   * @param alike whether it is shaped like those before
   * @param doubts takes what makes the instant doubtful
   */
  double instant(long at, boolean alike, Set<Doubt> doubts);
}
