package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session does, phase after phase. {@code name} is the word of files and of the command
 * line.
 */
public record Protocol(String name, List<Phase> phases) {
  /** The target of the pacer unless somebody chooses another, in breaths per minute. */
  public static final double DEFAULT_PACE_PER_MINUTE = 6;

  private static final double START_PACE_PER_MINUTE = 12;

  public Protocol {
    phases = List.copyOf(phases);
    if (name.isBlank() || phases.isEmpty() || phases.size() > 100) {
      throw new IllegalArgumentException("a protocol needs a name and 1 to 100 phases");
    }
  }

  /** Four minutes of baseline, ten of breathing, five of recovery. */
  public static Protocol breathe(double pacePerMinute) {
    return breathing("breathe", 240, 600, 300, pacePerMinute);
  }

  /** Two, five and two minutes: for practice, never judged as evidence. */
  public static Protocol breatheShort(double pacePerMinute) {
    return breathing("breathe-short", 120, 300, 120, pacePerMinute);
  }

  /** A protocol that ships with Downshift, by its name. */
  public static Optional<Protocol> named(String name, double pacePerMinute) {
    return switch (name) {
      case "breathe" -> Optional.of(breathe(pacePerMinute));
      case "breathe-short" -> Optional.of(breatheShort(pacePerMinute));
      default -> Optional.empty();
    };
  }

  /** The names {@link #named} knows. */
  public static List<String> names() {
    return List.of("breathe", "breathe-short");
  }

  /** The planned length of all phases, in seconds. */
  public double plannedSeconds() {
    return phases.stream().mapToDouble(Phase::plannedSeconds).sum();
  }

  /** The same phases in other lengths, in the order of the phases. */
  public Protocol lasting(List<Double> seconds) {
    if (seconds.size() != phases.size()) {
      throw new IllegalArgumentException("one length for each of the " + phases.size() + " phases");
    }
    var resized = new ArrayList<Phase>();
    for (int i = 0; i < phases.size(); i++) {
      resized.add(phases.get(i).lasting(seconds.get(i)));
    }
    return new Protocol(name, resized);
  }

  /**
   * The same phases stretched or shrunk to last {@code seconds} together, to the second but for the
   * last.
   */
  public Protocol scaledTo(double seconds) {
    double factor = seconds / plannedSeconds();
    var lengths = new ArrayList<Double>();
    double left = seconds;
    for (Phase phase : phases.subList(0, phases.size() - 1)) {
      double length = Math.max(1, Math.rint(phase.plannedSeconds() * factor));
      lengths.add(length);
      left -= length;
    }
    lengths.add(Math.max(1, left));
    return lasting(lengths);
  }

  private static Protocol breathing(
      String name, double baseline, double breathe, double recover, double pacePerMinute) {
    double start = Math.max(START_PACE_PER_MINUTE, pacePerMinute);
    var glide = new PacePlan.Glide(start, pacePerMinute);
    return new Protocol(
        name,
        List.of(
            new Phase("baseline", baseline, new Phase.OwnPace()),
            new Phase("breathe", breathe, new Phase.Paced(glide, BreathPattern.LONG_EXHALE)),
            new Phase("recover", recover, new Phase.OwnPace())));
  }
}
