package app.downshift.sensor.text;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Heard;
import app.downshift.sensor.LineSettings;
import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Any board that prints intervals, one a line, or in one of the usual shapes. */
public final class TextSensor implements SensorType {
  private static final Set<String> SAMPLES_ONLY = Set.of("raw", "max3010x");
  private static final SensorTraits INTERVALS =
      new SensorTraits(Intervals.RR, 1, true, true, 5000, SAMPLES_ONLY);

  /** How often such a board samples, and with it how fine its beats are, is not known before. */
  private static final SensorTraits SAMPLES =
      new SensorTraits(Intervals.PULSE, 10, false, false, 2500, SAMPLES_ONLY);

  private static final double FASTEST_BEATS_PER_SECOND = 4;
  private static final double LEAST_SHARE = 0.8;

  private final boolean samples;

  /** Bare numbers are intervals. */
  public TextSensor() {
    this(false);
  }

  private TextSensor(boolean samples) {
    this.samples = samples;
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String title() {
    return samples ? "Text lines with raw samples" : "Text lines with intervals";
  }

  @Override
  public SensorTraits traits() {
    return samples ? SAMPLES : INTERVALS;
  }

  @Override
  public SensorTraits traitsIn(String mode) {
    return switch (mode) {
      case "rr", "table" -> INTERVALS;
      case "max3010x", "raw" -> SAMPLES;
      default -> traits();
    };
  }

  @Override
  public LineSettings line() {
    return LineSettings.of(115_200);
  }

  @Override
  public Decoder decoder() {
    return start();
  }

  @Override
  public Decoder midStream() {
    return start().midStream();
  }

  @Override
  public Decoder forCapture(byte[] capture, int length, double seconds) {
    return samples ? start() : TextDecoder.forCapture(capture, length, seconds);
  }

  private TextDecoder start() {
    return samples ? TextDecoder.samples() : TextDecoder.intervals();
  }

  @Override
  public Optional<Recognition> recognise(Heard heard) {
    List<String> texts = heard.lines();
    int lines = texts.size();
    if (lines < 2) {
      return Optional.empty();
    }
    List<SensorEvent> events = heard.through(TextDecoder.intervals().midStream());
    long fair = events.stream().filter(TextSensor::plausibleBeat).count();
    long infrared = events.stream().filter(event -> event instanceof SensorEvent.Waveform).count();
    long rejected = events.stream().filter(TextSensor::isRejected).count();
    long leadsOff = texts.stream().filter(text -> text.equals("!")).count();
    long whole = texts.stream().filter(text -> text.matches("-?\\d{1,5}")).count();
    double perSecond = heard.perSecond(lines);
    if (leadsOff + whole >= LEAST_SHARE * lines && perSecond >= BareNumbers.SAMPLES_PER_SECOND) {
      boolean likely = whole > 0 && (leadsOff > 0 || heard.line().baud() == 9600);
      TextSensor raw = new TextSensor(true);
      return heard.as(raw, "prints samples as bare numbers", likely ? 0.6 : 0.3);
    }
    if (infrared >= 3 && rejected <= lines / 2) {
      return heard.as(this, "prints the lines of a MAX3010x sketch", 0.9);
    }
    // A board that restarts when the port opens prints its boot messages before the first interval.
    long nonsense =
        events.stream()
            .dropWhile(event -> !plausibleBeat(event))
            .filter(TextSensor::isRejected)
            .count();
    boolean steady = fair >= 2 && fair >= LEAST_SHARE * (fair + nonsense);
    if (steady && heard.perSecond((int) fair) <= FASTEST_BEATS_PER_SECOND) {
      return heard.as(this, "prints intervals of a heart, one a line", fair > 2 ? 0.7 : 0.5);
    }
    return Optional.empty();
  }

  private static boolean isRejected(SensorEvent event) {
    return event instanceof SensorEvent.Rejected;
  }

  private static boolean plausibleBeat(SensorEvent event) {
    return event instanceof Beat beat && beat.rrMillis() >= 250 && beat.rrMillis() <= 2500;
  }

  @Override
  public TimedStream twin(VirtualHeart heart, List<Fault> faults) {
    return new VirtualText(heart, faults);
  }
}
