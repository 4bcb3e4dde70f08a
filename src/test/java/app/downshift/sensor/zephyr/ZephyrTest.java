package app.downshift.sensor.zephyr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.TimedStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZephyrTest {

  @Test
  void theChecksumIsTheOneOfTheStandardText() {
    byte[] text = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals((byte) 0xA1, Crc8.of(text, 0, text.length));
  }

  @Test
  void sendsTheCommandsOfTheVectors() throws IOException {
    Map<String, byte[]> commands =
        Map.of(
            "tx_rr_off", ZephyrRecords.frame(BioHarnessConversation.RR_PACKETS, 0),
            "tx_ecg_on", ZephyrRecords.frame(BioHarnessConversation.ECG_PACKETS, 1),
            "tx_summary_on", ZephyrRecords.frame(BioHarnessConversation.SUMMARY_PACKETS, 1, 0));
    int count = 0;
    for (Block block : Vectors.in("06_zephyr.txt", "")) {
      if (!block.received()) {
        assertArrayEquals(block.bytes(), commands.get(block.id()), block.id());
        count++;
      }
    }
    assertEquals(commands.size(), count);
  }

  @Test
  void everyBeatOfARealBioHarnessIsToldAndNoneIsInvented() throws IOException {
    byte[] capture =
        Files.readAllBytes(Vectors.shared("data/zephyr-stream/orig/120-second-bt-stream.dat"));
    List<Double> truth =
        Files.readAllLines(Vectors.shared("data/zephyr-stream/bioharness.rr.txt")).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(Double::parseDouble)
            .toList();
    List<SensorEvent> events = Feed.whole(new BioHarnessSensor().decoder(), capture);
    assertEquals(truth, beats(events));
    assertEquals(0, events.stream().filter(Gap.class::isInstance).count());
    assertEquals(0, events.stream().filter(Rejected.class::isInstance).count());
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      int[] cuts = random.ints(500, 0, capture.length).sorted().toArray();
      assertEquals(events, Feed.cut(new BioHarnessSensor().decoder(), capture, cuts));
    }
  }

  @Test
  void aHoleInTheRealRecordingIsOneGapAndTheOtherBeatsAreTheSame() throws IOException {
    byte[] capture =
        Files.readAllBytes(Vectors.shared("data/zephyr-stream/orig/120-second-bt-stream.dat"));
    byte[] holed = Arrays.copyOf(capture, capture.length - 3000);
    System.arraycopy(capture, 43_000, holed, 40_000, holed.length - 40_000);
    List<Double> truth = beats(Feed.whole(new BioHarnessSensor().decoder(), capture));
    List<SensorEvent> events = Feed.whole(new BioHarnessSensor().decoder(), holed);
    List<Double> told = beats(events);
    assertEquals(1, events.stream().filter(Gap.class::isInstance).count());
    int same = 0;
    while (told.get(same).equals(truth.get(same))) {
      same++;
    }
    int lost = truth.size() - told.size();
    assertTrue(lost > 0 && lost < 12, lost + " beats were in the hole");
    assertEquals(truth.subList(same + lost, truth.size()), told.subList(same, told.size()));
  }

  @Test
  void switchesTheBioHarnessOnKeepsItAwakeAndSwitchesItOff() {
    DeviceTalk talk = bioHarness(List.of()).until(60).wish(new SensorWish.Stop());
    assertEquals(
        List.of("02 19 01 01 5E 03", "02 16 01 01 5E 03", "02 BD 02 01 00 C4 03"),
        talk.words().subList(0, 3));
    assertTrue(talk.words().stream().filter("02 23 00 00 03"::equals).count() >= 28);
    assertEquals("02 19 01 00 00 03", talk.words().get(talk.words().size() - 3));
    assertTrue(talk.count(Beat.class) > 55);
    assertEquals(0, talk.count(Gap.class));
  }

  @Test
  void aBioHarnessThatFellSilentIsSwitchedOnAgain() {
    DeviceTalk talk = bioHarness(List.of()).until(20).cut(true).until(50).cut(false).until(80);
    assertTrue(talk.words().stream().filter("02 19 01 01 5E 03"::equals).count() >= 4);
    assertTrue(talk.count(Beat.class) > 40);
  }

  @Test
  void tenLostPacketsOfAnHxmCostNoBeatAndTwentyAreAGap() {
    List<Double> truth = beats(hxm(List.of()));
    List<Fault> ten = losses(100, 10);
    List<SensorEvent> few = hxm(ten);
    assertEquals(truth, beats(few));
    assertEquals(0, few.stream().filter(Gap.class::isInstance).count());
    List<SensorEvent> many = hxm(losses(100, 20));
    assertEquals(1, many.stream().filter(Gap.class::isInstance).count());
    Gap gap = (Gap) many.stream().filter(Gap.class::isInstance).findFirst().orElseThrow();
    assertEquals(truth.size() - beats(many).size(), gap.beats());
  }

  @Test
  void aDamagedPacketOfAnHxmIsRejectedAndCostsNoBeat() {
    List<SensorEvent> whole = hxm(List.of());
    List<SensorEvent> events =
        hxm(
            List.of(
                new Fault(Kind.BAD_CHECKSUM, 50),
                new Fault(Kind.LOST_BYTE, 100),
                new Fault(Kind.DUPLICATE, 150)));
    assertEquals(beats(whole), beats(events));
    assertTrue(Canon.of(events).contains("rejected crc"));
    assertEquals(0, events.stream().filter(Gap.class::isInstance).count());
  }

  private static List<Fault> losses(int fromSecond, int packets) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < packets; i++) {
      faults.add(new Fault(Kind.LOST_LINE, fromSecond + i));
    }
    return faults;
  }

  private static List<SensorEvent> hxm(List<Fault> faults) {
    TimedStream stream = new VirtualHxm(DeviceTalk.heart(), faults).until(200);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (var chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
      bytes.writeBytes(chunk.get().bytes());
    }
    return Feed.whole(new HxmSensor().decoder(), bytes.toByteArray());
  }

  private static DeviceTalk bioHarness(List<Fault> faults) {
    return new DeviceTalk(
        new VirtualBioHarness(DeviceTalk.heart(), faults), new BioHarnessSensor().conversation());
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(Beat.class::isInstance)
        .map(beat -> ((Beat) beat).rrMillis())
        .toList();
  }
}
