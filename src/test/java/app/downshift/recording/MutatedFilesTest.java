package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of every format are read with a count, or refused in one line; never a crash. */
class MutatedFilesTest {
  private static final List<String> MONSTERS =
      List.of("-1", "0", "NaN", "1e308", "4294967295", "99999999999999999999", "", "abc", "1e-320");

  @TempDir Path folder;

  /** A sound file of every format, by name. */
  private Map<String, byte[]> sources() throws Exception {
    var random = new Random(2);
    var rr = new StringBuilder("# gap\n");
    var table = new StringBuilder("timestamp;rr;text\n");
    var hrm =
        new StringBuilder(
            "[Params]\nDate=20261121\nStartTime=10:04:00.0\nInterval=238\n[HRData]\n");
    var log = new StringBuilder();
    var phone = new StringBuilder("Phone timestamp;RR-interval [ms]\n");
    var annotations = new ByteArrayOutputStream();
    double at = 0;
    for (int i = 0; i < 300; i++) {
      int interval = 700 + random.nextInt(200);
      at += interval / 1000.0;
      rr.append(interval).append('\n');
      table.append(at).append(';').append(interval).append(";\"a, b\"\n");
      hrm.append(interval).append('\n');
      log.append("S512\nB75\nQ").append(interval).append('\n');
      phone.append("2026-04-24T14:").append(10 + i / 60).append(':');
      phone.append(10 + i % 50).append(".5;").append(interval).append('\n');
      int word = 1 << 10 | interval / 4;
      annotations.write(word);
      annotations.write(word >> 8);
    }
    annotations.writeBytes(new byte[2]);
    Files.writeString(folder.resolve("w.hea"), "w 1 250 9000\n");
    Intervals read =
        Intervals.text(ForeignText.of(rr.toString(), "f"))
            .remarking(List.of(new Intervals.Remark(5000, Intervals.MARKER, "a \"mark\"")));
    Map<String, byte[]> sources = new LinkedHashMap<>();
    sources.put("a.txt", rr.toString().getBytes(StandardCharsets.UTF_8));
    sources.put("b.csv", table.toString().getBytes(StandardCharsets.UTF_8));
    sources.put("c.hrm", hrm.toString().getBytes(StandardCharsets.UTF_8));
    sources.put("d.log", log.toString().getBytes(StandardCharsets.UTF_8));
    sources.put("e.csv", phone.toString().getBytes(StandardCharsets.UTF_8));
    sources.put("w.atr", annotations.toByteArray());
    for (Export format : Export.values()) {
      Path made = folder.resolve("made." + format.word());
      format.write(read, made, Map.of(), "downshift test");
      sources.put("x." + format.word(), Files.readAllBytes(format.places(made).get(0)));
    }
    sources.put(
        "e.edf", EdfMaker.of("ECG", "uV", 250, 20, i -> i % 220 == 0 ? 1000 : random.nextInt(9)));
    sources.put("t.edf", EdfMaker.of("RR", "ms", 4, 60, i -> 800 + i % 9));
    var chunks = new StringBuilder();
    for (int i = 1; i <= 50; i++) {
      chunks.append("{\"t_us\":").append(812_000L * i).append(",\"hex\":\"3831320A\"}\n");
    }
    sources.put(
        "cap.jsonl",
        ("{\"type\":\"capture\",\"format\":1,\"app\":\"t\",\"started\":\"2026-11-21T10:04:00Z\","
                + "\"port\":\"p\",\"sensor\":\"text\",\"baud\":115200,\"data_bits\":8,"
                + "\"parity\":\"none\",\"stop_bits\":1}\n"
                + chunks)
            .getBytes(StandardCharsets.UTF_8));
    return sources;
  }

  @Test
  void everySoundFileIsRead() throws Exception {
    for (Map.Entry<String, byte[]> source : sources().entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.write(file, source.getValue());
      assertTrue(Intervals.read(file).series().size() > 15, source.getKey());
    }
  }

  @Test
  void twoHundredDamagedFilesAreReadOrRefusedInOneLine() throws Exception {
    damaged(200, 20_261_121);
  }

  @Test
  @Tag("soak")
  void twoThousandDamagedFilesAreReadOrRefusedInOneLine() throws Exception {
    System.out.println(damaged(2000, System.nanoTime()));
  }

  private String damaged(int files, long seed) throws Exception {
    Map<String, byte[]> sources = sources();
    List<String> names = List.copyOf(sources.keySet());
    var random = new Random(seed);
    int read = 0;
    int counted = 0;
    int refused = 0;
    for (int i = 0; i < files; i++) {
      String name = names.get(i % names.size());
      byte[] bytes = sources.get(name);
      for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
        bytes = wounded(bytes, random);
      }
      Path file = folder.resolve(name);
      Files.write(file, bytes);
      String what = name + ", file " + i + " of seed " + seed;
      try {
        Intervals intervals = Intervals.read(file);
        for (int k = 0; k < intervals.series().size(); k++) {
          double rr = intervals.series().rrMillis(k);
          assertTrue(rr > 0 && rr <= 10_000 || intervals.format().equals("session"), what);
          assertTrue(Double.isFinite(intervals.series().timeMillis(k)), what);
        }
        assertTrue(intervals.unusable() == 0 || intervals.note().isPresent(), what);
        intervals.note().ifPresent(note -> assertEquals(1, note.lines().count(), what));
        read++;
        counted += intervals.note().isPresent() ? 1 : 0;
      } catch (UnreadableFile clear) {
        assertEquals(1, clear.getMessage().lines().count(), what);
        assertTrue(clear.getMessage().chars().noneMatch(Character::isISOControl), what);
        refused++;
      } catch (RuntimeException crash) {
        throw new AssertionError(what, crash);
      }
    }
    return "seed "
        + seed
        + ": "
        + read
        + " read, "
        + counted
        + " of them with a note, "
        + refused
        + " refused";
  }

  private static byte[] wounded(byte[] source, Random random) {
    if (source.length < 8) {
      return source;
    }
    byte[] bytes = source.clone();
    int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(600, bytes.length));
    int length = Math.min(bytes.length - at, 1 + random.nextInt(80));
    return switch (random.nextInt(7)) {
      case 0 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> joined(Arrays.copyOf(bytes, at), rest(bytes, at + length));
      case 3 -> joined(Arrays.copyOf(bytes, at + length), rest(bytes, at));
      case 4 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, length);
        yield bytes;
      }
      default -> number(bytes, at, random).orElse(bytes);
    };
  }

  /** The next number from there on becomes a monster, of the same length where that is possible. */
  private static Optional<byte[]> number(byte[] bytes, int from, Random random) {
    int begin = from;
    while (begin < bytes.length && !(bytes[begin] >= '0' && bytes[begin] <= '9')) {
      begin++;
    }
    int end = begin;
    while (end < bytes.length && (bytes[end] >= '0' && bytes[end] <= '9' || bytes[end] == '.')) {
      end++;
    }
    if (begin == end) {
      return Optional.empty();
    }
    String monster = MONSTERS.get(random.nextInt(MONSTERS.size()));
    String padded =
        random.nextBoolean() && monster.length() < end - begin
            ? monster + " ".repeat(end - begin - monster.length())
            : monster;
    return Optional.of(
        joined(
            joined(Arrays.copyOf(bytes, begin), padded.getBytes(StandardCharsets.UTF_8)),
            rest(bytes, end)));
  }

  private static byte[] rest(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
