package app.downshift.sensor.wearlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.Canon;
import app.downshift.sensor.Feed;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WearLinkTest {

  @Test
  void aFrameThatLostAByteIsPassedOverAndTheNumberTellsOfIt() {
    // the second frame is from a real capture in which its number was lost
    assertEquals(
        List.of(
            "battery 100",
            "rate 60.0",
            "beat 0 988.000",
            "gap LOST_LINES 0",
            "rate 61.0",
            "beat 0 868.000"),
        decode("FE 08 F7 0E F1 3C 03 DC FE 08 F7 F1 3C 04 1F FE 08 F7 00 F1 3D 03 64"));
  }

  @Test
  void theSameNumberWithOtherBeatsMeansThatSixteenFramesAreLost() {
    assertEquals(
        List.of("battery 100", "rate 60.0", "beat 0 988.000", "gap LOST_LINES 0", "beat 0 868.000"),
        decode("FE 08 F7 0E F1 3C 03 DC FE 08 F7 0E F1 3C 03 64"));
  }

  @Test
  void anIntervalOfNothingIsNoBeat() {
    assertEquals(
        List.of("battery 100", "contact off", "rejected impossible"),
        decode("FE 08 F7 0E F1 00 00 00"));
  }

  private static List<String> decode(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    Feed.assertCutsDoNotMatter(new WearLinkSensor().decoder(), bytes, hex);
    return Canon.of(Feed.whole(new WearLinkSensor().decoder(), bytes));
  }
}
