package app.downshift.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Polar's {@code .hrm}: sections in brackets, of which {@code HRData} holds intervals in ms where
 * {@code Interval=238} says so, and otherwise a rate every few seconds.
 */
final class PolarHrm {
  private static final String INTERVALS = "238";

  private PolarHrm() {}

  static boolean looksLike(ForeignText text) {
    return text.lines().get(0).equalsIgnoreCase("[Params]");
  }

  static Intervals read(ForeignText text) throws UnreadableFile {
    Map<String, String> params = new HashMap<>();
    var list = new IntervalList();
    String section = "";
    for (String line : text.lines()) {
      if (line.startsWith("[")) {
        section = line.toLowerCase(Locale.ROOT);
      } else if (section.equals("[params]") && line.indexOf('=') > 0) {
        int equals = line.indexOf('=');
        params.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (section.equals("[hrdata]")) {
        String interval = params.getOrDefault("Interval", "");
        if (!interval.equals(INTERVALS)) {
          throw new UnreadableFile(
              UnreadableFile.Reason.OTHER_FORMAT,
              text.where(),
              interval.matches("\\d+")
                  ? "it holds a heart rate every " + interval + " s and no intervals"
                  : "it does not say that it holds intervals",
              "record RR data on the watch (Interval=238)");
        }
        list.add(Numbers.of(line.split("\\s", 2)[0], false));
      }
    }
    if (list.size() == 0) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          text.where(),
          "no intervals were found in it",
          "choose a file with RR data");
    }
    return Intervals.of("polar-hrm", list, Optional.empty()).startedAt(started(params));
  }

  /** The watch knows no zone: its time is taken for UTC. */
  private static Optional<Instant> started(Map<String, String> params) {
    try {
      LocalDate day =
          LocalDate.parse(params.getOrDefault("Date", ""), DateTimeFormatter.BASIC_ISO_DATE);
      LocalTime time =
          LocalTime.parse(
              params.getOrDefault("StartTime", ""),
              DateTimeFormatter.ofPattern("H:mm:ss[.S]", Locale.ROOT));
      return Optional.of(day.atTime(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
