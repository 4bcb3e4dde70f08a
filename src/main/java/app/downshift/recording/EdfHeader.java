package app.downshift.recording;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of an EDF or EDF+ file (Kemp and others 1992, Electroencephalogr Clin Neurophysiol 82;
 * Kemp and Olivan 2003, Clin Neurophysiol 114).
 *
 * @param started in the zone of the recorder, which nobody tells: taken for UTC
 * @param plus whether it has annotations
 * @param ours whether Downshift wrote it
 * @param records how many, -1 when the recorder did not come to say it
 * @param recordSeconds how long each lasts; 0 where there are only annotations
 */
record EdfHeader(
    Optional<Instant> started,
    boolean plus,
    boolean ours,
    long records,
    double recordSeconds,
    List<Signal> signals) {
  static final int FIXED_BYTES = 256;
  static final int SIGNAL_BYTES = 256;
  static final String ANNOTATIONS = "EDF Annotations";

  private static final int MOST_SIGNALS = 1024;
  private static final int MOST_RECORD_BYTES = 64 << 20;

  EdfHeader {
    signals = List.copyOf(signals);
  }

  /**
   * One signal.
   *
   * @param samples in a record
   * @param scale physical units in one digital step
   * @param offset physical value of digital 0
   */
  record Signal(String label, String unit, int samples, double scale, double offset) {
    boolean annotations() {
      return label.equals(ANNOTATIONS);
    }
  }

  /** Whether a file that begins so is EDF: version 0 in eight characters. */
  static boolean looksLike(String start) {
    return start.startsWith("0       ") && start.length() > 8;
  }

  /** Bytes of the whole head, as its first 256 say. */
  static int bytes(byte[] fixed, String where) throws UnreadableFile {
    int signals = (int) number(fixed, 252, 4, where);
    if (signals < 1 || signals > MOST_SIGNALS) {
      throw broken(where, "it says it has " + signals + " signals");
    }
    return FIXED_BYTES + signals * SIGNAL_BYTES;
  }

  static EdfHeader of(byte[] head, String where) throws UnreadableFile {
    int count = (head.length - FIXED_BYTES) / SIGNAL_BYTES;
    double seconds = number(head, 244, 8, where);
    if (!(seconds >= 0)) {
      throw broken(where, "its records last " + seconds + " s");
    }
    List<Signal> signals = new ArrayList<>();
    long recordBytes = 0;
    for (int i = 0; i < count; i++) {
      String label = text(head, FIXED_BYTES + 16 * i, 16);
      String unit = text(head, FIXED_BYTES + 96 * count + 8 * i, 8);
      double low = number(head, FIXED_BYTES + 104 * count + 8 * i, 8, where);
      double high = number(head, FIXED_BYTES + 112 * count + 8 * i, 8, where);
      double least = number(head, FIXED_BYTES + 120 * count + 8 * i, 8, where);
      double most = number(head, FIXED_BYTES + 128 * count + 8 * i, 8, where);
      double samples = number(head, FIXED_BYTES + 216 * count + 8 * i, 8, where);
      if (!(samples >= 0 && samples <= MOST_RECORD_BYTES / 2.0)) {
        throw broken(where, "signal " + (i + 1) + " has " + samples + " samples in a record");
      }
      recordBytes += 2 * (long) samples;
      double scale = most == least ? 1 : (high - low) / (most - least);
      signals.add(new Signal(label, unit, (int) samples, scale, low - least * scale));
    }
    if (recordBytes < 2 || recordBytes > MOST_RECORD_BYTES) {
      throw broken(where, "its records have " + recordBytes + " bytes");
    }
    long records = (long) number(head, 236, 8, where);
    boolean plus = text(head, 192, 44).startsWith("EDF+");
    boolean ours = text(head, 88, 80).endsWith(" downshift");
    return new EdfHeader(started(head), plus, ours, records, seconds, signals);
  }

  int recordBytes() {
    return signals.stream().mapToInt(signal -> 2 * signal.samples()).sum();
  }

  /** Two digits of a year: 85 to 99 are of the last century (EDF+, additional specification 2). */
  private static Optional<Instant> started(byte[] head) {
    String day = text(head, 168, 8);
    String time = text(head, 176, 8);
    if (text(head, 88, 80).startsWith("Startdate X ")
        || !day.matches("\\d\\d\\.\\d\\d\\.\\d\\d")
        || !time.matches("\\d\\d\\.\\d\\d\\.\\d\\d")) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(day.substring(6));
      return Optional.of(
          LocalDateTime.of(
                  year + (year >= 85 ? 1900 : 2000),
                  Integer.parseInt(day.substring(3, 5)),
                  Integer.parseInt(day.substring(0, 2)),
                  Integer.parseInt(time.substring(0, 2)),
                  Integer.parseInt(time.substring(3, 5)),
                  Integer.parseInt(time.substring(6)))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static String text(byte[] head, int from, int length) {
    return new String(head, from, length, StandardCharsets.ISO_8859_1).strip();
  }

  private static double number(byte[] head, int from, int length, String where)
      throws UnreadableFile {
    String text = text(head, from, length);
    double value = Numbers.of(text, true);
    if (!Double.isFinite(value)) {
      throw broken(where, "its head says '" + printable(text) + "' where a number should be");
    }
    return value;
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  static UnreadableFile broken(String where, String what) {
    return new UnreadableFile(
        UnreadableFile.Reason.OTHER_FORMAT,
        where,
        "this EDF file is damaged: " + what,
        "export it again");
  }
}
