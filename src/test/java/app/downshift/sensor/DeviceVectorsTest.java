package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Vectors.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** All vectors of the binary sensors and of those that are asked, however the bytes are split. */
class DeviceVectorsTest {

  @Test
  void zephyr() throws IOException {
    check("zephyr-hxm", "06_zephyr.txt", "bh_ecg", Words::zephyr, false, 8);
    check("zephyr-bioharness", "06_zephyr.txt", "bh_ecg", Words::zephyr, false, 8);
    Block ecg = block("06_zephyr.txt", "bh_ecg");
    int[] samples = waves("zephyr-bioharness", ecg).get(0).values();
    assertEquals(63, samples.length);
    assertEquals("[-5, -4, -4, -4, -4, -5]", firsts(samples, 6));
  }

  @Test
  void nonin() throws IOException {
    check("nonin", "07_nonin.txt", "", Words::nonin, true, 9);
  }

  @Test
  void theLastSampleOfANoninPacketIsTheOneTheVectorsName() throws IOException {
    int packets = 0;
    for (Block block : Vectors.in("07_nonin.txt", "")) {
      List<String> lines = block.steps().stream().flatMap(s -> s.expected().stream()).toList();
      List<Waveform> waves = block.received() ? waves("nonin", block) : List.of();
      int end = block.id().equals("df2_real_packet") ? 4 : 0; // it starts before a packet does
      for (String line : lines) {
        if (line.startsWith("packet;")) {
          end += 25;
          packets++;
          assertEquals(
              Vectors.fields(line).get("pleth_last"),
              Integer.toString(waves.get(end - 1).values()[0]),
              block.id());
        }
      }
    }
    assertEquals(9, packets);
  }

  @Test
  void contec() throws IOException {
    check("contec", "08_contec.txt", "", Words::contec, false, 10);
  }

  @Test
  void bitalino() throws IOException {
    check("bitalino", "09_bitalino.txt", "", Words::bitalino, false, 5);
  }

  @Test
  void hrmi() throws IOException {
    check("hrmi", "11_sparkfun_hrmi.txt", "", Words::hrmi, false, 3);
  }

  @Test
  void wearlink() throws IOException {
    check("wearlink", "12_wearlink_emwave.txt", "emwave", Words::wearlink, false, 10);
  }

  @Test
  void cyton() throws IOException {
    check("cyton", "13_openbci_cyton.txt", "", Words::cyton, false, 2);
  }

  @Test
  void openView() throws IOException {
    Block block = block("02_text_lines.txt", "openview_resync");
    VectorCheck.run(block, type("max30003").decoder(), new Words(false)::openView);
  }

  @Test
  void theChannelsOfACytonAreSignedNumbersOf24Bits() throws IOException {
    byte[] packet = block("13_openbci_cyton.txt", "aux_pulse").bytes();
    int[] put = {1000, -1000, 8_388_607, -8_388_608};
    for (int value : put) {
      packet[2] = (byte) (value >> 16);
      packet[3] = (byte) (value >> 8);
      packet[4] = (byte) value;
      List<SensorEvent> events = Feed.whole(type("cyton").decoder(), packet);
      assertEquals(List.of("wave 0 " + value), Canon.of(events).subList(0, 1));
    }
  }

  private static void check(
      String sensor,
      String file,
      String except,
      BiFunction<Words, String, List<String>> inWords,
      boolean withoutWaves,
      int count)
      throws IOException {
    List<Block> received = Vectors.in(file, except).stream().filter(Block::received).toList();
    for (Block block : received) {
      Words words = new Words(withoutWaves);
      Function<String, List<String>> lines = line -> inWords.apply(words, line);
      SensorType type = type(sensor);
      byte[] bytes = block.bytes();
      VectorCheck.run(block, silenced(type.decoder(), withoutWaves), lines);
      Words again = new Words(withoutWaves);
      VectorCheck.run(
          block,
          silenced(type.forCapture(bytes, bytes.length, Double.NaN), withoutWaves),
          line -> inWords.apply(again, line));
    }
    assertEquals(count, received.size(), file);
  }

  /** The same decoder without its samples, where vectors do not list them. */
  private static Decoder silenced(Decoder decoder, boolean silent) {
    return !silent
        ? decoder
        : (bytes, length) -> {
          Decoder.Decoded decoded = decoder.accept(bytes, length);
          return new Decoder.Decoded(
              silenced(decoded.next(), true),
              decoded.events().stream().filter(event -> !(event instanceof Waveform)).toList());
        };
  }

  private static SensorType type(String name) {
    return SensorCatalogue.named(name).orElseThrow();
  }

  private static Block block(String file, String id) throws IOException {
    return Vectors.in(file, "").stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Waveform> waves(String sensor, Block block) {
    return Feed.whole(type(sensor).decoder(), block.bytes()).stream()
        .filter(Waveform.class::isInstance)
        .map(Waveform.class::cast)
        .toList();
  }

  private static String firsts(int[] values, int n) {
    return Arrays.toString(Arrays.copyOf(values, n));
  }

  /** The lines of one block in the words of {@link Canon}; devices repeat, events tell changes. */
  private static final class Words {
    private final boolean withoutWaves;
    private final Map<String, String> last = new HashMap<>();
    private List<String> words = new ArrayList<>();
    private int count = -1;

    Words(boolean withoutWaves) {
      this.withoutWaves = withoutWaves;
    }

    List<String> zephyr(String line) {
      Map<String, String> fields = begin(line);
      if (fields.containsKey("rr_ms")) {
        beats(fields.get("rr_ms"));
      } else if (line.startsWith("hxm;")) {
        info("firmware", fields.get("fw"), "hardware", fields.get("hw"));
        changed("battery", "battery " + fields.get("batt"));
        contact(!fields.get("hr").equals("0"));
        rate(fields.get("hr"));
      } else if (line.startsWith("bh_summary;")) {
        rate(fields.get("hr"));
      } else if (line.startsWith("bh_rr;")) {
        beats(fields.get("new_rr").split("@")[0]);
      }
      return words;
    }

    List<String> nonin(String line) {
      Map<String, String> fields = begin(line);
      switch (line.split("[;=]")[0]) {
        case "packet" -> {
          info(
              "revision",
              fields.get("rev"),
              "spo2",
              fields.get("spo2"),
              "battery",
              fields.get("lowbat").equals("1") ? "low" : "");
          rate(fields.get("hr"));
        }
        case "pulse" -> beats(fields.getOrDefault("dt_ms", ""));
        case "flags" -> contact(!fields.get("flags").contains("SNSA"));
        case "df8" -> {
          info("spo2", fields.get("spo2_d"));
          contact(fields.get("snsa").equals("0"));
          rate(fields.get("hr_d"));
        }
        case "df13" -> {
          info("spo2", fields.get("spo2"), "time", fields.get("time"));
          rate(fields.get("hr"));
        }
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    }

    List<String> contec(String line) {
      Map<String, String> fields = begin(line);
      switch (fields.get("kind")) {
        case "frame" -> {
          info("spo2", fields.get("spo2"));
          wave(fields.get("pleth"));
          contact(!fields.containsKey("probe_error"));
          rate(fields.get("pr"));
        }
        case "pulse" -> beats(fields.getOrDefault("dt_ms", ""));
        case "stopped" -> info("notice", "stopped");
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    }

    List<String> bitalino(String line) {
      Map<String, String> fields = begin(line);
      switch (fields.get("kind")) {
        case "frame" -> wave(fields.get("a"));
        case "lost" -> words.add("gap LOST_LINES 0");
        case "bad_frame" -> words.add("rejected crc");
        case "sync_lost", "resync" -> {}
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    }

    List<String> hrmi(String line) {
      Map<String, String> fields = begin(line);
      String[] rates = fields.get("hr").split(",");
      boolean good = fields.get("status").equals("1");
      contact(good);
      rate(good ? rates[0] : "");
      int now = Integer.parseInt(fields.get("count"));
      for (int i = good && count >= 0 ? now - count - 1 : -1; i >= 0; i--) {
        words.add(Canon.beat(0, 60_000.0 / Integer.parseInt(rates[i]), false));
      }
      count = now;
      return words;
    }

    List<String> wearlink(String line) {
      Map<String, String> fields = begin(line);
      switch (fields.get("kind")) {
        case "wearlink" -> {
          int status = Integer.decode(fields.get("status"));
          changed("battery", "battery " + (status >> 4) * 100 / 15);
          contact(!fields.get("hr").isEmpty());
          rate(fields.get("hr"));
          beats(fields.get("rr_ms"));
        }
        case "duplicate" -> words.add("rejected duplicate");
        case "lost" -> words.add("gap LOST_LINES 0");
        case "resync" -> {}
        default -> throw new IllegalArgumentException(line);
      }
      return words;
    }

    List<String> cyton(String line) {
      Map<String, String> fields = begin(line);
      if (line.equals("ready")) {
        info("notice", "ready");
        return words;
      }
      wave(fields.get("raw").split(",")[0]);
      for (String aux : fields.get("aux").split(",")) {
        wave(aux);
      }
      return words;
    }

    List<String> openView(String line) {
      Map<String, String> fields = begin(line);
      if (!line.equals("resync")) {
        wave(fields.get("v"));
        rate(fields.get("hr"));
      }
      return words;
    }

    private Map<String, String> begin(String line) {
      words = new ArrayList<>();
      return Vectors.fields(line);
    }

    private void beats(String millis) {
      for (String each : millis.split(",")) {
        if (!each.isEmpty()) {
          double rounded = Double.parseDouble(each);
          words.add(Canon.beat(0, rounded, false));
        }
      }
    }

    private void wave(String value) {
      if (!withoutWaves) {
        words.add("wave 0 " + value);
      }
    }

    private void contact(boolean on) {
      changed("contact", on ? "" : "contact off");
    }

    private void rate(String bpm) {
      boolean none = bpm.isEmpty() || bpm.equals("0");
      changed("rate", none ? "" : Canon.rate(Double.parseDouble(bpm)));
    }

    private void info(String... pairs) {
      TreeMap<String, String> told = new TreeMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        if (!pairs[i + 1].isEmpty()) {
          told.put(pairs[i], pairs[i + 1]);
        }
      }
      if (!told.isEmpty()) {
        changed("info", "info " + told);
      }
    }

    private void changed(String what, String now) {
      if (!now.equals(last.put(what, now)) && !now.isEmpty()) {
        words.add(now);
      }
    }
  }
}
