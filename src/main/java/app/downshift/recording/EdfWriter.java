package app.downshift.recording;

import app.downshift.beat.RrSeries;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes EDF+ (Kemp and Olivan 2003, Clin Neurophysiol 114; continuous). Every interval is an
 * annotation {@code RR}, which begins with the beat before it and lasts as long as it, to the last
 * digit; a channel {@code RR}, held from beat to beat at 4 Hz in steps of 0.1 ms, is there for
 * programs that draw channels. Where both are, {@link EdfFile} reads the annotations.
 */
final class EdfWriter {
  /** The text of an interval, before what a person said of it. */
  static final String INTERVAL = "RR";

  static final String GAP = "gap";

  private static final int RECORD_SECONDS = 10;
  private static final int SAMPLES = 4 * RECORD_SECONDS;
  private static final int MOST_TENTHS = 32_767;
  private static final int SIGNALS = 2;
  private static final LocalDateTime UNKNOWN = LocalDateTime.of(1985, 1, 1, 0, 0);

  private EdfWriter() {}

  /**
   * Writes a file that must not exist yet.
   *
   * @throws IOException when the disk refuses
   */
  static void write(Intervals from, Path file) throws IOException {
    LocalDateTime started =
        from.started().map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC)).orElse(UNKNOWN);
    boolean dated =
        started.getYear() >= 1985 && started.getYear() < 2085 && !started.equals(UNKNOWN);
    RrSeries series = from.series();
    double end = series.size() == 0 ? 0 : series.timeMillis(series.size() - 1);
    for (Intervals.Remark remark : from.remarks()) {
      end = Math.max(end, remark.atMillis());
    }
    int records = (int) Math.max(1, Math.ceil((end + 1) / (1000.0 * RECORD_SECONDS)));
    List<ByteArrayOutputStream> lists = lists(from, records);
    int most = lists.stream().mapToInt(ByteArrayOutputStream::size).max().orElse(0);
    int annotationSamples = Math.max(8, (most + 1) / 2);
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      out.write(header(dated, dated ? started : UNKNOWN, records, annotationSamples));
      int beat = 0;
      for (int record = 0; record < records; record++) {
        for (int i = 0; i < SAMPLES; i++) {
          double at = 1000.0 * (record * RECORD_SECONDS + i / 4.0);
          while (beat < series.size() && series.timeMillis(beat) <= at) {
            beat++;
          }
          int tenths = (int) Math.min(MOST_TENTHS, Math.round(10 * held(series, beat, at)));
          out.write(tenths);
          out.write(tenths >> 8);
        }
        out.write(Arrays.copyOf(lists.get(record).toByteArray(), 2 * annotationSamples));
      }
    }
  }

  /** The interval that runs at a time, 0 where beats are missing. */
  private static double held(RrSeries series, int beat, double atMillis) {
    boolean runs =
        beat < series.size() && series.timeMillis(beat) - series.rrMillis(beat) <= atMillis + 1;
    return runs ? series.rrMillis(beat) : 0;
  }

  private static List<ByteArrayOutputStream> lists(Intervals from, int records) {
    List<ByteArrayOutputStream> lists = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      var list = new ByteArrayOutputStream();
      list.writeBytes(
          ("+" + i * RECORD_SECONDS + "\u0014\u0014\0").getBytes(StandardCharsets.UTF_8));
      lists.add(list);
    }
    RrSeries series = from.series();
    for (int i = 0; i < series.size(); i++) {
      double begins = series.timeMillis(i) - series.rrMillis(i);
      if (series.gapBefore(i)) {
        put(lists, begins, "", GAP);
      }
      String ruling = IntervalList.ruling(series.marks(i));
      put(
          lists,
          begins,
          "\u0015" + seconds(series.rrMillis(i)),
          ruling.isEmpty() ? INTERVAL : INTERVAL + " " + ruling);
    }
    for (Intervals.Remark remark : from.remarks()) {
      String text = remark.words().replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", " ");
      put(lists, remark.atMillis(), "", text);
    }
    return lists;
  }

  private static void put(
      List<ByteArrayOutputStream> lists, double atMillis, String duration, String text) {
    if (text.isEmpty()) {
      return;
    }
    int record =
        (int) Math.max(0, Math.min(lists.size() - 1, atMillis / (1000.0 * RECORD_SECONDS)));
    String list = onset(atMillis) + duration + "\u0014" + text + "\u0014\0";
    lists.get(record).writeBytes(list.getBytes(StandardCharsets.UTF_8));
  }

  private static String seconds(double millis) {
    return new BigDecimal(String.valueOf(millis)).movePointLeft(3).toPlainString();
  }

  /** To a thousandth of a µs: the sum of intervals is not known better. */
  private static String onset(double millis) {
    BigDecimal exact = new BigDecimal(String.valueOf(millis)).movePointLeft(3);
    BigDecimal rounded = exact.setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return (rounded.signum() < 0 ? "" : "+") + rounded.toPlainString();
  }

  private static byte[] header(
      boolean dated, LocalDateTime at, int records, int annotationSamples) {
    String day =
        dated
            ? at.format(DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH))
                .toUpperCase(Locale.ROOT)
            : "X";
    var text = new StringBuilder();
    field(text, 8, "0");
    field(text, 80, "X X X X");
    field(text, 80, "Startdate " + day + " X X downshift");
    field(text, 8, at.format(DateTimeFormatter.ofPattern("dd.MM.yy", Locale.ROOT)));
    field(text, 8, at.format(DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT)));
    field(text, 8, "" + EdfHeader.SIGNAL_BYTES * (SIGNALS + 1));
    field(text, 44, "EDF+C");
    field(text, 8, "" + records);
    field(text, 8, "" + RECORD_SECONDS);
    field(text, 4, "" + SIGNALS);
    pair(text, 16, "RR", EdfHeader.ANNOTATIONS);
    pair(text, 80, "heart beats", "");
    pair(text, 8, "ms", "");
    pair(text, 8, "-3276.8", "-1");
    pair(text, 8, "3276.7", "1");
    pair(text, 8, "-32768", "-32768");
    pair(text, 8, "32767", "32767");
    pair(text, 80, "", "");
    pair(text, 8, "" + SAMPLES, "" + annotationSamples);
    pair(text, 32, "", "");
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void pair(StringBuilder text, int length, String first, String second) {
    field(text, length, first);
    field(text, length, second);
  }

  private static void field(StringBuilder text, int length, String value) {
    text.append(value).append(" ".repeat(length - value.length()));
  }
}
