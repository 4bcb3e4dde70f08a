package app.downshift.sensor.pulsesensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Info;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulseSensorDecoderTest {
  @Test
  void aBeatIsTheQLineAndSaysItsMode() {
    List<SensorEvent> events = decode("B72\r\nQ832\r\n");
    assertEquals(
        List.of(
            new Info(0, Map.of("mode", "visualizer")),
            new SensorEvent.Rate(0, 72),
            new Beat(0, 832, 0, 0, Optional.empty(), false)),
        events);
  }

  @Test
  void lettersBelongToSeveralSensorsWhileSmallOnesAreSent() {
    assertEquals(
        List.of("wave 0 1", "wave 1 2", "rate 72.0", "beat 4 832.000", "beat 6 700.000"),
        Canon.of(decode("a1\r\nb2\r\nB72\r\nQ832\r\nS700\r\n")));
  }

  @Test
  void oneNoisyLetterDoesNotTurnOneSensorIntoManyForLong() {
    String samples = "S512\r\n".repeat(120);
    List<SensorEvent> events = decode("a1\r\n" + samples + "Q832\r\n");
    assertEquals("beat 0 832.000", Canon.of(events).get(Canon.of(events).size() - 1));
  }

  @Test
  void impossibleIntervalsAreCounted() {
    assertEquals(
        List.of(
            "rejected impossible", "rejected impossible", "rejected impossible", "beat 0 40.000"),
        Canon.of(decode("Q0\r\nQ4294967254\r\nQ-8\r\nQ40\r\n")));
  }

  @Test
  void aPlotterThatFindsThePulseAgainDoesNotInventABeat() {
    List<SensorEvent> events = decode("73,820,700\r\n0,600,500\r\n71,846,520\r\n71,838,520\r\n");
    assertEquals(
        List.of(new Contact(0, true), new Contact(0, false), new Contact(0, true)),
        events.stream().filter(event -> event instanceof Contact).toList());
    assertEquals(List.of(new Beat(0, 838, 0, 0, Optional.empty(), true)), beats(events));
  }

  @Test
  void pairsAreTimeAndSignalUntilTheyCannotBe() {
    assertEquals(
        List.of("wave 0 2048", "wave 0 2050"), Canon.of(decode("1200,2048\r\n1220,2050\r\n")));
    assertEquals(
        List.of("wave 0 498", "wave 0 511", "wave 1 499", "wave 0 513", "wave 1 500"),
        Canon.of(decode("512,498\r\n511,499\r\n513,500\r\n")));
  }

  @Test
  void theCoachCountsItsRecordsSoThatLossShows() {
    List<SensorEvent> events =
        decode(
            coach(42, 12_345, 1)
                + coach(42, 12_345, 1)
                + coach(43, 12_365, 0)
                + coach(46, 12_425, 1)
                + coach(0, 5, 1));
    assertEquals(
        List.of(
            "info {origin=SIM, state=QUALIFIED}",
            "wave 0 2840",
            "rate 72.0",
            "beat 0 833.000",
            "wave 0 2840",
            "gap LOST_LINES 0",
            "wave 0 2840",
            "rate 72.0",
            "beat 0 833.000",
            "gap RESTART 0",
            "wave 0 2840",
            "rate 72.0",
            "beat 0 833.000"),
        Canon.of(events));
    assertEquals(
        Optional.of(new DeviceTime(12_425, Moment.ARRIVAL)), beats(events).get(1).deviceTime());
  }

  @Test
  void theSecondRecordFormatTellsItsBattery() {
    String line = "PSWS,2,LIVE,1,20,2840,72,833,1,90,QUALIFIED,2000,100,4000,87,0,1,1\r\n";
    assertTrue(decode(line).contains(new SensorEvent.Battery(0, 87)));
    assertEquals(1, beats(decode(line)).size());
  }

  @Test
  void readsObjectsToo() {
    assertEquals(
        List.of("wave 0 2048", "rate 70.0"),
        Canon.of(decode("{\"timestampMs\":1200,\"raw\":2048,\"bpm\":70}\r\n")));
  }

  @Test
  void whatSketchesSayInWordsIsRejectedWithItsText() {
    assertEquals(
        List.of(
            "rejected text We created a pulseSensor Object !",
            "rejected text ♥  A HeartBeat Happened !",
            "rate 72.0",
            "rejected text PSWS,3,LIVE",
            "rejected text 1,2,3,4,5"),
        Canon.of(
            decode(
                "We created a pulseSensor Object !\r\n♥  A HeartBeat Happened ! \r\nBPM: 72\r\nPSWS,3,LIVE\r\n"
                    + "1,2,3,4,5\r\n")));
  }

  @Test
  void midStreamTheTailOfALineIsNoSample() {
    assertEquals(
        List.of("wave 0 513"),
        Canon.of(Feed.text(PulseSensorDecoder.midStream(), "12\r\nS513\r\n")));
  }

  private static String coach(int sequence, int millis, int beat) {
    return "PSWS,1,SIM," + sequence + "," + millis + ",2840,72,833," + beat + ",12,QUALIFIED\r\n";
  }

  private static List<SensorEvent> decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Feed.assertCutsDoNotMatter(PulseSensorDecoder.atBoundary(), bytes, text);
    return Feed.whole(PulseSensorDecoder.atBoundary(), bytes);
  }

  private static List<Beat> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Beat)
        .map(event -> (Beat) event)
        .toList();
  }
}
