package app.downshift.sensor.bleuio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.VectorCheck;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.heartrate.HeartRateWords;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BleuioVectorsTest {
  @Test
  void decodesEveryVectorHoweverTheBytesAreSplit() throws IOException {
    List<Block> received =
        Vectors.in("04b_bleuio.txt", "").stream().filter(Block::received).toList();
    for (Block block : received) {
      VectorCheck.run(block, new BleuioSensor().decoder(), BleuioVectorsTest::words);
    }
    assertEquals(2, received.size());
  }

  @Test
  void saysEveryCommandAsTheVectorsHaveIt() throws IOException {
    Talk talk =
        new Talk(new RealHandles(Talk.heart("calm")), new BleuioSensor().conversation())
            .wish(new SensorWish.Prefer(""))
            .run(20)
            .wish(new SensorWish.Stop());
    List<String> said =
        talk.sent().stream().map(b -> new String(b, StandardCharsets.US_ASCII)).toList();
    int checked = 0;
    for (Block block : Vectors.in("04b_bleuio.txt", "")) {
      if (!block.received()) {
        String words = new String(block.bytes(), StandardCharsets.US_ASCII);
        assertTrue(said.contains(words), words + said);
        checked++;
      }
    }
    assertEquals(4, checked);
    assertEquals("AT+GAPDISCONNECT\r", said.get(said.size() - 1));
  }

  @Test
  void decodesEveryHeartRateValueOfTheVectorsInsideANotification() throws IOException {
    for (Block block : Vectors.in("03_ble_hrm_2a37.txt", "battery")) {
      byte[] value = block.bytes();
      String hex = HexFormat.of().withUpperCase().formatHex(value);
      String text =
          "handle_evt_gattc_notification: conn_idx=0000 handle=0010 length="
              + value.length
              + "\r\nHex: 0x"
              + hex
              + "\r\nSize: 1\r\n";
      String verbose =
          "{777:\"0000\",\"0010\":{\"hex\":\"0x" + hex + "\",\"len\":" + value.length + "}}\r\n";
      String expected = block.steps().get(0).expected().get(0);
      for (String form : List.of(text, verbose)) {
        assertEquals(
            words("notify;" + expected),
            Canon.of(Feed.text(new BleuioSensor().decoder(), form)),
            block.id());
        Feed.assertCutsDoNotMatter(
            new BleuioSensor().decoder(), form.getBytes(StandardCharsets.US_ASCII), block.id());
      }
    }
  }

  @Test
  void aValueOfAnotherLengthThanAnnouncedIsRejected() {
    String text =
        "handle_evt_gattc_notification: conn_idx=0000 handle=0010 length=4\r\nHex: 0x10482C\r\n";
    assertEquals(
        List.of("rejected length"), Canon.of(Feed.text(new BleuioSensor().decoder(), text)));
  }

  @Test
  void polarFramesBecomeAWaveformOnceTheirHandleIsKnown() {
    String text =
        "004A ---- fb005c82-02e7-f387-1cad-8acd2d8df0c8\r\n"
            + "handle_evt_gattc_notification: conn_idx=0000 handle=004a length=22\r\n"
            + "Hex: 0x00AA9A935131495208007500007300006300005E0000\r\n";
    assertEquals(
        List.of(new Waveform(0, "ecg", 130, new int[] {117, 115, 99, 94})),
        Feed.text(new BleuioSensor().decoder(), text));
  }

  private static List<String> words(String line) {
    return HeartRateWords.of(line.replaceFirst("^notify;(handle=[^;]*;)?", ""));
  }

  /** The virtual stick, with the strap's handles as the vectors have them. */
  private static final class RealHandles implements VirtualDevice {
    private final VirtualDevice stick;

    RealHandles(VirtualHeart heart) {
      stick = new VirtualBleuio(heart, List.of());
    }

    @Override
    public void told(byte[] bytes, int length, long atMicros) {
      byte[] theirs = exchanged(Arrays.copyOf(bytes, length), "0010", "0023");
      stick.told(theirs, theirs.length, atMicros);
    }

    @Override
    public Optional<TimedBytes> due(long nowMicros) {
      return stick
          .due(nowMicros)
          .map(told -> new TimedBytes(told.atMicros(), exchanged(told.bytes(), "0023", "0010")));
    }

    private static byte[] exchanged(byte[] text, String from, String to) {
      return new String(text, StandardCharsets.US_ASCII)
          .replace(from, to)
          .getBytes(StandardCharsets.US_ASCII);
    }
  }
}
