package app.downshift.sensor.ant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.VectorCheck;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AntVectorsTest {
  private static final String FILE = "10_ant_hrm.txt";

  @Test
  void decodesEveryVectorHoweverTheBytesAreSplit() throws IOException {
    List<Block> received = Vectors.in(FILE, "").stream().filter(Block::received).toList();
    for (Block block : received) {
      List<Integer> counts = new ArrayList<>();
      VectorCheck.run(block, new AntSensor().decoder(), line -> words(line, counts));
    }
    assertEquals(8, received.size());
  }

  @Test
  void theSameBeatSentAgainIsNoBeat() throws IOException {
    Block block =
        Vectors.in(FILE, "").stream().filter(b -> b.id().equals("beats_dup")).findFirst().get();
    byte[] once = block.steps().get(0).bytes();
    var first = new AntSensor().decoder().accept(once, once.length);
    byte[] again = block.steps().get(1).bytes();
    assertEquals(List.of(), first.next().accept(again, again.length).events());
  }

  @Test
  void startsTheStickAsTheVectorsHaveIt() throws IOException {
    Talk talk =
        new Talk(new VirtualAnt(Talk.heart("calm"), List.of()), new AntSensor().conversation())
            .run(3)
            .wish(new SensorWish.Stop());
    HexFormat hex = HexFormat.ofDelimiter(" ").withUpperCase();
    List<String> said = talk.sent().stream().map(hex::formatHex).toList();
    List<String> start =
        Vectors.in(FILE, "").stream()
            .filter(block -> !block.received())
            .map(block -> hex.formatHex(block.bytes()))
            .toList();
    assertEquals(7, start.size());
    // The vectors leave out one command of the sequence, the assigning of the channel.
    List<String> told = new ArrayList<>(said.subList(0, 8));
    assertTrue(told.remove("A4 03 42 00 00 00 E5"), told.toString());
    assertEquals(start, told);
    assertEquals("A4 01 4C 00 E9", said.get(said.size() - 1));
  }

  /** The rate is told with a new beat only, not with each page. */
  private static List<String> words(String line, List<Integer> counts) {
    Map<String, String> fields = Vectors.fields(line);
    List<String> words = new ArrayList<>();
    String kind = fields.getOrDefault("kind", "");
    if (kind.equals("hrm")) {
      int count = Integer.parseInt(fields.get("count"));
      if (counts.isEmpty() || counts.get(counts.size() - 1) != count) {
        words.add(Canon.rate(Double.parseDouble(fields.get("hr"))));
      }
      counts.add(count);
    } else if (kind.equals("lost_beats")) {
      words.add("gap LOST_BEATS " + fields.get("n"));
    } else if (kind.equals("reject")) {
      words.add("rejected xor");
    } else if (kind.equals("invalid_page")) {
      words.add("rejected invalid-page");
    }
    if (fields.containsKey("rr_ms")) {
      words.add(Canon.beat(0, Double.parseDouble(fields.get("rr_ms")), false));
    }
    return words;
  }

  @Test
  void aDamagedMessageIsToldOnceAndTheNextOneIsRead() {
    byte[] page = AntFrame.of(AntFrame.BROADCAST, 0, 4, 0xFF, 0xA4, 3, 0xA4, 6, 7, 72).bytes();
    byte[] all = new byte[3 * page.length];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(page, 0, all, i * page.length, page.length);
    }
    all[page.length + 5] ^= 1;
    List<SensorEvent> events = new AntSensor().decoder().accept(all, all.length).events();
    assertEquals(List.of("rate 72.0", Canon.beat(0, 750, false), "rejected xor"), Canon.of(events));
  }
}
