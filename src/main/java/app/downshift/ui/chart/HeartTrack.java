package app.downshift.ui.chart;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.recording.Intervals;
import app.downshift.recording.SessionFile;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.SessionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The heart rate of a whole recording, made to be drawn at any magnification: how low and high it
 * goes between any two beats is there in logarithmic time, from a pyramid of extremes. Doubtful
 * beats are left out of the curve. Immutable.
 */
public final class HeartTrack {
  private final RrSeries series;
  private final double endSeconds;
  private final List<Stretch> phases;
  private final List<Gap> gaps;
  private final List<Note> notes;
  private final int[] doubtful;

  /** Lowest and highest of 2^k beats each; NaN where none of them counts. */
  private final List<double[]> low = new ArrayList<>();

  private final List<double[]> high = new ArrayList<>();

  /** A phase and when it was, in seconds of session time. */
  public record Stretch(Phase phase, double fromSeconds, double toSeconds) {}

  /** A time without beats. */
  public record Gap(SessionEvent.GapCause cause, double fromSeconds, double toSeconds) {}

  /** A note and the moment it is about. */
  public record Note(double atSeconds, String text) {}

  private HeartTrack(
      RrSeries series, double endSeconds, List<Stretch> phases, List<Gap> gaps, List<Note> notes) {
    this.series = series;
    this.endSeconds = endSeconds;
    this.phases = phases;
    this.gaps = gaps;
    this.notes = notes;
    int found = 0;
    int[] raised = new int[series.size()];
    double[] bpm = new double[series.size()];
    for (int i = 0; i < bpm.length; i++) {
      bpm[i] = series.clean(i) ? bpm(i) : Double.NaN;
      if (series.usable(i) && series.marks(i).raised()) {
        raised[found++] = i;
      }
    }
    doubtful = Arrays.copyOf(raised, found);
    low.add(bpm);
    high.add(bpm);
    for (int n = bpm.length; n > 1; n = (n + 1) / 2) {
      low.add(halved(low.get(low.size() - 1), true));
      high.add(halved(high.get(high.size() - 1), false));
    }
  }

  /** Of a recording that nobody has judged yet: no beat is doubted. */
  public static HeartTrack of(SessionFile file) {
    return of(file, Intervals.of(file));
  }

  /** Of a recording with the marks of its beats. */
  public static HeartTrack of(SessionFile file, RrSeries marked) {
    List<Stretch> phases = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    double end = Math.max(1e-3, file.endMicros() / 1e6);
    SessionEvent.GapBegan open = null;
    for (SessionEvent event : file.events()) {
      double at = event.atMicros() / 1e6;
      if (event instanceof SessionEvent.PhaseBegan began) {
        if (!phases.isEmpty()) {
          Stretch last = phases.remove(phases.size() - 1);
          phases.add(new Stretch(last.phase(), last.fromSeconds(), at));
        }
        phases.add(new Stretch(began.phase(), at, end));
      } else if (event instanceof SessionEvent.GapBegan began) {
        open = open == null ? began : open;
      } else if (event instanceof SessionEvent.BeatTaken beat && open != null) {
        double back = at - beat.beat().rrMillis() / 1000;
        gaps.add(gap(open, Math.max(open.atMicros() / 1e6, Math.min(at, back))));
        open = null;
      } else if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.AddMarker marker) {
        notes.add(new Note(marker.momentMicros(commanded.atMicros()) / 1e6, marker.text()));
      }
    }
    if (open != null) {
      gaps.add(gap(open, end));
    }
    return new HeartTrack(marked, end, List.copyOf(phases), List.copyOf(gaps), List.copyOf(notes));
  }

  private static Gap gap(SessionEvent.GapBegan began, double toSeconds) {
    return new Gap(began.cause(), began.atMicros() / 1e6, toSeconds);
  }

  private static double[] halved(double[] values, boolean lowest) {
    double[] half = new double[(values.length + 1) / 2];
    for (int i = 0; i < half.length; i++) {
      double one = values[2 * i];
      double other = 2 * i + 1 < values.length ? values[2 * i + 1] : Double.NaN;
      half[i] = lowest ? lower(one, other) : -lower(-one, -other);
    }
    return half;
  }

  /** The lower of two, or the one that is known. */
  private static double lower(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
  }

  /** How many intervals there are. */
  public int size() {
    return series.size();
  }

  /** Session time of the beat that ends an interval. */
  public double seconds(int i) {
    return series.timeMillis(i) / 1000;
  }

  /** The rate an interval stands for. */
  public double bpm(int i) {
    return 60_000 / series.rrMillis(i);
  }

  /** An interval as measured. */
  public double rrMillis(int i) {
    return series.rrMillis(i);
  }

  /** What is said of an interval. */
  public Marks marks(int i) {
    return series.marks(i);
  }

  /** Whether an interval is part of the curve. */
  boolean counts(int i) {
    return series.clean(i);
  }

  /** Whether the curve may go on from the interval before. */
  boolean follows(int i) {
    return series.follows(i);
  }

  /** The first interval that ends after a moment, {@link #size} where none does. */
  int firstAfter(double atSeconds) {
    int below = 0;
    int above = size();
    while (below < above) {
      int middle = (below + above) >>> 1;
      if (seconds(middle) > atSeconds) {
        above = middle;
      } else {
        below = middle + 1;
      }
    }
    return below;
  }

  /** The lowest rate of intervals {@code from} to before {@code to}, NaN where none counts. */
  double lowest(int from, int to) {
    return extreme(from, to, true);
  }

  /** The highest. */
  double highest(int from, int to) {
    return extreme(from, to, false);
  }

  private double extreme(int from, int to, boolean lowest) {
    double found = Double.NaN;
    int at = from;
    while (at < to) {
      int level = 0;
      while (level + 1 < low.size() && at % (2 << level) == 0 && at + (2L << level) <= to) {
        level++;
      }
      double value = (lowest ? low : high).get(level)[at >> level];
      found = lowest ? lower(found, value) : -lower(-found, -value);
      at += 1 << level;
    }
    return found;
  }

  /** The intervals on which a mark was ever raised, in order. */
  public int[] doubtful() {
    return doubtful.clone();
  }

  /** Where it ends, in seconds of session time. */
  public double endSeconds() {
    return endSeconds;
  }

  /** The phases as they were. */
  public List<Stretch> phases() {
    return phases;
  }

  /** Times without beats. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** What was noted during the session. */
  public List<Note> notes() {
    return notes;
  }
}
