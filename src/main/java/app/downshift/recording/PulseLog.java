package app.downshift.recording;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody saved of the serial monitor while a PulseSensor sketch was running: lines {@code
 * S512}, {@code B72}, {@code Q833}, with or without the monitor's time before each.
 */
final class PulseLog {
  private static final Pattern LINE = Pattern.compile("[SBQ]\\d{1,10}");
  private static final Pattern INTERVAL = Pattern.compile("Q\\d{1,10}");
  private static final Pattern STAMP =
      Pattern.compile("^\\d{1,2}:\\d{2}:\\d{2}[.,]\\d+\\s*(?:->)?\\s*");
  private static final int LOOKED_AT = 2000;

  private PulseLog() {}

  static boolean looksLike(ForeignText text) {
    List<String> start = text.lines().stream().limit(LOOKED_AT).map(PulseLog::unstamped).toList();
    long coded = start.stream().filter(line -> LINE.matcher(line).matches()).count();
    return coded * 2 > start.size()
        && start.stream().anyMatch(line -> INTERVAL.matcher(line).matches());
  }

  static Intervals read(ForeignText text) throws UnreadableFile {
    var lines = new StringBuilder();
    text.lines().forEach(line -> lines.append(unstamped(line)).append("\r\n"));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    SensorType type = SensorCatalogue.named("pulse-sensor").orElseThrow();
    IntervalList list =
        Intervals.told(
            type.forCapture(bytes, bytes.length, Double.NaN).accept(bytes, bytes.length));
    if (list.size() == 0 && list.unusable() == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          text.where(),
          "no intervals were found in it",
          "choose a log with lines such as Q833");
    }
    return Intervals.of("pulse-sensor-log", list, java.util.Optional.empty());
  }

  private static String unstamped(String line) {
    return STAMP.matcher(line).replaceFirst("");
  }
}
