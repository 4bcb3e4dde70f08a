package app.downshift.sensor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BridgeDecoderTest {
  @Test
  void oneLineIsOneBurstOfExactTicks() {
    List<Beat> beats = beats(decode(hr(2, 2010, 3, 812, 918, 1)));
    Optional<DeviceTime> at = Optional.of(new DeviceTime(2010, Moment.ARRIVAL));
    assertEquals(
        List.of(
            new Beat(0, 792.96875, 812, 2, at, false),
            new Beat(0, 896.484375, 918, 1, at, false),
            new Beat(0, 0.9765625, 1, 0, at, false)),
        beats);
  }

  @Test
  void aDetectedBeatCarriesItsOwnInstant() {
    byte[] line = "$HB,1,5200,0,1,7,1000,832,95*B145\r\n".getBytes(StandardCharsets.US_ASCII);
    List<SensorEvent> events = decode(line);
    assertTrue(events.contains(new Info(0, Map.of("mode", "detector"))), events.toString());
    Optional<DeviceTime> at = Optional.of(new DeviceTime(5200, Moment.BEAT));
    assertEquals(List.of(new Beat(0, 832, 832, 0, at, false)), beats(events));
  }

  @Test
  void countersAndClockMayWrap() {
    List<SensorEvent> events =
        decode(
            hr(65_534, 4_294_966_000L, 65_535, 800),
            hr(65_535, 4_294_967_000L, 0, 801),
            hr(0, 704, 2, 802, 803));
    assertEquals(List.of(), gaps(events));
    assertEquals(
        List.of(4_294_966_000L, 4_294_967_000L, 4_294_968_000L, 4_294_968_000L),
        beats(events).stream().map(beat -> beat.deviceTime().orElseThrow().millis()).toList());
  }

  @Test
  void aLostLineWithoutBeatsIsNoGap() {
    List<SensorEvent> events = decode(hr(10, 1000, 20, 850), hr(12, 3000, 21, 840));
    assertTrue(events.contains(new Info(0, Map.of("lost_lines", "1"))), events.toString());
    assertEquals(List.of(), gaps(events));
  }

  @Test
  void lostLinesAreAGapWhenNobodyCountsBeats() {
    HrlpLine first =
        new HrlpLine("HR", 1, 1000).with(0).with("").with(72).with("").with(1024).with(850);
    HrlpLine third =
        new HrlpLine("HR", 3, 3000).with(0).with("").with(72).with("").with(1024).with(850);
    List<SensorEvent> events = decode(first.bytes(), third.bytes());
    assertEquals(List.of(new Gap(0, GapReason.LOST_LINES, 0)), gaps(events));
  }

  @Test
  void aCounterThatJumpsHalfItsRangeWasReset() {
    List<SensorEvent> events = decode(hr(1, 1000, 20_000, 850), hr(2, 2000, 1, 850));
    assertEquals(List.of(new Gap(0, GapReason.RESTART, 0)), gaps(events));
  }

  @Test
  void aRepeatedLineSaysNothingTwice() {
    List<SensorEvent> events =
        decode(hr(1, 1000, 1, 850), hr(1, 1000, 1, 850), hr(2, 2000, 2, 851));
    assertEquals(2, beats(events).size());
    assertEquals(List.of(), gaps(events));
    assertEquals(List.of("duplicate"), rejected(events));
  }

  @Test
  void aLineOutOfOrderIsDroppedAndCounted() {
    List<SensorEvent> events =
        decode(hr(10, 9000, 10, 850), hr(4, 8500, 4, 700), hr(11, 10_000, 11, 851));
    assertEquals(List.of("stale"), rejected(events));
    assertEquals(List.of(850, 851), beats(events).stream().map(Beat::ticks).toList());
    assertEquals(List.of(), gaps(events));
  }

  @Test
  void aRestartWhoseHelloWasLostCostsOneLineAndNotTheSession() {
    List<SensorEvent> events =
        decode(
            hr(500, 90_000, 400, 850),
            hr(2, 1130, 1, 851),
            hr(3, 2130, 2, 852),
            hr(4, 3130, 3, 853));
    assertEquals(List.of("stale"), rejected(events));
    assertEquals(List.of(new Gap(0, GapReason.RESTART, 0)), gaps(events));
    assertEquals(List.of(850, 852, 853), beats(events).stream().map(Beat::ticks).toList());
    assertEquals(3130, beats(events).get(2).deviceTime().orElseThrow().millis());
  }

  @Test
  void aClockThatFallsIsARestartEvenWhenLineNumbersRise() {
    List<SensorEvent> events = decode(hr(1, 900_000, 400, 850), hr(40, 1130, 1, 851));
    assertEquals(List.of(new Gap(0, GapReason.RESTART, 0)), gaps(events));
    assertEquals(2, beats(events).size());
  }

  @Test
  void anAnswerToAQueryIsNoRestart() {
    byte[] hello =
        new HrlpLine("HI", 11, 1500).with(1).with("0.3.1").with("m").with("u").with("R").bytes();
    List<SensorEvent> events = decode(hr(10, 1000, 1, 850), hello, hr(12, 2000, 2, 851));
    assertEquals(List.of(), gaps(events));
    assertEquals(2, beats(events).size());
  }

  @Test
  void aHelloOfTheSameNumberIsARestart() {
    byte[] hello =
        new HrlpLine("HI", 0, 130).with(1).with("0.3.1").with("m").with("u").with("R").bytes();
    List<SensorEvent> events = decode(hr(0, 1000, 1, 850), hello, hr(1, 1130, 1, 851));
    assertEquals(List.of(new Gap(0, GapReason.RESTART, 0)), gaps(events));
    assertEquals(2, beats(events).size());
  }

  @Test
  void contactIsToldWhenItChanges() {
    List<SensorEvent> events =
        decode(
            line("HR", 1, 0, 1),
            line("HR", 2, 0, 1),
            line("HR", 3, 0, 0),
            line("HR", 4, 0, 0),
            line("HR", 5, 0, 1));
    assertEquals(
        List.of(new Contact(0, true), new Contact(0, false), new Contact(0, true)),
        events.stream().filter(event -> event instanceof Contact).toList());
  }

  @Test
  void aRateRepeatedWithoutContactIsNotLive() {
    byte[] held =
        new HrlpLine("HR", 1, 1000).with(0).with(0).with(72).with(3).with(1024).with("").bytes();
    assertEquals(List.of("contact off"), Canon.of(decode(held)));
  }

  @Test
  void aStrapThatLeavesTheAirLeavesAGap() {
    byte[] lost =
        new HrlpLine("HS", 2, 2000)
            .with(0)
            .with("LOST")
            .with("H9")
            .with("")
            .with("")
            .with("")
            .with(0)
            .bytes();
    List<SensorEvent> events = decode(hr(1, 1000, 1, 850), lost, hr(3, 9000, 2, 851));
    assertEquals(List.of(new Gap(0, GapReason.LOST_BEATS, 0)), gaps(events));
    assertTrue(
        events.contains(new Info(0, Map.of("state", "LOST", "name", "H9", "dropped", "0"))),
        events.toString());
  }

  @Test
  void impossibleIntervalsAreCountedAndTheOthersKept() {
    List<SensorEvent> events = decode(hr(1, 1000, 4, 850, 0, 65_535, 851));
    assertEquals(List.of(850, 851), beats(events).stream().map(Beat::ticks).toList());
    assertEquals(List.of("impossible", "impossible"), rejected(events));
  }

  @Test
  void aLineWithAWrongFieldSaysNothing() {
    List<byte[]> wrong =
        List.of(
            new HrlpLine("HR", 1, 1000)
                .with(0)
                .with(7)
                .with(72)
                .with(1)
                .with(1024)
                .with(850)
                .bytes(),
            new HrlpLine("HR", 1, 1000)
                .with(16)
                .with(1)
                .with(72)
                .with(1)
                .with(1024)
                .with(850)
                .bytes(),
            new HrlpLine("HR", 1, 1000)
                .with(0)
                .with(1)
                .with("x")
                .with(1)
                .with(1024)
                .with(850)
                .bytes(),
            new HrlpLine("HR", 1, 1000).with(0).with(1).with(72).with(1).with(0).with(850).bytes(),
            new HrlpLine("HR", 1, 1000)
                .with(0)
                .with(1)
                .with(72)
                .with(1)
                .with(1024)
                .with("8x")
                .bytes(),
            new HrlpLine("HR", 1, 1000).with(0).bytes(),
            new HrlpLine("ZZ", 1, 1000).bytes());
    for (byte[] line : wrong) {
      List<SensorEvent> events = decode(line);
      assertEquals(
          List.of("syntax"), rejected(events), new String(line, StandardCharsets.US_ASCII));
      assertEquals(1, events.size(), events.toString());
    }
  }

  @Test
  void bootMessagesBelongToNobody() {
    byte[] noise =
        "ets Jul 29 2019\r\nrst:0x1\r\n\u0000\u00FF".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(1, beats(decode(noise, hr(1, 1000, 1, 850), noise)).size());
    assertEquals(List.of(), decode(noise));
  }

  @Test
  void answersAndErrorsOfTheBoardAreTold() {
    List<SensorEvent> events =
        decode(
            new HrlpLine("HA", 1, 10).with("CS").with(3).with(0).bytes(),
            new HrlpLine("HX", 2, 20).with(17).with("no strap, found*").bytes());
    assertEquals(
        new Info(0, Map.of("command", "CS", "sequence", "3", "result", "0")), events.get(0));
    assertEquals(new Info(0, Map.of("error", "17", "text", "no strap_ found_")), events.get(1));
  }

  private static byte[] hr(int sequence, long millis, int counter, int... ticks) {
    return new HrlpLine("HR", sequence, millis)
        .with(0)
        .with("")
        .with(72)
        .with(counter)
        .with(1024)
        .with(ticks)
        .bytes();
  }

  private static byte[] line(String kind, int sequence, int source, int contact) {
    HrlpLine line =
        new HrlpLine(kind, sequence, sequence * 1000L).with(source).with(contact).with("");
    return line.with(0).with(1024).with("").bytes();
  }

  private static List<SensorEvent> decode(byte[]... lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      all.writeBytes(line);
    }
    Decoder fresh = BridgeDecoder.fresh();
    Feed.assertCutsDoNotMatter(fresh, all.toByteArray(), "bridge");
    return Feed.whole(fresh, all.toByteArray());
  }

  private static List<Beat> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Beat)
        .map(event -> (Beat) event)
        .toList();
  }

  private static List<SensorEvent> gaps(List<SensorEvent> events) {
    return events.stream().filter(event -> event instanceof Gap).toList();
  }

  private static List<String> rejected(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Rejected)
        .map(e -> ((Rejected) e).reason())
        .toList();
  }
}
