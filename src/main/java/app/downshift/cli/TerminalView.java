package app.downshift.cli;

import app.downshift.breath.Pacer;
import app.downshift.cli.Host.Followed;
import app.downshift.session.Command;
import app.downshift.session.Reading;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Mode;
import app.downshift.session.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A session in the terminal: one line that is written over again and again where somebody watches, a plain line
 * every two seconds where nobody does.
 */
public final class TerminalView {
  private static final long WATCHED_MILLIS = 100;
  private static final long PLAIN_MILLIS = 2000;
  private static final int BAR = 16;

  private final PrintStream out;
  private final InputStream keys;
  private final boolean watched;
  private final StringBuilder typed = new StringBuilder();
  private boolean asked;

  /** {@code watched}: a person sits at a terminal. */
  public TerminalView(PrintStream out, InputStream keys, boolean watched) {
    this.out = out;
    this.keys = keys;
    this.watched = watched;
  }

  /** Shows a session until its end, then its summary. */
  int follow(Followed session) throws InterruptedException {
    SessionView first = session.view();
    out.println(TerminalWords.opening(first));
    if (watched && first.mode() == Mode.LIVE && first.time().rate() > 0) {
      out.println("p pause or go on · m TEXT mark · q stop; each with Enter");
    }
    boolean rushing = first.time().rate() == 0;
    long every = rushing || watched ? WATCHED_MILLIS : PLAIN_MILLIS;
    while (!session.awaitEnd(every)) {
      if (!rushing) {
        show(session.view());
      }
      if (out.checkError()) {
        session.close(); // nobody is left to see it
      }
      if (session.view().mode() == Mode.LIVE && !rushing) {
        answer(session);
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
            "%-8s %s left", phase.phase().name(), clock(phase.phase().plannedSeconds() - phase.doneSeconds())));
    now.pacer().ifPresent(pacer -> parts.add(pacerBar(pacer, now.frozenAtMicros() >= 0 ? now.frozenAtMicros() : atMicros)));
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
        parts.add(String.format(Locale.ROOT, "%.0f %% dimmer", 100 * (1 - now.dimming().brightness())));
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
    return reading instanceof Reading.Value shown ? String.format(Locale.ROOT, format, shown.value()) : "–";
  }

  static String clock(double seconds) {
    long whole = Math.max(0, (long) Math.ceil(seconds));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** Questions are put where somebody can answer; elsewhere it is written down that nobody was asked. */
  private void answer(Followed session) {
    Snapshot now = session.view().snapshot();
    boolean open = now.prompt().isPresent();
    if (open && !watched) {
      session.send(new Command.AnswerSymptoms(Set.of(), Command.Wish.NOT_ASKED));
    } else if (open && !asked) {
      out.println();
      out.println("Dizzy, tingling, short of breath, or panicky?");
      out.println("Enter: no, all fine · f: yes, breathe a little faster · x: yes, stop");
    }
    asked = open;
    if (watched) {
      String line = typedLine();
      while (line != null) {
        obey(line, open, session);
        line = typedLine();
      }
    }
  }

  private static void obey(String line, boolean open, Followed session) {
    if (open) {
      Command.Wish wish =
          switch (line) {
            case "f" -> Command.Wish.RAISE_RATE;
            case "x" -> Command.Wish.STOP;
            default -> Command.Wish.GO_ON;
          };
      Set<Command.Symptom> signs = wish == Command.Wish.GO_ON ? Set.of() : Set.of(Command.Symptom.DIZZY);
      session.send(new Command.AnswerSymptoms(signs, wish));
    } else if (line.equals("p")) {
      boolean paused = session.view().snapshot().state() instanceof SessionState.Paused;
      session.send(paused ? new Command.Resume() : new Command.Pause());
    } else if (line.equals("q")) {
      session.send(new Command.Stop());
    } else if (line.startsWith("m")) {
      session.send(new Command.AddMarker(line.substring(1).strip()));
    }
  }

  /** A whole line if one was typed, without ever waiting for it. */
  private @org.jspecify.annotations.Nullable String typedLine() {
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
