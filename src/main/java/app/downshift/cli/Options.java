package app.downshift.cli;

import app.downshift.breath.PaceLimits;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.session.Protocol;

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
    return heart.withResonance(
        within("--resonance", perMinute, 3, 9, "per minute"), HeartProfile.SHARP_QUALITY);
  }

  static Protocol protocol(String name, double pacePerMinute) throws BadInput {
    return Protocol.named(name, pacePerMinute)
        .orElseThrow(
            () ->
                new BadInput(
                    "--protocol "
                        + name
                        + ": no such protocol; choose one of "
                        + String.join(", ", Protocol.names())));
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
