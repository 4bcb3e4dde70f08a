package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The intervals of any file Downshift reads, with what could not be used. They are unmarked but for
 * what a person said of them.
 *
 * @param format what the content was recognised as: {@code session}, {@code capture}, {@code
 *     rr-text} or {@code rr-csv}
 * @param unusable values or lines that are no interval
 * @param note what a person should know about the file, if anything
 */
public record Intervals(String format, RrSeries series, int unusable, Optional<String> note) {
  /** Reads a file, whatever it is. */
  public static Intervals read(Path file) throws UnreadableFile {
    String first = FirstLine.of(file);
    if (SessionFile.looksLike(first)) {
      SessionFile session = SessionFile.read(file);
      return new Intervals("session", of(session), session.unreadLines(), session.damage());
    }
    if (Capture.looksLike(first)) {
      return captured(Capture.read(file), file);
    }
    RrText text = RrText.read(file);
    double[] times = new double[text.rrMillis().length];
    double at = 0;
    for (int i = 0; i < times.length; i++) {
      at += text.rrMillis()[i];
      times[i] = at;
    }
    Optional<String> note =
        text.unusable() == 0
            ? Optional.empty()
            : Optional.of(text.unusable() + " values are no intervals and were left out");
    return new Intervals(
        text.format(),
        RrSeries.of(times, text.rrMillis(), text.gapBefore()),
        text.unusable(),
        note);
  }

  private static Intervals captured(Capture capture, Path file) throws UnreadableFile {
    byte[] bytes = capture.bytes();
    SensorType type =
        SensorCatalogue.named(capture.head().sensor())
            .orElseThrow(
                () ->
                    new UnreadableFile(
                        file.toString(),
                        "this capture does not say of which sensor it is",
                        "look at it with decode --sensor NAME"));
    double[] times = new double[bytes.length];
    double[] rr = new double[bytes.length];
    boolean[] gaps = new boolean[bytes.length];
    int count = 0;
    int unusable = 0;
    double at = 0;
    boolean gap = false;
    for (SensorEvent event :
        type.forCapture(bytes, bytes.length, capture.seconds())
            .accept(bytes, bytes.length)
            .events()) {
      if (event instanceof SensorEvent.Beat beat && beat.source() == 0) {
        at += beat.rrMillis();
        times[count] = at;
        rr[count] = beat.rrMillis();
        gaps[count++] = gap;
        gap = false;
      } else if (event instanceof SensorEvent.Rejected rejected) {
        unusable += rejected.impossible() ? 1 : 0;
        gap |= rejected.impossible();
      } else {
        gap |=
            event instanceof SensorEvent.Gap
                || (event instanceof SensorEvent.Contact contact && !contact.on());
      }
    }
    return new Intervals(
        "capture",
        RrSeries.of(
            Arrays.copyOf(times, count), Arrays.copyOf(rr, count), Arrays.copyOf(gaps, count)),
        unusable,
        capture.damage());
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
