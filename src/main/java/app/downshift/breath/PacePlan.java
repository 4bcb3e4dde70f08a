package app.downshift.breath;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The pace of one phase, in breaths per minute. */
public sealed interface PacePlan {
  /** The word of protocol files. */
  String word();

  /** The pace the phase begins with. */
  double startPerMinute();

  /** The pace the phase settles at. */
  double targetPerMinute();

  /**
   * The pacer of this plan for a phase of {@code phaseSeconds}.
   *
   * @param atMicros session time at which the plan starts
   * @param cycles the phase of the pacer at that moment, in breaths; it goes on from there without
   *     a jump
   */
  Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern);

  /** The plan as it is run: where the order is left to chance, it is drawn here. */
  default PacePlan drawn(Random chance) {
    return this;
  }

  /** The same plan with the target a person chose; plans that look for a pace have none. */
  default PacePlan towards(double perMinute) {
    return this;
  }

  /** The same plan for a phase of another length, as far as the limits allow. */
  default PacePlan lasting(double seconds) {
    return this;
  }

  /** Stretches of known rates that are compared with each other; none in most plans. */
  default boolean compares() {
    return false;
  }

  /** How much of the beginning of each stretch is not looked at, in seconds. */
  default double discardSeconds() {
    return 0;
  }

  /** How long the last stretch lasts, in seconds; 0 for plans without. */
  default double lastSeconds() {
    return 0;
  }

  /** The same rate throughout. */
  record Steady(double perMinute) implements PacePlan {
    public Steady {
      requireAllowed(perMinute);
    }

    @Override
    public String word() {
      return "paced";
    }

    @Override
    public double startPerMinute() {
      return perMinute;
    }

    @Override
    public double targetPerMinute() {
      return perMinute;
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      return Pacer.steady(atMicros, cycles, perMinute, pattern);
    }

    @Override
    public PacePlan towards(double chosen) {
      return new Steady(chosen);
    }
  }

  /**
   * The client's own rate, steady. Intervals alone do not tell it well enough, so it is given, or
   * it is the rate the protocol names for want of it.
   *
   * @param given whether somebody counted it
   */
  record Own(double perMinute, boolean given) implements PacePlan {
    public Own {
      requireAllowed(perMinute);
    }

    @Override
    public String word() {
      return "paced";
    }

    @Override
    public double startPerMinute() {
      return perMinute;
    }

    @Override
    public double targetPerMinute() {
      return perMinute;
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      return Pacer.steady(atMicros, cycles, perMinute, pattern);
    }

    /** With the rate that was counted, as near to it as the limits let a pacer come. */
    public Own counted(double ownPerMinute) {
      return new Own(PaceLimits.within(ownPerMinute), true);
    }
  }

  /**
   * The down-shift: from a comfortable rate to the target in the first three fifths of the phase,
   * never steeper than {@link PaceLimits#STEEPEST_GLIDE}; then the target. Twelve to six in a phase
   * of ten minutes is one breath per minute less every minute.
   */
  record Glide(double startPerMinute, double targetPerMinute) implements PacePlan {
    private static final double SHARE_OF_PHASE = 0.6;

    public Glide {
      requireAllowed(startPerMinute);
      requireAllowed(targetPerMinute);
    }

    @Override
    public String word() {
      return "glide";
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      double change = targetPerMinute - startPerMinute;
      double steepness = Math.abs(change) / (SHARE_OF_PHASE * phaseSeconds / 60);
      double perMinutePerMinute =
          Math.copySign(Math.min(steepness, PaceLimits.STEEPEST_GLIDE), change);
      return new Pacer(
          atMicros, cycles, startPerMinute, perMinutePerMinute, targetPerMinute, pattern, pattern);
    }

    @Override
    public PacePlan towards(double chosen) {
      boolean down = startPerMinute >= targetPerMinute;
      return new Glide(down ? Math.max(startPerMinute, chosen) : startPerMinute, chosen);
    }
  }

  /**
   * Finding the pace, stepped: one rate after the other, each for the same time.
   *
   * @param ratesPerMinute of one round, as written
   * @param settlingSeconds the beginning of each step that is not looked at
   * @param shuffled whether the order of each round is drawn from the seed of the session
   */
  record Stepped(
      List<Double> ratesPerMinute,
      double stepSeconds,
      double settlingSeconds,
      boolean shuffled,
      int rounds)
      implements PacePlan {
    public Stepped {
      ratesPerMinute = List.copyOf(ratesPerMinute);
      ratesPerMinute.forEach(PacePlan::requireAllowed);
      if (ratesPerMinute.isEmpty()
          || ratesPerMinute.size() * rounds > PaceLimits.MOST_STEPS
          || rounds < 1
          || !(stepSeconds > 0 && stepSeconds <= 3600)
          || !(settlingSeconds >= 0 && settlingSeconds < stepSeconds)) {
        throw new IllegalArgumentException(
            "steps need 1 to %d rates in all, and a length that is longer than what is discarded"
                .formatted(PaceLimits.MOST_STEPS));
      }
    }

    @Override
    public String word() {
      return "stepped";
    }

    @Override
    public double startPerMinute() {
      return ratesPerMinute.get(0);
    }

    @Override
    public double targetPerMinute() {
      return ratesPerMinute.get(ratesPerMinute.size() - 1);
    }

    /** All steps of all rounds, in seconds. */
    public double seconds() {
      return ratesPerMinute.size() * rounds * stepSeconds;
    }

    @Override
    public boolean compares() {
      return true;
    }

    @Override
    public double discardSeconds() {
      return settlingSeconds;
    }

    @Override
    public double lastSeconds() {
      return stepSeconds;
    }

    /** All rounds in the order in which they are run; no rate twice in a row where rounds meet. */
    @Override
    public Stepped drawn(Random chance) {
      List<Double> all = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        List<Double> order = new ArrayList<>(ratesPerMinute);
        if (shuffled) {
          for (int i = order.size() - 1; i > 0; i--) {
            swap(order, i, chance.nextInt(i + 1));
          }
          if (round > 0 && order.get(0).equals(all.get(all.size() - 1))) {
            swap(order, 0, order.size() - 1);
          }
        }
        all.addAll(order);
      }
      return new Stepped(all, stepSeconds, settlingSeconds, false, 1);
    }

    private static void swap(List<Double> order, int one, int other) {
      Double kept = order.get(one);
      order.set(one, order.get(other));
      order.set(other, kept);
    }

    @Override
    public PacePlan lasting(double seconds) {
      double each = seconds / (ratesPerMinute.size() * rounds);
      return new Stepped(
          ratesPerMinute, each, settlingSeconds * each / stepSeconds, shuffled, rounds);
    }

    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      List<Pacer.Leg> legs = new ArrayList<>();
      double reached = 0;
      double minutes = 0;
      for (int i = 1; i < ratesPerMinute.size(); i++) {
        minutes += stepSeconds / 60;
        reached += ratesPerMinute.get(i - 1) * stepSeconds / 60;
        legs.add(new Pacer.Leg(minutes, reached, ratesPerMinute.get(i)));
      }
      double first = ratesPerMinute.get(0);
      return new Pacer(atMicros, cycles, first, 0, first, pattern, pattern, legs);
    }
  }

  /**
   * Finding the pace, sliding (Fisher and Lehrer 2022): every breath longer than the last by the
   * same time, from one rate to just before the other: 78 breaths from 6.75 to 4.25 a minute become
   * longer by 67.04 ms each.
   */
  record Sliding(int breaths, double fromPerMinute, double toPerMinute) implements PacePlan {
    public Sliding {
      requireAllowed(fromPerMinute);
      requireAllowed(toPerMinute);
      if (breaths < 2 || breaths > PaceLimits.MOST_STEPS) {
        throw new IllegalArgumentException(
            "sliding takes 2 to %d breaths".formatted(PaceLimits.MOST_STEPS));
      }
      if (steepness(breaths, fromPerMinute, toPerMinute) > PaceLimits.STEEPEST_GLIDE) {
        throw new IllegalArgumentException(
            "sliding from %s to %s in %d breaths is steeper than %s a minute per minute"
                .formatted(fromPerMinute, toPerMinute, breaths, PaceLimits.STEEPEST_GLIDE));
      }
    }

    /** The steepest change between two breaths, per minute and minute of the first of them. */
    private static double steepness(int breaths, double from, double to) {
      double longer = (60 / to - 60 / from) / breaths;
      double steepest = 0;
      for (int breath = 1; breath < breaths; breath++) {
        double before = 60 / from + (breath - 1) * longer;
        double change = Math.abs(60 / before - 60 / (before + longer));
        steepest = Math.max(steepest, change / (before / 60));
      }
      return steepest;
    }

    @Override
    public String word() {
      return "sliding";
    }

    @Override
    public double startPerMinute() {
      return fromPerMinute;
    }

    @Override
    public double targetPerMinute() {
      return 60 / breathSeconds(breaths - 1);
    }

    /** How long a breath lasts, the first being number 0. */
    public double breathSeconds(int breath) {
      return 60 / fromPerMinute + breath * longerSeconds();
    }

    /** By how much each breath is longer than the one before; negative when it gets faster. */
    public double longerSeconds() {
      return (60 / toPerMinute - 60 / fromPerMinute) / breaths;
    }

    /** All breaths, in seconds. */
    public double seconds() {
      return breaths * (60 / fromPerMinute + (breaths - 1) * longerSeconds() / 2);
    }

    @Override
    public boolean compares() {
      return true;
    }

    @Override
    public double lastSeconds() {
      return breathSeconds(breaths - 1);
    }

    @Override
    public PacePlan lasting(double seconds) {
      long fitting = Math.round(breaths * seconds / seconds());
      int fewer = (int) Math.max(2, Math.min(PaceLimits.MOST_STEPS, fitting));
      while (steepness(fewer, fromPerMinute, toPerMinute) > PaceLimits.STEEPEST_GLIDE) {
        fewer++; // ends at the latest where this plan itself was allowed
      }
      return new Sliding(fewer, fromPerMinute, toPerMinute);
    }

    /** A breath under way is first finished at the first rate. */
    @Override
    public Pacer start(long atMicros, double cycles, double phaseSeconds, BreathPattern pattern) {
      double underWay = Math.ceil(cycles) - cycles;
      List<Pacer.Leg> legs = new ArrayList<>();
      double minutes = underWay / fromPerMinute;
      for (int breath = 1; breath < breaths; breath++) {
        minutes += breathSeconds(breath - 1) / 60;
        legs.add(new Pacer.Leg(minutes, underWay + breath, 60 / breathSeconds(breath)));
      }
      return new Pacer(atMicros, cycles, fromPerMinute, 0, fromPerMinute, pattern, pattern, legs);
    }
  }

  private static void requireAllowed(double perMinute) {
    if (!PaceLimits.allows(perMinute)) {
      throw new IllegalArgumentException(
          "a pace of %s per minute is outside %s to %s"
              .formatted(perMinute, PaceLimits.FLOOR_PER_MINUTE, PaceLimits.CEILING_PER_MINUTE));
    }
  }
}
