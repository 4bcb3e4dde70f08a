package app.downshift.recording;

import app.downshift.beat.Marks;
import app.downshift.beat.RrSeries;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The intervals of any file Downshift reads, with what could not be used. They are unmarked but for
 * what a person said of them.
 *
 * @param format what the content was recognised as: {@code session}, {@code rr-text} or {@code
 *     rr-csv}
 * @param unusable values or lines that are no interval
 * @param note what a person should know about the file, if anything
 */
public record Intervals(String format, RrSeries series, int unusable, Optional<String> note) {
  private static final int LONGEST_FIRST_LINE = 1 << 16;

  /** Reads a file, whatever it is. */
  public static Intervals read(Path file) throws UnreadableFile {
    if (SessionFile.looksLike(firstLine(file))) {
      SessionFile session = SessionFile.read(file);
      return new Intervals("session", series(session), session.unreadLines(), session.damage());
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

  /**
   * The beats of a session with the phase of its pacer and what a person said of them; nothing
   * joins across its gaps.
   */
  static RrSeries series(SessionFile session) {
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

  private static String firstLine(Path file) throws UnreadableFile {
    char[] start = new char[LONGEST_FIRST_LINE];
    try (var in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      int length = in.read(start);
      return new String(start, 0, Math.max(0, length)).lines().findFirst().orElse("");
    } catch (java.nio.file.NoSuchFileException missing) {
      throw new UnreadableFile(file.toString(), "there is no such file", "check the name");
    } catch (IOException broken) {
      throw new UnreadableFile(
          file.toString(),
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }
}
