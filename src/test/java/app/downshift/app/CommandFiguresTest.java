package app.downshift.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.Vectors.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print, held against vectors, reference figures and each other. */
class CommandFiguresTest {
  private static final Map<String, String> FIGURES =
      Map.ofEntries(
          Map.entry("mean_rr", "/time/mean_rr_ms"),
          Map.entry("hr_from_mean_rr", "/time/mean_hr_bpm"),
          Map.entry("sdnn_ddof1", "/time/sdnn_ms"),
          Map.entry("rmssd", "/time/rmssd_ms"),
          Map.entry("pnn50_gt_over_nminus1", "/time/pnn50_pct"),
          Map.entry("sd2_identity_ddof1", "/time/sd2_ms"),
          Map.entry("W256.lf", "/frequency/welch/lf_ms2"),
          Map.entry("K300.hf", "/frequency/welch300/hf_ms2"),
          Map.entry("LOMB.lf", "/frequency/lomb/lf_ms2"),
          Map.entry("W256.lf_peak_parabolic", "/frequency/welch/lf_peak_hz"),
          Map.entry("sampen_m2_r0.2sd_open", "/nonlinear/sample_entropy"),
          Map.entry("dfa_alpha1_4_16_nonoverlap", "/nonlinear/dfa_alpha1"));

  @TempDir Path folder;

  @Test
  void analyzeRawPrintsTheReferenceFigures() throws Exception {
    Map<String, JsonNode> analyzed = new LinkedHashMap<>();
    int compared = 0;
    for (String row : ReferenceData.resource("golden_synthetic.csv")) {
      String[] cells = row.split(",", -1);
      if (!FIGURES.containsKey(cells[1])) {
        continue;
      }
      JsonNode figures =
          analyzed.containsKey(cells[0]) ? analyzed.get(cells[0]) : analyze(cells[0]);
      analyzed.put(cells[0], figures);
      JsonNode figure = figures.at(FIGURES.get(cells[1]));
      if (cells[2].isEmpty()) {
        assertTrue(figure.isNull() || figure.asDouble() == 0, row + " but printed " + figure);
      } else {
        double golden = Double.parseDouble(cells[2]);
        double tolerance = Double.parseDouble(cells[3]) * Math.abs(golden) + 1e-6;
        assertEquals(golden, figure.asDouble(Double.NaN), tolerance, row);
      }
      compared++;
    }
    assertTrue(
        analyzed.size() > 20 && compared > 250,
        analyzed.size() + " series, " + compared + " figures");
  }

  private JsonNode analyze(String series) throws Exception {
    Path file = folder.resolve(series + ".txt");
    Files.write(file, ReferenceData.resource("rr/" + series + ".txt"));
    CommandLineRun run = CommandLineRun.of(folder, "analyze", "--raw", "--json", file.toString());
    assertEquals(0, run.code(), run.err().toString());
    assertEquals(1, run.out().size());
    return json(run.out().get(0));
  }

  @Test
  void decodePrintsTheBeatsOfEveryVector() throws Exception {
    decodesBeats("01_pulsesensor.txt", "", "pulse-sensor");
    decodesBeats("02_text_lines.txt", "openview", "text");
    decodesBeats("05_bridge_hrlp1.txt", "", "bridge");
  }

  private void decodesBeats(String vectors, String except, String sensor) throws Exception {
    int beats = 0;
    for (Block block : Vectors.in(vectors, except)) {
      List<Double> expected = new ArrayList<>();
      for (Step step : block.steps()) {
        step.expected().forEach(line -> expected.addAll(intervals(line)));
      }
      if (block.received() && !expected.isEmpty()) {
        Path file = Files.write(folder.resolve(sensor + ".bin"), block.bytes());
        CommandLineRun run =
            CommandLineRun.of(folder, "decode", "--sensor", sensor, "--json", file.toString());
        assertEquals(0, run.code(), block.id() + run.err());
        List<Double> told = beats(run);
        assertEquals(
            expected.size(), told.size(), block.id() + ": " + expected + " but printed " + told);
        for (int i = 0; i < told.size(); i++) {
          assertEquals(expected.get(i), told.get(i), 0.01, block.id());
        }
        beats += told.size();
      }
    }
    assertTrue(beats >= 5, "only " + beats + " beats in " + vectors);
  }

  /** The intervals one expected line of a vector tells, in the words of its chapter. */
  private static List<Double> intervals(String line) {
    Map<String, String> fields = Vectors.fields(line);
    String kind = fields.getOrDefault("kind", "");
    boolean coach = fields.containsKey("beat") || kind.equals("psws");
    String list =
        fields.getOrDefault("rr_ms", fields.getOrDefault("ibi_ms", fields.getOrDefault("ibi", "")));
    boolean beat =
        coach ? "1".equals(fields.get("beat")) : kind.equals("beat") || kind.equals("hr");
    List<Double> all = new ArrayList<>();
    for (String millis : list.split(",")) {
      if (beat && !millis.isEmpty()) {
        all.add(Double.parseDouble(millis));
      }
    }
    return all;
  }

  @Test
  void whatSimulateWritesDecodeReads() throws Exception {
    for (String sensor : List.of("bridge", "pulse-sensor", "text")) {
      Path file = folder.resolve(sensor + ".bytes");
      CommandLineRun simulated =
          CommandLineRun.of(
              folder,
              "simulate",
              "--sensor",
              sensor,
              "--out",
              file.toString(),
              "--fast",
              "--seconds",
              "300",
              "--hr",
              "60",
              "--pace",
              "6",
              "--swing",
              "20",
              "--artifacts",
              "0",
              "--seed",
              "4");
      assertEquals(0, simulated.code(), simulated.err().toString());
      byte[] once = Files.readAllBytes(file);
      CommandLineRun decoded =
          CommandLineRun.of(folder, "decode", "--sensor", sensor, "--json", file.toString());
      assertEquals(0, decoded.code());
      assertEquals(List.of(), decoded.err());
      List<Double> beats = beats(decoded);
      assertEquals(300, beats.size(), 20, sensor);
      assertEquals(1000, beats.stream().mapToDouble(rr -> rr).average().orElseThrow(), 50, sensor);
      assertTrue(decoded.out().stream().noneMatch(line -> line.contains("\"rejected\"")), sensor);

      // The intervals alone, as text, show the swing that was asked for.
      Path intervals = folder.resolve(sensor + ".rr.txt");
      Files.write(
          intervals, beats.stream().map(String::valueOf).toList(), StandardCharsets.US_ASCII);
      JsonNode figures =
          json(CommandLineRun.of(folder, "analyze", "--json", intervals.toString()).out().get(0));
      assertEquals(6, figures.at("/breathing/rate_per_min").asDouble(Double.NaN), 0.3, sensor);

      CommandLineRun.of(
          folder,
          "simulate",
          "--sensor",
          sensor,
          "--out",
          file.toString(),
          "--fast",
          "--seconds",
          "300",
          "--hr",
          "60",
          "--pace",
          "6",
          "--swing",
          "20",
          "--artifacts",
          "0",
          "--seed",
          "4");
      org.junit.jupiter.api.Assertions.assertArrayEquals(once, Files.readAllBytes(file), sensor);
    }
  }

  private static List<Double> beats(CommandLineRun run) {
    List<Double> all = new ArrayList<>();
    for (String line : run.out()) {
      JsonNode event = json(line);
      if (event.get("type").asString().equals("beat")) {
        all.add(event.get("rr_ms").asDouble());
      }
    }
    return all;
  }

  private static JsonNode json(String line) {
    return JsonMapper.builder().build().readTree(line);
  }
}
