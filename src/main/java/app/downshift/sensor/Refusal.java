package app.downshift.sensor;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a stick or a strap refuses, as the field {@code text} of an {@code Info} says it; a code may
 * follow. Screens have words of their own for each.
 */
public enum Refusal {
  STICK_SILENT("the stick does not answer"),
  STICK_REFUSES("the stick refuses"),
  STICK_CANNOT_LOOK("the stick cannot look for straps"),
  STICK_CANNOT_CALL("the stick cannot call a strap"),
  STRAP_SILENT("the strap does not answer"),
  STRAP_NOT_ASKED("the strap cannot be asked"),
  STRAP_NOT_BONDED("the strap does not want to be bonded"),
  STRAP_SENDS_NOTHING("the strap does not send its beats"),
  NO_HEART_RATE("it has no heart rate to give");

  private final String text;

  Refusal(String text) {
    this.text = text;
  }

  /** The English of events and logs. */
  public String text() {
    return text;
  }

  /** The one that a field says, if it is one of these. */
  public static Optional<Refusal> in(String field) {
    return Arrays.stream(values()).filter(each -> field.startsWith(each.text)).findFirst();
  }

  /** The code that follows in a field, or empty. */
  public String code(String field) {
    return field.substring(text.length()).strip();
  }
}
