package app.downshift.cli;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.recording.ProtocolFolder.Entry;
import app.downshift.session.FirstSession;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Protocols in words of the terminal. */
final class ProtocolWords {
  static final String LANGUAGE = "en";

  private ProtocolWords() {}

  /** One line each. */
  static List<String> list(List<Entry> entries) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      entry
          .protocol()
          .ifPresent(
              protocol ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "%-32s %6s  %s",
                          protocol.name(),
                          TerminalView.clock(protocol.plannedSeconds()),
                          title(protocol)
                              + entry.origin().map(file -> "  (" + file + ")").orElse(""))));
      entry.trouble().ifPresent(trouble -> lines.add("not usable: " + trouble.getMessage()));
    }
    return lines;
  }

  static String title(Protocol protocol) {
    return protocol.title().isEmpty() ? protocol.name() : protocol.title().in(LANGUAGE);
  }

  static String title(Phase phase) {
    return phase.title().isEmpty() ? phase.name() : phase.title().in(LANGUAGE);
  }

  /** A protocol from its title to its last phase. */
  static List<String> whole(Protocol protocol) {
    List<String> lines = new ArrayList<>();
    lines.add(title(protocol) + ", " + TerminalView.clock(protocol.plannedSeconds()));
    if (!protocol.purpose().isEmpty()) {
      lines.add(protocol.purpose().in(LANGUAGE));
    }
    lines.add("");
    for (Phase phase : protocol.phases()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-12s %s%6s  %s",
              phase.name(),
              phase.until() == Phase.Until.TIME_IS_UP ? "" : "at most ",
              TerminalView.clock(phase.plannedSeconds()),
              kind(phase.kind())));
      if (!phase.instruction().isEmpty()) {
        lines.add("             " + phase.instruction().in(LANGUAGE));
      }
    }
    lines.add("");
    asked(lines, "asked before: ", protocol.asks().before());
    asked(lines, "asked after: ", protocol.asks().after());
    firstSession(protocol.firstSession()).ifPresent(lines::add);
    return lines;
  }

  /** Why a protocol is not for a first session. */
  static java.util.Optional<String> firstSession(FirstSession first) {
    if (first.suits()) {
      return java.util.Optional.empty();
    }
    String why =
        first.reasons().stream()
            .map(
                reason ->
                    switch (reason) {
                      case LONG ->
                          String.format(
                              Locale.ROOT,
                              "the pacer leads for %s, more than %s",
                              TerminalView.clock(first.pacedSeconds()),
                              TerminalView.clock(FirstSession.MOST_PACED_SECONDS));
                      case STEPPED -> "it looks for a pace in steps";
                      case SLIDING -> "it looks for a pace by sliding";
                      case HOLDS -> "the breath is held";
                      case ADAPTIVE -> "the pace changes by itself";
                    })
            .collect(Collectors.joining(", "));
    return java.util.Optional.of("not for a first session: " + why);
  }

  private static void asked(List<String> lines, String when, Set<Rating.Item> items) {
    if (!items.isEmpty()) {
      lines.add(when + items.stream().map(Rating.Item::word).collect(Collectors.joining(", ")));
    }
  }

  private static String kind(Phase.Kind kind) {
    if (kind instanceof Phase.Paced paced) {
      return plan(paced.plan()) + ", " + pattern(paced.pattern());
    }
    if (kind instanceof Phase.Stressor stressor) {
      return "mental arithmetic, taking away " + stressor.step();
    }
    if (kind instanceof Phase.Movement movement) {
      return "movement, " + movement.sets() + (movement.sets() == 1 ? " set" : " sets");
    }
    if (kind instanceof Phase.HandsOn hands) {
      return "hands on: "
          + hands.markers().stream()
              .map(marker -> marker.in(LANGUAGE))
              .collect(Collectors.joining(", "));
    }
    if (kind instanceof Phase.Coaching) {
      return "hands on belly and chest, own pace";
    }
    return kind instanceof Phase.Free ? "as you like" : "own pace";
  }

  private static String plan(PacePlan plan) {
    if (plan instanceof PacePlan.Glide glide) {
      return "glide from " + rate(glide.startPerMinute()) + " to " + rate(glide.targetPerMinute());
    }
    if (plan instanceof PacePlan.Stepped stepped) {
      return "steps of "
          + TerminalView.clock(stepped.stepSeconds())
          + " at "
          + stepped.ratesPerMinute().stream()
              .map(ProtocolWords::rate)
              .collect(Collectors.joining(", "))
          + (stepped.shuffled() ? " in any order" : "")
          + (stepped.rounds() > 1 ? ", " + stepped.rounds() + " rounds" : "");
    }
    if (plan instanceof PacePlan.Sliding sliding) {
      return sliding.breaths()
          + " breaths sliding from "
          + rate(sliding.fromPerMinute())
          + " to "
          + rate(sliding.toPerMinute());
    }
    if (plan instanceof PacePlan.Own own) {
      return "at the own rate"
          + (own.given() ? ", " : ", which is not known; then ")
          + rate(own.perMinute());
    }
    return rate(plan.targetPerMinute()) + "/min";
  }

  private static String pattern(BreathPattern pattern) {
    String in = rate(pattern.inhale() * 10);
    String out = rate(pattern.exhale() * 10);
    return pattern.holds()
        ? String.join(":", in, rate(pattern.holdFull() * 10), out, rate(pattern.holdEmpty() * 10))
        : in + ":" + out;
  }

  private static String rate(double value) {
    return new java.math.BigDecimal(value)
        .setScale(2, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
