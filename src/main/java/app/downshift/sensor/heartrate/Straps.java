package app.downshift.sensor.heartrate;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorWish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The devices heard while scanning: a value. A strap is told of when it is first heard, when its
 * name becomes known, and when its signal has changed clearly. At most {@link #MOST} are kept.
 */
public final class Straps {
  /** Most devices that are kept; further ones are not heard. */
  public static final int MOST = 64;

  /** Nothing was heard yet. */
  public static final Straps NONE = new Straps(List.of());

  private static final int CLEAR_CHANGE_DB = 6;
  private static final long SETTLED_NANOS = 4_000_000_000L;

  private record Known(Strap strap, Optional<SensorEvent.Found> told) {}

  private final List<Known> known;

  private Straps(List<Known> known) {
    this.known = known;
  }

  /** These and what a device has just said; adds to {@code events} what is worth telling. */
  public Straps heard(Strap sighting, List<SensorEvent> events) {
    List<Known> now = new ArrayList<>(known);
    int at = 0;
    while (at < now.size() && !now.get(at).strap().address().equals(sighting.address())) {
      at++;
    }
    if (at == MOST) {
      return this;
    }
    Known before =
        at < now.size() ? now.remove(at) : new Known(sighting, Optional.<SensorEvent.Found>empty());
    Strap strap = before.strap().and(sighting);
    var found = new SensorEvent.Found(0, strap.address(), strap.name(), strap.rssiDbm());
    boolean news =
        strap.heartRate() && before.told().map(told -> differs(told, found)).orElse(true);
    if (news) {
      events.add(found);
    }
    now.add(at, new Known(strap, news ? Optional.of(found) : before.told()));
    return new Straps(List.copyOf(now));
  }

  private static boolean differs(SensorEvent.Found before, SensorEvent.Found now) {
    return !before.name().equals(now.name())
        || Math.abs(before.rssiDbm() - now.rssiDbm()) >= CLEAR_CHANGE_DB;
  }

  /** What is known of a device; only its address if it was never heard. */
  public Strap at(String address, int addressType) {
    return known.stream()
        .map(Known::strap)
        .filter(strap -> strap.address().equals(address))
        .findFirst()
        .orElse(new Strap(address, addressType, "", 0, false));
  }

  /** Without the device of this address, which turned out to be something else. */
  public Straps without(String address) {
    return new Straps(
        known.stream().filter(each -> !each.strap().address().equals(address)).toList());
  }

  /**
   * Which device to call after {@code scannedNanos} of listening, if one is to be called already:
   * the chosen one as soon as it is heard; with a preference, the preferred one likewise, and after
   * four seconds the strap with the strongest signal; without a wish none.
   */
  public Optional<Strap> toCall(Optional<SensorWish> wish, long scannedNanos) {
    if (wish.isPresent() && wish.get() instanceof SensorWish.Choose choice) {
      return called(choice.sensor());
    }
    if (wish.isPresent() && wish.get() instanceof SensorWish.Prefer preference) {
      Optional<Strap> preferred = called(preference.sensor());
      return preferred.isPresent() || scannedNanos < SETTLED_NANOS ? preferred : strongest();
    }
    return Optional.empty();
  }

  private Optional<Strap> called(String sensor) {
    return known.stream().map(Known::strap).filter(strap -> strap.isCalled(sensor)).findFirst();
  }

  private Optional<Strap> strongest() {
    return known.stream()
        .map(Known::strap)
        .filter(Strap::heartRate)
        .max(
            Comparator.comparingInt(
                strap -> strap.rssiDbm() == 0 ? Integer.MIN_VALUE : strap.rssiDbm()));
  }
}
