package app.downshift.beat.wave;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds beats in a stream of samples. Scale and offset of the samples do not matter. A beat is told
 * at most a second after it happened, beats come in order, and at most one with a sample. It finds
 * beats from the first second on where they stand out, and begins anew, with a gap, after lost
 * samples, a flat line of two seconds, or three seconds without a beat. Constant memory; one
 * thread; not a value.
 *
 * <p>The chain is that of Pan and Tompkins (1985, IEEE Trans Biomed Eng 32(3)): a band in which
 * beats stand out, an envelope of it, and its local maxima as candidates. What is a beat is decided
 * by {@link BeatChoice}, when it was by the {@link Front} of its kind of signal.
 */
public final class WaveDetector {
  private static final double HELD_SECONDS = 2.5;
  private static final double BACKGROUND_EVERY_SECONDS = 0.05;
  private static final int BACKGROUND_VALUES = 40;
  private static final double DISTURBED_SECONDS = 0.3;

  private final double sampleRateHz;
  private final Front front;
  private final InputGuard guard;
  private final Trace band;
  private final Envelope envelope;
  private final Bumps bumps;
  private final Shape shape;
  private final BeatChoice choice;
  private final RecentMedian background = new RecentMedian(BACKGROUND_VALUES);
  private final int backgroundEvery;
  private boolean running;
  private long start;
  private long absent;

  private WaveDetector(double sampleRateHz, Front front) {
    this.sampleRateHz = sampleRateHz;
    this.front = front;
    Front.Tuning tuning = front.tuning();
    guard = new InputGuard(sampleRateHz);
    band = new Trace(samples(HELD_SECONDS));
    envelope = new Envelope(samples(HELD_SECONDS), samples(tuning.envelopeSeconds()));
    bumps = new Bumps(envelope.trace(), samples(tuning.reachSeconds()));
    int reach = samples(tuning.shapeSeconds());
    shape = new Shape(band, reach, samples(tuning.slackSeconds()));
    choice = new BeatChoice(sampleRateHz, tuning, shape);
    backgroundEvery = samples(BACKGROUND_EVERY_SECONDS);
  }

  /**
   * For an ECG of either polarity; instants are those of the R peak, or of the S peak where that is
   * larger.
   *
   * @param sampleRateHz at least 125
   * @throws IllegalArgumentException when the rate is too low
   */
  public static WaveDetector ecg(double sampleRateHz) {
    return new WaveDetector(sampleRateHz, new EcgFront(atLeast(125, sampleRateHz)));
  }

  /**
   * For a pulse wave of a finger or ear, upright or inverted; instants are those of the steepest
   * rise.
   *
   * @param sampleRateHz at least 25; below 50 instants become coarse
   * @throws IllegalArgumentException when the rate is too low
   */
  public static WaveDetector ppg(double sampleRateHz) {
    return new WaveDetector(sampleRateHz, new PulseFront(atLeast(25, sampleRateHz)));
  }

  private static double atLeast(double least, double sampleRateHz) {
    if (!(sampleRateHz >= least && sampleRateHz <= 10_000)) {
      throw new IllegalArgumentException(sampleRateHz + " Hz, but at least " + least + " needed");
    }
    return sampleRateHz;
  }

  private int samples(double seconds) {
    return Math.max(1, (int) Math.round(seconds * sampleRateHz));
  }

  /** Samples per second, as told when it was made. */
  public double sampleRateHz() {
    return sampleRateHz;
  }

  /** How many samples were taken or lost: the number of the next one. */
  public long samples() {
    return band.count() + absent;
  }

  /** Whether there is a signal: false before the first sample, and while it is missing or flat. */
  public boolean hearsSignal() {
    return running;
  }

  /** Samples were lost here, as the counter of the sensor tells; 0 when nobody knows how many. */
  public void lost(long samples) {
    guard.restart();
    absent += Math.max(0, samples);
    running = false;
  }

  /** Takes the next sample; NaN stands for one that is missing. */
  public Optional<WaveBeat> accept(double value) {
    if (!guard.take(value)) {
      running = false;
      absent++;
      return Optional.empty();
    }
    double sample = guard.value();
    if (!running) {
      running = true;
      front.settle(sample);
      begin();
    }
    double now = front.next(sample);
    band.add(now);
    envelope.add(front.rectified(now));
    if (front.turned()) {
      begin(); // what was up is down: nothing found so far was what it seemed
      return Optional.empty();
    }
    long newest = band.count() - 1;
    if (newest % backgroundEvery == 0) {
      background.add(envelope.trace().at(newest));
      choice.background(background.value());
    }
    long bump = bumps.next();
    if (bump >= 0) {
      choice.offer(largest(bump), envelope.trace().at(bump));
    }
    BeatChoice.Chosen chosen = choice.decide(newest);
    return chosen == null ? Optional.empty() : Optional.of(told(chosen));
  }

  private void begin() {
    start = band.count();
    envelope.restart();
    bumps.restart();
    background.clear();
    choice.restart(start);
  }

  /** The strongest place of the band behind a bump of the envelope. */
  private long largest(long bump) {
    long best = bump;
    for (long i = Math.max(start, bump - envelope.width()); i < bump; i++) {
      if (front.rectified(band.at(i)) > front.rectified(band.at(best))) {
        best = i;
      }
    }
    return best;
  }

  private WaveBeat told(BeatChoice.Chosen chosen) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    doubts.addAll(chosen.doubts());
    double at = front.instant(chosen.at(), chosen.alike(), doubts) + absent;
    long disturbed = samples() - guard.sinceDisturbed();
    if (Math.abs(disturbed - at) < DISTURBED_SECONDS * sampleRateHz) {
      doubts.add(Doubt.BRIDGED);
    }
    return new WaveBeat(at, chosen.afterGap(), doubts);
  }
}
