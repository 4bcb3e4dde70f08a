package app.downshift.sensor.virtual;

import app.downshift.sensor.virtual.Fault.Kind;
import java.util.ArrayList;
import java.util.List;

/** The faults of one virtual sensor that have not happened yet. */
public final class FaultPlan {
  private final List<Fault> ahead;

  public FaultPlan(List<Fault> faults) {
    ahead = new ArrayList<>(faults);
  }

  /** Whether a fault of this kind is due at {@code seconds}; if so it has happened now. */
  public boolean happens(Kind kind, double seconds) {
    for (Fault fault : ahead) {
      if (fault.kind() == kind && fault.atSeconds() <= seconds) {
        return ahead.remove(fault);
      }
    }
    return false;
  }

  /** Whether the stream shall begin with the tail of a line. */
  public boolean beginsWithHalfALine() {
    return happens(Kind.HALF_FIRST_LINE, Double.POSITIVE_INFINITY);
  }
}
