package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.beat.RhythmGate;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality;
import app.downshift.breath.Pacer;
import app.downshift.hrv.BreathLockedSwing;
import app.downshift.hrv.Dimmer;
import app.downshift.hrv.InStep;
import app.downshift.hrv.MinimumWindows;
import app.downshift.hrv.OwnBreathing;
import app.downshift.hrv.RunningWindow;
import app.downshift.session.Reading.Reason;
import app.downshift.session.Snapshot.Dimming;
import app.downshift.session.Snapshot.Figures;
import app.downshift.session.Snapshot.LineSpectrum;
import app.downshift.session.Snapshot.Quality;
import app.downshift.session.Snapshot.ResponsePoint;
import app.downshift.session.Snapshot.SwingBar;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The live figures of a session and the reasons to withhold them. Beats enter the figures when
 * their marks are decided, two beats late; quality and rhythm look at them at once.
 */
final class LiveFigures {
  /**
   * Ten seconds of clean beats within fifteen: two beats are undecided, and a strap tells of them
   * late.
   */
  private static final double HEART_RATE_WINDOW_MILLIS = 15_000;

  private static final double RESPONSE_WINDOW_MILLIS = 30_000;
  private static final double RMSSD_WINDOW_MILLIS = 60_000;
  private static final int PACE_MEMORY_SECONDS = 64;
  private static final double SAME_PACE_PER_MINUTE = 0.7;
  private static final double NORMAL_QUANTILE = 1.96;

  private RunningWindow heartRate = new RunningWindow(HEART_RATE_WINDOW_MILLIS);
  private RunningWindow slowHeartRate = new RunningWindow(RESPONSE_WINDOW_MILLIS);
  private RunningWindow rmssd = new RunningWindow(RMSSD_WINDOW_MILLIS);
  private BreathLockedSwing pacedSwing = new BreathLockedSwing();
  private OwnBreathing own = new OwnBreathing();
  private final RhythmGate gate = new RhythmGate();
  private final SignalQuality clean = new SignalQuality();
  private final double knownReferenceBpm;

  private final ArrayDeque<Undecided> undecided = new ArrayDeque<>();
  private final Rulings rulings = new Rulings();
  private Optional<Pacer> replaced = Optional.empty();
  private final ArrayDeque<Double> paces = new ArrayDeque<>();
  private InStep inStep = new InStep();
  private RecentBeats recent = new RecentBeats();
  private LineSpectrum spectrum = LineSpectrum.NONE;
  private Trail<SwingBar> swings = Trail.empty();
  private double breaths;
  private double largestSwingBpm;
  private double ownRatePerMinute = Double.NaN;
  private BreathLockedSwing.Swing ownSwing =
      new BreathLockedSwing.Swing(Double.NaN, Double.NaN, Double.NaN);
  private double cleanShare = Double.NaN;
  private Quality quality = Quality.UNKNOWN;
  private boolean lost;
  private boolean paced;
  private double inhale;
  private double breathMillis = Double.NaN;
  private double clockUncertaintyMillis;
  private BreathLockedSwing.Swing swing = ownSwing;
  private Figures readings;
  private Dimming dimming = new Dimming(1, false, false);

  /** A beat as it came. */
  record Undecided(
      long atMicros,
      double rrMillis,
      boolean gapBefore,
      int phase,
      double cycles,
      double breathMillis,
      RhythmGate.Rhythm rhythm,
      boolean spoilt) {}

  /** A beat whose marks are final, and what the gate said when it came. */
  record Decided(
      long atMicros,
      double rrMillis,
      boolean gapBefore,
      int phase,
      Marks marks,
      RhythmGate.Rhythm rhythm,
      boolean spoilt) {
    Decided with(Marks ruled) {
      return new Decided(atMicros, rrMillis, gapBefore, phase, ruled, rhythm, spoilt);
    }
  }

  LiveFigures(SessionPlan plan) {
    knownReferenceBpm = plan.swingReferenceBpm();
    readings = readings();
  }

  /**
   * Takes a beat as it comes.
   *
   * @return how many breaths the pacer had asked for by then, NaN without a pacer
   */
  double take(long atMicros, double rrMillis, boolean gapBefore, int phase, Optional<Pacer> pacer) {
    gate.accept(rrMillis, gapBefore);
    boolean guided = pacer.isPresent() && atMicros >= pacer.get().fromMicros();
    double cycles = guided ? pacer.get().cyclesAt(atMicros) : Double.NaN;
    undecided.add(
        new Undecided(
            atMicros,
            rrMillis,
            gapBefore,
            phase,
            cycles,
            guided ? 60_000 / pacer.get().perMinuteAt(atMicros) : Double.NaN,
            gate.rhythm(),
            gate.spoilt()));
    if (gapBefore) {
      pacedSwing.restart();
      rulings.swingBroken();
    }
    clean.accept(atMicros / 1000.0, rrMillis);
    return guided ? cycles : breathsOfThePacerBefore(atMicros, pacer);
  }

  /** A beat heard after a change of pace may have come before it. */
  private double breathsOfThePacerBefore(long atMicros, Optional<Pacer> pacer) {
    return pacer.isPresent() && replaced.isPresent() && atMicros >= replaced.get().fromMicros()
        ? replaced.get().cyclesAt(atMicros)
        : Double.NaN;
  }

  /** The pace was changed while the pacer ran on. */
  void paceChanged(Pacer before) {
    replaced = Optional.of(before);
  }

  /** Takes the final word on the oldest undecided beat. */
  Decided decide(int beatIndex, Marks marks, double clockUncertainty) {
    Undecided beat = undecided.removeFirst();
    clockUncertaintyMillis = clockUncertainty;
    clean.decided(beatIndex, marks);
    if (RrSeries.isInterval(beat.rrMillis)) {
      gate.decided(marks);
    }
    Rulings.Heard heard = rulings.keep(beatIndex, beat, marks);
    feed(heard);
    return new Decided(
        beat.atMicros, beat.rrMillis, beat.gapBefore, beat.phase, marks, beat.rhythm, beat.spoilt);
  }

  /**
   * Takes a person's word on a beat of the last two minutes, and lets every figure of now follow.
   *
   * @return what became of it; empty when there was nothing to rule on
   */
  Optional<Rulings.Ruled> rule(long beatMicros, Marks.Ruling ruling) {
    Optional<Rulings.Ruled> ruled = rulings.rule(beatMicros, ruling);
    ruled.ifPresent(
        changed -> {
          clean.decided(changed.beatIndex(), changed.marks());
          heartRate = new RunningWindow(HEART_RATE_WINDOW_MILLIS);
          slowHeartRate = new RunningWindow(RESPONSE_WINDOW_MILLIS);
          rmssd = new RunningWindow(RMSSD_WINDOW_MILLIS);
          pacedSwing = new BreathLockedSwing();
          own = new OwnBreathing();
          inStep = new InStep();
          recent = new RecentBeats();
          rulings.heard().forEach(this::feed);
        });
    return ruled;
  }

  /** Lets a beat into the figures that still belong to the present of that beat. */
  private void feed(Rulings.Heard heard) {
    Undecided beat = heard.beat();
    Marks marks = heard.marks();
    double atMillis = beat.atMicros / 1000.0;
    heartRate.accept(atMillis, beat.rrMillis, marks, beat.gapBefore);
    slowHeartRate.accept(atMillis, beat.rrMillis, marks, beat.gapBefore);
    if (rulings.ofThisPhase(heard)) {
      rmssd.accept(atMillis, beat.rrMillis, marks, beat.gapBefore);
    }
    recent.accept(atMillis, beat.rrMillis, marks, beat.gapBefore);
    if (marks.isEmpty() && RrSeries.isInterval(beat.rrMillis)) {
      own.accept(atMillis, beat.rrMillis);
      if (rulings.ofThisSwing(heard)) {
        pacedSwing.accept(atMillis, beat.rrMillis, beat.cycles, beat.breathMillis);
      }
      if (rulings.ofThisPacing(heard)) {
        inStep.accept(beat.rrMillis, beat.cycles, beat.breathMillis);
      }
    }
  }

  /** Another phase: what was fitted to the old pacer means nothing now. */
  void phaseBegan() {
    breaths = 0;
    // A minute half paced and half not would be compared with the baseline as if it were rest.
    rmssd = new RunningWindow(RMSSD_WINDOW_MILLIS);
    rulings.phaseBegan();
    pacingBroken();
  }

  /** The pacer stood still. */
  void pacingBroken() {
    pacedSwing.restart();
    rulings.swingBroken();
    rulings.pacingBroken();
    replaced = Optional.empty();
    inStep = new InStep();
    paces.clear();
  }

  /** Once a second: what is too costly to do at every beat, and what changes in silence. */
  void refresh(long nowMicros, Optional<Pacer> pacer) {
    double nowMillis = nowMicros / 1000.0;
    heartRate.advance(nowMillis);
    slowHeartRate.advance(nowMillis);
    rmssd.advance(nowMillis);
    own.advance(nowMillis);
    ownRatePerMinute = own.ratePerMinute();
    ownSwing = own.swing();
    spectrum =
        signalReason().or(this::rhythmReason).isPresent()
            ? LineSpectrum.NONE
            : recent.spectrum(nowMillis);
    pacer.ifPresent(
        guide -> {
          paces.addLast(guide.perMinuteAt(nowMicros));
          if (paces.size() > PACE_MEMORY_SECONDS) {
            paces.removeFirst();
          }
        });
  }

  /** Brings readings and dimmer up to date; {@code gone}: no beats are coming in. */
  void update(long nowMicros, Optional<Pacer> pacer, boolean gone) {
    double nowMillis = nowMicros / 1000.0;
    lost = gone;
    paced = pacer.isPresent();
    pacer.ifPresent(
        guide -> {
          inhale = guide.nextPattern().inhale();
          breathMillis = 60_000 / guide.perMinuteAt(nowMicros);
        });
    cleanShare =
        undecided.isEmpty() && heartRate.beats() == 0 ? Double.NaN : clean.share(nowMillis);
    quality = quality(nowMillis);
    swing = paced ? pacedSwing.at(nowMillis) : ownSwing;
    if (paced
        && inStep.value() >= Dimmer.NOT_YET
        && quality != Quality.POOR
        && swing.bpm() > largestSwingBpm) {
      largestSwingBpm = swing.bpm();
    }
    readings = readings();
    dimming = dim();
  }

  /** The pacer has come to {@code cycles}; every breath completed with it leaves a bar. */
  void breathed(double cycles, long nowMicros) {
    double whole = Math.floor(cycles);
    if (whole <= breaths) {
      return;
    }
    breaths = whole;
    if (gate.lately() == RhythmGate.Rhythm.UNKNOWN) {
      return;
    }
    boolean unusable =
        lost || quality == Quality.POOR || gate.lately() == RhythmGate.Rhythm.IRREGULAR;
    double bpm = pacedSwing.at(nowMicros / 1000.0).bpm();
    if (unusable || !Double.isNaN(bpm)) {
      swings = swings.with(new SwingBar(nowMicros, unusable ? Double.NaN : bpm));
    }
  }

  /** Heart rate and RMSSD for the response chart. */
  ResponsePoint responsePoint(long nowMicros) {
    boolean unusable = lost || quality == Quality.POOR;
    boolean enough = slowHeartRate.cleanMillis() >= MinimumWindows.HEART_RATE_MILLIS;
    return new ResponsePoint(
        nowMicros,
        enough && !unusable ? slowHeartRate.heartRatePerMinute() : Double.NaN,
        readings.rmssdMillis().orNaN(),
        paced);
  }

  Figures current() {
    return readings;
  }

  Dimming dimming() {
    return dimming;
  }

  LineSpectrum spectrum() {
    return spectrum;
  }

  Trail<SwingBar> swings() {
    return swings;
  }

  double cleanShare() {
    return cleanShare;
  }

  Quality quality() {
    return quality;
  }

  RhythmGate.Rhythm rhythm() {
    return gate.lately();
  }

  private Figures readings() {
    Optional<Reason> none = signalReason();
    Optional<Reason> unscored = none.or(this::rhythmReason);
    double heart =
        heartRate.cleanMillis() >= MinimumWindows.HEART_RATE_MILLIS
            ? heartRate.heartRatePerMinute()
            : Double.NaN;
    double variability =
        rmssd.cleanMillis() >= MinimumWindows.RMSSD_MILLIS ? rmssd.rmssdMillis() : Double.NaN;
    Reason noSwing = paced ? Reason.GATHERING : Reason.NOT_CLEAR;
    double steady = paced ? inStep.value() : Double.NaN;
    double uncertainty = lagUncertaintySeconds(steady);
    // Out of step the mean angle points nowhere, however narrow its interval looks.
    boolean sure = steady >= Dimmer.NOT_YET && uncertainty <= breathMillis / 4000;
    return new Figures(
        reading(none, heart, Reason.GATHERING),
        reading(unscored.or(this::spoilt), variability, Reason.GATHERING),
        reading(unscored, swing.bpm(), noSwing),
        reading(unscored, swing.millis(), noSwing),
        reading(unscored, steady, Reason.GATHERING),
        reading(
            unscored,
            sure ? inStep.lagSeconds(breathMillis, inhale) : Double.NaN,
            Double.isNaN(steady) ? Reason.GATHERING : Reason.LAG_UNCERTAIN),
        reading(unscored, uncertainty, Reason.GATHERING),
        unscored.<Reading>map(Reading.Withheld::new).orElseGet(this::breathing));
  }

  /** One beat that should have been marked can double RMSSD, and hardly moves what is fitted. */
  private Optional<Reason> spoilt() {
    return gate.spoilt() ? Optional.of(Reason.SIGNAL_TOO_POOR) : Optional.empty();
  }

  private Reading breathing() {
    if (Double.isNaN(ownRatePerMinute)) {
      return new Reading.Withheld(Reason.NOT_CLEAR);
    }
    if (paced && !paces.isEmpty()) {
      double slowest = paces.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      double fastest = paces.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      if (ownRatePerMinute < slowest - SAME_PACE_PER_MINUTE
          || ownRatePerMinute > fastest + SAME_PACE_PER_MINUTE) {
        return new Reading.Withheld(Reason.NOT_FOLLOWING);
      }
    }
    return new Reading.Value(ownRatePerMinute);
  }

  /**
   * Half a 95 % interval of the mean angle of the last breaths, together with that of the beat
   * clock.
   */
  private double lagUncertaintySeconds(double steady) {
    if (Double.isNaN(steady)) {
      return Double.NaN;
    }
    double circularSd = Math.sqrt(-2 * Math.log(Math.min(1, steady)));
    double turns = NORMAL_QUANTILE * circularSd / Math.sqrt(inStep.breaths()) / (2 * Math.PI);
    return Math.hypot(turns * breathMillis / 1000, clockUncertaintyMillis / 1000);
  }

  private Dimming dim() {
    if (!paced) {
      return new Dimming(1, signalReason().isEmpty(), false);
    }
    if (signalReason().or(this::rhythmReason).isPresent()) {
      return new Dimming(1, false, false);
    }
    double reference =
        Double.isNaN(knownReferenceBpm) ? Dimmer.referenceOf(largestSwingBpm) : knownReferenceBpm;
    return new Dimming(
        Dimmer.brightness(inStep.value(), swing.bpm(), reference),
        true,
        inStep.value() >= Dimmer.NOT_YET);
  }

  private Quality quality(double nowMillis) {
    if (Double.isNaN(cleanShare)) {
      return Quality.UNKNOWN;
    }
    return gate.latelyDisturbed() ? Quality.POOR : Quality.valueOf(clean.band(nowMillis).name());
  }

  private Optional<Reason> signalReason() {
    if (lost) {
      return Optional.of(Reason.NO_SIGNAL);
    }
    return quality == Quality.POOR ? Optional.of(Reason.SIGNAL_TOO_POOR) : Optional.empty();
  }

  private Optional<Reason> rhythmReason() {
    return switch (gate.lately()) {
      case UNKNOWN -> Optional.of(Reason.RHYTHM_UNKNOWN);
      case IRREGULAR -> Optional.of(Reason.RHYTHM_IRREGULAR);
      case REGULAR -> Optional.empty();
    };
  }

  private static Reading reading(Optional<Reason> withheld, double value, Reason otherwise) {
    return withheld
        .<Reading>map(Reading.Withheld::new)
        .orElseGet(() -> Reading.of(value, otherwise));
  }
}
