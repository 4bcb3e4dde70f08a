package app.downshift.sensor.bleuio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BleuioConversationTest {
  private static final String NEAR = "EC:EA:02:85:D9:7A";
  private static final SensorWish ANY = new SensorWish.Prefer("");

  @Test
  void withoutAWishStrapsAreOnlyToldOfAndTelephonesAreNot() {
    Talk talk = talk(List.of()).run(20);
    assertEquals(
        List.of(
            new SensorEvent.Found(0, NEAR, "Polar H10 0285D97A", -58),
            new SensorEvent.Found(0, "D0:5B:A1:09:44:31", "HRM2", -81)),
        talk.all(SensorEvent.Found.class));
    assertEquals(List.of("scanning"), talk.states());
  }

  @Test
  void takesTheStrongestStrapAfterAScanAndEveryBeatFromThenOn() {
    Talk talk = talk(List.of()).wish(ANY).run(600);
    assertEquals(List.of("scanning", "connecting", "connected", "subscribed"), talk.states());
    int from = Talk.assertUnbroken(Talk.truth("calm", 1024, 600), talk.beats(), 600);
    assertTrue(from < 8, from + " beats passed before the first was told");
    assertEquals(List.of(new SensorEvent.Battery(0, 87)), talk.all(SensorEvent.Battery.class));
    assertEquals(List.of(), talk.all(Gap.class));
    assertEquals(List.of(), talk.all(SensorEvent.Rejected.class));
  }

  @Test
  void callsTheChosenDeviceEvenIfItsNameIsNotThatOfAStrap() {
    Talk polar = talk(List.of()).wish(new SensorWish.Choose("0285d97a")).run(20);
    assertTrue(polar.beats().size() > 10);
    Talk telephone = talk(List.of()).wish(new SensorWish.Choose("telephone")).run(45);
    assertTrue(words(telephone).contains("AT+GAPCONNECT=[0]56:4A:24:EA:BE:79\r"));
    assertEquals(List.of(), telephone.beats());
    telephone.wish(new SensorWish.Choose(NEAR)).run(45);
    assertTrue(telephone.beats().size() > 10, "another choice is heeded: " + telephone.states());
  }

  @Test
  void aLinkLossIsOneGapAndTheSameStrapIsCalledAgain() {
    Talk talk = talk(List.of(new Fault(Kind.LINK_LOSS, 60))).wish(ANY).run(180);
    Gap gap = new Gap(0, GapReason.LOST_BEATS, 0);
    assertEquals(List.of(gap), talk.all(Gap.class));
    int at = talk.events().indexOf(gap);
    List<Double> truth = Talk.truth("calm", 1024, 180);
    Talk.assertUnbroken(truth, beats(talk.events().subList(0, at)), 50);
    Talk.assertUnbroken(truth, beats(talk.events().subList(at, talk.events().size())), 110);
    assertEquals(
        List.of("connecting", "connected", "subscribed", "lost", "connected", "subscribed"),
        talk.states().subList(1, talk.states().size()));
  }

  @Test
  void everyCommandMayBeRefusedOrLeftUnansweredOnceOrCrossedByAnEvent() {
    for (Kind kind : List.of(Kind.REFUSAL, Kind.NO_ANSWER, Kind.CROSSING)) {
      DoubleStream cleaningUp = DoubleStream.iterate(0, at -> at < 0.08, at -> at + 0.004);
      DoubleStream connecting = DoubleStream.iterate(3, at -> at < 3.6, at -> at + 0.008);
      DoubleStream.concat(cleaningUp, connecting)
          .forEach(
              at -> {
                Talk talk = talk(List.of(new Fault(kind, at))).wish(ANY).run(60);
                String what = kind + " at " + at + ": " + talk.states() + words(talk);
                assertTrue(talk.beats().size() > 15, what);
                Talk.assertUnbroken(Talk.truth("calm", 1024, 60), talk.beats(), 15);
              });
    }
  }

  @Test
  void chunksMayArriveInPieces() {
    Talk whole = talk(List.of()).wish(ANY).run(60);
    Talk split = talk(List.of(new Fault(Kind.SPLIT, 0))).wish(ANY).run(60);
    assertEquals(whole.events(), split.events());
    assertEquals(words(whole), words(split));
  }

  @Test
  void bringsTheStickToRestFirstAndLetsGoAtTheEnd() {
    Talk talk = talk(List.of()).run(1);
    assertEquals(
        List.of("\u0003", "ATV0\r", "AT+GAPDISCONNECT\r", "AT+CENTRAL\r", "AT+GAPSCAN=3\r"),
        words(talk));
    talk.wish(new SensorWish.Stop()).run(10);
    assertEquals("\u0003", words(talk).get(words(talk).size() - 1));
  }

  private static Talk talk(List<Fault> faults) {
    return new Talk(
        new VirtualBleuio(Talk.heart("calm"), faults), new BleuioSensor().conversation());
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(SensorEvent.Beat.class::isInstance)
        .map(event -> ((SensorEvent.Beat) event).rrMillis())
        .toList();
  }

  private static List<String> words(Talk talk) {
    return talk.sent().stream().map(bytes -> new String(bytes, StandardCharsets.US_ASCII)).toList();
  }
}
