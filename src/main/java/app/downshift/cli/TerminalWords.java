package app.downshift.cli;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.SessionPlan;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.Snapshot;

/** What the terminal says besides figures. */
final class TerminalWords {
  /** What to know before a first session. */
  static final String CAUTION =
      """
      Before the first session. Downshift trains breathing; it is no medical device.
      Ask your clinician first if you have a pacemaker, atrial fibrillation or frequent extra beats, faint easily,
      are pregnant, panic when minding your breath, have severe lung or heart disease, or use insulin.
      See a doctor now, before any exercise, with numbness around the seat, loss of control over bladder or bowel,
      fever, a recent injury, or new weakness in a leg.
      """;

  private TerminalWords() {}

  /** How far the way to a strap is, in words before what the session does meanwhile. */
  private static String reach(SensorEvent.Reach reach) {
    return switch (reach) {
      case SCANNING -> "looking for straps, ";
      case CONNECTING -> "calling the strap, ";
      case CONNECTED -> "asking the strap, ";
      case SUBSCRIBED -> "";
      case LOST -> "the strap is gone and being called, ";
      case REFUSED -> "the stick or the strap refuses, ";
    };
  }

  static String opening(SessionView view) {
    SessionPlan plan = view.snapshot().plan();
    String sensor = plan.simulated() ? "virtual heart (" + plan.sensor() + ")" : plan.sensor();
    String kind = plan.traits().intervals() == Intervals.PULSE ? ", pulse intervals" : "";
    return (view.mode() == Mode.REPLAY ? "REPLAY of " : "")
        + plan.protocol().name()
        + ", "
        + TerminalView.clock(plan.protocol().plannedSeconds())
        + " · "
        + sensor
        + kind
        + " · breathe softly, not deeply · Downshift is no medical device";
  }

  /**
   * Why the session does not simply run, or what is the matter with the signal; empty when nothing
   * is.
   */
  static String standing(Snapshot now) {
    if (now.state() instanceof SessionState.Paused) {
      return "paused";
    }
    if (now.sensor().link() == Snapshot.Link.UNPLUGGED) {
      return "sensor unplugged, the session waits";
    }
    if (now.state() instanceof SessionState.Waiting) {
      return now.sensor().reach().map(TerminalWords::reach).orElse("")
          + (now.counts().beats() == 0
              ? "waiting for the first beats"
              : "no beats, the session waits");
    }
    if (now.sensor().rhythm() == Snapshot.Rhythm.IRREGULAR) {
      return "rhythm too irregular to score; if this is new to you, ask a doctor";
    }
    return switch (now.sensor().quality()) {
      case POOR -> "signal too poor";
      case FAIR -> "signal fair";
      case GOOD, UNKNOWN -> "";
    };
  }
}
