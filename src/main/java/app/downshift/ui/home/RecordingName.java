package app.downshift.ui.home;

import app.downshift.ui.Recording;
import app.downshift.ui.theme.Words;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a recording says: when, what and who. Any other name stands for itself.
 *
 * @param about what follows the time in the name, or the whole name
 */
public record RecordingName(Optional<LocalDateTime> when, String about) {
  private static final Pattern OURS =
      Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[_T ](\\d\\d)-(\\d\\d)(?:-\\d\\d)?[_ ]?(.*)");
  private static final String SUFFIX = ".session.jsonl";

  /** Of a recording; never fails. */
  public static RecordingName of(Recording recording) {
    return recording instanceof Recording.Kept kept
        ? new RecordingName(
            Optional.of(LocalDateTime.ofInstant(kept.started(), ZoneId.systemDefault())),
            kept.protocol())
        : of(((Recording.File) recording).path());
  }

  /** Of a file; never fails. */
  public static RecordingName of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    Matcher found = OURS.matcher(bare);
    if (found.matches()) {
      try {
        return new RecordingName(
            Optional.of(
                LocalDateTime.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(4)),
                    Integer.parseInt(found.group(5)))),
            found.group(6));
      } catch (DateTimeException noSuchDay) {
        return new RecordingName(Optional.empty(), bare);
      }
    }
    return new RecordingName(Optional.empty(), bare);
  }

  /** For people. */
  public String words(Words words) {
    String[] parts = about.split("_", -1);
    if (when.isPresent() && words.has("protocol." + parts[0])) {
      parts[0] = words.text("protocol." + parts[0]);
    }
    String told = String.join(" · ", parts);
    return when.map(time -> told.isEmpty() ? words.moment(time) : words.moment(time) + " · " + told)
        .orElse(told);
  }
}
