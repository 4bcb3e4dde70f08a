package app.downshift.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** EDF files of one channel, as other programs write them; and a strict look at ours. */
final class EdfMaker {
  private EdfMaker() {}

  /** {@code seconds} records of a second. */
  static byte[] of(String label, String unit, int rateHz, int seconds, IntUnaryOperator samples) {
    var out = new ByteArrayOutputStream();
    String head =
        pad("0", 8)
            + pad("X X X X", 80)
            + pad("Startdate 21-NOV-2026 X X other", 80)
            + "21.11.26"
            + "10.04.00"
            + pad("512", 8)
            + pad("", 44)
            + pad("" + seconds, 8)
            + pad("1", 8)
            + pad("1", 4)
            + pad(label, 16)
            + pad("", 80)
            + pad(unit, 8)
            + pad("-32768", 8)
            + pad("32767", 8)
            + pad("-32768", 8)
            + pad("32767", 8)
            + pad("", 80)
            + pad("" + rateHz, 8)
            + pad("", 32);
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < rateHz * seconds; i++) {
      int sample = samples.applyAsInt(i);
      out.write(sample);
      out.write(sample >> 8);
    }
    return out.toByteArray();
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  /** What the specification of EDF+ asks and is broken, in words; empty when nothing is. */
  static String complaints(byte[] file) {
    var found = new StringBuilder();
    String head = new String(file, 0, 256, StandardCharsets.ISO_8859_1);
    int signals = Integer.parseInt(head.substring(252, 256).strip());
    int headBytes = Integer.parseInt(head.substring(184, 192).strip());
    int records = Integer.parseInt(head.substring(236, 244).strip());
    double seconds = Double.parseDouble(head.substring(244, 252).strip());
    String whole = new String(file, 0, headBytes, StandardCharsets.ISO_8859_1);
    complain(found, headBytes == 256 * (signals + 1), "length of the head");
    complain(found, whole.chars().allMatch(c -> c >= 32 && c <= 126), "head is not US-ASCII");
    complain(found, head.startsWith("0       "), "version");
    complain(found, head.substring(192).startsWith("EDF+C"), "EDF+C");
    complain(found, head.substring(8, 88).strip().split(" ").length >= 4, "patient subfields");
    String recording = head.substring(88, 168).strip();
    complain(
        found,
        recording.matches("Startdate (X|\\d\\d-[A-Z]{3}-\\d{4}) \\S+ \\S+ \\S+.*"),
        "recording subfields");
    complain(found, head.substring(168, 176).matches("\\d\\d\\.\\d\\d\\.\\d\\d"), "start date");
    complain(found, head.substring(176, 184).matches("\\d\\d\\.\\d\\d\\.\\d\\d"), "start time");
    int[] samples = new int[signals];
    int recordBytes = 0;
    int annotations = -1;
    for (int i = 0; i < signals; i++) {
      samples[i] = Integer.parseInt(field(whole, signals, 216, 8, i));
      annotations = field(whole, signals, 0, 16, i).equals("EDF Annotations") ? i : annotations;
      recordBytes += 2 * samples[i];
      int least = Integer.parseInt(field(whole, signals, 120, 8, i));
      int most = Integer.parseInt(field(whole, signals, 128, 8, i));
      double low = Double.parseDouble(field(whole, signals, 104, 8, i));
      double high = Double.parseDouble(field(whole, signals, 112, 8, i));
      complain(found, most > least && high != low, "ranges of signal " + i);
    }
    complain(found, annotations >= 0, "no annotations");
    complain(found, recordBytes <= 61_440, "record of " + recordBytes + " bytes");
    complain(found, file.length == headBytes + (long) records * recordBytes, "length of the file");
    int from = headBytes;
    for (int i = 0; i < annotations; i++) {
      from += 2 * samples[i];
    }
    for (int record = 0; record < records; record++) {
      String lists =
          new String(
              file, from + record * recordBytes, 2 * samples[annotations], StandardCharsets.UTF_8);
      String stamp = "+" + Math.round(record * seconds) + "\u0014\u0014\0";
      complain(found, lists.startsWith(stamp), "time-keeping of record " + record);
      String used = lists.replaceAll("\0+$", "");
      for (String list : used.split("\0", -1)) {
        complain(
            found,
            list.matches(
                "(?s)[+-]\\d+(\\.\\d+)?(\u0015\\d+(\\.\\d+)?)?\u0014([^\u0014\u0015]*\u0014)+"),
            "list " + list);
      }
    }
    return found.toString();
  }

  private static String field(String head, int signals, int offset, int length, int index) {
    int at = 256 + offset * signals + length * index;
    return head.substring(at, at + length).strip();
  }

  private static void complain(StringBuilder found, boolean right, String what) {
    if (!right) {
      found.append(what).append("; ");
    }
  }
}
