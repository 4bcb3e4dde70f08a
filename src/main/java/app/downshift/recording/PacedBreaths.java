package app.downshift.recording;

import app.downshift.breath.Pacer;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.SessionEvent;
import java.util.Optional;

/**
 * The pacer of a recording, followed from line to line. A line tells only the point of the breath,
 * so whole breaths are counted on here: a change of pace in the middle of a breath is no new
 * breath.
 */
final class PacedBreaths {
  private Optional<Pacer> pacer = Optional.empty();
  private double wholeBreaths;
  private boolean paused;
  private double heldAt = Double.NaN;

  /** Takes the next event of the file. */
  void take(SessionEvent event) {
    if (event instanceof SessionEvent.PaceSet set) {
      double soFar = Double.isNaN(heldAt) ? cycles(set.atMicros()) : heldAt;
      heldAt = Double.NaN;
      pacer = Optional.of(set.pacer());
      wholeBreaths = Math.rint(soFar - set.pacer().fromCycles());
    } else if (event instanceof SessionEvent.PhaseBegan began
        && !(began.phase().kind() instanceof Phase.Paced)) {
      pacer = Optional.empty();
      heldAt = Double.NaN;
    } else if (event instanceof SessionEvent.Commanded commanded) {
      if (commanded.command() instanceof Command.Pause && !paused) {
        paused = true;
        heldAt = cycles(commanded.atMicros());
      } else if (commanded.command() instanceof Command.Resume) {
        paused = false;
      }
    }
  }

  /** The breaths asked for until a beat, NaN where nobody asked. */
  double at(long beatMicros) {
    boolean running = pacer.isPresent() && !paused && beatMicros >= pacer.get().fromMicros();
    return running ? cycles(beatMicros) : Double.NaN;
  }

  private double cycles(long atMicros) {
    return wholeBreaths + pacer.map(now -> now.cyclesAt(atMicros)).orElse(0.0);
  }
}
