package app.downshift.report;

import app.downshift.report.Pen.Anchor;
import app.downshift.report.SessionFacts.Course;
import app.downshift.report.SessionFacts.Hole;
import app.downshift.report.SessionFacts.Led;
import app.downshift.session.Rating;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts of one session. */
final class SessionCharts {
  private static final double LEAST_SPAN_BPM = 12;
  private static final double LEAST_SPAN_MILLIS = 120;

  private final SessionFacts facts;
  private final Phrases words;

  SessionCharts(SessionFacts facts, Phrases words) {
    this.facts = facts;
    this.words = words;
  }

  /** Heart rate over the session, with its phases, and the pace on a lane of its own below. */
  Drawing heartRate() {
    return pen -> {
      boolean led = !facts.paces().isEmpty();
      double size = pen.size();
      double lane = led ? 3.9 * size : 0;
      double foot = pen.height() - 1.6 * size;
      Axis time = time(pen, 2.6 * size);
      double top = 2.1 * size;
      Course mean = facts.heartRate();
      Course beats = facts.beats();
      Axis rate = rate(beats.values(), mean.values(), foot - lane - 2, top + 4);
      phases(pen, time, foot);
      if (Double.isNaN(largest(mean.values()))) {
        pen.text(
            words.text("chart.withheld"),
            within(pen, time, words.text("chart.withheld")),
            (top + foot - lane) / 2,
            Anchor.LEFT,
            Ink.TEXT);
      } else {
        pen.grid(rate, time, tick -> words.number(tick, 0));
        holes(pen, time, top, foot - lane);
        curve(pen, time, rate, beats, Ink.PALE_CORAL, 0.6);
        curve(pen, time, rate, mean, Ink.CORAL, 2);
      }
      if (led) {
        pace(pen, time, foot - lane, foot);
      }
      minutes(pen, time, foot);
    };
  }

  /** Intervals beat by beat, with the doubted ones as measured. */
  Drawing tachogram() {
    return pen -> {
      double size = pen.size();
      double foot = pen.height() - 1.6 * size;
      double top = 2.1 * size;
      Axis time = time(pen, 3.6 * size);
      var series = facts.marked();
      double[] clean = new double[series.size()];
      double[] at = new double[series.size()];
      for (int i = 0; i < clean.length; i++) {
        at[i] = series.timeMillis(i) / 1000;
        clean[i] = series.clean(i) ? series.rrMillis(i) : Double.NaN;
      }
      Axis millis = range(clean, clean, LEAST_SPAN_MILLIS, foot - 4, top + 6);
      phases(pen, time, foot);
      pen.grid(millis, time, tick -> words.number(tick, 0));
      holes(pen, time, top, foot);
      double[] drawn = clean.clone();
      for (int i = 1; i < drawn.length; i++) {
        if (series.gapBefore(i)) {
          drawn[i] = Double.NaN;
        }
      }
      curve(pen, time, millis, new Course(at, drawn), Ink.BLUE, 0.6);
      for (int i = 0; i < clean.length; i++) {
        if (!series.clean(i) && at[i] <= time.to()) {
          // Beyond the range it stands at the edge.
          double value = Double.isNaN(series.rrMillis(i)) ? millis.from() : series.rrMillis(i);
          pen.cross(time.at(at[i]), millis.within(value), 1.7, Ink.CORAL);
        }
      }
      minutes(pen, time, foot);
    };
  }

  /** Ratings from 0 to 10: a ring before, a disc after. */
  Drawing ratings(List<Rating.Scale> scales) {
    return pen -> {
      double size = pen.size();
      double row = pen.height() / (scales.size() + 1.0);
      Axis scale = new Axis(0, Rating.MOST, 0.24 * pen.width(), 0.70 * pen.width());
      for (int i = 0; i < scales.size(); i++) {
        Integer before = facts.before().get(scales.get(i));
        Integer after = facts.after().get(scales.get(i));
        double y = (i + 0.5) * row;
        pen.text(
            words.text("rating." + scales.get(i).word()),
            0,
            y + 0.36 * size,
            Anchor.LEFT,
            Ink.TEXT);
        pen.line(scale.start(), y, scale.end(), y, Ink.LINE, 1.2);
        if (after != null) {
          pen.disc(scale.at(after), y, 5.5, Ink.TEAL);
        }
        if (before != null) {
          boolean same = before.equals(after);
          if (same) {
            pen.ring(scale.at(before), y, 7.5, Ink.TEAL);
            pen.disc(scale.at(before), y, 5.5, Ink.TEAL);
          } else {
            pen.ring(scale.at(before), y, 5.5, Ink.TEAL);
          }
        }
        pen.text(
            words.text(
                "rating.change",
                before == null ? Phrases.ABSENT : words.brief(before, 0),
                after == null ? Phrases.ABSENT : words.brief(after, 0)),
            0.745 * pen.width(),
            y + 0.36 * size,
            Anchor.LEFT,
            Ink.TEXT);
      }
      double y = (scales.size() + 0.42) * row;
      for (int tick : new int[] {0, 5, 10}) {
        pen.text(
            words.brief(tick, 0), scale.at(tick), y + 0.2 * size, Anchor.MIDDLE, Ink.SECONDARY);
      }
    };
  }

  private Axis time(Pen pen, double left) {
    return new Axis(0, Math.max(60, facts.seconds()), left, pen.width() - 3);
  }

  /** Paced phases are shaded, and all are named above. */
  private void phases(Pen pen, Axis time, double foot) {
    double top = 1.55 * pen.size();
    for (PhaseFacts phase : facts.phases()) {
      double from = time.at(phase.fromSeconds());
      double to = time.at(phase.toSeconds());
      if (phase.paced()) {
        pen.box(from, top, to - from, foot - top, Ink.PALE_TEAL);
      }
      if (phase.fromSeconds() > 0) {
        pen.line(from, top, from, foot, Ink.LINE, 0.8);
      }
    }
    for (PhaseFacts phase : facts.phases()) {
      double from = time.at(phase.fromSeconds());
      double to = time.at(phase.toSeconds());
      String name = title(phase);
      if (pen.width(name) <= to - from) {
        double middle = (from + to) / 2;
        pen.text(name, middle, pen.size(), Anchor.MIDDLE, Ink.TEXT);
      }
    }
  }

  /** Where words begin that cross no edge of a phase, if any phase is long enough for them. */
  private double within(Pen pen, Axis time, String said) {
    double room = pen.width(said) + pen.size();
    return facts.phases().stream()
            .filter(phase -> time.at(phase.toSeconds()) - time.at(phase.fromSeconds()) >= room)
            .mapToDouble(phase -> time.at(phase.fromSeconds()))
            .findFirst()
            .orElse(time.start())
        + 0.5 * pen.size();
  }

  private void pace(Pen pen, Axis time, double top, double foot) {
    double size = pen.size();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    List<Double> at = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Led led : facts.paces()) {
      for (double t = led.fromSeconds(); t < led.toSeconds(); t += 2) {
        double value = led.perMinuteAt(t);
        least = Math.min(least, value);
        most = Math.max(most, value);
        at.add(t);
        values.add(value);
      }
      at.add(led.toSeconds());
      values.add(Double.NaN);
    }
    Axis pace =
        new Axis(
            Math.max(0, Math.floor(least) - 1), Math.ceil(most) + 1, foot - 5, top + 2.0 * size);
    pen.line(time.start(), top, time.end(), top, Ink.LINE, 0.8);
    String name = words.text("chart.pace");
    pen.text(name, within(pen, time, name), top + 1.15 * size, Anchor.LEFT, Ink.TEAL);
    pen.curve(
        at.stream().mapToDouble(time::at).toArray(),
        values.stream().mapToDouble(v -> Double.isNaN(v) ? v : pace.at(v)).toArray(),
        Ink.TEAL,
        1.6);
    if (at.size() > 1) {
      number(pen, time.at(at.get(0)) - 3, pace.at(values.get(0)), values.get(0), Anchor.RIGHT);
      int end = values.size() - 2;
      double last = values.get(end);
      number(pen, time.at(at.get(end)) + 4, pace.at(last), last, Anchor.LEFT);
    }
  }

  private void number(Pen pen, double x, double y, double value, Anchor anchor) {
    pen.text(words.brief(value, 1), x, y + 0.36 * pen.size(), anchor, Ink.TEAL);
  }

  private void holes(Pen pen, Axis time, double top, double foot) {
    for (Hole hole : facts.holes()) {
      double from = time.within(hole.fromSeconds());
      double to = Math.max(from + 1, time.within(hole.toSeconds()));
      pen.box(from, top, to - from, foot - top, Ink.LINE);
    }
  }

  private void minutes(Pen pen, Axis time, double foot) {
    double size = pen.size();
    String unit = words.text("chart.minutes");
    double word = time.end() - pen.width(unit) - 1.2 * size; // what would run into it is left out
    pen.line(time.start(), foot, time.end(), foot, Ink.SECONDARY, 0.7);
    double span = time.to() / 60;
    double step = span <= 6 ? 1 : span <= 14 ? 2 : span <= 40 ? 5 : span <= 90 ? 10 : 30;
    for (double tick : new Axis(0, span, time.start(), time.end()).ticks(step)) {
      double x = time.at(60 * tick);
      pen.line(x, foot, x, foot + 3, Ink.SECONDARY, 0.7);
      if (x < word) {
        pen.text(words.brief(tick, 0), x, foot + 1.35 * size, Anchor.MIDDLE, Ink.SECONDARY);
      }
    }
    pen.text(unit, time.end(), foot + 1.35 * size, Anchor.RIGHT, Ink.SECONDARY);
  }

  private static void curve(
      Pen pen, Axis time, Axis values, Course course, Color colour, double thick) {
    double[] y =
        Arrays.stream(course.values()).map(v -> Double.isNaN(v) ? v : values.within(v)).toArray();
    double[] x =
        Arrays.stream(course.seconds()).map(t -> t > time.to() ? Double.NaN : time.at(t)).toArray();
    pen.curve(x, y, colour, thick);
  }

  private static Axis rate(double[] beats, double[] mean, double low, double high) {
    return range(beats, mean, LEAST_SPAN_BPM, low, high);
  }

  /** All but the outermost hundredth of one line, and all of the other. */
  @SuppressWarnings("ReferenceEquality") // the same array stands for the same beats
  private static Axis range(
      double[] most, double[] all, double leastSpan, double start, double end) {
    double[] sorted = Arrays.stream(most).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return new Axis(60 - leastSpan / 2, 60 + leastSpan / 2, start, end);
    }
    double from = sorted[(int) (0.005 * (sorted.length - 1))];
    double to = sorted[(int) Math.ceil(0.995 * (sorted.length - 1))];
    if (all != most) {
      from = Math.min(from, -largest(Arrays.stream(all).map(v -> -v).toArray(), -from));
      to = Math.max(to, largest(all, to));
    }
    double room = Math.max(0, leastSpan - (to - from)) / 2 + 0.04 * (to - from);
    return new Axis(from - room, to + room, start, end);
  }

  private static double largest(double[] values) {
    return largest(values, Double.NaN);
  }

  private static double largest(double[] values, double without) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(without);
  }

  private String title(PhaseFacts phase) {
    return words.title(facts.plan().protocol(), phase.phase());
  }
}
