package app.downshift.cli;

import app.downshift.library.CheckIn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check-ins as they are typed. */
final class CheckInWords {
  private CheckInWords() {}

  /** What stands behind the options. */
  record Typed(
      String day,
      @Nullable String load,
      @Nullable String capacity,
      @Nullable String context,
      @Nullable String progress,
      @Nullable String painSince,
      List<String> flareUps,
      Map<String, Integer> fears,
      Map<String, String> taken,
      String note,
      @Nullable String sleep,
      @Nullable String sat) {}

  static CheckIn read(Typed typed) throws BadInput {
    try {
      List<CheckIn.FlareUp> flareUps = new ArrayList<>();
      for (String each : typed.flareUps()) {
        flareUps.add(flareUp(each));
      }
      Set<CheckIn.Progress> progress = EnumSet.noneOf(CheckIn.Progress.class);
      if (typed.progress() != null) {
        for (String each : typed.progress().split(",", -1)) {
          progress.add(constant("--progress", CheckIn.Progress.class, each.strip()));
        }
      }
      List<CheckIn.Fear> fears = new ArrayList<>();
      typed.fears().forEach((activity, fear) -> fears.add(fear(activity, fear)));
      List<CheckIn.Taken> taken = new ArrayList<>();
      typed.taken().forEach((what, dose) -> taken.add(new CheckIn.Taken(what, dose)));
      return new CheckIn(
          day(typed.day()),
          scales("--load", CheckIn.Load.class, typed.load()),
          scales("--capacity", CheckIn.Capacity.class, typed.capacity()),
          flareUps,
          typed.painSince() == null
              ? Optional.empty()
              : Optional.of(constant("--pain-since", CheckIn.PainSince.class, typed.painSince())),
          progress,
          scales("--context", CheckIn.Context.class, typed.context()),
          fears,
          taken,
          typed.note(),
          sleep(typed.sleep()),
          sat(typed.sat()));
    } catch (IllegalArgumentException outside) {
      throw new BadInput("check-in: " + outside.getMessage());
    }
  }

  /** An activity may carry its step behind a slash. */
  private static CheckIn.Fear fear(String typed, int howMuch) {
    int slash = typed.indexOf('/');
    return slash < 0
        ? new CheckIn.Fear(typed.strip(), howMuch)
        : new CheckIn.Fear(
            typed.substring(0, slash).strip(), howMuch, typed.substring(slash + 1).strip());
  }

  private static OptionalDouble sleep(@Nullable String typed) throws BadInput {
    if (typed == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(typed));
    } catch (NumberFormatException none) {
      throw new BadInput("--sleep " + typed + ": write hours, such as 6.5");
    }
  }

  private static Optional<CheckIn.Sat> sat(@Nullable String typed) throws BadInput {
    if (typed == null) {
      return Optional.empty();
    }
    String[] parts = typed.split(",", -1);
    try {
      int last = Integer.parseInt(parts[parts.length - 1].strip());
      return switch (parts.length) {
        case 1 -> Optional.of(new CheckIn.Sat(OptionalInt.empty(), last));
        case 2 ->
            Optional.of(new CheckIn.Sat(OptionalInt.of(Integer.parseInt(parts[0].strip())), last));
        default -> throw new BadInput("--sat " + typed + ": write minutes before and now");
      };
    } catch (NumberFormatException none) {
      throw new BadInput("--sat " + typed + ": write minutes before and now, such as 40,55");
    }
  }

  private static CheckIn.FlareUp flareUp(String typed) throws BadInput {
    String[] parts = typed.split(",", -1);
    try {
      return new CheckIn.FlareUp(
          day(parts[0].strip()),
          parts.length > 1 && !parts[1].isBlank()
              ? OptionalDouble.of(Double.parseDouble(parts[1].strip()))
              : OptionalDouble.empty(),
          parts.length > 2 && !parts[2].isBlank()
              ? OptionalInt.of(Integer.parseInt(parts[2].strip()))
              : OptionalInt.empty());
    } catch (NumberFormatException none) {
      throw new BadInput(
          "--flare-up " + typed + ": write day, hours and how bad, such as 2026-11-20,30,7");
    }
  }

  private static LocalDate day(String typed) throws BadInput {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException none) {
      throw new BadInput(typed + ": this is no day; write it like 2026-11-20");
    }
  }

  private static <E extends Enum<E>> Map<E, Integer> scales(
      String option, Class<E> of, @Nullable String typed) throws BadInput {
    Map<E, Integer> scales = new EnumMap<>(of);
    if (typed != null) {
      for (String part : typed.split(",", -1)) {
        int equals = part.indexOf('=');
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) > CheckIn.MOST) {
          throw new BadInput(option + " " + part + ": write a number of 0 to 10 behind =");
        }
        scales.put(
            constant(option, of, part.substring(0, equals).strip()), Integer.parseInt(value));
      }
    }
    return scales;
  }

  private static <E extends Enum<E>> E constant(String option, Class<E> of, String word)
      throws BadInput {
    List<String> known = new ArrayList<>();
    for (E each : of.getEnumConstants()) {
      String its = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (its.equals(word)) {
        return each;
      }
      known.add(its);
    }
    throw new BadInput(
        option + " " + word + ": not known; choose from " + String.join(", ", known));
  }
}
