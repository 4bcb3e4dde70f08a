package app.downshift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Asking;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionView;
import app.downshift.session.Sitting;
import app.downshift.session.Snapshot;
import app.downshift.session.Wording;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a typed line means depends on what is asked; nothing typed stops a session by accident. */
class TerminalAnswersTest {
  private static final Protocol ASKING =
      new Protocol(
          "test",
          Wording.NONE,
          Wording.NONE,
          new Asking(Set.of(), Set.of(Rating.Item.PAIN)),
          List.of(
              new Phase(
                  "breathe",
                  200,
                  new Phase.Paced(new PacePlan.Steady(6), BreathPattern.LONG_EXHALE))));

  /** A session that stands still, looked at twice. */
  private static final class Still implements Host.Followed {
    private final List<Command> sent = new ArrayList<>();
    private final Snapshot snapshot;
    private int looks;

    Still(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    @Override
    public SessionView view() {
      return new SessionView(
          snapshot,
          new SessionView.TimeBase(0, snapshot.atMicros(), 1),
          SessionView.Recording.NONE,
          SessionView.Mode.LIVE,
          0);
    }

    @Override
    public void send(Command command) {
      sent.add(command);
    }

    @Override
    public void close() {
      throw new AssertionError("nobody asked for the end");
    }

    @Override
    public boolean awaitEnd(long millis) {
      return ++looks > 2;
    }
  }

  private static List<Command> typed(double seconds, String lines) throws Exception {
    var session = new Still(new Sitting(ASKING).beatUntil(seconds).now());
    var keys = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    new TerminalView(nowhere, keys, true).follow(session, List.of());
    return session.sent;
  }

  @Test
  void aLineThatNamesNoSignIsNoAnswerToTheSymptomCheck() throws Exception {
    assertEquals(
        List.of(new Command.ChangePattern(BreathPattern.BOX, true), new Command.SkipPhase()),
        typed(130, "box yes\nn\n"));
    assertEquals(
        List.of(
            new Command.AnswerSymptoms(
                Set.of(Command.Symptom.DIZZY, Command.Symptom.TINGLING), Command.Wish.RAISE_RATE)),
        typed(130, "dt f\n"));
  }

  @Test
  void ratingsAtTheEndComeBeforeTheAnswerThatEndsTheSession() throws Exception {
    assertEquals(
        List.of(new Command.Rate(new Rating(Rating.When.AFTER, Map.of(Rating.Scale.PAIN, 4)))),
        typed(210, "pain = 4\n"));
    assertEquals(
        List.of(new Command.Rate(new Rating(Rating.When.AFTER, Map.of()))), typed(210, "\n"));
    assertEquals(List.of(), typed(210, "pain=44\n"));
  }
}
