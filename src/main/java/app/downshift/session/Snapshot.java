package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.breath.Pacer;
import app.downshift.hrv.Spectrum;
import app.downshift.sensor.SensorEvent;
import java.util.List;
import java.util.Optional;

/**
 * All a window or terminal may know of a session at one moment: an immutable value, made by the
 * engine after every step. Times are session time in microseconds.
 *
 * @param phases as planned, with the time each has run
 * @param phase index of the phase under way; the last one after the end
 * @param pacer what the pacer asks for, absent while it is hidden (own pace, finished)
 * @param frozenAtMicros where the pacer stands still in a pause, or −1
 * @param beats the last 120 seconds, oldest first
 * @param response heart rate and RMSSD every two seconds since the start
 * @param swings one entry per paced breath since the start
 * @param gaps the last 120 seconds and the gap now open, if any
 * @param spectrum of the last 64 s, renewed every second
 * @param prompt the question now open
 * @param practice what the protocol asks for besides breathing
 */
public record Snapshot(
    SessionPlan plan,
    long atMicros,
    SessionState state,
    List<PhaseProgress> phases,
    int phase,
    Optional<Pacer> pacer,
    long frozenAtMicros,
    SensorView sensor,
    Figures figures,
    Optional<Baseline> baseline,
    Dimming dimming,
    List<BeatView> beats,
    List<GapView> gaps,
    Trail<ResponsePoint> response,
    Trail<SwingBar> swings,
    Trail<MarkerView> markers,
    LineSpectrum spectrum,
    Optional<Prompt> prompt,
    Counts counts,
    Practice practice) {

  /** Of a session that does nothing but breathe. */
  public Snapshot(
      SessionPlan plan,
      long atMicros,
      SessionState state,
      List<PhaseProgress> phases,
      int phase,
      Optional<Pacer> pacer,
      long frozenAtMicros,
      SensorView sensor,
      Figures figures,
      Optional<Baseline> baseline,
      Dimming dimming,
      List<BeatView> beats,
      List<GapView> gaps,
      Trail<ResponsePoint> response,
      Trail<SwingBar> swings,
      Trail<MarkerView> markers,
      LineSpectrum spectrum,
      Optional<Prompt> prompt,
      Counts counts) {
    this(
        plan,
        atMicros,
        state,
        phases,
        phase,
        pacer,
        frozenAtMicros,
        sensor,
        figures,
        baseline,
        dimming,
        beats,
        gaps,
        response,
        swings,
        markers,
        spectrum,
        prompt,
        counts,
        Practice.NONE);
  }

  /** The same, of another plan and with a sensor and notes that say something else. */
  public Snapshot with(SessionPlan plan, SensorView sensor, Trail<MarkerView> markers) {
    return new Snapshot(
        plan,
        atMicros,
        state,
        phases,
        phase,
        pacer,
        frozenAtMicros,
        sensor,
        figures,
        baseline,
        dimming,
        beats,
        gaps,
        response,
        swings,
        markers,
        spectrum,
        prompt,
        counts,
        practice);
  }

  /** The phase under way. */
  public PhaseProgress current() {
    return phases.get(phase);
  }

  /** What the person is told in the phase under way; may be no words. */
  public Wording instruction() {
    return current().phase().instruction();
  }

  /** The texts of the keys 1 to 9 in the phase under way; each is sent as a marker. */
  public List<Wording> hotKeys() {
    return current().phase().kind() instanceof Phase.HandsOn hands ? hands.markers() : List.of();
  }

  /** Whether the person is asked to follow the pacer now. */
  public boolean paced() {
    return pacer.isPresent();
  }

  /**
   * One phase and how much of it is over, in seconds of the phase clock; {@code startedMicros} −1
   * before.
   */
  public record PhaseProgress(Phase phase, double doneSeconds, long startedMicros) {}

  /**
   * The sensor now.
   *
   * @param name what it calls itself, or what the catalogue calls it
   * @param contact empty when the sensor cannot tell
   * @param batteryPercent −1 when unknown
   * @param cleanShare of the last 30 s, 0 to 1, NaN before there is anything
   * @param unscored what was sent but is no interval: impossible values, broken lines
   */
  public record SensorView(
      String name,
      Link link,
      Optional<Boolean> contact,
      int batteryPercent,
      double cleanShare,
      Quality quality,
      Rhythm rhythm,
      long unscored,
      Optional<SensorEvent.Reach> reach) {

    /** Of a sensor that nobody has to speak to. */
    public SensorView(
        String name,
        Link link,
        Optional<Boolean> contact,
        int batteryPercent,
        double cleanShare,
        Quality quality,
        Rhythm rhythm,
        long unscored) {
      this(
          name,
          link,
          contact,
          batteryPercent,
          cleanShare,
          quality,
          rhythm,
          unscored,
          Optional.empty());
    }

    /** The same under another name. */
    public SensorView named(String other) {
      return new SensorView(
          other, link, contact, batteryPercent, cleanShare, quality, rhythm, unscored, reach);
    }
  }

  /** State of the connection: {@code SILENT} is plugged in and says nothing. */
  public enum Link {
    CONNECTED,
    SILENT,
    UNPLUGGED
  }

  /**
   * The three bands of signal quality, over the last 30 s; {@code UNKNOWN} before there is
   * anything.
   */
  public enum Quality {
    UNKNOWN,
    GOOD,
    FAIR,
    POOR
  }

  /** Whether the rhythm may be scored. */
  public enum Rhythm {
    UNKNOWN,
    REGULAR,
    IRREGULAR
  }

  /**
   * The live figures.
   *
   * @param heartRateBpm mean of the last 15 s
   * @param rmssdMillis of the last 60 s; no measure of calm while pacing
   * @param swingBpm first harmonic at the pace, or at the strongest line without a pacer
   * @param inStep 0 to 1 over the last six breaths
   * @param lagSeconds of the heart behind the breath, corrected for the delay of the sensor
   * @param lagUncertaintySeconds half the width of what is not known about it
   * @param breathingPerMinute the strongest line in the intervals
   */
  public record Figures(
      Reading heartRateBpm,
      Reading rmssdMillis,
      Reading swingBpm,
      Reading swingMillis,
      Reading inStep,
      Reading lagSeconds,
      Reading lagUncertaintySeconds,
      Reading breathingPerMinute) {}

  /** The end of the first own-pace phase, to compare with; NaN where it could not be measured. */
  public record Baseline(
      double heartRateBpm, double heartRateSdBpm, double rmssdMillis, double swingBpm) {}

  /**
   * The dimmer: 1 at baseline, down to 0.15 as the heart follows the breath.
   *
   * @param signal false when it cannot be judged now: grey, not dark
   * @param following whether the heart follows at all
   */
  public record Dimming(double brightness, boolean signal, boolean following) {}

  /**
   * One beat for the screen.
   *
   * @param atMicros the beat that ends the interval, on the lag-corrected session clock
   * @param gapBefore no line is drawn to the beat before
   * @param decided false while the two beats that decide about it are still to come
   */
  public record BeatView(
      long atMicros, double rrMillis, boolean gapBefore, Marks marks, boolean decided) {
    /** Instantaneous heart rate in beats per minute. */
    public double bpm() {
      return 60_000 / rrMillis;
    }
  }

  /** A time without beats; {@code toMicros} is −1 while it lasts. */
  public record GapView(long fromMicros, long toMicros, SessionEvent.GapCause cause) {}

  /** Heart rate (30 s) and RMSSD (60 s) at a moment, NaN where withheld. */
  public record ResponsePoint(
      long atMicros, double heartRateBpm, double rmssdMillis, boolean paced) {}

  /**
   * The swing of one paced breath that ended at {@code atMicros}; NaN where it may not be scored.
   */
  public record SwingBar(long atMicros, double bpm) {}

  /** A note somebody made. */
  public record MarkerView(long atMicros, String text) {}

  /**
   * Where in the intervals the power lies.
   *
   * @param density {@link Spectrum#UNDEFINED} where it may not be shown
   * @param coherence share of the strongest line in the whole, 0 to 1: a fraction of power,
   *     nobody's score
   * @param peakPerMinute the strongest line, per minute
   */
  public record LineSpectrum(Spectrum density, double coherence, double peakPerMinute) {
    /** Nothing to show. */
    public static final LineSpectrum NONE =
        new LineSpectrum(Spectrum.UNDEFINED, Double.NaN, Double.NaN);
  }

  /** A question for the person. */
  public record Prompt(Question question, long sinceMicros) {}

  /** The questions there are. */
  public enum Question {
    SYMPTOMS_EARLY,
    SYMPTOMS_AT_END
  }

  /** What was counted since the start. */
  public record Counts(long beats, long marked, long gaps) {}
}
