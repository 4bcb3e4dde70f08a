package app.downshift.cli;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import app.downshift.cli.Host.Followed;
import app.downshift.session.Command;
import app.downshift.session.Rating;
import app.downshift.session.Reading;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session in the terminal: one line that is written over again and again where somebody watches,
 * a plain line every two seconds where nobody does.
 */
public final class TerminalView {
  private static final long LOOK_MILLIS = 100;
  private static final int LOOKS_PER_PLAIN_LINE = 20;
  private static final int BAR = 16;
  private static final Map<Character, Command.Symptom> SIGNS =
      Map.of(
          'd', Command.Symptom.DIZZY,
          't', Command.Symptom.TINGLING,
          's', Command.Symptom.SHORT_OF_BREATH,
          'p', Command.Symptom.PANIC);

  private static final Map<String, Command> PATTERNS =
      Map.of(
          "4:6", new Command.ChangePattern(BreathPattern.LONG_EXHALE, false),
          "5:5", new Command.ChangePattern(BreathPattern.EVEN, false),
          "box", new Command.ChangePattern(BreathPattern.BOX, false),
          "box yes", new Command.ChangePattern(BreathPattern.BOX, true));

  private final PrintStream out;
  private final InputStream keys;
  private final boolean watched;
  private final StringBuilder typed = new StringBuilder();
  private boolean asked;
  private @Nullable Snapshot answered;
  private Optional<Rating.When> askedToRate = Optional.empty();
  private TerminalGuide guide = new TerminalGuide();

  /** {@code watched}: a person sits at a terminal. */
  public TerminalView(PrintStream out, InputStream keys, boolean watched) {
    this.out = out;
    this.keys = keys;
    this.watched = watched;
  }

  /** Whether a person sits at the terminal. */
  boolean watched() {
    return watched;
  }

  /**
   * Shows, once, what to know before a first session; somebody at the terminal says that it was
   * read.
   */
  void caution() {
    TerminalWords.CAUTION.lines().forEach(out::println);
    if (watched) {
      out.println("Press Enter when you have read this.");
      out.flush();
      try {
        int key = keys.read();
        while (key >= 0 && key != '\n') {
          key = keys.read();
        }
      } catch (IOException closed) {
        typed.setLength(0);
      }
    }
  }

  /**
   * Shows a session until its end, then its summary.
   *
   * @param prepared what to answer when ratings are due
   */
  int follow(Followed session, List<Rating> prepared) throws InterruptedException {
    guide = new TerminalGuide();
    var standIn = new StandIn(prepared, !watched && session.view().snapshot().plan().simulated());
    SessionView first = session.view();
    out.println(TerminalWords.opening(first));
    if (watched && first.mode() == Mode.LIVE && first.time().rate() > 0) {
      out.println("p pause or go on · m TEXT mark · n next phase · q stop; each with Enter");
      out.println("4:6 or 5:5 divides the breath otherwise; box holds it, after a warning");
    }
    boolean rushing = first.time().rate() == 0;
    for (int look = 1; !session.awaitEnd(LOOK_MILLIS); look++) {
      if (!rushing) {
        tell(session.view().snapshot());
      }
      if (!rushing && (watched || look % LOOKS_PER_PLAIN_LINE == 0)) {
        show(session.view());
      }
      if (out.checkError()) {
        session.close(); // nobody is left to see it
      }
      if (session.view().mode() == Mode.LIVE && !rushing) {
        answer(session, standIn);
      }
    }
    if (watched) {
      out.print("\r\u001b[K");
    }
    SummaryText.lines(session.view()).forEach(out::println);
    out.flush();
    return 0;
  }

  private void show(SessionView view) {
    String line = line(view.snapshot(), view.time().microsAt(System.nanoTime()));
    if (watched) {
      out.print("\r\u001b[K" + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** One line: phase, time left, pacer, figures. */
  static String line(Snapshot now, long atMicros) {
    List<String> parts = new ArrayList<>();
    Snapshot.PhaseProgress phase = now.current();
    parts.add(
        String.format(
            "%-8s %s left",
            phase.phase().name(), clock(phase.phase().plannedSeconds() - phase.doneSeconds())));
    now.pacer()
        .ifPresent(
            pacer ->
                parts.add(
                    pacerBar(pacer, now.frozenAtMicros() >= 0 ? now.frozenAtMicros() : atMicros)));
    if (now.pacer().isEmpty() && now.state() instanceof SessionState.Running) {
      parts.add("breathe as you like");
    }
    String standing = TerminalWords.standing(now);
    if (!standing.isEmpty()) {
      parts.add(standing);
    }
    Snapshot.Figures figures = now.figures();
    parts.add("HR " + figure(figures.heartRateBpm(), "%.0f"));
    if (now.paced()) {
      parts.add("swing " + figure(figures.swingBpm(), "%.1f"));
      parts.add("in step " + figure(figures.inStep(), "%.2f"));
      if (now.dimming().following()) {
        parts.add(
            String.format(Locale.ROOT, "%.0f %% dimmer", 100 * (1 - now.dimming().brightness())));
      } else if (figures.inStep() instanceof Reading.Value) {
        parts.add("not following yet");
      }
    } else {
      parts.add("RMSSD " + figure(figures.rmssdMillis(), "%.0f ms"));
    }
    return String.join("  ", parts);
  }

  private static String pacerBar(Pacer pacer, long atMicros) {
    Pacer.Reading reading = pacer.at(atMicros);
    int filled = (int) Math.round(reading.depth() * BAR);
    String word =
        switch (reading.stroke()) {
          case IN -> "in ";
          case OUT -> "out";
          case HOLD_FULL, HOLD_EMPTY -> "hold";
        };
    return String.format(
        Locale.ROOT,
        "[%s%s] %s %d  %.1f/min",
        "#".repeat(filled),
        "·".repeat(BAR - filled),
        word,
        (int) Math.ceil(reading.strokeSecondsLeft()),
        reading.perMinute());
  }

  private static String figure(Reading reading, String format) {
    return reading instanceof Reading.Value shown
        ? String.format(Locale.ROOT, format, shown.value())
        : "–";
  }

  static String clock(double seconds) {
    long whole = Math.max(0, (long) Math.ceil(seconds));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  private void tell(Snapshot now) {
    for (String line : guide.news(now)) {
      out.println((watched ? "\r\u001b[K" : "") + line);
    }
  }

  /**
   * Questions are put where somebody can answer; elsewhere what was prepared is said, or it is
   * written down that nobody was asked.
   */
  @SuppressWarnings("ReferenceEquality") // a snapshot is new when it is another object
  private void answer(Followed session, StandIn standIn) {
    Snapshot now = session.view().snapshot();
    if (!watched) {
      if (now != answered) {
        standIn.says(now).forEach(session::send);
        answered = now;
      }
      return;
    }
    Optional<Rating.When> due = now.practice().due();
    if (due.flatMap(standIn::rating).isPresent()) {
      if (!due.equals(askedToRate)) {
        due.flatMap(standIn::rating).ifPresent(rating -> session.send(new Command.Rate(rating)));
      }
      askedToRate = due;
      due = Optional.empty();
    } else if (due.isPresent() && !due.equals(askedToRate)) {
      out.println();
      out.println(TerminalGuide.question(due.get(), now.plan().protocol().asks().items(due.get())));
      askedToRate = due;
    }
    boolean last = due.filter(when -> when == Rating.When.AFTER).isPresent();
    boolean open = now.prompt().isPresent() && !last;
    if (open && !asked) {
      out.println();
      out.println(
          "Dizzy (d), tingling (t), short of breath (s), panicky (p)? Type the letters, or Enter for no.");
      out.println("With them: f to breathe a little faster, x to stop. For example: dt f");
    }
    asked = open;
    String line = typedLine();
    while (line != null) {
      obey(line, open, due, session);
      line = typedLine();
    }
  }

  private void obey(String line, boolean open, Optional<Rating.When> due, Followed session) {
    Snapshot now = session.view().snapshot();
    if (!open && due.isPresent() && (line.isEmpty() || line.indexOf('=') > 0)) {
      rate(due.get(), line, session);
    } else if (open && line.matches("[dtspfx ]*")) { // anything else is meant for the session
      session.send(answered(line));
    } else if (line.equals("p")) {
      boolean paused = now.state() instanceof SessionState.Paused;
      session.send(paused ? new Command.Resume() : new Command.Pause());
    } else if (line.equals("q")) {
      session.send(new Command.Stop());
    } else if (line.equals("n")) {
      session.send(new Command.SkipPhase());
    } else if (line.equals("k")) {
      session.send(new Command.MarkSet());
    } else if (line.startsWith("m")) {
      session.send(new Command.AddMarker(line.substring(1).strip()));
    } else if (line.matches("[1-9]") && Integer.parseInt(line) <= now.hotKeys().size()) {
      String text = now.hotKeys().get(Integer.parseInt(line) - 1).in(ProtocolWords.LANGUAGE);
      session.send(new Command.AddMarker(text));
    } else {
      PATTERNS.forEach(
          (typed, command) -> {
            if (typed.equals(line)) {
              session.send(command);
            }
          });
    }
  }

  private void rate(Rating.When when, String line, Followed session) {
    try {
      Rating rating =
          line.isEmpty()
              ? new Rating(when, Map.of())
              : Options.rating("this answer,", when, line.replace(" ", ""));
      session.send(new Command.Rate(rating));
    } catch (BadInput unclear) {
      out.println(unclear.getMessage());
    }
  }

  /** What was felt, and what to do about it: a little faster unless something else was said. */
  static Command answered(String line) {
    Set<Command.Symptom> signs = EnumSet.noneOf(Command.Symptom.class);
    SIGNS.forEach(
        (letter, sign) -> {
          if (line.indexOf(letter) >= 0) {
            signs.add(sign);
          }
        });
    if (line.indexOf('x') >= 0) {
      return new Command.AnswerSymptoms(signs, Command.Wish.STOP);
    }
    boolean faster = !signs.isEmpty() || line.indexOf('f') >= 0;
    return new Command.AnswerSymptoms(signs, faster ? Command.Wish.RAISE_RATE : Command.Wish.GO_ON);
  }

  /** A whole line if one was typed, without ever waiting for it. */
  private @Nullable String typedLine() {
    try {
      while (keys.available() > 0) {
        int key = keys.read();
        if (key == '\n') {
          String line = typed.toString().strip();
          typed.setLength(0);
          return line;
        }
        typed.append((char) key);
      }
    } catch (IOException closed) {
      typed.setLength(0);
    }
    return null;
  }
}
