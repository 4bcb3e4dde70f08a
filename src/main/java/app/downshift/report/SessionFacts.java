package app.downshift.report;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RhythmGate.Rhythm;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality;
import app.downshift.beat.SignalQuality.Band;
import app.downshift.beat.Soundness;
import app.downshift.breath.Pacer;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.UsualDrift;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a report may tell of one session.
 *
 * @param marked all beats with their marks
 * @param sound what of the whole may be shown, by the rules of {@code analyze}
 * @param holes times without beats
 * @param paces pacers and when they began to lead
 * @param usual what the client drifts, as far as it is known
 * @param before what was rated before; {@code after} the same after
 */
record SessionFacts(
    SessionPlan plan,
    RrSeries marked,
    Soundness sound,
    List<PhaseFacts> phases,
    List<Hole> holes,
    List<Led> paces,
    List<Note> notes,
    Map<Rating.Scale, Integer> before,
    Map<Rating.Scale, Integer> after,
    Optional<SessionState.Why> ending,
    SessionEvidence evidence,
    Map<Metric, UsualDrift> usual) {
  private static final double COURSE_STEP_SECONDS = 2;
  private static final double COURSE_WINDOW_SECONDS = 30;

  /** A time without beats, in seconds of session time. */
  record Hole(double fromSeconds, double toSeconds) {}

  /** A pacer leads from here, in a phase that ends there. */
  record Led(double fromSeconds, double toSeconds, Pacer pacer) {
    double perMinuteAt(double seconds) {
      return pacer.perMinuteAt(Math.round(seconds * 1e6));
    }
  }

  /** Something noted at a moment. */
  record Note(double seconds, String text) {}

  /** A line over the session: NaN where it is withheld. */
  @SuppressWarnings("ArrayRecordComponent") // a curve, never compared
  record Course(double[] seconds, double[] values) {
    Course {
      seconds = seconds.clone();
      values = values.clone();
    }

    @Override
    public double[] seconds() {
      return seconds.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }
  }

  SessionFacts {
    phases = List.copyOf(phases);
    holes = List.copyOf(holes);
    paces = List.copyOf(paces);
    notes = List.copyOf(notes);
    before = Map.copyOf(before);
    after = Map.copyOf(after);
    usual = Map.copyOf(usual);
  }

  static SessionFacts of(SessionFile file, Map<Metric, UsualDrift> usual) {
    RrSeries marked = BeatTests.mark(Intervals.of(file));
    var reading = new Reading();
    file.events().forEach(reading::take);
    reading.close();
    List<PhaseFacts> phases =
        reading.spans.stream()
            .map(span -> PhaseFacts.of(span.phase, span.from, span.to, marked))
            .toList();
    return new SessionFacts(
        file.plan(),
        marked,
        Soundness.of(marked),
        phases,
        reading.holes,
        reading.led(),
        reading.notes,
        reading.before,
        reading.after,
        reading.ending,
        SessionEvidence.of(file, marked),
        usual);
  }

  /** How many quiet sessions of the client the usual drift was learned from. */
  int quietSessions() {
    return Optional.ofNullable(usual.get(Metric.HR)).map(UsualDrift::quiet).orElse(0);
  }

  /** From the first phase to the end of the last. */
  double seconds() {
    return phases.isEmpty() ? 0 : phases.get(phases.size() - 1).toSeconds();
  }

  /** Whether anywhere the rhythm was too irregular to score. */
  boolean irregular() {
    return sound.rhythm() == Rhythm.IRREGULAR
        || phases.stream()
            .anyMatch(
                phase -> phase.sound().rhythm() == Rhythm.IRREGULAR && phase.sound().rateShown());
  }

  /** Whether figures are missing for want of a signal. */
  boolean poor() {
    return !sound.rateShown() || phases.stream().anyMatch(phase -> !phase.sound().rateShown());
  }

  /** Mean heart rate of the last 30 s, every 2 s; NaN where less than 80 % of them is clean. */
  Course heartRate() {
    int count = (int) Math.max(0, Math.floor(seconds() / COURSE_STEP_SECONDS));
    double[] at = new double[count];
    double[] bpm = new double[count];
    for (int k = 0; k < count; k++) {
      double to = (k + 1) * COURSE_STEP_SECONDS;
      double from = Math.max(0, to - COURSE_WINDOW_SECONDS);
      at[k] = (from + to) / 2;
      bpm[k] = shown(at[k]) ? meanRate(from, to) : Double.NaN;
    }
    return new Course(at, bpm);
  }

  private double meanRate(double from, double to) {
    RrSeries window = marked.window(from * 1000, to * 1000);
    double sum = 0;
    int beats = 0;
    for (int i = 0; i < window.size(); i++) {
      if (window.clean(i)) {
        sum += window.rrMillis(i);
        beats++;
      }
    }
    // Missing at the ends is missing, too; an interval or two may stick out.
    double share = (sum / 1000 + 3) / Math.max(1, to - from);
    boolean enough = sum >= 10_000 && Band.of(SignalQuality.share(window)) != Band.POOR;
    return enough && Band.of(share) != Band.POOR ? 60_000 * beats / sum : Double.NaN;
  }

  /** Heart rate beat by beat, of clean beats; NaN breaks the line. */
  Course beats() {
    int n = marked.size();
    double[] at = new double[n];
    double[] bpm = new double[n];
    for (int i = 0; i < n; i++) {
      at[i] = marked.timeMillis(i) / 1000;
      bpm[i] =
          marked.clean(i) && !marked.gapBefore(i) && shown(at[i])
              ? 60_000 / marked.rrMillis(i)
              : Double.NaN;
    }
    return new Course(at, bpm);
  }

  /** Whether the phase at a moment may show a heart rate. */
  private boolean shown(double seconds) {
    return phases.stream()
        .filter(phase -> seconds >= phase.fromSeconds() && seconds <= phase.toSeconds())
        .anyMatch(phase -> phase.sound().rateShown());
  }

  /** Collects what lies between the beats of a file. */
  private static final class Reading {
    private final List<Span> spans = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Led> told = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<Rating.Scale, Integer> before = new EnumMap<>(Rating.Scale.class);
    private final Map<Rating.Scale, Integer> after = new EnumMap<>(Rating.Scale.class);
    private Optional<SessionState.Why> ending = Optional.empty();
    private double openHole = Double.NaN;
    private double last;

    private record Span(Phase phase, double from, double to) {}

    void take(SessionEvent event) {
      double at = event.atMicros() / 1e6;
      if (event instanceof SessionEvent.PhaseBegan began) {
        closeSpan(at);
        spans.add(new Span(began.phase(), at, Double.NaN));
      } else if (event instanceof SessionEvent.PaceSet set) {
        told.add(new Led(at, Double.NaN, set.pacer()));
      } else if (event instanceof SessionEvent.GapBegan) {
        openHole = Double.isNaN(openHole) ? at : openHole;
      } else if (event instanceof SessionEvent.BeatTaken beat) {
        double began = at - beat.beat().rrMillis() / 1000;
        if (!Double.isNaN(openHole) && began > openHole) {
          holes.add(new Hole(openHole, began));
        }
        openHole = Double.NaN;
        last = Math.max(last, at);
      } else if (event instanceof SessionEvent.Ended ended) {
        ending = Optional.of(ended.why());
        last = Math.max(last, at);
      } else if (event instanceof SessionEvent.Commanded commanded) {
        commanded(commanded);
      }
    }

    private void commanded(SessionEvent.Commanded commanded) {
      if (commanded.command() instanceof Command.Rate rate) {
        (rate.rating().when() == Rating.When.BEFORE ? before : after)
            .putAll(rate.rating().scales());
      } else if (commanded.command() instanceof Command.AddMarker marker) {
        notes.add(new Note(marker.momentMicros(commanded.atMicros()) / 1e6, marker.text()));
      }
    }

    void close() {
      closeSpan(last);
      if (!Double.isNaN(openHole) && last > openHole) {
        holes.add(new Hole(openHole, last));
      }
    }

    private void closeSpan(double at) {
      if (!spans.isEmpty()) {
        Span open = spans.remove(spans.size() - 1);
        spans.add(new Span(open.phase, open.from, at));
      }
    }

    /** The pacers that led; where a file does not tell, as the phase planned it. */
    List<Led> led() {
      List<Led> led = new ArrayList<>();
      for (Span span : spans) {
        if (!(span.phase.kind() instanceof Phase.Paced paced)) {
          continue;
        }
        List<Led> here =
            told.stream()
                .filter(each -> each.fromSeconds >= span.from - 1e-3 && each.fromSeconds < span.to)
                .toList();
        if (here.isEmpty()) {
          Pacer planned =
              paced
                  .plan()
                  .start(
                      Math.round(span.from * 1e6), 0, span.phase.plannedSeconds(), paced.pattern());
          led.add(new Led(span.from, span.to, planned));
        }
        for (int i = 0; i < here.size(); i++) {
          double to = i + 1 < here.size() ? here.get(i + 1).fromSeconds : span.to;
          led.add(new Led(here.get(i).fromSeconds, to, here.get(i).pacer));
        }
      }
      return led;
    }
  }
}
