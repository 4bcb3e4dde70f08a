package app.downshift.sensor;

import app.downshift.sensor.LineSettings.Parity;
import java.util.List;

/**
 * One step of listening on an unknown port: open it like this, and listen this long before the next
 * step.
 */
public record ListeningStep(LineSettings line, int millis) {
  /**
   * The steps in order. The first is longer because many boards restart when the port is opened and
   * are silent for up to 2.5 s. Nothing is ever sent.
   */
  public static final List<ListeningStep> PLAN =
      List.of(
          new ListeningStep(LineSettings.of(115_200), 3500),
          new ListeningStep(LineSettings.of(57_600), 2000),
          new ListeningStep(LineSettings.of(9600), 2000),
          new ListeningStep(new LineSettings(19_200, 8, Parity.ODD, 1), 2000),
          new ListeningStep(new LineSettings(4800, 8, Parity.ODD, 1), 2000));
}
