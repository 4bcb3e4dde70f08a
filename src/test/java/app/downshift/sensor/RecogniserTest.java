package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.LineSettings.Parity;
import app.downshift.sensor.pulsesensor.VirtualPulseSensor;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecogniserTest {
  private static final double LISTENING_SECONDS = 3.5;

  @Test
  void knowsEverySensorOfTheCatalogueByItsBytes() {
    for (SensorType type : SensorCatalogue.all()) {
      for (long seed = 1; seed <= 20 && !type.speaks(); seed++) {
        List<Fault> cut = List.of(new Fault(Fault.Kind.HALF_FIRST_LINE, 0));
        Optional<Recognition> heard = hear(type.twin(heart(seed), cut), LISTENING_SECONDS);
        assertEquals(
            Optional.of(type.name()),
            heard.map(r -> r.type().name()),
            type.name() + " seed " + seed);
      }
    }
  }

  @Test
  void knowsASensorThatSomeProgramLeftSpeakingFromTheMiddleOfItsBytes() {
    for (SensorType type : SensorCatalogue.all()) {
      boolean left = type.speaks() && !type.name().equals("hrmi"); // which only ever answers
      for (long seed = 1; seed <= 20 && left; seed++) {
        TimedStream stream = type.twin(heart(seed), List.of());
        TimedBytes chunk = stream.next().orElseThrow();
        while (chunk.atMicros() < 20e6) {
          chunk = stream.next().orElseThrow();
        }
        byte[] tail = Arrays.copyOfRange(chunk.bytes(), 3, chunk.bytes().length);
        Recogniser recogniser =
            Recogniser.on(LineSettings.of(115_200)).hear(tail, tail.length, 20_000_000_000L);
        while (chunk.atMicros() < 23.5e6) {
          chunk = stream.next().orElseThrow();
          recogniser =
              recogniser.hear(chunk.bytes(), chunk.bytes().length, chunk.atMicros() * 1000);
        }
        assertEquals(
            Optional.of(type.name()),
            recogniser.best().map(r -> r.type().name()),
            type.name() + " seed " + seed);
      }
    }
  }

  @Test
  void saysThatAPlotterCouldDoBetter() {
    Recognition heard =
        hear(VirtualPulseSensor.plotter(heart(1), List.of()), LISTENING_SECONDS).orElseThrow();
    assertEquals("pulse-sensor", heard.type().name());
    assertTrue(heard.why().contains("visualizer"), heard.why());
  }

  @Test
  void fastBareNumbersAreSamplesAndSlowOnesAreIntervals() {
    assertEquals("text", steady("812\n", 1.2, 115_200).orElseThrow().type().name());
    assertEquals("pulse-sensor", steady("512\r\n", 50, 115_200).orElseThrow().type().name());
    Recognition leadsOff = steady("498\r\n!\r\n", 80, 9600).orElseThrow();
    assertEquals("text", leadsOff.type().name());
    assertEquals(LineSettings.of(9600), leadsOff.line());
    assertEquals(
        1,
        Feed.text(leadsOff.type().decoder(), "498\n").stream()
            .filter(RecogniserTest::isSample)
            .count());
    assertEquals(Optional.empty(), steady("812\n", 8, 115_200));
  }

  @Test
  void bootMessagesBeforeTheFirstIntervalDoNotHideIt() {
    byte[] boot = "rst:0x1\r\nload:0x3fff\r\nentry 0x4008\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] beat = "812\r\n".getBytes(StandardCharsets.US_ASCII);
    Recogniser recogniser = Recogniser.on(LineSettings.of(115_200)).hear(boot, boot.length, 0);
    assertEquals(Optional.empty(), recogniser.best());
    for (int i = 1; i <= 3; i++) {
      recogniser = recogniser.hear(beat, beat.length, i * 900_000_000L);
    }
    assertEquals("text", recogniser.best().orElseThrow().type().name());
  }

  @Test
  void aBurstOfIntervalsIsNotTakenForSamples() {
    byte[] burst = "812\n798\n805\n811\n".repeat(4).getBytes(StandardCharsets.US_ASCII);
    Recogniser recogniser = Recogniser.on(LineSettings.of(115_200)).hear(burst, burst.length, 7);
    assertEquals(Optional.empty(), recogniser.best());
  }

  @Test
  void knowsASketchThatPrintsInfraredAndRate() {
    assertEquals(
        "text",
        steady("IR=101240, BPM=71.60, Avg BPM=17\r\n", 25, 115_200).orElseThrow().type().name());
  }

  @Test
  void hearsNothingInSilenceInNoiseAndInOtherPeoplesText() {
    Recogniser silent = Recogniser.on(LineSettings.of(115_200));
    assertEquals(Optional.empty(), silent.hear(new byte[0], 0, 3_500_000_000L).best());
    for (long seed = 1; seed <= 200; seed++) {
      byte[] noise = new byte[20_000];
      new Random(seed).nextBytes(noise);
      assertEquals(Optional.empty(), inPieces(noise, 3.5), "seed " + seed);
    }
    assertEquals(
        Optional.empty(), steady("$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8*76\r\n", 5, 9600));
    assertEquals(Optional.empty(), steady("temp=21.5 hum=48\r\n", 2, 9600));
    assertEquals(Optional.empty(), steady("21.5\r\n", 1, 9600));
  }

  @Test
  void hearsNothingInRecordingsOfDevicesItDoesNotKnow() throws IOException {
    byte[] bytes = Files.readAllBytes(Vectors.shared("data/serial-ivy450c/orig/Ivy450C.1.data"));
    for (int from = 0; from < bytes.length; from += 500) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 15_000));
      assertEquals(Optional.empty(), inPieces(part, 3.5), "from " + from);
    }
  }

  @Test
  void knowsABioHarnessFromAnyPartOfItsRecording() throws IOException {
    byte[] bytes =
        Files.readAllBytes(Vectors.shared("data/zephyr-stream/orig/120-second-bt-stream.dat"));
    for (int from = 0; from < bytes.length - 3000; from += 1777) {
      byte[] part = Arrays.copyOfRange(bytes, from, from + 3000);
      assertEquals(
          Optional.of("zephyr-bioharness"),
          inPieces(part, 3.5).map(r -> r.type().name()),
          "from " + from);
    }
  }

  @Test
  void listensLongestWhereBoardsRestart() {
    assertEquals(5, ListeningStep.PLAN.size());
    assertEquals(new ListeningStep(LineSettings.of(115_200), 3500), ListeningStep.PLAN.get(0));
    assertEquals(Parity.ODD, ListeningStep.PLAN.get(3).line().parity());
  }

  private static VirtualHeart heart(long seed) {
    return new VirtualHeart(HeartProfile.CALM, Breathing.steady(12), seed);
  }

  private static boolean isSample(SensorEvent event) {
    return event instanceof SensorEvent.Waveform;
  }

  /** Listens from the first byte on, as a board that has just finished booting is heard. */
  private static Optional<Recognition> hear(TimedStream stream, double seconds) {
    Recogniser recogniser = Recogniser.on(LineSettings.of(115_200));
    TimedBytes chunk = stream.next().orElseThrow();
    long first = chunk.atMicros();
    while (chunk.atMicros() - first < seconds * 1e6) {
      recogniser = recogniser.hear(chunk.bytes(), chunk.bytes().length, chunk.atMicros() * 1000);
      chunk = stream.next().orElseThrow();
    }
    return recogniser.hear(new byte[0], 0, first * 1000 + (long) (seconds * 1e9)).best();
  }

  private static Optional<Recognition> steady(String line, double perSecond, int baud) {
    Recogniser recogniser = Recogniser.on(LineSettings.of(baud));
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 3.5 * perSecond; i++) {
      recogniser = recogniser.hear(bytes, bytes.length, (long) (i / perSecond * 1e9));
    }
    return recogniser.best();
  }

  private static Optional<Recognition> inPieces(byte[] bytes, double seconds) {
    Recogniser recogniser = Recogniser.on(LineSettings.of(115_200));
    int piece = 500;
    for (int from = 0; from < bytes.length; from += piece) {
      int n = Math.min(piece, bytes.length - from);
      long at = (long) (seconds * 1e9 * from / bytes.length);
      recogniser = recogniser.hear(Arrays.copyOfRange(bytes, from, from + n), n, at);
    }
    return recogniser.best();
  }
}
