package app.downshift.sensor.heartrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.Canon;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrapVectorsTest {
  @Test
  void readsEveryHeartRateValueOfTheVectors() throws IOException {
    List<Block> blocks = Vectors.in("03_ble_hrm_2a37.txt", "battery");
    for (Block block : blocks) {
      List<SensorEvent> events = new ArrayList<>();
      byte[] bytes = block.bytes();
      HeartRateCharacteristic.UNHEARD.read(bytes, 0, bytes.length, 0, events);
      assertEquals(
          HeartRateWords.of(block.steps().get(0).expected().get(0)), Canon.of(events), block.id());
    }
    assertEquals(20, blocks.size());
  }

  @Test
  void keepsTicksAndSaysHowManyIntervalsFollowInTheSameValue() {
    List<Beat> beats =
        read(0x10, 0x78, 0xFF, 1, 0xFF, 1, 0x0C, 1).stream()
            .filter(Beat.class::isInstance)
            .map(Beat.class::cast)
            .toList();
    assertEquals(List.of(511, 511, 268), beats.stream().map(Beat::ticks).toList());
    assertEquals(List.of(2, 1, 0), beats.stream().map(Beat::followedBy).toList());
    assertEquals(499.0234375, beats.get(0).rrMillis());
  }

  @Test
  void tellsContactOnlyWhenItChanges() {
    List<SensorEvent> events = new ArrayList<>();
    HeartRateCharacteristic strap = HeartRateCharacteristic.UNHEARD;
    for (int flags : new int[] {0, 6, 6, 4, 4, 0, 6}) {
      byte[] value = {(byte) flags, 60};
      strap = strap.read(value, 0, 2, 3, events);
    }
    assertEquals(
        List.of(true, false, true),
        events.stream()
            .filter(SensorEvent.Contact.class::isInstance)
            .map(event -> ((SensorEvent.Contact) event).on())
            .toList());
    assertEquals(
        5, events.stream().filter(SensorEvent.Rate.class::isInstance).count(), "none when off");
  }

  @Test
  void readsBatteryAndRefusesWhatIsNoPercentage() {
    List<SensorEvent> events = new ArrayList<>();
    BatteryLevel.read(new byte[] {9, 0x5A, 101}, 1, 2, 0, events);
    BatteryLevel.read(new byte[] {9, 0x5A, 101}, 2, 3, 0, events);
    BatteryLevel.read(new byte[] {9, 0x5A, 101}, 0, 3, 0, events);
    assertEquals(List.of("battery 90", "rejected battery", "rejected battery"), Canon.of(events));
  }

  @Test
  void readsEveryPolarFrameOfTheVectors() throws IOException {
    int frames = 0;
    for (Block block : Vectors.in("03b_polar_pmd_ecg.txt", "cp_")) {
      PolarMeasurement state = PolarMeasurement.UNHEARD;
      for (Vectors.Step step : block.steps()) {
        byte[] bytes = step.bytes();
        Map<String, String> fields = Vectors.fields(step.expected().get(0));
        if (fields.get("kind").equals("pmd_delta")) {
          assertDeltas(bytes, fields, block.id());
          continue;
        }
        List<SensorEvent> events = new ArrayList<>();
        state = state.frame(bytes, 0, bytes.length, 0, events);
        int[] microvolts =
            Arrays.stream(fields.get("uV").split(",")).mapToInt(Integer::parseInt).toArray();
        assertEquals(List.of(new Waveform(0, "ecg", 130, microvolts)), events, block.id());
        assertEquals(Long.parseLong(fields.get("ts_ns")), state.lastNanos(), block.id());
        frames++;
      }
    }
    assertEquals(4, frames);
  }

  private static void assertDeltas(byte[] bytes, Map<String, String> fields, String id) {
    int[][] rows = PolarDeltas.read(bytes, 0, bytes.length, 3, 16);
    int n = Integer.parseInt(fields.get("n"));
    assertEquals(n, rows[0].length, id);
    assertEquals(fields.get("s0"), sample(rows, 0), id);
    assertEquals(fields.get("s1"), sample(rows, 1), id);
    assertEquals(fields.get("last"), sample(rows, n - 1), id);
  }

  private static String sample(int[][] rows, int at) {
    return "(" + rows[0][at] + ", " + rows[1][at] + ", " + rows[2][at] + ")";
  }

  @Test
  void readsTheAnswersOfThePolarControlPoint() throws IOException {
    Map<String, Map<String, String>> told =
        Map.of(
            "cp_settings_response",
                Map.of(
                    "command", "1",
                    "type", "0",
                    "error", "0",
                    "sample_rate_hz", "130",
                    "resolution_bits", "14"),
            "cp_start_ok", Map.of("command", "2", "type", "0", "error", "0"));
    int answers = 0;
    for (Block block : Vectors.in("03b_polar_pmd_ecg.txt", "")) {
      if (block.received() && block.id().startsWith("cp_")) {
        List<SensorEvent> events = new ArrayList<>();
        PolarMeasurement.answer(block.bytes(), 0, block.bytes().length, 0, events);
        assertEquals(List.of(new Info(0, told.get(block.id()))), events);
        answers++;
      }
    }
    assertEquals(told.size(), answers);
  }

  @Test
  void aRepeatedFrameIsRejectedAndMissingSamplesAreCounted() {
    byte[] frame = new byte[10 + 3 * 13];
    List<SensorEvent> events = new ArrayList<>();
    PolarMeasurement state = PolarMeasurement.UNHEARD;
    for (long tenths : new long[] {10, 10, 11, 13}) {
      java.nio.ByteBuffer.wrap(frame)
          .order(java.nio.ByteOrder.LITTLE_ENDIAN)
          .putLong(1, tenths * 100_000_000);
      state = state.frame(frame, 0, frame.length, 0, events);
    }
    assertEquals(3, events.stream().filter(Waveform.class::isInstance).count());
    assertEquals(1, events.stream().filter(Rejected.class::isInstance).count());
    assertEquals(new Info(0, Map.of("lost_samples", "13")), events.get(3));
  }

  @Test
  void noValueOfWhateverBytesMakesItStumble() {
    Random random = new Random(71);
    HeartRateCharacteristic strap = HeartRateCharacteristic.UNHEARD;
    PolarMeasurement polar = PolarMeasurement.UNHEARD;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 9 && random.nextBoolean()) {
        bytes[0] = (byte) (random.nextBoolean() ? 0 : 2);
        bytes[9] = (byte) (bytes[0] == 0 ? 0 : 0x81);
      }
      List<SensorEvent> events = new ArrayList<>();
      strap = strap.read(bytes, 0, bytes.length, 0, events);
      polar = polar.frame(bytes, 0, bytes.length, 0, events);
      PolarMeasurement.answer(bytes, 0, bytes.length, 0, events);
      BatteryLevel.read(bytes, 0, bytes.length, 0, events);
      for (SensorEvent event : events) {
        assertEquals(true, !(event instanceof Beat beat) || Beat.possible(beat.rrMillis()));
      }
    }
  }

  private static List<SensorEvent> read(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    List<SensorEvent> events = new ArrayList<>();
    HeartRateCharacteristic.UNHEARD.read(bytes, 0, bytes.length, 0, events);
    return events;
  }
}
