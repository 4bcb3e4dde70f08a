package app.downshift.library;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person tells of a day. Nothing has to be answered, and what is not answered is absent,
 * never 0.
 *
 * @param day the day that is told of
 * @param load what the day asked, 0 (nothing) to 10 (as much as can be)
 * @param capacity what there was to meet it with, 0 to 10
 * @param painSince since when it hurts
 * @param progress what has become better, in the words people use
 * @param context how the surroundings of the day were, 0 (bad) to 10 (good)
 * @param fears fear of movements by name
 * @param taken what was taken or done, as told; nothing here is judged or advised
 * @param sleepHours how long the night before was, if it was told
 * @param sat how long sitting was without discomfort, if it was told
 */
public record CheckIn(
    LocalDate day,
    Map<Load, Integer> load,
    Map<Capacity, Integer> capacity,
    List<FlareUp> flareUps,
    Optional<PainSince> painSince,
    Set<Progress> progress,
    Map<Context, Integer> context,
    List<Fear> fears,
    List<Taken> taken,
    String note,
    OptionalDouble sleepHours,
    Optional<Sat> sat) {

  /** The longest night that is taken for one. */
  public static final double LONGEST_NIGHT_HOURS = 24;

  /** The highest of every scale; the lowest is 0. */
  public static final int MOST = 10;

  public CheckIn {
    load = scales(Load.class, load);
    capacity = scales(Capacity.class, capacity);
    context = scales(Context.class, context);
    flareUps = List.copyOf(flareUps);
    progress =
        progress.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(progress));
    fears = List.copyOf(fears);
    taken = List.copyOf(taken);
    if (sleepHours.isPresent()
        && !(sleepHours.getAsDouble() >= 0 && sleepHours.getAsDouble() <= LONGEST_NIGHT_HOURS)) {
      throw new IllegalArgumentException("a night is 0 to 24 hours");
    }
  }

  /** Without a night and without sitting. */
  public CheckIn(
      LocalDate day,
      Map<Load, Integer> load,
      Map<Capacity, Integer> capacity,
      List<FlareUp> flareUps,
      Optional<PainSince> painSince,
      Set<Progress> progress,
      Map<Context, Integer> context,
      List<Fear> fears,
      List<Taken> taken,
      String note) {
    this(
        day,
        load,
        capacity,
        flareUps,
        painSince,
        progress,
        context,
        fears,
        taken,
        note,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** Whether nothing was answered at all. */
  public boolean empty() {
    return load.isEmpty()
        && capacity.isEmpty()
        && flareUps.isEmpty()
        && painSince.isEmpty()
        && progress.isEmpty()
        && context.isEmpty()
        && fears.isEmpty()
        && taken.isEmpty()
        && note.isBlank()
        && sleepHours.isEmpty()
        && sat.isEmpty();
  }

  /** A day of which only scales are told. */
  public static CheckIn of(
      LocalDate day, Map<Load, Integer> load, Map<Capacity, Integer> capacity) {
    return new CheckIn(
        day,
        load,
        capacity,
        List.of(),
        Optional.empty(),
        Set.of(),
        Map.of(),
        List.of(),
        List.of(),
        "");
  }

  /** What a day asks of a body. */
  public enum Load {
    SITTING,
    LIFTING,
    DRIVING,
    TRAINING,
    STRESS,
    SHORT_NIGHTS;

    public String word() {
      return CheckIn.word(this);
    }
  }

  /** What a body has to meet it with. */
  public enum Capacity {
    STRENGTH,
    MOBILITY,
    ENDURANCE,
    RECOVERY,
    NERVOUS_SYSTEM_RESILIENCE,
    PRACTICE_DONE;

    public String word() {
      return CheckIn.word(this);
    }
  }

  /** What surrounds it. */
  public enum Context {
    MOVEMENT,
    STRESS,
    POSTURE_AND_BREAKS,
    SLEEP,
    FOOD,
    PEOPLE_AND_OUTDOORS;

    public String word() {
      return CheckIn.word(this);
    }
  }

  /** Progress as people name it. */
  public enum Progress {
    WOKE_WITH_LESS_STIFFNESS,
    SAT_LONGER,
    WALKED_FARTHER,
    LIFTED_WITH_MORE_CONFIDENCE,
    SHORTER_MILDER_FLARE_UPS;

    public String word() {
      return CheckIn.word(this);
    }
  }

  /** Since when it hurts. */
  public enum PainSince {
    UNDER_THREE_MONTHS,
    OVER_THREE_MONTHS,
    IN_CYCLES;

    public String word() {
      return CheckIn.word(this);
    }
  }

  /**
   * A time of more pain.
   *
   * @param began the day on which it began
   * @param hours how long it lasted, if it is over and was told
   * @param worst 0 to 10, if it was told
   */
  public record FlareUp(LocalDate began, OptionalDouble hours, OptionalInt worst) {
    public FlareUp {
      if (hours.isPresent() && !(hours.getAsDouble() >= 0 && hours.getAsDouble() < 1e5)) {
        throw new IllegalArgumentException("a flare-up lasts some hours");
      }
      worst.ifPresent(CheckIn::scale);
    }
  }

  /**
   * How much a movement is feared.
   *
   * @param howMuch 0 to 10
   * @param step how far its return has come, in the person's own words; may be empty
   */
  public record Fear(String activity, int howMuch, String step) {
    public Fear {
      named(activity);
      scale(howMuch);
    }

    /** Without a step. */
    public Fear(String activity, int howMuch) {
      this(activity, howMuch, "");
    }
  }

  /**
   * How long sitting was without discomfort.
   *
   * @param fromMinutes how long it had been before, if that was told
   * @param toMinutes how long it was now
   */
  public record Sat(OptionalInt fromMinutes, int toMinutes) {
    /** The longest that is taken for sitting: a day. */
    public static final int MOST_MINUTES = 24 * 60;

    public Sat {
      minutes(toMinutes);
      fromMinutes.ifPresent(Sat::minutes);
    }

    private static void minutes(int value) {
      if (value < 0 || value > MOST_MINUTES) {
        throw new IllegalArgumentException("sitting is 0 to " + MOST_MINUTES + " minutes");
      }
    }
  }

  /** Anything taken or done, and how much of it, in the person's own words. */
  public record Taken(String what, String dose) {
    public Taken {
      named(what);
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void named(String what) {
    if (what.isBlank()) {
      throw new IllegalArgumentException("it has no name");
    }
  }

  private static void scale(int value) {
    if (value < 0 || value > MOST) {
      throw new IllegalArgumentException("an answer is 0 to " + MOST + ", not " + value);
    }
  }

  private static <E extends Enum<E>> Map<E, Integer> scales(Class<E> of, Map<E, Integer> given) {
    Map<E, Integer> copy = new EnumMap<>(of);
    copy.putAll(given);
    copy.values().forEach(CheckIn::scale);
    return Collections.unmodifiableMap(copy);
  }
}
