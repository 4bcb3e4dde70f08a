package app.downshift.sensor.bitalino;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitalinoConversationTest {

  @Test
  void sendsTheCommandsOfTheVectors() throws IOException {
    Map<String, Byte> commands =
        Map.of(
            "tx_version", BitalinoConversation.VERSION,
            "tx_rate_1000", BitalinoConversation.RATE_1000,
            "tx_start_A2", BitalinoConversation.START_A2,
            "tx_stop", BitalinoConversation.STOP,
            "tx_stop_v42", BitalinoConversation.STOP_42);
    int count = 0;
    for (Block block : Vectors.in("09_bitalino.txt", "")) {
      if (commands.containsKey(block.id())) {
        assertArrayEquals(block.bytes(), new byte[] {commands.get(block.id())}, block.id());
        count++;
      }
    }
    assertEquals(commands.size(), count);
  }

  @Test
  void asksTheVersionSetsTheRateStartsAndStops() {
    DeviceTalk talk = talk(List.of()).until(10).wish(new SensorWish.Stop());
    assertEquals(List.of("07", "C3", "09", "00"), talk.words());
    assertEquals(9.6 * 1000, talk.count(Waveform.class), 20);
    assertEquals(0, talk.count(Gap.class));
  }

  @Test
  void aDeviceThatFellIdleIsStartedAgain() {
    DeviceTalk talk = talk(List.of(new Fault(Fault.Kind.REBOOT, 5))).until(15);
    assertEquals(List.of("07", "C3", "09", "07", "C3", "09"), talk.words());
    assertTrue(talk.count(Waveform.class) > 11_000);
  }

  @Test
  void aDeviceThatIsStillSendingIsStoppedFirst() {
    VirtualBitalino device = new VirtualBitalino(DeviceTalk.heart(), List.of());
    device.told(new byte[] {(byte) 0xC3, 0x09}, 2, 0);
    DeviceTalk talk = new DeviceTalk(device, new BitalinoSensor().conversation()).until(5);
    assertEquals(List.of("00", "07", "C3", "09"), talk.words());
    assertTrue(talk.count(Waveform.class) > 3500);
  }

  @Test
  void aSilentPortIsAskedAgainAndAgain() {
    DeviceTalk talk = talk(List.of()).cut(true).until(6);
    assertEquals(6, talk.words().stream().filter("07"::equals).count(), talk.sent.toString());
    assertEquals(0, talk.count(Waveform.class));
  }

  @Test
  void whatGoesWrongOnTheWireIsOneGapEach() {
    for (Fault.Kind kind :
        List.of(Fault.Kind.BAD_CHECKSUM, Fault.Kind.LOST_BYTE, Fault.Kind.LOST_LINE)) {
      DeviceTalk talk = talk(List.of(new Fault(kind, 3))).until(6);
      assertEquals(1, talk.count(Gap.class), kind.toString());
      assertTrue(talk.count(Waveform.class) > 5500, kind.toString());
    }
  }

  @Test
  void aStreamThatBeginsInMidFrameGivesNoFalseSample() {
    byte[] stream = stream(500);
    List<String> whole = waves(Feed.whole(new BitalinoSensor().midStream(), stream));
    for (int from = 1; from < 60; from++) {
      byte[] part = Arrays.copyOfRange(stream, from, stream.length);
      List<String> told = waves(Feed.whole(new BitalinoSensor().midStream(), part));
      int missing = (from + 2) / 3;
      assertEquals(whole.subList(missing, whole.size()), told, "from " + from);
    }
  }

  @Test
  void framesOfEveryLengthAreFoundByThemselves() {
    // Six channels: the layout of revolution-python-api, built here bit by bit.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Random random = new Random(4);
    List<int[]> truth = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int[] a = random.ints(4, 0, 1024).toArray();
      int[] b = random.ints(2, 0, 64).toArray();
      truth.add(new int[] {a[0], a[1], a[2], a[3], b[0], b[1]});
      byte[] frame = {
        (byte) (b[0] << 6 | b[1]),
        (byte) (a[3] << 4 | b[0] >> 2),
        (byte) (a[2] << 6 | a[3] >> 4),
        (byte) (a[2] >> 2),
        (byte) a[1],
        (byte) (a[0] << 2 | a[1] >> 8),
        (byte) (a[0] >> 6),
        (byte) (i << 4)
      };
      frame[7] |= (byte) Crc4.of(frame, 0, 8);
      bytes.writeBytes(frame);
    }
    List<String> expected = new ArrayList<>();
    truth.forEach(a -> Arrays.stream(a).forEach(v -> expected.add("wave 0 " + v)));
    assertEquals(expected, waves(Feed.whole(new BitalinoSensor().decoder(), bytes.toByteArray())));
  }

  private static byte[] stream(int frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < frames; i++) {
      bytes.writeBytes(BitalinoRecords.frame(i & 15, 512 + (int) (300 * Math.sin(i / 9.0))));
    }
    return bytes.toByteArray();
  }

  private static List<String> waves(List<SensorEvent> events) {
    return Canon.of(events).stream().filter(line -> line.startsWith("wave")).toList();
  }

  private static DeviceTalk talk(List<Fault> faults) {
    return new DeviceTalk(
        new VirtualBitalino(DeviceTalk.heart(), faults), new BitalinoSensor().conversation());
  }
}
