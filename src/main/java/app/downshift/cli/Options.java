package app.downshift.cli;

import app.downshift.breath.PaceLimits;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.session.Rating;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of option values that several commands share. */
final class Options {
  /** What {@code --sensor} takes, for help texts; the catalogue itself is asked for messages. */
  static final String SENSORS =
      "bridge, pulse-sensor, text, bleuio, bled112, ant, contec, nonin, cyton, bitalino, max30003, "
          + "zephyr-hxm, zephyr-bioharness, wearlink or hrmi";

  private Options() {}

  static SensorType sensor(String name) throws BadInput {
    return SensorCatalogue.named(name)
        .orElseThrow(
            () ->
                new BadInput(
                    "--sensor "
                        + name
                        + ": no such sensor; choose one of "
                        + SensorCatalogue.names()));
  }

  /** A strap can only be chosen behind a stick. */
  static void strap(@Nullable String strap, Optional<SensorType> sensor) throws BadInput {
    if (strap != null && sensor.filter(SensorType::reachesStraps).isEmpty()) {
      throw new BadInput(
          "--strap "
              + strap
              + ": only a stick can choose a strap; name it with --sensor ("
              + SensorCatalogue.sticks()
              + ")");
    }
  }

  static double pace(double perMinute) throws BadInput {
    if (!PaceLimits.allows(perMinute)) {
      throw new BadInput(
          "--pace %s: outside %.0f to %.0f breaths per minute; choose one within"
              .formatted(perMinute, PaceLimits.FLOOR_PER_MINUTE, PaceLimits.CEILING_PER_MINUTE));
    }
    return perMinute;
  }

  /** The same heart, tuned as sharply as a search for its pace expects one to be. */
  static HeartProfile resonant(HeartProfile heart, double perMinute) throws BadInput {
    return heart.withResonance(resonance(perMinute), HeartProfile.SHARP_QUALITY);
  }

  static double resonance(double perMinute) throws BadInput {
    return within("--resonance", perMinute, 3, 9, "per minute");
  }

  /** A client's own rate, as somebody counted it; the pacer comes as near as its limits let it. */
  static double ownRate(double perMinute) throws BadInput {
    return within("--own-rate", perMinute, 3, 40, "breaths per minute");
  }

  /** Ratings as they are typed: {@code pain=6,tension=7,stress=7,regions=neck+jaw,breath=belly}. */
  static Rating rating(String option, Rating.When when, String typed) throws BadInput {
    Map<Rating.Scale, Integer> scales = new EnumMap<>(Rating.Scale.class);
    Set<Rating.Region> regions = EnumSet.noneOf(Rating.Region.class);
    Optional<Rating.BreathPlace> breath = Optional.empty();
    for (String part : typed.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).strip();
      switch (key) {
        case "regions" -> {
          for (String region : value.split("\\+", -1)) {
            regions.add(constant(option, Rating.Region.class, region));
          }
        }
        case "breath" -> breath = Optional.of(constant(option, Rating.BreathPlace.class, value));
        default -> {
          if (!value.matches("\\d{1,2}") || Integer.parseInt(value) > Rating.MOST) {
            throw new BadInput(
                option + " " + part + ": write a number of 0 to 10, such as " + key + "=6");
          }
          scales.put(constant(option, Rating.Scale.class, key), Integer.parseInt(value));
        }
      }
    }
    return new Rating(when, scales, regions, breath);
  }

  private static <E extends Enum<E>> E constant(String option, Class<E> family, String word)
      throws BadInput {
    List<String> known = new ArrayList<>();
    for (E constant : family.getEnumConstants()) {
      String each = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (each.equals(word)) {
        return constant;
      }
      known.add(each);
    }
    throw new BadInput(
        option + " " + word + ": not known; choose from " + String.join(", ", known));
  }

  static double within(String option, double value, double from, double to, String unit)
      throws BadInput {
    if (!(value >= from && value <= to)) {
      throw new BadInput(
          "%s %s: outside %s to %s%s; choose one within"
              .formatted(
                  option, plain(value), plain(from), plain(to), unit.isEmpty() ? "" : " " + unit));
    }
    return value;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
