package app.downshift.sensor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  @Test
  void readsIntervalsInEveryUsualSpelling() {
    assertEquals(
        List.of(812.0, 812.5, 812.0, 798.0, 805.0, 812.0, 828.0, 812.0, 812.0),
        millis(
            decode(
                "812\n812.5\n RR:812\nrr = 798\nIBI: 805ms\n"
                    + "Heart Beat! IBI: 812ms, BPM: 74\nRR interval  = 828\n"
                    + "812 ms\n0.812 s\n")));
  }

  @Test
  void readsRatesThatStandAlone() {
    assertEquals(
        List.of("rate 72.0", "rate 71.0"), Canon.of(decode("Heart Rate  = 72\nBPM: 71\nBPM: 0\n")));
  }

  @Test
  void impossibleIntervalsAreCountedAndNeverSilentlyDropped() {
    List<SensorEvent> events = decode("812\n0\n-40\n4294967254\n4294967295\n10001\n40\nNaN\n813\n");
    assertEquals(List.of(812.0, 40.0, 813.0), millis(events));
    assertEquals(
        List.of("impossible", "impossible", "impossible", "impossible", "impossible", "text"),
        rejected(events));
  }

  @Test
  void aStreamOfSecondsIsReadAsSeconds() {
    assertEquals(
        List.of(812.0, 1798.0, 3100.0, 805.0), millis(decode("0.812\n1.798\n3.1\n0.805\n")));
  }

  @Test
  void aStreamThatBeganWithAnOddValueFindsItsUnitAgain() {
    assertEquals(List.of(2.0, 812.0, 813.0), millis(decode("2\n812\n813\n")));
    assertEquals(List.of(1500.0, 812.0, 813.0), millis(decode("1.5\n812\n813\n")));
    assertEquals(
        List.of(812.0, 0.81, 0.82, 830.0, 840.0), millis(decode("812\n0.81\n0.82\n0.83\n0.84\n")));
  }

  @Test
  void aWholeCaptureIsInSecondsOnlyWhenAllOfItIs() {
    assertEquals(List.of(812.0, 805.0), millis(capture("0.812\n0.805\n", 2)));
    assertEquals(List.of(1.5, 812.0), millis(capture("1.5\n812\n", 2)));
  }

  @Test
  void aWholeCaptureOfManyLinesASecondIsSamples() {
    String lines = "512\n513\n".repeat(50);
    assertEquals(Collections.nCopies(50, 512.0), millis(capture("512\n".repeat(50), 40)));
    assertEquals(
        100,
        Canon.of(capture(lines, 2)).stream().filter(line -> line.startsWith("wave 0 51")).count());
    assertEquals(100, millis(capture(lines, Double.NaN)).size(), "nobody noted how long it took");
  }

  @Test
  void leadsOffTurnsAStreamIntoSamples() {
    List<SensorEvent> events = decode("!\r\n!\r\n498\r\n499\r\n");
    assertEquals(List.of("contact off", "wave 0 498", "wave 0 499"), Canon.of(events));
    assertEquals(List.of(new Contact(0, false), new Contact(0, true)), contacts(events));
    assertTrue(events.contains(new Info(0, Map.of("mode", "raw"))));
  }

  @Test
  void oneExclamationMarkInNoiseDoesNotTurnIntervalsIntoSamples() {
    List<SensorEvent> events = decode("812\n!\n\u00e4\u00f6\n805\n");
    assertEquals(List.of(812.0, 805.0), millis(events));
    assertEquals(List.of(), contacts(events));
    assertTrue(events.contains(new SensorEvent.Rejected("text", "!")));
  }

  @Test
  void tablesMayBePartedByCommaSemicolonAndTab() {
    List<SensorEvent> events =
        decode("1.610,75,798\n2.4;75;790\n3.2\t74\t0.800\n4000,74,801\n5.0,,802\n");
    assertEquals(List.of(798.0, 790.0, 0.8, 801.0, 802.0), millis(events));
    List<Beat> beats = beats(events);
    assertEquals(Optional.of(new DeviceTime(1610, Moment.ARRIVAL)), beats.get(0).deviceTime());
    assertEquals(
        Optional.empty(), beats.get(3).deviceTime(), "a whole t may be seconds or milliseconds");
  }

  @Test
  void aSketchThatRepeatsItsRateShowsABeatOnlyByAChange() {
    List<SensorEvent> events =
        decode(
            "IR=101240, BPM=71.60, Avg BPM=17\nIR=101240, BPM=71.60, Avg BPM=17\n"
                + "IR=9, BPM=75.00, Avg BPM=18\n");
    assertEquals(List.of(new Beat(0, 800, 0, 0, Optional.empty(), true)), beats(events));
    assertTrue(events.contains(new Info(0, Map.of("mode", "max3010x"))));
  }

  @Test
  void readsTheOtherSketchesOfThatBoard() {
    assertEquals(
        List.of("wave 0 2", "wave 0 1", "rate 78.0", "wave 0 4", "wave 0 3", "wave 0 5"),
        Canon.of(
            decode(
                "red=1, ir=2, HR=78, HRvalid=1, SPO2=98, SPO2Valid=1\n R[3] IR[4] G[5] Hz[50]\n")));
    assertEquals(
        List.of("wave 0 2", "wave 0 1"),
        Canon.of(decode("red=1, ir=2, HR=78, HRvalid=0, SPO2=98\n")));
  }

  @Test
  void whatIsNothingIsRejectedWithItsText() {
    assertEquals(
        List.of("text", "text", "text", "text", "text", "overlong"),
        rejected(decode("hello\n1,2\n1,2,3,4\n812 apples\n12.3.4\n" + "9".repeat(600) + "\n")));
  }

  @Test
  void midStreamTheTailOfALineIsNoBeat() {
    Decoder decoder = TextDecoder.intervals().midStream();
    assertEquals(List.of(798.0), millis(Feed.text(decoder, "12\r\n798\r\n")));
  }

  @Test
  void everyLineOfRealRecordingsIsABeatOrCounted() throws IOException {
    try (Stream<Path> files = Files.list(Vectors.shared("data/pulsesensor-joegle/rr"))) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines =
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        List<SensorEvent> events =
            Feed.whole(TextDecoder.forCapture(bytes, bytes.length, Double.NaN), bytes);
        List<Double> possible =
            lines.stream().map(Double::parseDouble).filter(rr -> rr > 0 && rr <= 10_000).toList();
        assertEquals(possible, millis(events), file.getFileName().toString());
        assertEquals(
            lines.size() - possible.size(), rejected(events).size(), file.getFileName().toString());
      }
    }
  }

  private static List<SensorEvent> decode(String text) {
    Feed.assertCutsDoNotMatter(
        TextDecoder.intervals(), text.getBytes(StandardCharsets.UTF_8), text);
    return Feed.text(TextDecoder.intervals(), text);
  }

  private static List<SensorEvent> capture(String text, double seconds) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Feed.whole(TextDecoder.forCapture(bytes, bytes.length, seconds), bytes);
  }

  private static List<Beat> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Beat)
        .map(event -> (Beat) event)
        .toList();
  }

  private static List<Double> millis(List<SensorEvent> events) {
    return beats(events).stream().map(Beat::rrMillis).toList();
  }

  private static List<SensorEvent> contacts(List<SensorEvent> events) {
    return events.stream().filter(event -> event instanceof Contact).toList();
  }

  private static List<String> rejected(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Rejected)
        .map(e -> ((Rejected) e).reason())
        .toList();
  }
}
