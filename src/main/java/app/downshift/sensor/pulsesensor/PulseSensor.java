package app.downshift.sensor.pulsesensor;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A PulseSensor on finger or ear, with an Arduino or another board that runs one of its sketches.
 */
public final class PulseSensor implements SensorType {
  /** A plotter line repeats its last interval, so that of two equal beats one is lost. */
  private static final Set<String> SAMPLES_ONLY = Set.of("plotter", "raw");

  private static final SensorTraits VISUALIZER =
      new SensorTraits(Intervals.PULSE, 2, false, true, 2500, SAMPLES_ONLY);

  /** Beats found in 50 samples a second. */
  private static final SensorTraits SAMPLES =
      new SensorTraits(Intervals.PULSE, 5, false, false, 2500, SAMPLES_ONLY);

  private static final Pattern VISUALIZER_LINE =
      Pattern.compile("S\\d{1,5}|B\\d{1,3}|Q\\d{2,5}|[a-l]\\d{1,5}");
  private static final Pattern PLOTTER_LINE = Pattern.compile("\\d{1,3},\\d{2,5},-?\\d{1,5}");
  private static final Pattern COACH_LINE = Pattern.compile("PSWS,[12],(LIVE|SIM),\\d+,.*");
  private static final Pattern SAMPLE_LINE =
      Pattern.compile("(signal[ =:]\\s*)?\\d{1,5}", Pattern.CASE_INSENSITIVE);

  private static final double LEAST_LINES_PER_SECOND = 15;
  private static final double LEAST_SHARE = 0.9;
  private static final int LEAST_LINES = 10;

  @Override
  public String name() {
    return "pulse-sensor";
  }

  @Override
  public String title() {
    return "PulseSensor on finger or ear";
  }

  @Override
  public SensorTraits traits() {
    return VISUALIZER;
  }

  @Override
  public SensorTraits traitsIn(String mode) {
    return SAMPLES_ONLY.contains(mode) ? SAMPLES : VISUALIZER;
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(115_200);
  }

  @Override
  public Decoder decoder() {
    return PulseSensorDecoder.atBoundary();
  }

  @Override
  public Decoder midStream() {
    return PulseSensorDecoder.midStream();
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<String> lines = heard.lines();
    double perSecond = heard.perSecond(lines.size());
    if (share(lines, COACH_LINE) >= LEAST_SHARE && lines.size() >= 2) {
      return heard.as(this, "sends the records of the PulseSensor coach", 0.98);
    }
    if (lines.size() < LEAST_LINES) {
      return Optional.empty();
    }
    if (share(lines, VISUALIZER_LINE) >= LEAST_SHARE) {
      return heard.as(this, "sends S, B and Q lines of a PulseSensor", 0.95);
    }
    if (!(perSecond >= LEAST_LINES_PER_SECOND)) {
      boolean failed = lines.stream().allMatch(line -> line.equals("!"));
      return failed
          ? heard.as(this, "says with ! that the PulseSensor sketch could not begin", 0.5)
          : Optional.empty();
    }
    if (share(lines, PLOTTER_LINE) >= LEAST_SHARE) {
      return heard.as(
          this, "sends plotter lines of a PulseSensor; its visualizer mode would be better", 0.9);
    }
    if (share(lines, SAMPLE_LINE) >= LEAST_SHARE) {
      return heard.as(this, "sends bare samples, as PulseSensor sketches can", 0.4);
    }
    return Optional.empty();
  }

  private static double share(List<String> lines, Pattern pattern) {
    return lines.stream().filter(line -> pattern.matcher(line).matches()).count()
        / (double) lines.size();
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return VirtualPulseSensor.visualizer(heart, faults);
  }
}
