package app.downshift.recording;

import app.downshift.breath.Pacer;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import java.util.Optional;

/**
 * The pacer of a recording, followed from line to line. A line tells only the point of the breath,
 * so whole breaths are counted on here: a change of pace in the middle of a breath is no new
 * breath.
 */
final class PacedBreaths {
  private Optional<Running> now = Optional.empty();
  private Optional<Running> before = Optional.empty();
  private boolean paused;
  private double pausedAt = Double.NaN;

  private record Running(Pacer pacer, double wholeBreaths) {
    double at(long micros) {
      return wholeBreaths + pacer.cyclesAt(micros);
    }
  }

  /** Takes the next event of the file. */
  void take(SessionEvent event) {
    if (event instanceof SessionEvent.PaceSet set) {
      boolean resumed = !Double.isNaN(pausedAt);
      double soFar = resumed ? pausedAt : now.map(old -> old.at(set.atMicros())).orElse(0.0);
      before = resumed ? Optional.empty() : now;
      now = Optional.of(new Running(set.pacer(), Math.rint(soFar - set.pacer().fromCycles())));
      pausedAt = Double.NaN;
    } else if (event instanceof SessionEvent.PhaseBegan) {
      now = Optional.empty();
      before = Optional.empty();
      pausedAt = Double.NaN;
    } else if (event instanceof SessionEvent.Commanded commanded) {
      if (commanded.command() instanceof Command.Pause && !paused) {
        paused = true;
        pausedAt = now.map(old -> old.at(commanded.atMicros())).orElse(Double.NaN);
      } else if (commanded.command() instanceof Command.Resume) {
        paused = false;
      }
    }
  }

  /** The breaths asked for until a beat, NaN where nobody asked. */
  double at(long beatMicros) {
    if (paused || now.isEmpty()) {
      return Double.NaN;
    }
    // A beat heard after a change of pace may have come before it.
    Optional<Running> then = beatMicros >= now.get().pacer().fromMicros() ? now : before;
    return then.filter(pace -> beatMicros >= pace.pacer().fromMicros())
        .map(pace -> pace.at(beatMicros))
        .orElse(Double.NaN);
  }
}
