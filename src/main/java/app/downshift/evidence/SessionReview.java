package app.downshift.evidence;

import app.downshift.beat.BeatTests;
import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.beat.SignalQuality;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that can be said of one recording: its beats with their marks, the figures of each phase, and
 * before against after. A person's word on a beat gives another review, in which everything that
 * rests on that beat follows.
 *
 * @param series every beat, marked by centred windows, with what a person said
 * @param cleanShare of the whole recording, 0 to 1
 */
public record SessionReview(
    SessionFile file,
    RrSeries series,
    double cleanShare,
    SessionEvidence evidence,
    List<PhaseFigures> phases) {
  public SessionReview {
    phases = List.copyOf(phases);
  }

  /** Of a recording; cost linear in its length. */
  public static SessionReview of(SessionFile file) {
    RrSeries series = BeatTests.mark(Intervals.of(file));
    return new SessionReview(
        file,
        series,
        SignalQuality.share(series),
        SessionEvidence.of(file, series),
        PhaseSpan.of(file).stream().map(span -> PhaseFigures.of(span, series)).toList());
  }

  /** The word that says this of an interval. */
  public Command.RuleOnMarks word(int interval, Marks.Ruling ruling) {
    return new Command.RuleOnMarks(beatMicros(interval), ruling);
  }

  /**
   * The same with a person's word on the marks of one interval. It equals the review of a file to
   * which {@link #word} was appended: what tests raise does not depend on what people say.
   */
  public SessionReview ruled(int interval, Marks.Ruling ruling) {
    Marks[] marks = new Marks[series.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = i == interval ? series.marks(i).ruled(ruling) : series.marks(i);
    }
    RrSeries next = series.withMarks(marks);
    double at = series.timeMillis(interval);
    List<PhaseSpan> spans = PhaseSpan.of(file);
    List<PhaseFigures> figures = new ArrayList<>(phases);
    for (int p = 0; p < spans.size(); p++) {
      PhaseFigures before = phases.get(p);
      if (at > before.countedFromSeconds() * 1000 && at <= before.countedToSeconds() * 1000) {
        figures.set(p, PhaseFigures.of(spans.get(p), next));
      }
    }
    SessionFile said = file.with(word(interval, ruling));
    return new SessionReview(
        said, next, SignalQuality.share(next), SessionEvidence.of(said, next), figures);
  }

  /** When the beat was that ends an interval, as the file has it. */
  public long beatMicros(int interval) {
    return Math.round(series.timeMillis(interval) * 1000);
  }

  /** What was answered, scale by scale; the last answer counts. */
  public Map<Rating.Scale, Integer> rated(Rating.When when) {
    Map<Rating.Scale, Integer> answers = new EnumMap<>(Rating.Scale.class);
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.Rate rate
          && rate.rating().when() == when) {
        answers.putAll(rate.rating().scales());
      }
    }
    return answers;
  }

  /** Where the recording ends, in seconds of session time. */
  public double endSeconds() {
    return file.endMicros() / 1e6;
  }
}
