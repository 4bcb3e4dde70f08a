package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The intervals of any file Downshift reads, with what could not be used. They are unmarked but for
 * what a person said of them.
 *
 * @param format what the content was recognised as: {@code session}, {@code capture}, {@code
 *     rr-text}, {@code rr-csv}, {@code downshift-csv}, {@code beat-times}, {@code kubios}, {@code
 *     hrv-logger}, {@code polar-sensor-logger}, {@code polar-hrm}, {@code edf}, {@code edf+},
 *     {@code wfdb}, {@code pulse-sensor-log}
 * @param unusable values or lines that are no interval
 * @param note what a person should know about the file, and what was decided in reading it, if
 *     anything
 * @param started wall time of time 0, where the file tells
 * @param remarks what else happened, in the order of time
 */
public record Intervals(
    String format,
    RrSeries series,
    int unusable,
    Optional<String> note,
    Optional<Instant> started,
    List<Remark> remarks) {
  /** The kind of a remark that somebody wrote. */
  public static final String MARKER = "marker";

  /** The kind of a remark that names the part of a session which begins there. */
  public static final String PHASE = "phase";

  private static final int LOOKED_AT = 1 << 16;

  public Intervals {
    remarks = List.copyOf(remarks);
  }

  /**
   * Something that happened at a time.
   *
   * @param kind {@link #MARKER} or {@link #PHASE}
   */
  public record Remark(double atMillis, String kind, String text) {
    private static final String PHASE_BEGINS = "phase: ";

    /** One that was written by {@link #words}, or by somebody else. */
    static Remark of(double atMillis, String words) {
      return words.startsWith(PHASE_BEGINS)
          ? new Remark(atMillis, Intervals.PHASE, words.substring(PHASE_BEGINS.length()))
          : new Remark(atMillis, MARKER, words);
    }

    /** Kind and text in one, for formats that know only texts. */
    String words() {
      return kind.equals(Intervals.PHASE) ? PHASE_BEGINS + text : text;
    }
  }

  /** What a session that was read holds. */
  public static Intervals ofSession(SessionFile session) {
    return new Intervals(
        "session",
        of(session),
        session.unreadLines(),
        session.damage(),
        Optional.of(session.plan().started())
            .filter(moment -> !moment.equals(ImportedSession.UNKNOWN)),
        remarks(session));
  }

  /** Reads a file, whatever it is. */
  public static Intervals read(Path file) throws UnreadableFile {
    String first = FirstLine.of(file);
    if (SessionFile.looksLike(first)) {
      return ofSession(SessionFile.read(file));
    }
    if (Capture.looksLike(first)) {
      return captured(Capture.read(file), file);
    }
    if (EdfHeader.looksLike(first)) {
      return EdfFile.read(file);
    }
    byte[] bytes = ForeignText.bytes(file);
    if (isBinary(bytes)) {
      Optional<Intervals> annotations = WfdbAnnotations.read(file, bytes);
      if (annotations.isPresent()) {
        return annotations.get();
      }
    }
    Intervals read = text(ForeignText.of(bytes, file.toString()));
    return read.format().equals("downshift-csv") ? CsvTables.withEvents(read, file) : read;
  }

  /** The same with marks. */
  public Intervals with(RrSeries marked) {
    return new Intervals(format, marked, unusable, note, started, remarks);
  }

  /**
   * The same as a session of free breathing, to be looked at; what was unusable counts as unread.
   */
  public SessionFile asSession() {
    return new SessionFile(
        ImportedSession.plan(this), ImportedSession.events(this), unusable, 0, false);
  }

  static Intervals text(ForeignText text) throws UnreadableFile {
    if (PolarHrm.looksLike(text)) {
      return PolarHrm.read(text);
    }
    if (PulseLog.looksLike(text)) {
      return PulseLog.read(text);
    }
    Optional<ForeignTable> table = ForeignTable.of(text, RrTable::isIntervals);
    return table.isPresent() ? RrTable.read(table.get(), text.where()) : RrText.read(text);
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  static Intervals of(String format, IntervalList list, Optional<String> said) {
    List<String> words = new ArrayList<>();
    list.rejections().ifPresent(words::add);
    said.ifPresent(words::add);
    return new Intervals(
        format,
        list.series(),
        list.unusable(),
        words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words)),
        Optional.empty(),
        List.of());
  }

  Intervals startedAt(Optional<Instant> moment) {
    return new Intervals(format, series, unusable, note, moment, remarks);
  }

  Intervals remarking(List<Remark> others) {
    return new Intervals(format, series, unusable, note, started, others);
  }

  private static List<Remark> remarks(SessionFile session) {
    List<Remark> remarks = new ArrayList<>();
    boolean imported = session.plan().protocol().name().equals(ImportedSession.PROTOCOL);
    for (SessionEvent event : session.events()) {
      if (event instanceof SessionEvent.PhaseBegan began && !imported) {
        remarks.add(new Remark(began.atMicros() / 1000.0, PHASE, began.phase().name()));
      } else if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.AddMarker marker) {
        double at = marker.momentMicros(commanded.atMicros()) / 1000.0;
        remarks.add(Remark.of(at, marker.text()));
      }
    }
    remarks.sort(Comparator.comparingDouble(Remark::atMillis));
    return remarks;
  }

  private static Intervals captured(Capture capture, Path file) throws UnreadableFile {
    byte[] bytes = capture.bytes();
    SensorType type =
        SensorCatalogue.named(capture.head().sensor())
            .orElseThrow(
                () ->
                    new UnreadableFile(
                        UnreadableFile.Reason.NO_SENSOR_NAMED,
                        file.toString(),
                        "this capture does not say of which sensor it is",
                        "look at it with decode --sensor NAME"));
    IntervalList list =
        told(type.forCapture(bytes, bytes.length, capture.seconds()).accept(bytes, bytes.length));
    return of("capture", list, capture.damage()).startedAt(Optional.of(capture.head().started()));
  }

  /** The beats of the first sensor among what a decoder tells. */
  static IntervalList told(Decoder.Decoded decoded) {
    var list = new IntervalList();
    for (SensorEvent event : decoded.events()) {
      if (event instanceof SensorEvent.Beat beat && beat.source() == 0) {
        list.add(beat.rrMillis());
      } else if (event instanceof SensorEvent.Rejected rejected && rejected.impossible()) {
        list.reject("impossible");
      } else if (event instanceof SensorEvent.Gap
          || (event instanceof SensorEvent.Contact contact && !contact.on())) {
        list.gap();
      }
    }
    return list;
  }

  /**
   * The beats of a session with the phase of its pacer and what a person said of them; nothing
   * joins across its gaps.
   */
  public static RrSeries of(SessionFile session) {
    double[] times = new double[session.events().size()];
    double[] rr = new double[times.length];
    boolean[] gaps = new boolean[times.length];
    double[] breaths = new double[times.length];
    Map<Long, Integer> places = new HashMap<>();
    Map<Integer, Marks> ruled = new HashMap<>();
    PacedBreaths pace = new PacedBreaths();
    int count = 0;
    boolean gap = false;
    boolean contact = true;
    for (SessionEvent event : session.events()) {
      pace.take(event);
      if (event instanceof SessionEvent.GapBegan) {
        gap = true;
      } else if (event instanceof SessionEvent.Sensed sensed
          && sensed.event() instanceof SensorEvent.Contact now) {
        contact = now.on();
      } else if (event instanceof SessionEvent.BeatTaken taken && taken.beat().source() == 0) {
        places.put(taken.atMicros(), count);
        times[count] = taken.atMicros() / 1000.0;
        rr[count] = taken.beat().rrMillis();
        breaths[count] = pace.at(taken.atMicros());
        gaps[count++] = gap;
        gap = !contact;
      } else if (event instanceof SessionEvent.Commanded commanded
          && commanded.command() instanceof Command.RuleOnMarks rule
          && places.containsKey(rule.beatMicros())) {
        ruled.put(places.get(rule.beatMicros()), Marks.NONE.ruled(rule.ruling()));
      }
    }
    Marks[] marks = new Marks[count];
    Arrays.setAll(marks, i -> ruled.getOrDefault(i, Marks.NONE));
    return RrSeries.of(
            Arrays.copyOf(times, count), Arrays.copyOf(rr, count), Arrays.copyOf(gaps, count))
        .paced(Arrays.copyOf(breaths, count))
        .withMarks(marks);
  }
}
