package app.downshift.session;

import app.downshift.beat.LiveMarks;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.session.Snapshot.BeatView;
import app.downshift.session.Snapshot.MarkerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One session, deterministic: the same steps at the same times give the same events and the same
 * snapshots, to the bit. Fed by a {@link Timeline} on one thread; knows no clock and does no I/O.
 */
public final class Engine {
  /**
   * After so long without a beat the signal counts as gone: a late strap message takes up to four
   * seconds.
   */
  private static final long NO_BEAT_MICROS = 5_000_000;

  private static final long FIGURES_EVERY_MICROS = 1_000_000;
  private static final long RESPONSE_EVERY_MICROS = 2_000_000;

  private final SessionPlan plan;
  private final PhaseClock phases;
  private final BeatClock clock = new BeatClock();
  private final LiveMarks marks = new LiveMarks();
  private final Tachogram tachogram = new Tachogram();
  private final SensorWatch sensor;
  private final WaveHeart waves;
  private final LiveFigures figures;
  private final Response response;
  private final SymptomChecks checks = new SymptomChecks();
  private final PracticeWatch practice;

  private List<SessionEvent> happened = new ArrayList<>();
  private Optional<Pacer> pacer = Optional.empty();
  private long pausedMicros = -1;
  private long waitingMicros = 0;
  private long finishingMicros = -1;
  private Optional<SessionState.Why> ended = Optional.empty();
  private Trail<MarkerView> markers = Trail.empty();
  private boolean begun;
  private boolean gapOpen;
  private long lastBeatHeardMicros = -1;
  private long lastBeatMicros;
  private long beats;
  private long marked;
  private long gaps;
  private long nowMicros;

  public Engine(SessionPlan plan) {
    this.plan = plan;
    phases = new PhaseClock(plan.protocol());
    sensor = new SensorWatch(plan);
    waves = new WaveHeart(plan.traits().waveformModes());
    figures = new LiveFigures(plan);
    response = new Response(plan.protocol());
    practice = new PracticeWatch(plan, event -> happened.add(event));
  }

  /** Takes one input at a moment that is not before the last one; answers what it did, in order. */
  public List<SessionEvent> step(SessionInput input, long atMicros) {
    if (ended.isPresent()) {
      return List.of();
    }
    happened = new ArrayList<>();
    nowMicros = atMicros;
    if (!begun) {
      begun = true;
      happened.add(new SessionEvent.PhaseBegan(atMicros, phases.phase()));
      happened.add(new SessionEvent.Waited(atMicros, true));
      enter(phases.phase());
    }
    phases.advance(atMicros, pausedMicros < 0 && waitingMicros < 0 && finishingMicros < 0);
    if (input instanceof SessionInput.Sensed sensed) {
      sense(sensed.event());
    } else if (input instanceof SessionInput.Commanded commanded) {
      obey(commanded.command());
    } else {
      tick();
    }
    if (!(input instanceof SessionInput.Tick)) {
      figures.update(nowMicros, pacerWhileRunning(), waitingMicros >= 0);
    }
    return happened;
  }

  /** Whether the session is over; later steps do nothing. */
  public boolean ended() {
    return ended.isPresent();
  }

  private void sense(SensorEvent event) {
    if (event instanceof SensorEvent.Beat beat) {
      if (waves.inCharge()) {
        happened.add(new SessionEvent.Sensed(nowMicros, event)); // as told, but it does not count
      } else if (beat.source() == 0) {
        beat(beat, nowMicros / 1000.0, Optional.empty());
      }
      return;
    }
    happened.add(new SessionEvent.Sensed(nowMicros, event));
    if (event instanceof SensorEvent.Waveform wave) {
      search(wave);
      return;
    }
    sensor.heard(event, nowMicros);
    tellWaves(event);
    if (event instanceof SensorEvent.Gap gap) {
      openGap(GapCause.valueOf(gap.reason().name()), gap.beats());
    } else if (event instanceof SensorEvent.Link link
        && link.state() == SensorEvent.LinkState.UNPLUGGED) {
      openGap(GapCause.UNPLUGGED, 0);
      await();
    } else if (event instanceof SensorEvent.Contact contact && !contact.on()) {
      openGap(GapCause.CONTACT, 0);
      await();
    } else if (event instanceof SensorEvent.Rejected rejected && rejected.impossible()) {
      openGap(GapCause.IMPOSSIBLE, 0); // there was a beat, but nobody knows when
    }
  }

  /** Finds the beats that a sensor leaves in its waveform. */
  private void search(SensorEvent.Waveform wave) {
    if (!waves.inCharge() || !sensor.usable()) {
      return;
    }
    sensor.heard(wave, nowMicros);
    found(waves.take(wave, nowMicros / 1000.0));
  }

  private void found(List<WaveHeart.FoundBeat> beats) {
    for (WaveHeart.FoundBeat found : beats) {
      if (Double.isNaN(found.rrMillis())) {
        openGap(GapCause.SIGNAL, 0);
      } else {
        var beat = new SensorEvent.Beat(0, found.rrMillis(), 0, 0, Optional.empty(), false);
        var origin = new SessionEvent.FoundInWaveform(waves.channel(), found.doubts());
        beat(beat, found.atMillis(), Optional.of(origin));
      }
    }
  }

  /** What else a sensor says can concern its samples. */
  private void tellWaves(SensorEvent event) {
    if (event instanceof SensorEvent.Info info && info.fields().containsKey("mode")) {
      if (waves.mode(info.fields().get("mode"))) {
        openGap(GapCause.SIGNAL, 0);
      }
    } else if (event instanceof SensorEvent.Rejected rejected) {
      if (rejected.reason().equals(SensorEvent.Rejected.OVERRUN)) {
        waves.forget();
      } else {
        found(waves.missing(nowMicros / 1000.0)); // a line that was not understood held a sample
      }
    } else if (event instanceof SensorEvent.Gap
        || event instanceof SensorEvent.Link
        || event instanceof SensorEvent.Contact) {
      waves.forget();
    }
  }

  private void beat(
      SensorEvent.Beat beat, double heardMillis, Optional<SessionEvent.FoundInWaveform> found) {
    sensor.heardBeat(nowMicros);
    boolean usable = RrSeries.isInterval(beat.rrMillis());
    if (!usable) {
      openGap(GapCause.LONG_INTERVAL, 0);
    }
    BeatClock.Placed placed = clock.place(beat, heardMillis);
    long atMicros = Math.round(placed.beatMillis() * 1000);
    if (placed.lossFound()) {
      openGap(GapCause.LATE, 0);
    }
    boolean gapBefore = gapOpen || beats == 0;
    if (gapOpen && sensor.usable()) {
      gapOpen = false;
      tachogram.closeGap(atMicros - Math.round(beat.rrMillis() * 1000));
    }
    Marks atOnce = Marks.ofRange(beat.rrMillis());
    happened.add(new SessionEvent.BeatTaken(atMicros, nowMicros, beat, atOnce, found));
    tachogram.add(new BeatView(atMicros, beat.rrMillis(), gapBefore, atOnce, false));
    double breaths =
        figures.take(atMicros, beat.rrMillis(), gapBefore, phases.index(), pacerWhileRunning());
    beats++;
    lastBeatHeardMicros = nowMicros;
    lastBeatMicros = atMicros;
    marks.accept(beat.rrMillis(), gapBefore, breaths).forEach(this::decide);
    if (waitingMicros >= 0 && sensor.usable()) {
      waitingMicros = -1;
      happened.add(new SessionEvent.Waited(nowMicros, false));
    }
  }

  private void decide(LiveMarks.Decision decision) {
    LiveFigures.Decided beat =
        figures.decide(decision.beatIndex(), decision.marks(), clock.uncertaintyMillis());
    response.take(beat);
    practice.decided(beat);
    tachogram.decide(decision.beatIndex(), decision.marks());
    marked += decision.marks().isEmpty() ? 0 : 1;
    if (decision.marks().raised()) {
      happened.add(new SessionEvent.BeatMarked(nowMicros, beat.atMicros(), decision.marks()));
    }
  }

  private void openGap(GapCause cause, int missing) {
    if (gapOpen || beats == 0) {
      return;
    }
    gapOpen = true;
    gaps++;
    if (cause != GapCause.LATE) {
      clock.restart(); // a loss the clock found itself has restarted it
    }
    tachogram.openGap(lastBeatMicros, cause);
    happened.add(new SessionEvent.GapBegan(nowMicros, cause, missing));
  }

  private void await() {
    if (waitingMicros < 0) {
      waitingMicros = nowMicros;
      happened.add(new SessionEvent.Waited(nowMicros, true));
    }
  }

  private void tick() {
    if (lastBeatHeardMicros >= 0 && nowMicros - lastBeatHeardMicros > NO_BEAT_MICROS) {
      openGap(GapCause.SILENCE, 0);
      await();
    }
    sensor.tick(nowMicros);
    pacerWhileRunning()
        .ifPresent(running -> figures.breathed(running.cyclesAt(nowMicros), nowMicros));
    if (nowMicros % FIGURES_EVERY_MICROS == 0) {
      figures.refresh(nowMicros, pacerWhileRunning());
      figures.update(nowMicros, pacerWhileRunning(), waitingMicros >= 0);
    }
    if (nowMicros % RESPONSE_EVERY_MICROS == 0 && beats > 0 && finishingMicros < 0) {
      Snapshot.ResponsePoint point = figures.responsePoint(nowMicros);
      response.add(point, phases.index(), figures.current().swingBpm().orNaN());
      practice.responded(point);
    }
    practice.tick(nowMicros);
    if (finishingMicros >= 0) {
      if (checks.unanswered(nowMicros)) {
        end(SessionState.Why.COMPLETE);
      }
      return;
    }
    if (paced() && checks.earlyDue(phases.doneSeconds())) {
      ask(Snapshot.Question.SYMPTOMS_EARLY);
    }
    adapt();
    if (settled()) {
      leave();
    }
    while (finishingMicros < 0 && phases.phaseOver()) {
      leave();
    }
  }

  /** Whether what the phase waits for has come; a heart that is not heard settles nothing. */
  private boolean settled() {
    double inStep = figures.current().inStep().orNaN();
    return waitingMicros < 0
        && practice.settled(phases.phase(), inStep, pacerWhileRunning(), nowMicros);
  }

  private void adapt() {
    pacerWhileRunning()
        .flatMap(now -> practice.adapted(now, figures.swings(), nowMicros))
        .ifPresent(rate -> guide(now -> now.changed(nowMicros, rate, now.nextPattern())));
  }

  private void leave() {
    response.leaveFirst();
    if (phases.lastPhase()) {
      finishingMicros = nowMicros;
      pacer = Optional.empty();
      practice.finished(nowMicros);
      ask(Snapshot.Question.SYMPTOMS_AT_END);
      return;
    }
    Phase next = phases.next();
    checks.close();
    happened.add(new SessionEvent.PhaseBegan(nowMicros, next));
    enter(next);
  }

  private void enter(Phase phase) {
    Optional<Pacer> before = pacer;
    double cycles = before.map(now -> now.cyclesAt(nowMicros)).orElse(0.0);
    pacer =
        phase.kind() instanceof Phase.Paced paced
            ? Optional.of(
                practice
                    .drawn(paced.plan(), phases.index())
                    .start(nowMicros, cycles, phase.plannedSeconds(), paced.pattern())
                    .finishing(before.map(now -> now.patternAt(cycles)).orElse(paced.pattern())))
            : Optional.empty();
    practice.entered(phase, phases.index(), pacer, nowMicros);
    pacer.ifPresent(started -> happened.add(new SessionEvent.PaceSet(nowMicros, started)));
    figures.phaseBegan();
  }

  private void ask(Snapshot.Question question) {
    checks.open(question, nowMicros);
    happened.add(new SessionEvent.Asked(nowMicros, question));
  }

  private void obey(Command command) {
    happened.add(new SessionEvent.Commanded(nowMicros, command));
    if (command instanceof Command.Pause) {
      pause();
    } else if (command instanceof Command.Resume) {
      resume();
    } else if (command instanceof Command.AddMarker marker) {
      markers = markers.with(new MarkerView(marker.momentMicros(nowMicros), marker.text()));
    } else if (command instanceof Command.ChangePace change) {
      change(change.perMinute(), change.pattern());
    } else if (command instanceof Command.ChangePattern change) {
      if (guided() && practice.mayHold(change.pattern().holds(), change.acknowledged())) {
        guide(now -> now.patterned(nowMicros, change.pattern()));
      }
    } else if (command instanceof Command.Adapt adapt) {
      practice.adapt(adapt.on() && finishingMicros < 0, phases.phase());
    } else if (command instanceof Command.SkipPhase) {
      skip();
    } else if (command instanceof Command.MarkSet) {
      markSet();
    } else if (command instanceof Command.Rate rate) {
      practice.rated(rate.rating(), nowMicros);
    } else if (command instanceof Command.AnswerSymptoms answer) {
      answered(answer);
    } else if (command instanceof Command.RuleOnMarks rule) {
      rule(rule);
    } else {
      end(finishingMicros >= 0 ? SessionState.Why.COMPLETE : SessionState.Why.STOPPED);
    }
  }

  private void rule(Command.RuleOnMarks rule) {
    figures
        .rule(rule.beatMicros(), rule.ruling())
        .ifPresent(
            ruled -> {
              marked += (ruled.marks().isEmpty() ? 0 : 1) - (ruled.before().isEmpty() ? 0 : 1);
              tachogram.decide(ruled.beatIndex(), ruled.marks());
              response.rule(rule.beatMicros(), ruled.marks());
              practice.ruled(rule.beatMicros(), ruled.marks());
            });
  }

  private void pause() {
    if (pausedMicros < 0 && finishingMicros < 0) {
      pausedMicros = nowMicros;
      figures.pacingBroken();
      practice.paused(nowMicros);
    }
  }

  private void resume() {
    if (pausedMicros >= 0) {
      pacer = pacer.map(before -> before.resumed(pausedMicros, nowMicros));
      practice.resumed(pacer, pausedMicros, nowMicros);
      pausedMicros = -1;
      pacer.ifPresent(again -> happened.add(new SessionEvent.PaceSet(nowMicros, again)));
    }
  }

  private void skip() {
    if (finishingMicros < 0) {
      resume();
      leave();
    }
  }

  private void markSet() {
    if (finishingMicros < 0 && practice.key(phases.phase(), nowMicros)) {
      String edge = practice.moving() ? "begins" : "ends";
      String text = "set " + practice.sets() + " " + edge;
      markers = markers.with(new MarkerView(nowMicros, text));
    }
  }

  private void change(double perMinute, BreathPattern wanted) {
    if (guided()) {
      boolean may = practice.mayHold(wanted.holds(), false);
      practice.paceChosen(nowMicros);
      guide(now -> now.changed(nowMicros, perMinute, may ? wanted : now.nextPattern()));
    }
  }

  /** Changes the pacer while it runs. */
  private void guide(UnaryOperator<Pacer> change) {
    figures.paceChanged(pacer.orElseThrow());
    Pacer changed = change.apply(pacer.orElseThrow());
    pacer = Optional.of(changed);
    happened.add(new SessionEvent.PaceSet(nowMicros, changed));
  }

  /** Whether a person follows the pacer at this moment. */
  private boolean guided() {
    return pausedMicros < 0 && pacer.isPresent();
  }

  private void answered(Command.AnswerSymptoms answer) {
    checks.close();
    if (answer.wish() == Command.Wish.STOP && finishingMicros < 0) {
      end(SessionState.Why.SYMPTOMS);
    } else if (finishingMicros >= 0) {
      end(SessionState.Why.COMPLETE);
    } else if (answer.wish() == Command.Wish.RAISE_RATE && pacer.isPresent()) {
      Pacer now = pacer.get();
      change(now.perMinuteAt(nowMicros) + 1, now.nextPattern());
    }
  }

  private void end(SessionState.Why why) {
    marks.flush().forEach(this::decide);
    practice.over(nowMicros);
    checks.close();
    pacer = Optional.empty();
    ended = Optional.of(why);
    happened.add(new SessionEvent.Ended(nowMicros, why));
  }

  private boolean paced() {
    return pacer.isPresent();
  }

  private Optional<Pacer> pacerWhileRunning() {
    return pausedMicros < 0 ? pacer : Optional.empty();
  }

  private SessionState state() {
    if (ended.isPresent()) {
      return new SessionState.Ended(ended.get());
    }
    if (finishingMicros >= 0) {
      return new SessionState.Finishing(finishingMicros);
    }
    if (pausedMicros >= 0) {
      return new SessionState.Paused(pausedMicros);
    }
    return waitingMicros >= 0
        ? new SessionState.Waiting(waitingMicros)
        : new SessionState.Running();
  }

  /** How things stand after the last step. */
  public Snapshot snapshot() {
    return new Snapshot(
        plan,
        nowMicros,
        state(),
        phases.progress(),
        phases.index(),
        pacer,
        pausedMicros,
        sensor.view(figures),
        figures.current(),
        response.baseline(),
        figures.dimming(),
        tachogram.beats(),
        tachogram.gaps(),
        response.points(),
        figures.swings(),
        markers,
        figures.spectrum(),
        checks.prompt(),
        new Snapshot.Counts(beats, marked, gaps),
        practice.view(phases.phase(), phases.doneSeconds(), pacer, state()));
  }
}
