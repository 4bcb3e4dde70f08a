package app.downshift.cli;

import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.Practice.MovementSet;
import app.downshift.session.Practice.Notice;
import app.downshift.session.Practice.Recovery.Standing;
import app.downshift.session.Practice.Subtraction;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.session.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a protocol tells the person, line by line, each thing once as it comes up. */
final class TerminalGuide {
  private int phase = -1;
  private Optional<Subtraction> subtraction = Optional.empty();
  private int step;
  private int scored;
  private int setsTold;
  private boolean setOpen;
  private int recoveriesTold;
  private final Set<Notice> noticed = EnumSet.noneOf(Notice.class);

  /** What is new since the last look. */
  List<String> news(Snapshot now) {
    List<String> lines = new ArrayList<>();
    Practice practice = now.practice();
    notices(now, lines);
    if (now.phase() != phase && !(now.state() instanceof SessionState.Finishing)) {
      phase = now.phase();
      Phase begun = now.current().phase();
      String instruction = begun.instruction().in(ProtocolWords.LANGUAGE);
      lines.add(
          "— " + ProtocolWords.title(begun) + (instruction.isEmpty() ? "" : ": ") + instruction);
      keys(now, lines);
    }
    if (!practice.subtraction().equals(subtraction)) {
      subtraction = practice.subtraction();
      subtraction.ifPresent(
          task -> lines.add("  " + task.from() + " − " + task.step() + " = ?  and on from there"));
    }
    practice.step().ifPresent(running -> step(running, lines));
    practice.search().ifPresent(search -> scores(search, lines));
    sets(practice.sets(), lines);
    return lines;
  }

  /** What is asked when ratings are due. */
  static String question(Rating.When when, Set<Rating.Item> items) {
    String what = items.stream().map(Rating.Item::word).collect(Collectors.joining(", "));
    String example =
        items.stream()
            .map(
                item ->
                    switch (item) {
                      case PAIN, TENSION, STRESS -> item.word() + "=5";
                      case REGIONS -> "regions=neck+lower-back";
                      case BREATH -> "breath=belly";
                    })
            .collect(Collectors.joining(","));
    return (when == Rating.When.BEFORE ? "Before it begins: " : "Now: ")
        + what
        + "? 0 is none, 10 as much as can be. For example "
        + example
        + "; Enter for no answer.";
  }

  /** What was rated, at the end. */
  static List<String> ratings(Practice practice) {
    return practice.ratings().stream()
        .filter(given -> !given.rating().declined())
        .map(
            given -> {
              Rating rating = given.rating();
              List<String> parts = new ArrayList<>();
              rating.scales().forEach((scale, value) -> parts.add(scale.word() + " " + value));
              rating.regions().forEach(region -> parts.add(region.word()));
              rating.breath().ifPresent(place -> parts.add("breath in " + place.word()));
              return rating.when().word() + ": " + String.join(", ", parts);
            })
        .toList();
  }

  /** The sets and how the heart rate fell after them, at the end. */
  static List<String> recoveries(Practice practice) {
    return practice.sets().stream().map(TerminalGuide::recovery).toList();
  }

  private static String recovery(MovementSet set) {
    Practice.Recovery recovery = set.recovery();
    String fell =
        recovery.standing() == Standing.MEASURED
            ? String.format(
                Locale.ROOT,
                "%.0f to %.0f bpm in a minute, %+.0f",
                recovery.endBpm(),
                recovery.afterBpm(),
                -recovery.dropBpm())
            : "– (" + why(recovery.standing()) + ")";
    return "set " + set.number() + ": heart rate after it " + fell;
  }

  private static String why(Standing standing) {
    return switch (standing) {
      case PENDING -> "not over yet";
      case MEASURED -> "";
      case NOT_CLEAN -> "too few clean beats";
      case NEXT_SET -> "the next set began within a minute";
      case OVER -> "the session ended within a minute";
    };
  }

  private void keys(Snapshot now, List<String> lines) {
    List<Wording> keys = now.hotKeys();
    if (!keys.isEmpty()) {
      List<String> parts = new ArrayList<>();
      for (Wording key : keys) {
        parts.add((parts.size() + 1) + " " + key.in(ProtocolWords.LANGUAGE));
      }
      lines.add("  marks: " + String.join(" · ", parts));
    } else if (now.current().phase().kind() instanceof Phase.Movement) {
      lines.add("  k when a set begins, k when it ends");
    }
  }

  private void scores(Practice.Search search, List<String> lines) {
    for (int i = scored; i < search.scores().size(); i++) {
      lines.add("  " + PaceText.score(search.scores().get(i)));
    }
    scored = search.scores().size();
  }

  private void step(Practice.Step running, List<String> lines) {
    boolean breaths = running.of() > 20; // a slide has a step for every breath
    if (running.number() != step && !breaths) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  step %d of %d: %.2f a minute",
              running.number(),
              running.of(),
              running.perMinute()));
    }
    step = running.number();
  }

  private void sets(List<MovementSet> sets, List<String> lines) {
    for (MovementSet set : sets) {
      if (set.number() > setsTold) {
        setsTold = set.number();
        setOpen = true;
        lines.add("  set " + set.number() + " begins");
      }
      if (set.number() == setsTold && setOpen && set.toMicros() >= 0) {
        setOpen = false;
        lines.add("  set " + set.number() + " ends; rest");
      }
      if (set.number() == recoveriesTold + 1 && set.recovery().standing() != Standing.PENDING) {
        recoveriesTold++;
        lines.add("  " + recovery(set));
      }
    }
  }

  private void notices(Snapshot now, List<String> lines) {
    for (Notice notice : now.practice().notices()) {
      if (noticed.add(notice)) {
        lines.add(notice(notice, now));
      }
    }
    noticed.retainAll(now.practice().notices());
  }

  private static String notice(Notice notice, Snapshot now) {
    return switch (notice) {
      case NOT_FOR_A_FIRST_SESSION ->
          ProtocolWords.firstSession(now.plan().protocol().firstSession())
              .orElse("not for a first session");
      case OWN_RATE_NOT_KNOWN ->
          "the client's own rate is not known (--own-rate); the pacer runs at the protocol's";
      case HOLDS ->
          "the breath is held: leave that out when pregnant, with high blood pressure, heart or eye disease, or when it is unpleasant";
      case HOLDS_NEED_A_YES ->
          "box holds the breath: leave it when pregnant, with high blood pressure, heart or eye disease; if you want it, type box yes";
      case ADAPTIVE_IS_AN_EXPERIMENT -> "the pace changes by itself, which is an experiment";
    };
  }
}
