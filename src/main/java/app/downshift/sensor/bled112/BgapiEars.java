package app.downshift.sensor.bled112;

import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.bled112.Bgapi.Service;
import app.downshift.sensor.heartrate.BatteryLevel;
import app.downshift.sensor.heartrate.HeartRateCharacteristic;
import app.downshift.sensor.heartrate.Strap;
import app.downshift.sensor.heartrate.Straps;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Understands what the stick tells, whoever asked for it. Lives for one call: begins with what was
 * known, adds to its events, gives back what is known then.
 */
final class BgapiEars {
  private static final int CONNECTED_AND_COMPLETE = 5;
  private static final int CHARACTERISTIC = 0x2803;
  private static final int CONFIGURATION = 0x2902;
  private static final int SHORT_NAME = 8;
  private static final int WHOLE_NAME = 9;
  private static final int SOME_SERVICES = 2;
  private static final int ALL_SERVICES = 3;

  private final List<SensorEvent> events;
  Known known;

  /**
   * What is known of straps in reach and of the one that is connected.
   *
   * @param connection its number, or −1
   * @param strap the connected one
   * @param heart handles of its heart rate service
   * @param battery handles of its battery service
   * @param value handle of its heart rate measurement, 0 while unknown
   * @param configuration handle that switches its notifications, 0 while unknown
   * @param level handle of its battery level, 0 while unknown
   * @param latest the characteristic that the last handle told belongs to
   * @param spoken whether it has sent beats
   */
  record Known(
      Straps straps,
      int connection,
      Strap strap,
      Service heart,
      Service battery,
      int value,
      int configuration,
      int level,
      int latest,
      HeartRateCharacteristic rate,
      boolean spoken) {
    static final Known NOTHING = unconnected(Straps.NONE);

    static Known unconnected(Straps straps) {
      return new Known(
          straps,
          -1,
          Strap.NONE,
          Service.NONE,
          Service.NONE,
          0,
          0,
          0,
          0,
          HeartRateCharacteristic.UNHEARD,
          false);
    }

    Known with(Straps now) {
      return new Known(
          now,
          connection,
          strap,
          heart,
          battery,
          value,
          configuration,
          level,
          latest,
          rate,
          spoken);
    }

    Known connected(int number, Strap to) {
      Known none = unconnected(straps);
      return new Known(
          straps, number, to, none.heart, none.battery, 0, 0, 0, 0, none.rate, none.spoken);
    }

    Known withServices(Service heartNow, Service batteryNow) {
      return new Known(
          straps,
          connection,
          strap,
          heartNow,
          batteryNow,
          value,
          configuration,
          level,
          latest,
          rate,
          spoken);
    }

    Known withHandles(int valueNow, int configurationNow, int levelNow, int latestNow) {
      return new Known(
          straps,
          connection,
          strap,
          heart,
          battery,
          valueNow,
          configurationNow,
          levelNow,
          latestNow,
          rate,
          spoken);
    }

    /** The same, after a value was read; {@code beats} says whether a difference may follow. */
    Known said(HeartRateCharacteristic now, boolean beats) {
      return new Known(
          straps,
          connection,
          strap,
          heart,
          battery,
          value,
          configuration,
          level,
          latest,
          now,
          beats);
    }
  }

  BgapiEars(Known known, List<SensorEvent> events) {
    this.known = known;
    this.events = events;
  }

  /** Takes an event; answers are of no interest here. */
  void hear(BgapiPacket packet) {
    if (!packet.event()) {
      return;
    }
    switch (packet.group() << 8 | packet.id()) {
      case 0x000 -> booted(packet);
      case 0x300 -> status(packet);
      case 0x304 -> disconnected(packet);
      case 0x402 -> service(packet);
      case 0x404 -> handle(packet);
      case 0x405 -> value(packet);
      case 0x600 -> sighted(packet);
      default -> {
        // of no use to us
      }
    }
  }

  private void booted(BgapiPacket packet) {
    beatsEnd(GapReason.RESTART);
    known = Known.unconnected(known.straps());
    String version =
        packet.word(0) + "." + packet.word(2) + "." + packet.word(4) + "." + packet.word(6);
    events.add(new Info(0, Map.of("firmware", version)));
  }

  private void status(BgapiPacket packet) {
    boolean ready = (packet.octet(1) & CONNECTED_AND_COMPLETE) == CONNECTED_AND_COMPLETE;
    if (!ready || known.connection() == packet.octet(0)) {
      return; // being called, or its terms have changed
    }
    Strap strap = known.straps().at(packet.address(2), packet.octet(8));
    known = known.connected(packet.octet(0), strap);
    Map<String, String> told = new TreeMap<>(Map.of("address", strap.address()));
    told.put(Info.STATE, Reach.CONNECTED.word());
    if (!strap.name().isEmpty()) {
      told.put("name", strap.name());
    }
    events.add(new Info(0, told));
  }

  private void disconnected(BgapiPacket packet) {
    if (known.connection() != packet.octet(0)) {
      beatsEnd(GapReason.LOST_BEATS); // of a capture that begins in the middle
      known = known.said(known.rate(), false);
      return; // otherwise left over from before, or a call that failed
    }
    beatsEnd(GapReason.LOST_BEATS);
    known = Known.unconnected(known.straps());
    String reason = "0x%04X".formatted(packet.word(1));
    events.add(new Info(0, Map.of(Info.STATE, Reach.LOST.word(), "reason", reason)));
  }

  /** No difference may be formed between the last beat and the first one to come. */
  void beatsEnd(GapReason why) {
    if (known.spoken()) {
      events.add(new Gap(0, why, 0));
    }
  }

  private void service(BgapiPacket packet) {
    if (packet.octet(5) != 2) {
      return; // a number of somebody's own
    }
    Service found = new Service(packet.word(1), packet.word(3));
    if (packet.word(6) == HeartRateCharacteristic.SERVICE) {
      known = known.withServices(found, known.battery());
    } else if (packet.word(6) == BatteryLevel.SERVICE) {
      known = known.withServices(known.heart(), found);
    }
  }

  /** The configuration of a characteristic stands behind its value and before the next one. */
  private void handle(BgapiPacket packet) {
    int handle = packet.word(1);
    int kind = packet.octet(3) == 2 ? packet.word(4) : 0;
    int value = kind == HeartRateCharacteristic.UUID ? handle : known.value();
    int level = kind == BatteryLevel.UUID ? handle : known.level();
    boolean ours = kind == CONFIGURATION && known.latest() == HeartRateCharacteristic.UUID;
    int configuration = ours ? handle : known.configuration();
    int latest =
        kind == CHARACTERISTIC
            ? 0
            : known.latest() == 0 || kind != CONFIGURATION ? kind : known.latest();
    known = known.withHandles(value, configuration, level, latest);
  }

  private void value(BgapiPacket packet) {
    int handle = packet.word(1);
    byte[] bytes = packet.payload();
    boolean pushed = packet.octet(3) != 0; // 0 is the answer to a reading of ours
    boolean nothingKnown = known.value() == 0;
    if (handle == known.value() || (nothingKnown && pushed && handle != known.level())) {
      int before = events.size();
      HeartRateCharacteristic rate = known.rate().read(bytes, 5, bytes.length, 0, events);
      boolean beats =
          events.subList(before, events.size()).stream()
              .anyMatch(SensorEvent.Beat.class::isInstance);
      known = known.said(rate, known.spoken() || beats);
    } else if (handle == known.level()) {
      BatteryLevel.read(bytes, 5, bytes.length, 0, events);
    }
  }

  /** An advertisement, or what a sensor adds when it is asked: often its name alone. */
  private void sighted(BgapiPacket packet) {
    byte[] bytes = packet.payload();
    String name = "";
    boolean heartRate = false;
    int at = 11;
    while (at + 1 < bytes.length && bytes[at] > 0 && at + bytes[at] < bytes.length) {
      int end = at + 1 + bytes[at];
      int kind = bytes[at + 1];
      if (kind == SHORT_NAME || kind == WHOLE_NAME) {
        name = LineFraming.quote(bytes, at + 2, end);
      } else if (kind == SOME_SERVICES || kind == ALL_SERVICES) {
        for (int i = at + 2; i + 1 < end; i += 2) {
          heartRate |= packet.word(i) == HeartRateCharacteristic.SERVICE;
        }
      }
      at = end;
    }
    Strap sighting = new Strap(packet.address(2), packet.octet(8), name, bytes[0], heartRate);
    known = known.with(known.straps().heard(sighting, events));
  }
}
