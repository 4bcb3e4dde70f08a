package app.downshift.sensor.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.pulsesensor.PulseSensorDecoder;
import app.downshift.sensor.pulsesensor.VirtualPulseSensor;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A heart's intervals, spoken as bytes and decoded again, are the same intervals to the tick of the
 * device.
 */
class TwinRoundTripTest {
  private static final double SECONDS = 600;
  private static final double AT_END = 3;

  @Test
  void everySensorTellsExactlyTheIntervalsOfTheHeart() {
    for (String profile : HeartProfile.names().split(", ")) {
      assertTold("bridge", 1024, profile, 0);
      assertTold("pulse-sensor", 500, profile, 2);
      assertTold("text", 1000, profile, 0);
    }
  }

  @Test
  void everyDeviceTellsTheIntervalsOfTheHeartOnItsOwnGrid() {
    Map<String, Integer> grids =
        Map.of(
            "contec", 60,
            "nonin", 75,
            "zephyr-hxm", 250,
            "zephyr-bioharness", 1000,
            "wearlink", 1000);
    grids.forEach(
        (name, perSecond) -> {
          for (String profile : HeartProfile.names().split(", ")) {
            assertTellsOnGrid(name, perSecond, profile);
          }
        });
  }

  /** Devices begin with what they know, and after a lost contact some give away one interval. */
  private static void assertTellsOnGrid(String name, int perSecond, String profile) {
    SensorType type = SensorCatalogue.named(name).orElseThrow();
    List<SensorEvent> events =
        decode(type.decoder(), type.twin(heart(profile), List.of()), SECONDS);
    List<Double> told = beats(events);
    List<Double> truth = truth(profile, perSecond, 0);
    long contacts = events.stream().filter(SensorEvent.Contact.class::isInstance).count();
    String what = name + " " + profile;
    assertComesInOrderFrom(truth, told);
    long missing = truth.size() - told.size();
    assertTrue(
        missing <= 6 + contacts, what + ": " + missing + " of " + truth.size() + ", " + contacts);
    if (HeartProfile.named(profile).orElseThrow().dropoutsPerMinute() == 0) {
      int from = truth.indexOf(told.get(0));
      assertEquals(truth.subList(from, from + told.size()), told, what);
      assertTrue(events.stream().noneMatch(Gap.class::isInstance), what);
    }
  }

  @Test
  void whatGoesWrongOnTheWireIsSeenAndTheRestIsWhole() {
    List<Fault> faults =
        List.of(
            new Fault(Fault.Kind.BOOT_NOISE, 0),
            new Fault(Fault.Kind.BAD_CHECKSUM, 60),
            new Fault(Fault.Kind.LOST_LINE, 120),
            new Fault(Fault.Kind.DUPLICATE, 180),
            new Fault(Fault.Kind.REBOOT, 240));
    SensorType bridge = SensorCatalogue.named("bridge").orElseThrow();
    List<SensorEvent> events =
        decode(bridge.decoder(), bridge.twin(heart("calm"), faults), SECONDS);
    List<String> rejected =
        events.stream()
            .filter(event -> event instanceof Rejected)
            .map(e -> ((Rejected) e).reason())
            .toList();
    assertEquals(List.of("crc", "duplicate"), rejected);
    List<Gap> gaps =
        events.stream().filter(event -> event instanceof Gap).map(event -> (Gap) event).toList();
    assertEquals(
        List.of(GapReason.LOST_BEATS, GapReason.LOST_BEATS, GapReason.RESTART),
        gaps.stream().map(Gap::reason).toList());
    List<Double> truth = truth("calm", 1024, 0);
    List<Double> told = beats(events);
    assertComesInOrderFrom(truth, told);
    int missing = truth.size() - told.size() - gaps.get(0).beats() - gaps.get(1).beats();
    // Two seconds of silence, what the last packet before it would have told, and the end: about
    // ten beats.
    assertTrue(missing >= 3 && missing <= 11, missing + " beats are in no line and no counter");
  }

  @Test
  void aHalfFirstLineIsDroppedByWhoOpensAPortMidStream() {
    for (String name : List.of("text", "pulse-sensor")) {
      SensorType type = SensorCatalogue.named(name).orElseThrow();
      List<Fault> half = List.of(new Fault(Fault.Kind.HALF_FIRST_LINE, 0));
      List<SensorEvent> cut = decode(type.midStream(), type.twin(heart("calm"), half), 60);
      List<SensorEvent> whole = decode(type.decoder(), type.twin(heart("calm"), List.of()), 60);
      List<Double> expected = beats(whole);
      assertEquals(
          name.equals("text") ? expected.subList(1, expected.size()) : expected, beats(cut));
      assertNotEquals(whole, cut);
    }
  }

  @Test
  void aPlotterHidesEqualBeatsAndInventsNone() {
    List<SensorEvent> events =
        decode(
            PulseSensorDecoder.atBoundary(),
            VirtualPulseSensor.plotter(heart("calm"), List.of()),
            SECONDS);
    List<Double> told = beats(events);
    List<Double> truth = truth("calm", 500, 2);
    assertTrue(
        told.size() < truth.size() && told.size() > 0.9 * truth.size(),
        told.size() + " of " + truth.size());
    assertComesInOrderFrom(truth, told);
  }

  @Test
  void contactLossIsToldByTheStrapOnceEachTime() {
    SensorType bridge = SensorCatalogue.named("bridge").orElseThrow();
    List<SensorEvent> events =
        decode(bridge.decoder(), bridge.twin(heart("poor"), List.of()), SECONDS);
    List<Boolean> contact = new ArrayList<>();
    VirtualHeart heart = heart("poor");
    for (HeartEvent event = heart.next();
        event.seconds() < SECONDS - AT_END;
        event = heart.next()) {
      if (event instanceof HeartEvent.Skin) {
        contact.add(((HeartEvent.Skin) event).on());
      }
    }
    List<Boolean> told =
        events.stream()
            .filter(event -> event instanceof SensorEvent.Contact)
            .map(event -> ((SensorEvent.Contact) event).on())
            .skip(1) // the first packet tells that there is contact
            .limit(contact.size())
            .toList();
    assertEquals(contact, told);
    assertTrue(contact.size() > 4, contact.toString());
  }

  @Test
  void theSameSeedSendsTheSameBytes() {
    for (SensorType type : SensorCatalogue.all()) {
      byte[] once = bytes(type.twin(heart("poor"), List.of()), 60);
      assertArrayEquals(once, bytes(type.twin(heart("poor"), List.of()), 60));
    }
  }

  private static void assertComesInOrderFrom(List<Double> truth, List<Double> told) {
    int at = 0;
    for (double millis : told) {
      int from = at;
      while (at < truth.size() && truth.get(at) != millis) {
        at++;
      }
      assertTrue(at < truth.size(), millis + " ms is no interval of the heart after " + from);
      at++;
    }
  }

  private static void assertTold(String name, int perSecond, String profile, double fromSeconds) {
    SensorType type = SensorCatalogue.named(name).orElseThrow();
    List<Double> told =
        beats(decode(type.decoder(), type.twin(heart(profile), List.of()), SECONDS));
    List<Double> truth = truth(profile, perSecond, fromSeconds);
    // The last beats before the end may still be in a packet that was not sent.
    assertTrue(
        told.size() > 500 && told.size() <= truth.size() && told.size() > truth.size() - 4,
        name + profile);
    assertEquals(truth.subList(0, told.size()), told, name + " " + profile);
  }

  /**
   * The heart's intervals on the grid of a device, computed from the instants of its beats alone.
   */
  private static List<Double> truth(String profile, int perSecond, double fromSeconds) {
    VirtualHeart heart = heart(profile);
    List<Double> intervals = new ArrayList<>();
    double before = Double.NaN;
    for (HeartEvent event = heart.next(); event.seconds() <= SECONDS; event = heart.next()) {
      if (event instanceof HeartEvent.Skin) {
        before = Double.NaN;
      } else if (event.seconds() > fromSeconds) {
        if (!Double.isNaN(before)) {
          long ticks = Math.round(event.seconds() * perSecond) - Math.round(before * perSecond);
          intervals.add(ticks * 1000.0 / perSecond);
        }
        before = event.seconds();
      }
    }
    return intervals;
  }

  private static VirtualHeart heart(String profile) {
    return new VirtualHeart(HeartProfile.named(profile).orElseThrow(), Breathing.steady(6), 42);
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof SensorEvent.Beat)
        .map(event -> ((SensorEvent.Beat) event).rrMillis())
        .toList();
  }

  private static List<SensorEvent> decode(Decoder decoder, TimedStream stream, double seconds) {
    return Feed.whole(decoder, bytes(stream, seconds));
  }

  private static byte[] bytes(TimedStream stream, double seconds) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    TimedStream ending = stream.until(seconds);
    long last = 0;
    for (Optional<TimedBytes> chunk = ending.next(); chunk.isPresent(); chunk = ending.next()) {
      assertTrue(chunk.get().atMicros() >= last, "chunks come in order of time");
      last = chunk.get().atMicros();
      all.writeBytes(chunk.get().bytes());
    }
    return all.toByteArray();
  }
}
