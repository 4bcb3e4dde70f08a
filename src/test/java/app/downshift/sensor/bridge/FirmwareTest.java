package app.downshift.sensor.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.Vectors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portable C of the firmware against the decoder and the vectors. */
class FirmwareTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @TempDir Path folder;
  private BoardCode board;

  @BeforeEach
  void aBoard() throws Exception {
    board = BoardCode.compiledInto(folder);
  }

  @Test
  void writesEveryLineOfTheVectorsByteForByte() throws Exception {
    int written = 0;
    for (Vectors.Block block : Vectors.in("05_bridge_hrlp1.txt", "bad_crc")) {
      for (String line : ascii(block.bytes()).split("(?<=\n)")) {
        if (block.received() && line.matches("\\$(HI|HR|HB|HS|HW|HA|HX),[^$]*\r\n")) {
          assertEquals(line, board.run(instruction(line)).replaceAll("(taken|dropped).*\n", ""));
          written++;
        }
      }
    }
    assertTrue(written >= 10, () -> "lines in the vectors");
  }

  @Test
  void writesWhatTheHostsOwnWriterWrites() throws Exception {
    long seed = 20_261_121;
    var random = new Random(seed);
    var asked = new StringBuilder();
    var wanted = new StringBuilder();
    int beats = 0;
    for (int seq = 0; seq < 2000; seq++) {
      long millis = Integer.toUnsignedLong(random.nextInt());
      int[] rr = random.ints(random.nextInt(10), 0, 65536).toArray();
      int rate = 1 + random.nextInt(65535);
      beats += rr.length;
      asked.append("hr %d 3 1 %d 1024 %s\n".formatted(millis, rate, list(rr)));
      wanted.append(
          ascii(
              new HrlpLine("HR", seq, millis)
                  .with(3)
                  .with(1)
                  .with(rate)
                  .with(beats & 0xFFFF)
                  .with(1024)
                  .with(rr)
                  .bytes()));
    }
    assertEquals(wanted + "dropped 0\n", board.run(asked.toString()), "seed " + seed);
  }

  @Test
  void aLineThatCouldNotBeSentShowsAsAGapOfItsBeats() throws Exception {
    String sent =
        board.run(
            "hr 1000 0 1 70 1024 800;810\nsink 0\nhr 2000 0 1 70 1024 820\nsink 1\n"
                + "hr 3000 0 1 70 1024 830\nhs 3100 0 RDY Polar~H9 - -60 90\n");
    List<SensorEvent> heard = heard(sent);
    assertEquals(
        List.of(1),
        heard.stream()
            .filter(SensorEvent.Gap.class::isInstance)
            .map(gap -> ((SensorEvent.Gap) gap).beats())
            .filter(missing -> missing > 0)
            .toList(),
        sent);
    assertEquals(
        List.of(800, 810, 830),
        heard.stream()
            .filter(SensorEvent.Beat.class::isInstance)
            .map(beat -> ((SensorEvent.Beat) beat).ticks())
            .toList());
    assertTrue(sent.contains(",RDY,Polar H9,,-60,90,1*"), sent);
  }

  @Test
  void namesCannotBreakTheFrame() throws Exception {
    assertTrue(
        board.run("hi 5 0.1 a$b*c,d;e\u0007f AABB R\n").startsWith("$HI,0,5,1,0.1,a_b_c_d_e_f,"));
  }

  @Test
  void aWaveformIsCutIntoLinesThatFit() throws Exception {
    int[] values = IntStream.range(0, 100).map(i -> (i % 2 == 0 ? 1 : -1) * 99_999 * i).toArray();
    String sent = board.run("hw 5000 0 PPG 100000 4294967295 0 " + list(values) + "\n");
    String line = sent.lines().findFirst().orElseThrow();
    int taken = Integer.parseInt(sent.lines().skip(1).findFirst().orElseThrow().substring(6));
    assertTrue(line.length() <= 240 && line.length() > 220, line);
    SensorEvent.Waveform wave =
        heard(sent).stream()
            .filter(SensorEvent.Waveform.class::isInstance)
            .map(SensorEvent.Waveform.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(list(Arrays.copyOf(values, taken)), list(wave.values()));
  }

  @Test
  void understandsWhatAHostAsks() throws Exception {
    String asked =
        "noise\r\n"
            + ascii(new HrlpLine("CQ", 1, 0).bytes())
            + ascii(new HrlpLine("CS", 3, 0).with(0).with("EC:EA:02:85:D9:7A").bytes())
            + ascii(new HrlpLine("CW", 5, 0).with(0).with(1).bytes())
            + "$CP,6,0*0000\r\n$CD,4,0,$CP,65535,0"
            + ascii(new HrlpLine("CP", 65535, 0).bytes())
            + "$CP,99999,0*"
            + "%04X".formatted(Crc16.of("CP,99999,0".getBytes(StandardCharsets.US_ASCII), 10))
            + "\n"
            + "$"
            + "x".repeat(300)
            + "\n";
    assertEquals(
        "got CQ 1\ngot CS 3 0 EC:EA:02:85:D9:7A\ngot CW 5 0 1\ngot CP 65535\nrejected 5\n"
            + "dropped 0\n",
        board.run("rx " + hex(asked) + "\n"));
  }

  @Test
  void choosesTheStrapTheHostWants() throws Exception {
    String byName = ascii(new HrlpLine("CS", 1, 0).with(0).with("Polar H10 AB").bytes());
    String byAddress = ascii(new HrlpLine("CS", 2, 0).with(0).with("ec:ea:02:85:d9:7a").bytes());
    String any = ascii(new HrlpLine("CS", 3, 0).with(0).with("ANY").bytes());
    String leave = ascii(new HrlpLine("CD", 4, 0).with(0).bytes());
    String wave = ascii(new HrlpLine("CW", 5, 0).with(0).with(1).bytes());
    String tooLong = ascii(new HrlpLine("CS", 6, 0).with(0).with("x".repeat(40)).bytes());
    String heard =
        " Polar~H10~AB12 EC:EA:02:85:D9:7A Polar~H9 A0:9E:1A:00:11:22 ? 11:22:33:44:55:66\n";
    String said =
        board.run(
            "straps "
                + hex("")
                + "- "
                + heard
                + ("straps " + hex(byName) + heard)
                + ("straps " + hex(byName + byAddress) + heard)
                + ("straps " + hex(byName + any) + heard)
                + ("straps " + hex(leave + wave + tooLong) + heard));
    assertEquals(
        """
        Polar H10 AB12 1
        Polar H9 1
        ? 1
        CS order 2 rc 0
        Polar H10 AB12 1
        Polar H9 0
        ? 0
        CS order 2 rc 0
        CS order 2 rc 0
        Polar H10 AB12 1
        Polar H9 0
        ? 0
        CS order 2 rc 0
        CS order 2 rc 0
        Polar H10 AB12 1
        Polar H9 1
        ? 1
        CD order 3 rc 0
        CW order 0 rc 1
        CS order 0 rc 2
        Polar H10 AB12 0
        Polar H9 0
        ? 0
        dropped 0
        """,
        said);
  }

  @Test
  void noBytesMakeACommandByChance() throws Exception {
    long seed = 7;
    var random = new Random(seed);
    var asked = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[1000];
      random.nextBytes(noise);
      for (int at = 0; at < noise.length; at += 25) {
        noise[at] = (byte) "$*,\nC".charAt(random.nextInt(5));
      }
      asked.append("rx ").append(HEX.formatHex(noise)).append('\n');
    }
    String said = board.run(asked.toString());
    assertTrue(!said.contains("got"), () -> "seed " + seed + ": " + said);
  }

  @Test
  void readsTheHeartRatesOfStraps() throws Exception {
    assertEquals(
        """
        whole 73 -1 862 918
        whole 77 1 790
        whole 56 -1 1069 53
        whole 0 0
        whole 75 1 799 810
        cut 75 1 799
        cut 0 -1
        dropped 0
        """,
        board.run(
            """
            2a37 10495E039603
            2a37 164D1603
            2a37 10382D043500
            2a37 0400
            2a37 1F4B00E8031F032A03
            2a37 1F4B00E8031F032A
            2a37 10
            """));
  }

  @Test
  void findsTheBeatsOfAFinger() throws Exception {
    for (int rate : new int[] {50, 100, 500}) {
      var finger = new Finger(rate, 60);
      List<Double> found =
          board
              .run("ppg " + rate + "\n" + finger.samples() + "\n")
              .lines()
              .filter(line -> line.startsWith("beat"))
              .map(line -> Double.parseDouble(line.split(" ")[1]))
              .filter(at -> at > 4)
              .toList();
      List<Double> beats = finger.beats.stream().filter(at -> at > 4).toList();
      List<Double> errors = new ArrayList<>();
      int missed = 0;
      for (int i = 1; i < beats.size() - 1; i++) {
        double beat = beats.get(i);
        List<Double> near = found.stream().filter(at -> Math.abs(at - beat) < 0.25).toList();
        missed += near.size() == 1 ? 0 : 1;
        near.forEach(at -> errors.add(1000 * (at - beat)));
      }
      assertEquals(0, missed, "beats missed or doubled at " + rate + " Hz, seed " + Finger.SEED);
      double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
      double sd =
          Math.sqrt(errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).average().orElse(0));
      assertTrue(sd < 3, "SD of the instants in ms at " + rate + " Hz: " + sd);
    }
  }

  @Test
  void seesNoPulseInAFlatLineAndFindsItAgainAfterALighterTouch() throws Exception {
    String flat = "512\n".repeat(1000);
    assertEquals("pulse 0", board.run("ppg 100\n" + flat + "\n").lines().findFirst().orElseThrow());
    var strong = new Finger(100, 20);
    String light =
        strong
            .samples()
            .lines()
            .map(s -> String.valueOf(Double.parseDouble(s) / 10))
            .collect(Collectors.joining("\n"));
    long late =
        board
            .run("ppg 100\n" + strong.samples() + light + "\n\n")
            .lines()
            .filter(line -> line.startsWith("beat"))
            .filter(line -> Double.parseDouble(line.split(" ")[1]) > 30)
            .count();
    long wanted = strong.beats.stream().filter(at -> at > 10).count();
    assertTrue(Math.abs(late - wanted) <= 1, late + " of " + wanted);
  }

  /** A finger whose pulse waves are known: a main and a dicrotic wave, wander and noise. */
  private static final class Finger {
    static final long SEED = 11;
    private final int rate;
    private final int seconds;
    final List<Double> beats = new ArrayList<>();

    Finger(int rate, int seconds) {
      this.rate = rate;
      this.seconds = seconds;
      var random = new Random(SEED);
      double at = 0.4;
      while (at < seconds) {
        beats.add(at);
        at += 0.85 + 0.1 * Math.sin(2 * Math.PI * at / 10) + 0.02 * random.nextGaussian();
      }
    }

    String samples() {
      var random = new Random(SEED + 1);
      return IntStream.range(0, rate * seconds)
          .mapToDouble(i -> sample((double) i / rate) + random.nextGaussian())
          .mapToObj(value -> String.format(Locale.ROOT, "%.3f%n", value))
          .collect(Collectors.joining());
    }

    private double sample(double t) {
      double value = 2048 + 60 * Math.sin(2 * Math.PI * 0.1 * t);
      for (double beat : beats) {
        if (Math.abs(t - beat) < 1.5) {
          value += 200 * bell(t - beat - 0.15, 0.06) + 70 * bell(t - beat - 0.42, 0.07);
        }
      }
      return value;
    }

    private static double bell(double x, double width) {
      return Math.exp(-x * x / (2 * width * width));
    }
  }

  private static List<SensorEvent> heard(String sent) {
    byte[] bytes =
        sent.lines()
            .filter(line -> line.startsWith("$"))
            .collect(Collectors.joining("\r\n", "", "\r\n"))
            .getBytes(StandardCharsets.US_ASCII);
    return new BridgeSensor().decoder().accept(bytes, bytes.length).events();
  }

  /** What to ask of the checking program for a line: its own fields, from a fresh start. */
  private static String instruction(String line) {
    String[] parts = line.substring(1, line.indexOf('*')).split(",", -1);
    String[] words =
        Arrays.stream(parts)
            .map(part -> part.isEmpty() ? "-" : part.replace(' ', '~'))
            .toArray(String[]::new);
    String start = "seq " + words[1] + "\n";
    int lost = 0;
    String rest;
    switch (words[0]) {
      case "HI" -> rest = String.join(" ", Arrays.copyOfRange(words, 4, words.length));
      case "HR" -> {
        lost = Integer.parseInt(words[6]) - (parts[8].isEmpty() ? 0 : parts[8].split(";").length);
        rest = String.join(" ", words[3], words[4], words[5], words[7], words[8]);
      }
      case "HB" -> {
        lost = Integer.parseInt(words[5]) - 1;
        rest = String.join(" ", words[3], words[4], words[6], words[7], words[8]);
      }
      case "HS" -> rest = String.join(" ", Arrays.copyOfRange(words, 3, words.length - 1));
      default -> rest = String.join(" ", Arrays.copyOfRange(words, 3, words.length));
    }
    return start
        + (lost == 0 ? "" : "lost " + words[3] + " " + lost + "\n")
        + parts[0].toLowerCase(Locale.ROOT)
        + " "
        + words[2]
        + " "
        + rest
        + "\n";
  }

  private static String list(int[] values) {
    return values.length == 0
        ? "-"
        : Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(";"));
  }

  private static String hex(String words) {
    return HEX.formatHex(words.getBytes(StandardCharsets.US_ASCII));
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
