package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.Fault;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The shared vectors of what is sent, against all that conversations with twins really send from
 * the opening of the port to their last word.
 */
class SentVectorsTest {
  private static final Map<String, String> FILES =
      Map.of(
          "bled112", "04_bgapi_bled112.txt",
          "bleuio", "04b_bleuio.txt",
          "zephyr-bioharness", "06_zephyr.txt",
          "nonin", "07_nonin.txt",
          "contec", "08_contec.txt",
          "bitalino", "09_bitalino.txt",
          "ant", "10_ant_hrm.txt",
          "hrmi", "11_sparkfun_hrmi.txt",
          "cyton", "13_openbci_cyton.txt");

  /** Vectors that no conversation with a twin sends, each for a reason. */
  private static final Map<String, Set<String>> NOT_SENT =
      Map.of(
          "bled112",
          Set.of(
              "tx_reset", // the port would vanish
              "tx_get_info", // nothing depends on it
              "tx_discover_observation", // would list phones
              "tx_cccd_off", // a link that ends needs nothing switched off
              "tx_find_information_0e_13", // the twin has other handles: BgapiVectorsTest
              "tx_read_battery"), // the same
          "bleuio",
          Set.of("tx_atsetnoti"), // the twin has another handle: BleuioVectorsTest
          "nonin",
          Set.of(
              "tx_select_df7", // the twin sends waves unasked: NoninConversationTest
              "tx_select_df8", // rates alone
              "tx_select_df13", // rates alone
              "tx_set_time_example", // its clock is nobody's business
              "tx_3150_df8"), // rates alone
          "contec",
          Set.of("tx_stop_storage", "tx_vendor"), // what it has stored is not read
          "bitalino",
          Set.of(
              "tx_rate_100", // too coarse for an ECG
              "tx_start_all", // the ECG is on A2
              "tx_state", // nothing depends on it
              "tx_stop_v42")); // the twin is older: BitalinoConversationTest

  @Test
  void everyVectorIsSentOrIsKnownNotToBe() throws IOException {
    HexFormat hex = HexFormat.of();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      SensorType type = SensorCatalogue.named(file.getKey()).orElseThrow();
      Talk talk =
          new Talk(type.device(Talk.heart("calm"), List.<Fault>of()), type.conversation())
              .wish(new SensorWish.Prefer(""))
              .run(30)
              .wish(new SensorWish.Stop());
      Set<String> sent = new TreeSet<>();
      talk.sent().forEach(bytes -> sent.add(hex.formatHex(bytes)));
      Set<String> missing = new TreeSet<>();
      int there = 0;
      for (Block block : Vectors.in(file.getValue(), "")) {
        if (!block.received()) {
          there++;
          if (!sent.contains(hex.formatHex(block.bytes()))) {
            missing.add(block.id());
          }
        }
      }
      assertTrue(there > 0, file.getValue());
      Set<String> known = new TreeSet<>(NOT_SENT.getOrDefault(file.getKey(), Set.of()));
      assertEquals(known, missing, file.getKey() + " sends " + sent);
    }
  }
}
