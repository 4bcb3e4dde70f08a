package app.downshift.report;

import app.downshift.evidence.Difference;
import app.downshift.evidence.MeanEffect;
import app.downshift.evidence.Metric;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionEvidence.Kind;
import app.downshift.evidence.SessionEvidence.RatedChange;
import app.downshift.report.Pen.Anchor;
import app.downshift.session.Rating;
import java.time.Instant;
import java.util.List;

/** The charts of a period. Every figure and every rating has an axis of its own. */
final class PeriodCharts {
  private final List<SessionEvidence> sessions;
  private final Phrases words;

  PeriodCharts(List<SessionEvidence> sessions, Phrases words) {
    this.sessions = sessions;
    this.words = words;
  }

  /**
   * An effect with its interval.
   *
   * @param said its numbers in words
   */
  record Effect(String name, double value, double low, double high, String said) {}

  /** Effects below each other, each on its own scale about nought. */
  Drawing effects(List<Effect> effects) {
    return pen -> {
      double size = pen.size();
      double row = pen.height() / effects.size();
      double left = 0.33 * pen.width();
      double right = 0.62 * pen.width();
      for (int i = 0; i < effects.size(); i++) {
        Effect effect = effects.get(i);
        double y = (i + 0.5) * row;
        pen.text(effect.name(), 0, y + 0.36 * size, Anchor.LEFT, Ink.TEXT);
        pen.line(left, y, right, y, Ink.LINE, 1);
        pen.line(
            (left + right) / 2,
            y - 0.36 * row,
            (left + right) / 2,
            y + 0.36 * row,
            Ink.SECONDARY,
            0.8);
        if (!Double.isNaN(effect.value())) {
          double reach = 1.15 * Math.max(Math.abs(effect.low()), Math.abs(effect.high()));
          Axis axis = new Axis(-reach, reach, left, right);
          pen.line(axis.at(effect.low()), y, axis.at(effect.high()), y, Ink.TEAL, 3);
          pen.disc(axis.at(effect.value()), y, 4.2, Ink.TEAL);
        }
        pen.text(
            effect.said(), right + 0.025 * pen.width(), y + 0.36 * size, Anchor.LEFT, Ink.TEXT);
      }
    };
  }

  /** After minus before of one figure, session by session. */
  Drawing strip(Metric metric, int decimals) {
    return pen -> {
      double size = pen.size();
      double foot = pen.height() - 1.9 * size;
      double top = 0.8 * size;
      Axis days = days(pen, 3.4 * size);
      double reach = metric.priorDrift();
      for (SessionEvidence session : sessions) {
        if (counts(session, metric)) {
          Difference difference = session.difference(metric);
          reach = Math.max(reach, Math.max(-difference.low(), difference.high()));
        }
      }
      Axis change = new Axis(-1.08 * reach, 1.08 * reach, foot - 3, top);
      for (double tick : change.ticks(5)) {
        double y = change.at(tick);
        boolean nought = Math.abs(tick) < 1e-9;
        pen.line(
            days.start() - 8,
            y,
            pen.width(),
            y,
            nought ? Ink.SECONDARY : Ink.LINE,
            nought ? 0.8 : 0.5);
        pen.text(
            words.signed(tick, decimals),
            days.start() - 12,
            y + 0.36 * size,
            Anchor.RIGHT,
            Ink.SECONDARY);
      }
      for (SessionEvidence session : sessions) {
        double x = days.at(day(session));
        if (counts(session, metric)) {
          Difference difference = session.difference(metric);
          pen.line(x, change.at(difference.low()), x, change.at(difference.high()), Ink.TEAL, 0.9);
          mark(pen, session, x, change.at(difference.value()));
        } else if (session.kind() != Kind.OTHER) {
          pen.cross(x, foot - 6, 2.2, Ink.SECONDARY);
        }
      }
      dates(pen, days, foot);
    };
  }

  /** Ratings before and after, session by session, each scale on a lane of its own. */
  Drawing ratings(List<Rating.Scale> scales) {
    return pen -> {
      double size = pen.size();
      double foot = pen.height() - 1.9 * size;
      double lane = foot / scales.size();
      Axis days = days(pen, 7.4 * size);
      for (int i = 0; i < scales.size(); i++) {
        Axis scale = new Axis(0, Rating.MOST, (i + 1) * lane - 0.75 * size, i * lane + 0.75 * size);
        pen.text(
            words.text("rating." + scales.get(i).word()),
            0,
            scale.at(5) + 0.36 * size,
            Anchor.LEFT,
            Ink.TEXT);
        for (int tick : new int[] {0, 10}) {
          pen.line(days.start() - 8, scale.at(tick), pen.width(), scale.at(tick), Ink.LINE, 0.5);
          pen.text(
              words.brief(tick, 0),
              days.start() - 12,
              scale.at(tick) + 0.36 * size,
              Anchor.RIGHT,
              Ink.SECONDARY);
        }
        for (SessionEvidence session : sessions) {
          RatedChange change = session.ratings().get(scales.get(i));
          if (change != null && session.kind() != Kind.OTHER) {
            double x = days.at(day(session));
            double before = scale.at(change.before());
            double after = scale.at(change.after());
            pen.line(x - 4, before, x + 4, before, Ink.TEAL, 1.4);
            pen.line(x, before, x, after, Ink.TEAL, 0.9);
            mark(pen, session, x, after);
          }
        }
      }
      dates(pen, days, foot);
    };
  }

  /** Full for breathing, hollow for sitting quietly. */
  private static void mark(Pen pen, SessionEvidence session, double x, double y) {
    if (session.kind() == Kind.BREATHING) {
      pen.disc(x, y, 3.6, Ink.TEAL);
    } else {
      pen.ring(x, y, 3.2, Ink.TEAL);
    }
  }

  private static boolean counts(SessionEvidence session, Metric metric) {
    return session.kind() != Kind.OTHER
        && session.comparable()
        && session.difference(metric).known();
  }

  /** An effect on a figure as a row; {@code said} tells its three numbers. */
  static Effect effect(String name, MeanEffect effect, String said) {
    return new Effect(name, effect.difference(), effect.low(), effect.high(), said);
  }

  private Axis days(Pen pen, double left) {
    double first = day(sessions.get(0));
    double last = day(sessions.get(sessions.size() - 1));
    double room = Math.max(0.02 * (last - first), 0.02);
    return new Axis(first - room, last + room, left + 12, pen.width() - 8);
  }

  private static double day(SessionEvidence session) {
    return session.started().toEpochMilli() / 86_400_000.0;
  }

  private void dates(Pen pen, Axis days, double foot) {
    double size = pen.size();
    double y = foot + 1.4 * size;
    Instant first = sessions.get(0).started();
    Instant last = sessions.get(sessions.size() - 1).started();
    pen.text(words.shortDay(first), days.start() - 8, y, Anchor.LEFT, Ink.SECONDARY);
    pen.text(words.shortDay(last), pen.width(), y, Anchor.RIGHT, Ink.SECONDARY);
    pen.line(days.start() - 8, foot, pen.width(), foot, Ink.SECONDARY, 0.7);
  }
}
