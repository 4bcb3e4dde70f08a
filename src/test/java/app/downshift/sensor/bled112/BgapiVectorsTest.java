package app.downshift.sensor.bled112;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.VectorCheck;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.bled112.Bgapi.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BgapiVectorsTest {
  private static final String FILE = "04_bgapi_bled112.txt";
  private static final String STRAP = "EC:EA:02:85:D9:7A";

  /**
   * Resetting makes the port vanish; observation would list phones; and a link that ends needs
   * nothing switched off.
   */
  private static final Set<String> NEVER_SAID =
      Set.of("tx_reset", "tx_get_info", "tx_discover_observation", "tx_cccd_off");

  @Test
  void understandsEveryPacketHoweverTheBytesAreSplit() throws IOException {
    List<Block> received = Vectors.in(FILE, "").stream().filter(Block::received).toList();
    for (Block block : received) {
      VectorCheck.run(
          block,
          new PacketEcho(BgapiFraming.AT_BOUNDARY),
          line -> List.of("rejected text " + line));
    }
    assertEquals(11, received.size());
  }

  @Test
  void saysEveryCommandAsTheVectorsHaveIt() throws IOException {
    Map<String, byte[]> commands =
        Map.of(
            "tx_get_connections",
            Bgapi.GET_CONNECTIONS,
            "tx_hello",
            Bgapi.HELLO,
            "tx_disconnect_0",
            Bgapi.disconnect(0),
            "tx_set_mode_off",
            Bgapi.STOP_ADVERTISING,
            "tx_discover_generic",
            Bgapi.DISCOVER,
            "tx_connect_direct",
            Bgapi.connect(STRAP, 1),
            "tx_find_information_0e_13",
            Bgapi.handles(0, new Service(0x0E, 0x13)),
            "tx_read_battery",
            Bgapi.read(0, 0x3D));
    int said = 0;
    for (Block block : Vectors.in(FILE, "")) {
      if (!block.received() && !NEVER_SAID.contains(block.id())) {
        assertArrayEquals(block.bytes(), commands.get(block.id()), block.id());
        said++;
      }
    }
    assertEquals(commands.size(), said);
  }

  @Test
  void leadsTheWholeSessionOfTheVectorsFromTheStartOfTheStickToTheLossOfTheLink()
      throws IOException {
    Block session =
        Vectors.in(FILE, "").stream().filter(b -> b.id().equals("session_h10")).findFirst().get();
    List<String> sent = new ArrayList<>();
    List<SensorEvent> events = new ArrayList<>();
    Conversation state = wanting();
    for (Vectors.Step step : session.steps()) {
      Conversation.Step answer = state.heard(step.bytes(), step.bytes().length, 7);
      state = answer.next();
      events.addAll(answer.events());
      answer.send().forEach(bytes -> sent.add(BgapiFraming.hex(bytes, 0, bytes.length)));
    }
    assertEquals(
        List.of(
            "00 00 00 01",
            "00 05 06 07 C8 00 C8 00 01",
            "00 01 06 02 01",
            "00 00 06 04",
            "00 0F 06 03 7A D9 85 02 EA EC 01 20 00 30 00 00 01 00 00",
            "00 08 04 01 00 01 00 FF FF 02 00 28",
            "00 05 04 03 00 0E 00 13 00",
            "00 06 04 05 00 11 00 02 01 00",
            "00 0F 06 03 7A D9 85 02 EA EC 01 20 00 30 00 00 01 00 00"),
        sent);
    assertEquals(
        List.of(812, 862, 918),
        events.stream()
            .filter(Beat.class::isInstance)
            .map(event -> ((Beat) event).ticks())
            .toList());
    assertEquals(
        List.of("firmware", "scanning", "found", "connecting", "found", "connected", "subscribed")
            .toString(),
        events.subList(0, 7).stream().map(BgapiVectorsTest::kind).toList().toString());
    SensorEvent.Gap gap = new SensorEvent.Gap(0, SensorEvent.GapReason.LOST_BEATS, 0);
    assertTrue(events.contains(gap), events.toString());
    assertEquals("lost", kind(events.get(events.size() - 1)));
    Talk.assertCutsDoNotMatter(wanting(), session.bytes(), 60);
  }

  @Test
  void decodesACaptureOfThatSessionWithoutKnowingWhatWasAsked() throws IOException {
    for (Block block : Vectors.in(FILE, "")) {
      if (block.id().startsWith("session")) {
        Decoder decoder = new Bled112Sensor().decoder();
        List<Integer> ticks =
            decoder.accept(block.bytes(), block.bytes().length).events().stream()
                .filter(Beat.class::isInstance)
                .map(event -> ((Beat) event).ticks())
                .toList();
        assertEquals(List.of(812, 862, 918), ticks, block.id());
        app.downshift.sensor.Feed.assertCutsDoNotMatter(decoder, block.bytes(), block.id());
      }
    }
  }

  private static Conversation wanting() {
    return new Bled112Sensor()
        .conversation()
        .opened(1)
        .next()
        .wish(new SensorWish.Choose(STRAP), 2)
        .next();
  }

  private static String kind(SensorEvent event) {
    if (event instanceof SensorEvent.Info info) {
      return info.fields().getOrDefault(SensorEvent.Info.STATE, "firmware");
    }
    return event.getClass().getSimpleName().toLowerCase();
  }

  /** Says again, in the words of the vectors, what packets came. */
  private record PacketEcho(BgapiFraming framing) implements Decoder {
    @Override
    public Decoded accept(byte[] bytes, int length) {
      List<SensorEvent> events = new ArrayList<>();
      BgapiFraming next =
          framing.accept(
              bytes,
              length,
              packet -> events.add(new SensorEvent.Rejected("text", words(packet))),
              events::add);
      return new Decoded(new PacketEcho(next), events);
    }

    private static String words(BgapiPacket packet) {
      byte[] payload = packet.payload();
      if (!packet.event()) {
        return "rsp;class=%d;id=%d;payload=%s"
            .formatted(packet.group(), packet.id(), hex(payload, 0));
      }
      return "evt;"
          + switch (packet.group() << 8 | packet.id()) {
            case 0x000 ->
                "system_boot;version=%d.%d.%d.%d;ll=%d;proto=%d;hw=%d"
                    .formatted(
                        packet.word(0),
                        packet.word(2),
                        packet.word(4),
                        packet.word(6),
                        packet.word(8),
                        packet.octet(10),
                        packet.octet(11));
            case 0x300 ->
                ("connection_status;conn=%d;flags=%d;ready=1;addr=%s;addr_type=%d;"
                        + "interval_ms=%s;timeout_ms=%d;latency=%d;bonding=%d")
                    .formatted(
                        packet.octet(0),
                        packet.octet(1),
                        packet.address(2),
                        packet.octet(8),
                        packet.word(9) * 1.25,
                        packet.word(11) * 10,
                        packet.word(13),
                        packet.octet(15));
            case 0x304 ->
                "connection_disconnected;conn=%d;reason=0x%04X"
                    .formatted(packet.octet(0), packet.word(1));
            case 0x401 ->
                "procedure_completed;conn=%d;result=0x%04X;handle=0x%04X"
                    .formatted(packet.octet(0), packet.word(1), packet.word(3));
            case 0x402 ->
                "group_found;conn=%d;start=0x%04X;end=0x%04X;uuid=%04X"
                    .formatted(packet.octet(0), packet.word(1), packet.word(3), packet.word(6));
            case 0x404 ->
                "find_information_found;conn=%d;handle=0x%04X;uuid=%04X"
                    .formatted(packet.octet(0), packet.word(1), packet.word(4));
            case 0x405 ->
                "attribute_value;conn=%d;handle=0x%04X;type=%d;value=%s"
                    .formatted(packet.octet(0), packet.word(1), packet.octet(3), hex(payload, 5));
            default -> sighting(packet);
          };
    }

    private static String sighting(BgapiPacket packet) {
      byte[] payload = packet.payload();
      String uuid = "";
      String name = "";
      for (int at = 11; at < payload.length && payload[at] > 0; at += 1 + payload[at]) {
        int kind = payload[at + 1];
        if (kind == 2 || kind == 3) {
          uuid = "%04X".formatted(packet.word(at + 2));
        } else if (kind == 8 || kind == 9) {
          name = new String(payload, at + 2, payload[at] - 1, StandardCharsets.UTF_8);
        }
      }
      return "gap_scan_response;rssi=%d;type=%d;addr=%s;addr_type=%d;bond=%d;uuid16=%s;name=%s"
          .formatted(
              (int) payload[0],
              packet.octet(1),
              packet.address(2),
              packet.octet(8),
              packet.octet(9),
              uuid,
              name);
    }

    private static String hex(byte[] bytes, int from) {
      var rest = new ByteArrayOutputStream();
      rest.write(bytes, from, bytes.length - from);
      return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(rest.toByteArray());
    }
  }

  @Test
  void aDamagedPacketIsToldAndTheNextOneIsRead() {
    byte[] good = HexFormat.of().parseHex("8009040500100001041048" + "2C03");
    byte[] broken = good.clone();
    broken[8] = 9; // the inner length no longer fits
    var all = new ByteArrayOutputStream();
    all.writeBytes(good);
    all.writeBytes(broken);
    all.writeBytes(good);
    all.writeBytes(good);
    List<SensorEvent> events =
        new Bled112Sensor().decoder().accept(all.toByteArray(), all.size()).events();
    assertEquals(3, events.stream().filter(Beat.class::isInstance).count());
    assertEquals(
        List.of("resync"),
        events.stream()
            .filter(SensorEvent.Rejected.class::isInstance)
            .map(event -> ((SensorEvent.Rejected) event).reason())
            .toList());
    assertEquals(
        Optional.empty(), events.stream().filter(SensorEvent.Gap.class::isInstance).findAny());
  }
}
