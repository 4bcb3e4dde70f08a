package app.downshift.sensor.cyton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CytonConversationTest {

  @Test
  void sendsTheCommandsOfTheVectors() throws IOException {
    Map<String, Byte> commands =
        Map.of(
            "tx_reset", CytonConversation.RESET,
            "tx_start", CytonConversation.START,
            "tx_stop", CytonConversation.STOP);
    int count = 0;
    for (Block block : Vectors.in("13_openbci_cyton.txt", "")) {
      if (!block.received()) {
        assertArrayEquals(block.bytes(), new byte[] {commands.get(block.id())}, block.id());
        count++;
      }
    }
    assertEquals(commands.size(), count);
  }

  @Test
  void resetsStartsWhenReadyAndStops() {
    DeviceTalk talk = talk(List.of()).until(10).wish(new SensorWish.Stop());
    assertEquals(List.of("76", "62", "73"), talk.words());
    assertEquals(9.5 * 250, talk.count(Waveform.class), 5);
    assertEquals(0, talk.count(Gap.class));
  }

  @Test
  void aBoardThatIsOffIsResetAgainUntilItAnswers() {
    DeviceTalk talk = talk(List.of()).cut(true).until(7).cut(false).until(15);
    assertTrue(talk.words().stream().filter("76"::equals).count() >= 3, talk.sent.toString());
    assertTrue(talk.count(Waveform.class) > 1000);
  }

  @Test
  void lostAndDamagedPacketsAreOneGapEachAndDuplicatesNone() {
    Map<Fault.Kind, Integer> gaps =
        Map.of(
            Fault.Kind.LOST_LINE, 1,
            Fault.Kind.LOST_BYTE, 1,
            Fault.Kind.DUPLICATE, 0);
    gaps.forEach(
        (kind, count) -> {
          DeviceTalk talk = talk(List.of(new Fault(kind, 3))).until(6);
          assertEquals((long) count, talk.count(Gap.class), kind.toString());
          assertTrue(talk.count(Waveform.class) > 1350);
        });
    DeviceTalk twice = talk(List.of(new Fault(Fault.Kind.DUPLICATE, 3))).until(6);
    assertTrue(
        twice.events.stream()
            .anyMatch(event -> event instanceof Rejected no && no.reason().equals("duplicate")));
  }

  @Test
  void headersInsideTheDataLockNothingWhereverAStreamIsEntered() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 40; i++) {
      byte[] packet = CytonRecords.packet(i, i * 1000);
      Arrays.fill(packet, 5, 32, (byte) CytonRecords.HEADER);
      bytes.writeBytes(packet);
    }
    byte[] stream = bytes.toByteArray();
    for (int from = 0; from < 66; from++) {
      byte[] part = Arrays.copyOfRange(stream, from, stream.length);
      List<String> told =
          Canon.of(Feed.whole(new CytonSensor().midStream(), part)).stream()
              .filter(line -> line.startsWith("wave"))
              .toList();
      int first = (from + CytonRecords.LENGTH - 1) / CytonRecords.LENGTH;
      assertEquals("wave 0 " + first * 1000, told.get(0), "from " + from);
      assertEquals(40 - first, told.size(), "from " + from);
    }
  }

  private static DeviceTalk talk(List<Fault> faults) {
    return new DeviceTalk(
        new VirtualCyton(DeviceTalk.heart(), faults), new CytonSensor().conversation());
  }
}
