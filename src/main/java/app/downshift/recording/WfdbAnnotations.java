package app.downshift.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Annotations of PhysioNet's WFDB, in the MIT format: pairs of bytes with six bits of a code and
 * ten of a time, little end first, closed by a pair of zeros (WFDB applications guide, annot(5)).
 * The rate stands in the header beside, or in the first annotation.
 */
final class WfdbAnnotations {
  private static final int SKIP = 59;
  private static final int AUX = 63;
  private static final int NOTE = 22;
  private static final int RHYTHM = 28;
  private static final int FLUTTER_BEGINS = 32;
  private static final int FLUTTER_ENDS = 33;
  private static final double DEFAULT_HZ = 250;
  private static final Pattern RESOLUTION =
      Pattern.compile("## time resolution: (\\d+(?:\\.\\d+)?).*", Pattern.DOTALL);
  private static final Pattern HEADER =
      Pattern.compile("^(\\S+)\\s+\\d+(?:\\s+(\\d+(?:\\.\\d+)?)\\S*)?.*");

  /** One annotation. */
  private record Annotation(long sample, int code, String aux) {}

  private WfdbAnnotations() {}

  /** Reads the bytes if they are annotations from the first to the last; empty when not. */
  static Optional<Intervals> read(Path file, byte[] bytes) throws UnreadableFile {
    Optional<List<Annotation>> read = annotations(bytes);
    if (read.isEmpty() || read.get().stream().noneMatch(one -> isBeat(one.code()))) {
      return Optional.empty();
    }
    double rate = rate(file, read.get());
    var list = new IntervalList();
    List<Intervals.Remark> notes = new ArrayList<>();
    boolean gap = false;
    for (Annotation one : read.get()) {
      double millis = one.sample() / rate * 1000;
      if (isBeat(one.code())) {
        list.beatAt(millis, gap);
        gap = false;
      } else if (one.code() == FLUTTER_BEGINS || one.code() == FLUTTER_ENDS) {
        gap = true;
      } else if (!one.aux().isBlank()
          && (one.code() == RHYTHM || one.code() == NOTE)
          && !one.aux().startsWith("##")) {
        notes.add(new Intervals.Remark(millis, Intervals.MARKER, one.aux()));
      }
    }
    return Optional.of(Intervals.of("wfdb", list, Optional.empty()).remarking(notes));
  }

  private static Optional<List<Annotation>> annotations(byte[] bytes) {
    List<Annotation> found = new ArrayList<>();
    long sample = 0;
    int at = 0;
    while (at + 2 <= bytes.length) {
      int word = word(bytes, at);
      at += 2;
      int code = word >>> 10;
      int value = word & 0x3FF;
      if (word == 0) {
        return at == bytes.length ? Optional.of(found) : Optional.empty();
      } else if (code == SKIP) {
        if (at + 4 > bytes.length) {
          return Optional.empty();
        }
        sample += (int) ((long) word(bytes, at) << 16 | word(bytes, at + 2));
        at += 4;
      } else if (code == AUX) {
        if (at + value > bytes.length || found.isEmpty()) {
          return Optional.empty();
        }
        String text = new String(bytes, at, value, StandardCharsets.UTF_8).replace("\0", "");
        Annotation last = found.remove(found.size() - 1);
        found.add(new Annotation(last.sample(), last.code(), text));
        at += value + (value & 1);
      } else if (code < 60) {
        if (code > 49 || code == 0) {
          return Optional.empty();
        }
        sample += value;
        found.add(new Annotation(sample, code, ""));
      }
      if (sample < 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** The codes that stand for a beat of the ventricles (WFDB's {@code isqrs}). */
  private static boolean isBeat(int code) {
    return (code >= 1 && code <= 13)
        || code == 25
        || code == 30
        || code == 34
        || code == 35
        || code == 38
        || code == 41;
  }

  private static double rate(Path file, List<Annotation> annotations) throws UnreadableFile {
    for (Annotation one : annotations.subList(0, Math.min(3, annotations.size()))) {
      Matcher told = RESOLUTION.matcher(one.aux());
      if (told.matches() && Double.parseDouble(told.group(1)) > 0) {
        return Double.parseDouble(told.group(1));
      }
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Path header = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".hea");
    try {
      for (String line : Files.readAllLines(header, StandardCharsets.ISO_8859_1)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          Matcher matcher = HEADER.matcher(line.strip());
          String told = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
          double rate = told.isEmpty() ? DEFAULT_HZ : Double.parseDouble(told);
          if (rate > 0) {
            return rate;
          }
          break;
        }
      }
    } catch (IOException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          file.toString(),
          "these are WFDB annotations, and their rate stands in " + header.getFileName(),
          "put that file beside them");
    }
    throw new UnreadableFile(
        UnreadableFile.Reason.OTHER_FORMAT,
        header.toString(),
        "it tells no sampling rate",
        "get the header of this record again");
  }
}
