package app.downshift.session;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session does, phase after phase. {@code name} is the word of files and of the command
 * line.
 *
 * @param title what people call it; where there is none, its name
 * @param purpose what it is for, in a sentence
 * @param asks what is asked before and after
 */
public record Protocol(
    String name, Wording title, Wording purpose, Asking asks, List<Phase> phases) {
  /** The target of the pacer unless somebody chooses another, in breaths per minute. */
  public static final double DEFAULT_PACE_PER_MINUTE = 6;

  private static final double START_PACE_PER_MINUTE = 12;

  public Protocol {
    phases = List.copyOf(phases);
    if (name.isBlank() || phases.isEmpty() || phases.size() > 100) {
      throw new IllegalArgumentException("a protocol needs a name and 1 to 100 phases");
    }
  }

  /** Without words, asking nothing. */
  public Protocol(String name, List<Phase> phases) {
    this(name, Wording.NONE, Wording.NONE, Asking.NOTHING, phases);
  }

  /**
   * Four minutes of baseline, ten of breathing, five of recovery: the phases of the protocol that
   * ships, without its words, for screens that must not wait for a file.
   */
  public static Protocol breathe(double pacePerMinute) {
    return breathing("breathe", 240, 600, 300, pacePerMinute);
  }

  /** Two, five and two minutes: for practice, never judged as evidence. */
  public static Protocol breatheShort(double pacePerMinute) {
    return breathing("breathe-short", 120, 300, 120, pacePerMinute);
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
    return with(resized);
  }

  /** With another target where the pacer leads to one; a search for a pace stays as it is. */
  public Protocol towards(double pacePerMinute) {
    return with(
        phases.stream()
            .map(
                phase ->
                    phase.kind() instanceof Phase.Paced paced
                        ? phase.doing(
                            new Phase.Paced(
                                paced.plan().towards(pacePerMinute),
                                paced.pattern(),
                                paced.adaptive()))
                        : phase)
            .toList());
  }

  /** With the client's own rate, as somebody counted it, where the protocol breathes at that. */
  public Protocol ownRate(double countedPerMinute) {
    return with(
        phases.stream()
            .map(
                phase ->
                    phase.kind() instanceof Phase.Paced paced
                            && paced.plan() instanceof PacePlan.Own own
                        ? phase.doing(
                            new Phase.Paced(
                                own.counted(countedPerMinute), paced.pattern(), paced.adaptive()))
                        : phase)
            .toList());
  }

  /** Whether it suits somebody's first session. */
  public FirstSession firstSession() {
    return FirstSession.of(this);
  }

  private Protocol with(List<Phase> others) {
    return new Protocol(name, title, purpose, asks, others);
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
