package app.downshift.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Intervals as plain text: one number a line in ms or s with {@code #} comments, or CSV with a
 * column named {@code rr}, {@code rr_ms} or {@code ibi}.
 *
 * @param format {@code rr-text} or {@code rr-csv}
 * @param rrMillis the usable intervals in ms, in order; plausibility is judged later
 * @param gapBefore true where something unusable stood before the interval
 * @param unusable values that are no interval: zero, negative, beyond ten seconds, or no number
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record RrText(String format, double[] rrMillis, boolean[] gapBefore, int unusable) {
  private static final double LONGEST_MILLIS = 10_000;
  private static final double LONGEST_IN_SECONDS = 10;
  private static final int MOST_BYTES = 256 << 20;

  /** Reads a file of intervals. */
  public static RrText read(Path file) throws UnreadableFile {
    String text;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableFile(file.toString(), "it is larger than 256 MB", "split it");
      }
      byte[] bytes = Files.readAllBytes(file);
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (java.nio.file.NoSuchFileException missing) {
      throw new UnreadableFile(file.toString(), "there is no such file", "check the name");
    } catch (IOException broken) {
      throw new UnreadableFile(
          file.toString(),
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableFile(
          file.toString(),
          "it is a binary file",
          "choose a session file or a text of RR intervals");
    }
    return parse(text, file.toString());
  }

  static RrText parse(String text, String where) throws UnreadableFile {
    String[] lines = text.lines().map(String::strip).filter(RrText::speaks).toArray(String[]::new);
    if (lines.length == 0) {
      throw new UnreadableFile(where, "the file is empty", "choose a file with intervals in it");
    }
    int column = column(lines[0]);
    int from = column >= 0 ? 1 : 0;
    double[] values = new double[lines.length - from];
    int numbers = 0;
    for (int i = from; i < lines.length; i++) {
      values[i - from] = value(lines[i], column);
      numbers += Double.isNaN(values[i - from]) ? 0 : 1;
    }
    if (numbers == 0 || numbers * 2 < values.length) {
      throw new UnreadableFile(
          where,
          "no intervals were found in it",
          "choose a session file or a text of RR intervals");
    }
    return scaled(values, column >= 0 ? "rr-csv" : "rr-text");
  }

  private static RrText scaled(double[] values, String format) {
    double[] positive = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
    double median = positive.length == 0 ? 0 : positive[positive.length / 2];
    double factor = median > 0 && median < LONGEST_IN_SECONDS ? 1000 : 1;
    double[] kept = new double[values.length];
    boolean[] gaps = new boolean[values.length];
    int count = 0;
    int unusable = 0;
    boolean gap = false;
    for (double value : values) {
      double millis = value * factor;
      if (!(millis > 0 && millis <= LONGEST_MILLIS)) {
        unusable++;
        gap = true;
      } else {
        kept[count] = millis;
        gaps[count++] = gap;
        gap = false;
      }
    }
    return new RrText(format, Arrays.copyOf(kept, count), Arrays.copyOf(gaps, count), unusable);
  }

  private static boolean speaks(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static int column(String header) {
    String[] names = split(header.toLowerCase(Locale.ROOT));
    for (int i = 0; i < names.length; i++) {
      if (names[i].matches("rr|rr_ms|rr_s|ibi|ibi_ms")) {
        return i;
      }
    }
    return -1;
  }

  private static double value(String line, int column) {
    String cell = line;
    if (column >= 0) {
      String[] cells = split(line);
      cell = column < cells.length ? cells[column] : "";
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  private static String[] split(String line) {
    return Arrays.stream(line.split("[,;\t]", -1))
        .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
        .toArray(String[]::new);
  }
}
