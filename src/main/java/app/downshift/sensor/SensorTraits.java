package app.downshift.sensor;

import java.util.Set;

/**
 * What a sensor honestly is; the chip on the screen, the session file and the exports repeat it.
 *
 * @param intervals RR from an ECG, or pulse-to-pulse from a finger or ear
 * @param resolutionMillis the step of its intervals in ms
 * @param losesBeatsUnseen whether a beat can vanish without a trace in the stream
 * @param suitsHrv whether RMSSD from it deserves to be shown without a warning
 * @param silenceMillis after how much silence it counts as giving no data (2.5 nominal periods, at
 *     least 2500)
 * @param waveformModes the modes (an {@link SensorEvent.Info} field {@code mode}) in which it sends
 *     a waveform and no beats, or none to rely on, so that they have to be found in the waveform
 */
public record SensorTraits(
    Intervals intervals,
    double resolutionMillis,
    boolean losesBeatsUnseen,
    boolean suitsHrv,
    int silenceMillis,
    Set<String> waveformModes) {

  public SensorTraits {
    waveformModes = Set.copyOf(waveformModes);
  }

  /** A sensor that sends its beats in every mode. */
  public SensorTraits(
      Intervals intervals,
      double resolutionMillis,
      boolean losesBeatsUnseen,
      boolean suitsHrv,
      int silenceMillis) {
    this(intervals, resolutionMillis, losesBeatsUnseen, suitsHrv, silenceMillis, Set.of());
  }

  /** Heart intervals of an ECG, or pulse intervals that carry transit-time jitter of a few ms. */
  public enum Intervals {
    RR,
    PULSE
  }
}
