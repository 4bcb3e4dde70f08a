package app.downshift.sensor.heartrate;

import java.util.Locale;

/**
 * A Bluetooth device in reach, as far as it was heard.
 *
 * @param address such as {@code EC:EA:02:85:D9:7A}
 * @param addressType 0 public, 1 random
 * @param name what it calls itself, or empty
 * @param rssiDbm signal strength when last heard, 0 if unknown
 * @param heartRate whether it is known to measure heart rate
 */
public record Strap(String address, int addressType, String name, int rssiDbm, boolean heartRate) {

  /** No strap at all. */
  public static final Strap NONE = new Strap("", 0, "", 0, false);

  /** Whether a person who says {@code wanted}, an address or part of a name, means this one. */
  public boolean isCalled(String wanted) {
    String words = wanted.strip().toLowerCase(Locale.ROOT);
    return !words.isEmpty()
        && (address.equalsIgnoreCase(words) || name.toLowerCase(Locale.ROOT).contains(words));
  }

  /** What is known of the same device after it was heard once more. */
  Strap and(Strap later) {
    return new Strap(
        address,
        later.addressType,
        later.name.isEmpty() ? name : later.name,
        later.rssiDbm == 0 ? rssiDbm : later.rssiDbm,
        heartRate || later.heartRate);
  }
}
