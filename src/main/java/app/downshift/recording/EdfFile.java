package app.downshift.recording;

import app.downshift.beat.wave.WaveDetector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The intervals of an EDF or EDF+ file, from the first of these it has: annotations of intervals
 * (as {@link EdfWriter} writes them) or of beats, a channel of intervals, an ECG, a pulse wave.
 */
final class EdfFile {
  private static final Pattern LISTS = Pattern.compile("\0+");
  private static final Pattern RR =
      Pattern.compile("(?i)(hrv|rr|r-r|rri|ibi|nn|ppi|tachogram)([ _-]*(intervals?|ms|s))?");
  private static final Pattern ECG = Pattern.compile("(?i).*(ecg|ekg|electrocardio).*");
  private static final Pattern PULSE = Pattern.compile("(?i).*(ppg|pleth|bvp|pulse ?wave).*");
  private static final Pattern BEAT = Pattern.compile("(?i)r|r-?peak|qrs|beat|n|heart ?beat");
  private static final Pattern DAMAGED = Pattern.compile("[^\\P{Cc}\\t\\n\\r]");
  private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,30})?");
  private static final int FEW = 10;

  private final Path file;
  private final EdfHeader header;
  private final List<Annotation> annotations = new ArrayList<>();
  private final EdfChannel channel;
  private int brokenLists;
  private boolean torn;
  private long recordsRead;

  /** A piece of text at a time. */
  private record Annotation(double onsetMillis, double durationMillis, String text) {}

  private EdfFile(Path file, EdfHeader header) {
    this.file = file;
    this.header = header;
    channel = channel(header);
  }

  static Intervals read(Path file) throws UnreadableFile {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] fixed = in.readNBytes(EdfHeader.FIXED_BYTES);
      if (fixed.length < EdfHeader.FIXED_BYTES) {
        throw EdfHeader.broken(file.toString(), "it ends within its head");
      }
      int length = EdfHeader.bytes(fixed, file.toString());
      byte[] head = Arrays.copyOf(fixed, length);
      if (in.readNBytes(head, fixed.length, length - fixed.length) < length - fixed.length) {
        throw EdfHeader.broken(file.toString(), "it ends within its head");
      }
      var edf = new EdfFile(file, EdfHeader.of(head, file.toString()));
      edf.records(in);
      return edf.intervals();
    } catch (IOException broken) {
      throw ForeignText.unreadable(file, broken);
    }
  }

  private static EdfChannel channel(EdfHeader header) {
    for (Pattern kind : List.of(RR, ECG, PULSE)) {
      for (int i = 0; i < header.signals().size(); i++) {
        EdfHeader.Signal signal = header.signals().get(i);
        double rate = header.recordSeconds() > 0 ? signal.samples() / header.recordSeconds() : 0;
        if (!kind.matcher(signal.label()).matches() || rate <= 0) {
          continue;
        }
        if (kind == RR) {
          return new EdfChannel.Tachogram(i, signal, rate);
        } else if (kind == ECG && rate >= 125 && rate <= 10_000) {
          return new EdfChannel.Wave(i, signal, WaveDetector.ecg(rate), "an ECG");
        } else if (kind == PULSE && rate >= 25 && rate <= 10_000) {
          return new EdfChannel.Wave(i, signal, WaveDetector.ppg(rate), "a pulse wave");
        }
      }
    }
    return new EdfChannel.None();
  }

  private void records(InputStream in) throws IOException {
    byte[] record = new byte[header.recordBytes()];
    while (header.records() < 0 || recordsRead < header.records()) {
      int read = in.readNBytes(record, 0, record.length);
      if (read < record.length) {
        torn = read > 0 || header.records() > recordsRead;
        return;
      }
      record(record);
      recordsRead++;
    }
  }

  private void record(byte[] record) {
    int at = 0;
    double onset = Double.NaN;
    for (EdfHeader.Signal signal : header.signals()) {
      if (signal.annotations()) {
        double keeps = lists(record, at, 2 * signal.samples());
        onset = Double.isNaN(onset) ? keeps : onset;
      }
      at += 2 * signal.samples();
    }
    double begins = Double.isNaN(onset) ? recordsRead * header.recordSeconds() : onset;
    at = 0;
    for (int i = 0; i < header.signals().size(); i++) {
      int samples = header.signals().get(i).samples();
      if (i == channel.index()) {
        channel.take(record, at, begins, header.recordSeconds());
      }
      at += 2 * samples;
    }
  }

  /**
   * Time-stamped annotation lists (EDF+ 2.2.2); answers the time of the record where the first of
   * them, which has no text, tells it.
   */
  private double lists(byte[] record, int from, int length) {
    String all = new String(record, from, length, StandardCharsets.UTF_8);
    double keeps = Double.NaN;
    boolean first = true;
    for (String list : LISTS.split(all, -1)) {
      if (list.isEmpty()) {
        continue;
      }
      String[] parts = list.split("\u0014", -1);
      String[] stamp = parts[0].split("\u0015", 2);
      double onset = signed(stamp[0]);
      double duration = stamp.length > 1 ? millis(stamp[1]) : 0;
      if (!Double.isFinite(onset) || !Double.isFinite(duration) || parts.length < 2) {
        brokenLists++;
        continue;
      }
      if (first && parts[1].isEmpty()) {
        keeps = onset / 1000;
      }
      first = false;
      for (int i = 1; i < parts.length; i++) {
        if (!parts[i].isEmpty()) {
          annotations.add(new Annotation(onset, duration, parts[i]));
        }
      }
    }
    return keeps;
  }

  private static double signed(String onset) {
    return onset.startsWith("+") || onset.startsWith("-") ? millis(onset) : Double.NaN;
  }

  /** Decimal seconds as ms, to the last digit that was written; NaN when they are none. */
  private static double millis(String seconds) {
    return SECONDS.matcher(seconds).matches()
        ? new BigDecimal(seconds).movePointRight(3).doubleValue()
        : Double.NaN;
  }

  private Intervals intervals() throws UnreadableFile {
    annotations.sort((a, b) -> Double.compare(a.onsetMillis(), b.onsetMillis()));
    long told = annotations.stream().filter(one -> isInterval(one)).count();
    long beats = annotations.stream().filter(one -> BEAT.matcher(one.text()).matches()).count();
    IntervalList list;
    Optional<String> said;
    if (told >= FEW || (told > 0 && header.ours())) {
      list = toldIntervals();
      said = Optional.empty();
    } else if (beats >= FEW) {
      list = new IntervalList();
      for (Annotation one : annotations) {
        if (BEAT.matcher(one.text()).matches()) {
          list.beatAt(one.onsetMillis(), false);
        }
      }
      said = Optional.of("its beats are those that its annotations name");
    } else {
      list = channel.intervals();
      said = channel.said();
    }
    if (channel.index() < 0 && told == 0 && beats < FEW) {
      throw new UnreadableFile(
          UnreadableFile.Reason.OTHER_FORMAT,
          file.toString(),
          "none of its channels ("
              + String.join(", ", labels())
              + ") has intervals, an ECG or a pulse wave that could be read",
          "name the channel RR, ECG or PPG");
    }
    for (int i = 0; i < brokenLists; i++) {
      list.reject("in a broken annotation");
    }
    if (torn) {
      said = Optional.of(said.map(words -> words + "; ").orElse("") + "it is cut off");
    }
    return Intervals.of(header.plus() ? "edf+" : "edf", list, said)
        .startedAt(header.started())
        .remarking(notes(told, beats));
  }

  private static boolean isInterval(Annotation one) {
    return one.durationMillis() > 0
        && (one.text().equals(EdfWriter.INTERVAL)
            || one.text().startsWith(EdfWriter.INTERVAL + " "));
  }

  private IntervalList toldIntervals() {
    var list = new IntervalList();
    for (Annotation one : annotations) {
      if (isInterval(one)) {
        double rrMillis = one.durationMillis();
        int before = list.size();
        list.addAt(one.onsetMillis() + rrMillis, rrMillis);
        if (list.size() > before) {
          list.rule(one.text().substring(EdfWriter.INTERVAL.length()).strip());
        }
      } else if (one.text().equals(EdfWriter.GAP)) {
        list.gap();
      }
    }
    return list;
  }

  private List<Intervals.Remark> notes(long told, long beats) {
    List<Intervals.Remark> notes = new ArrayList<>();
    for (Annotation one : annotations) {
      boolean spoken =
          isInterval(one)
              || (told > 0 && one.text().equals(EdfWriter.GAP))
              || (told == 0 && beats >= FEW && BEAT.matcher(one.text()).matches());
      if (!spoken) {
        String text = DAMAGED.matcher(one.text()).replaceAll("?");
        notes.add(Intervals.Remark.of(one.onsetMillis(), text));
      }
    }
    return notes;
  }

  private List<String> labels() {
    return header.signals().stream()
        .map(signal -> signal.label().replaceAll("[^ -~]", "?").toLowerCase(Locale.ROOT))
        .limit(FEW)
        .toList();
  }
}
