package app.downshift.recording;

import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionEvent.BeatTaken;
import app.downshift.session.SessionPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A session file as read: its head, every event that could be read, in the order of the file, and
 * what could not.
 *
 * @param unreadLines lines that are no JSON or lack what they need; kept in the file, not in here
 * @param unknownLines lines of a type this version does not know; ignored as the format asks
 * @param tornEnd whether the last line was cut off in the middle (the program was killed while
 *     writing it)
 */
public record SessionFile(
    SessionPlan plan,
    List<SessionEvent> events,
    int unreadLines,
    int unknownLines,
    boolean tornEnd) {

  public SessionFile {
    events = List.copyOf(events);
  }

  /**
   * Whether the session came to an end of its own; false when the file just stops. Words on marks
   * may follow the end ({@link Afterwards}).
   */
  public boolean complete() {
    int last = events.size() - 1;
    while (last >= 0 && isWordOnMarks(events.get(last))) {
      last--;
    }
    return last >= 0 && events.get(last) instanceof SessionEvent.Ended;
  }

  /** Session time of the last thing in it. */
  public long endMicros() {
    long end = 0;
    for (SessionEvent event : events) {
      long taken = event instanceof BeatTaken beat ? beat.arrivedMicros() : event.atMicros();
      end = Math.max(end, taken);
    }
    return end;
  }

  /** The same recording with one more word on marks, as if it had been read anew. */
  public SessionFile with(Command.RuleOnMarks rule) {
    List<SessionEvent> more = new ArrayList<>(events);
    more.add(new SessionEvent.Commanded(endMicros(), rule));
    return new SessionFile(plan, more, unreadLines, unknownLines, tornEnd);
  }

  private static boolean isWordOnMarks(SessionEvent event) {
    return event instanceof SessionEvent.Commanded commanded
        && commanded.command() instanceof Command.RuleOnMarks;
  }

  /** What a person should know about the file, in one sentence; empty when it is whole. */
  public Optional<String> damage() {
    List<String> words = new ArrayList<>();
    if (tornEnd) {
      words.add("its last line is cut off and was left out");
    }
    if (unreadLines > 0) {
      words.add(unreadLines + (unreadLines == 1 ? " line" : " lines") + " could not be read");
    }
    if (!complete()) {
      words.add("it stops without an end");
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  /** Whether a file begins like a session file; false for anything that cannot be read. */
  public static boolean looksLike(String firstLine) {
    return firstLine.startsWith("{") && firstLine.contains("\"type\":\"session\"");
  }

  /** Reads the head of a file alone. */
  public static SessionPlan head(Path file) throws UnreadableFile {
    try (var in = Files.newBufferedReader(file)) {
      String first = in.readLine();
      return new SessionParser().head(first == null ? "" : first, file.toString());
    } catch (IOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NO_SESSION,
          file.toString(),
          "it cannot be read",
          "choose a file ending in .session.jsonl");
    }
  }

  /** Reads a file; a torn last line is accepted, whatever is damaged is counted. */
  public static SessionFile read(Path file) throws UnreadableFile {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      return of(file.toString(), in.lines().iterator());
    } catch (NoSuchFileException missing) {
      throw new UnreadableFile(
          UnreadableFile.Reason.NOT_THERE,
          file.toString(),
          "there is no such file",
          "check the name");
    } catch (IOException | UncheckedIOException broken) {
      throw new UnreadableFile(
          UnreadableFile.Reason.UNREADABLE,
          file.toString(),
          "it cannot be read (" + broken.getMessage() + ")",
          "check the disk and its rights");
    }
  }

  /** As {@link #read}, from lines that come from elsewhere; {@code where} names it in messages. */
  public static SessionFile of(String where, Iterator<String> lines) throws UnreadableFile {
    if (!lines.hasNext()) {
      throw new UnreadableFile(
          UnreadableFile.Reason.EMPTY, where, "the file is empty", "choose a recorded session");
    }
    var parser = new SessionParser();
    SessionPlan plan = parser.head(lines.next(), where);
    List<SessionEvent> events = new ArrayList<>();
    int unread = 0;
    int unknown = 0;
    boolean torn = false;
    while (lines.hasNext()) {
      switch (parser.line(lines.next(), events)) {
        case READ -> {}
        case UNKNOWN -> unknown++;
        case BROKEN -> {
          if (lines.hasNext()) {
            unread++;
          } else {
            torn = true;
          }
        }
      }
    }
    return new SessionFile(plan, events, unread, unknown, torn);
  }
}
