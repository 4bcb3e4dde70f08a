package app.downshift.ui;

import app.downshift.beat.Mark;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.breath.Pacer;
import app.downshift.hrv.Coherence;
import app.downshift.hrv.Spectrum;
import app.downshift.sensor.SensorTraits;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Reading;
import app.downshift.session.Reading.Reason;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Baseline;
import app.downshift.session.Snapshot.BeatView;
import app.downshift.session.Snapshot.Counts;
import app.downshift.session.Snapshot.Dimming;
import app.downshift.session.Snapshot.Figures;
import app.downshift.session.Snapshot.GapView;
import app.downshift.session.Snapshot.Link;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.session.Snapshot.Prompt;
import app.downshift.session.Snapshot.Quality;
import app.downshift.session.Snapshot.Question;
import app.downshift.session.Snapshot.ResponsePoint;
import app.downshift.session.Snapshot.Rhythm;
import app.downshift.session.Snapshot.SensorView;
import app.downshift.session.Snapshot.SwingBar;
import app.downshift.session.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One view for every state of a session, made of a heart that is a formula: the same pixels on
 * every run.
 */
public final class SampleViews {
  private static final double PACE = 5.5;
  private static final SensorTraits CHEST =
      new SensorTraits(SensorTraits.Intervals.RR, 1000.0 / 1024, false, true, 2500);
  private static final SensorTraits FINGER =
      new SensorTraits(SensorTraits.Intervals.PULSE, 2, false, true, 2500);
  private static final SensorView WELL =
      new SensorView(
          "Polar H10",
          Link.CONNECTED,
          Optional.of(true),
          82,
          0.99,
          Quality.GOOD,
          Rhythm.REGULAR,
          0);
  private static final Recording RECORDING =
      new Recording("/home/kim/Downshift/2026-11-21T10-04-00 C-017.session.jsonl", true, "");

  private SampleViews() {}

  /** Every state there is to look at, by name. */
  public static Map<String, SessionView> all() {
    Map<String, SessionView> views = new LinkedHashMap<>();
    views.put("start", new Sample(4).figures(none(Reason.GATHERING)).sensor(unknown()).view());
    views.put("rhythm-unknown", new Sample(48).figures(unknownRhythm()).sensor(unknown()).view());
    views.put("baseline", new Sample(200).view());
    views.put("baseline-pulse", new Sample(200).finger().view());
    views.put("breathe-early", new Sample(262).figures(notFollowing()).view());
    views.put("breathe", new Sample(636).marked().view());
    views.put("recover", new Sample(900).view());
    views.put(
        "paused", new Sample(636).state(new SessionState.Paused(630_000_000L)).frozen(630).view());
    views.put(
        "waiting-contact",
        new Sample(640)
            .state(new SessionState.Waiting(628_000_000L))
            .silence(14)
            .contact(false)
            .view());
    views.put(
        "unplugged",
        new Sample(640)
            .state(new SessionState.Waiting(628_000_000L))
            .silence(14)
            .unplugged()
            .view());
    views.put("gap", new Sample(636).gap().view());
    views.put("fair", new Sample(636).marked().quality(Quality.FAIR, 0.9).view());
    views.put("poor", new Sample(636).poor().view());
    views.put("irregular", new Sample(636).irregular().view());
    views.put("symptoms-early", new Sample(362).ask(Question.SYMPTOMS_EARLY).view());
    views.put(
        "symptoms-end",
        new Sample(1140)
            .state(new SessionState.Finishing(1_140_000_000L))
            .ask(Question.SYMPTOMS_AT_END)
            .view());
    views.put(
        "ended", new Sample(1140).state(new SessionState.Ended(SessionState.Why.COMPLETE)).view());
    views.put(
        "stopped",
        new Sample(400).state(new SessionState.Ended(SessionState.Why.STOPPED)).trouble().view());
    views.put("replay", SampleTape.at(402));
    views.put("replay-start", SampleTape.at(0));
    views.put("replay-hole", SampleTape.at(344));
    views.put("replay-end", SampleTape.end());
    views.put("trouble", new Sample(636).trouble().view());
    views.put("anonymous", new Sample(636).anonymous().view());
    return views;
  }

  /** The picture everybody knows: well into the paced phase, everything good. */
  public static SessionView breathe() {
    return all().get("breathe");
  }

  private static SensorView unknown() {
    return new SensorView(
        "Polar H10", Link.CONNECTED, Optional.of(true), 82, 1, Quality.UNKNOWN, Rhythm.UNKNOWN, 0);
  }

  private static Figures none(Reason reason) {
    Reading no = new Reading.Withheld(reason);
    return new Figures(no, no, no, no, no, no, no, no);
  }

  private static Figures unknownRhythm() {
    Reading no = new Reading.Withheld(Reason.RHYTHM_UNKNOWN);
    return new Figures(
        new Reading.Value(74), no, no, no, no, no, no, new Reading.Withheld(Reason.RHYTHM_UNKNOWN));
  }

  private static Figures notFollowing() {
    return new Figures(
        new Reading.Value(73),
        new Reading.Value(31),
        new Reading.Value(4.2),
        new Reading.Value(50),
        new Reading.Withheld(Reason.GATHERING),
        new Reading.Withheld(Reason.LAG_UNCERTAIN),
        new Reading.Withheld(Reason.LAG_UNCERTAIN),
        new Reading.Withheld(Reason.NOT_FOLLOWING));
  }

  /** A session at a moment, to be bent into the state wanted. */
  private static final class Sample {
    private final double atSeconds;
    private final Protocol protocol = Protocol.breathe(PACE);
    private final Pacer pacer;
    private Figures figures;
    private SensorView sensor = WELL;
    private SensorTraits traits = CHEST;
    private SessionState state = new SessionState.Running();
    private Dimming dimming;
    private long frozenMicros = -1;
    private double silence;
    private Optional<Prompt> prompt = Optional.empty();
    private Recording recording = RECORDING;
    private String client = "C-017";
    private Set<Integer> markedBeats = Set.of();
    private boolean gap;
    private boolean greyBars;

    Sample(double atSeconds) {
      this.atSeconds = atSeconds;
      Phase.Paced paced = (Phase.Paced) protocol.phases().get(1).kind();
      this.pacer = paced.plan().start(240_000_000L, 0, 600, paced.pattern());
      boolean pacing = atSeconds >= 240 && atSeconds < 840;
      this.dimming = new Dimming(pacing ? 0.58 : 1, true, pacing);
      this.figures =
          new Figures(
              new Reading.Value(atSeconds < 240 ? 74 : 66),
              new Reading.Value(pacing ? 29 : atSeconds < 240 ? 34 : 38),
              new Reading.Value(pacing ? 14.2 : 3.4),
              new Reading.Value(190),
              new Reading.Value(0.93),
              new Reading.Value(1.1),
              new Reading.Value(0.2),
              new Reading.Value(pacing ? 5.6 : 13.7));
    }

    Sample figures(Figures next) {
      figures = next;
      return this;
    }

    Sample sensor(SensorView next) {
      sensor = next;
      return this;
    }

    Sample state(SessionState next) {
      state = next;
      return this;
    }

    Sample frozen(double seconds) {
      frozenMicros = Math.round(seconds * 1e6);
      return this;
    }

    Sample silence(double seconds) {
      silence = seconds;
      figures = none(Reason.NO_SIGNAL);
      dimming = new Dimming(1, false, false);
      return this;
    }

    Sample contact(boolean on) {
      sensor =
          new SensorView(
              "Polar H10", Link.SILENT, Optional.of(on), 82, 0.5, Quality.POOR, Rhythm.REGULAR, 0);
      return this;
    }

    Sample unplugged() {
      sensor =
          new SensorView(
              "Polar H10",
              Link.UNPLUGGED,
              Optional.empty(),
              -1,
              0.5,
              Quality.POOR,
              Rhythm.REGULAR,
              0);
      return this;
    }

    Sample quality(Quality quality, double clean) {
      sensor =
          new SensorView(
              "Polar H10",
              Link.CONNECTED,
              Optional.of(true),
              82,
              clean,
              quality,
              Rhythm.REGULAR,
              0);
      return this;
    }

    Sample poor() {
      figures = none(Reason.SIGNAL_TOO_POOR);
      dimming = new Dimming(1, false, false);
      markedBeats = Set.of(3, 4, 9, 14, 15, 16, 22, 28, 35, 36, 41, 47, 52, 60, 61, 67);
      greyBars = true;
      return quality(Quality.POOR, 0.6);
    }

    Sample irregular() {
      Figures no = none(Reason.RHYTHM_IRREGULAR);
      Reading heart = figures.heartRateBpm();
      figures =
          new Figures(
              heart,
              no.rmssdMillis(),
              no.swingBpm(),
              no.swingMillis(),
              no.inStep(),
              no.lagSeconds(),
              no.lagUncertaintySeconds(),
              no.breathingPerMinute());
      dimming = new Dimming(1, false, false);
      sensor =
          new SensorView(
              "Polar H10",
              Link.CONNECTED,
              Optional.of(true),
              82,
              1,
              Quality.GOOD,
              Rhythm.IRREGULAR,
              0);
      return this;
    }

    Sample marked() {
      markedBeats = Set.of(47);
      greyBars = true;
      return this;
    }

    Sample gap() {
      gap = true;
      return this;
    }

    Sample finger() {
      traits = FINGER;
      sensor =
          new SensorView(
              "PulseSensor",
              Link.CONNECTED,
              Optional.empty(),
              -1,
              0.99,
              Quality.GOOD,
              Rhythm.REGULAR,
              3);
      return this;
    }

    Sample ask(Question question) {
      prompt = Optional.of(new Prompt(question, Math.round(atSeconds * 1e6)));
      return this;
    }

    Sample trouble() {
      recording = new Recording(RECORDING.path(), false, "no space left on the disk");
      return this;
    }

    Sample anonymous() {
      client = "";
      return this;
    }

    SessionView view() {
      long at = Math.round(atSeconds * 1e6);
      List<PhaseProgress> phases = phases();
      int phase = atSeconds < 240 ? 0 : atSeconds < 840 ? 1 : 2;
      List<BeatView> beats = beats();
      Snapshot snapshot =
          new Snapshot(
              new SessionPlan(
                  Instant.parse("2026-11-21T10:04:00Z"),
                  client,
                  "bridge",
                  traits,
                  false,
                  protocol,
                  Double.NaN),
              at,
              state,
              phases,
              phase,
              phase == 1 ? Optional.of(pacer) : Optional.empty(),
              frozenMicros,
              sensor,
              figures,
              atSeconds < 240 ? Optional.empty() : Optional.of(new Baseline(74.2, 1.6, 34, 3.4)),
              dimming,
              beats,
              gaps(at),
              response(),
              swings(),
              atSeconds > 300
                  ? Trail.<MarkerView>empty()
                      .with(new MarkerView(262_000_000L, "shoulders dropped"))
                  : Trail.empty(),
              spectrum(beats),
              prompt,
              new Counts(Math.round(atSeconds * 1.15), 4, gap ? 1 : 0));
      return new SessionView(snapshot, new SessionView.TimeBase(0, at, 0), recording, Mode.LIVE, 0);
    }

    /** As the session computes it, of the beats on screen; withheld with the figures. */
    private Snapshot.LineSpectrum spectrum(List<BeatView> beats) {
      if (atSeconds < 90 || figures.swingBpm() instanceof Reading.Withheld) {
        return Snapshot.LineSpectrum.NONE;
      }
      double[] at = beats.stream().mapToDouble(beat -> beat.atMicros() / 1000.0).toArray();
      double[] rr = beats.stream().mapToDouble(BeatView::rrMillis).toArray();
      boolean[] gaps = new boolean[at.length];
      for (int i = 0; i < gaps.length; i++) {
        gaps[i] = beats.get(i).gapBefore();
      }
      Spectrum density = Coherence.spectrum(RrSeries.of(at, rr, gaps));
      Coherence line = Coherence.of(density);
      return new Snapshot.LineSpectrum(density, line.share(), 60 * line.peakHz());
    }

    private List<PhaseProgress> phases() {
      List<PhaseProgress> phases = new ArrayList<>();
      double from = 0;
      for (Phase phase : protocol.phases()) {
        double done = Math.max(0, Math.min(phase.plannedSeconds(), atSeconds - from));
        phases.add(new PhaseProgress(phase, done, atSeconds >= from ? Math.round(from * 1e6) : -1));
        from += phase.plannedSeconds();
      }
      return phases;
    }

    private List<BeatView> beats() {
      List<BeatView> beats = new ArrayList<>();
      double at = Math.max(0.4, atSeconds - 110);
      int index = 0;
      boolean gapped = false;
      while (at < atSeconds - silence) {
        double bpm = heart(at) + 0.7 * Math.sin(index * 2.4);
        boolean marked = markedBeats.contains(index);
        double rr = 60_000 / bpm * (marked ? 0.9 : 1);
        at += rr / 1000;
        boolean inGap = gap && atSeconds - at < 40 && atSeconds - at > 31;
        if (!inGap && at < atSeconds - silence) {
          boolean after = gap && !gapped && atSeconds - at <= 31;
          gapped |= after;
          Marks marks =
              !marked ? Marks.NONE : Marks.of(index % 3 == 0 ? Mark.BREATH : Mark.ECTOPIC);
          beats.add(new BeatView(Math.round(at * 1e6), rr, after, marks, atSeconds - at > 2));
        }
        index++;
      }
      return beats;
    }

    private double heart(double at) {
      double calm = at < 240 ? 74 : Math.max(66.5, 74 - (at - 240) / 30);
      boolean paced = at >= 240 && at < 840;
      double swing = paced ? Math.min(14, 4 + (at - 240) / 25) : 3;
      double depth =
          paced ? pacer.at(Math.round((at - 1.1) * 1e6)).depth() : 0.5 + 0.5 * Math.sin(at * 1.4);
      return calm + swing * (depth - 0.5);
    }

    private List<GapView> gaps(long at) {
      if (gap) {
        return List.of(new GapView(at - 40_000_000L, at - 31_000_000L, GapCause.CONTACT));
      }
      return silence > 0
          ? List.of(new GapView(at - Math.round(silence * 1e6), -1, GapCause.UNPLUGGED))
          : List.of();
    }

    private Trail<ResponsePoint> response() {
      Trail<ResponsePoint> points = Trail.empty();
      for (double at = 2; at <= atSeconds; at += 2) {
        double calm = at < 240 ? 74 : Math.max(66.5, 74 - (at - 240) / 30);
        double noise = 0.4 * Math.sin(at * 0.31) + 0.3 * Math.sin(at * 0.093);
        double rmssd = 33 + 4 * Math.sin(at * 0.05) + 2 * Math.sin(at * 0.23);
        points =
            points.with(
                new ResponsePoint(
                    Math.round(at * 1e6),
                    at < 10 ? Double.NaN : calm + noise,
                    at < 60 ? Double.NaN : rmssd,
                    at >= 240 && at < 840));
      }
      return points;
    }

    private Trail<SwingBar> swings() {
      Trail<SwingBar> bars = Trail.empty();
      double end = Math.min(atSeconds, 840);
      double cycles = atSeconds < 240 ? 0 : pacer.cyclesAt(Math.round(end * 1e6));
      for (int breath = 1; breath <= cycles; breath++) {
        double swing = Math.min(14, 4 + breath * 0.4) + 1.2 * Math.sin(breath * 1.9);
        boolean poor = greyBars && breath % 23 == 17;
        bars =
            bars.with(new SwingBar(240_000_000L + breath * 10_000_000L, poor ? Double.NaN : swing));
      }
      return bars;
    }
  }
}
