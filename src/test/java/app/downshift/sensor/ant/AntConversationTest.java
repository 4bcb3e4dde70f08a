package app.downshift.sensor.ant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AntConversationTest {
  @Test
  void hearsEveryBeatThroughEveryRollOver() {
    Talk talk = talk(List.of()).run(600);
    assertEquals(List.of("scanning", "subscribed", "connected"), talk.states());
    int from = Talk.assertUnbroken(Talk.truth("calm", 1024, 600), talk.beats(), 640);
    assertTrue(from < 3, from + " beats passed before the first was told");
    assertEquals(List.of(), talk.all(Gap.class));
    assertEquals(
        List.of(new SensorEvent.Found(0, "31415", "", 0)), talk.all(SensorEvent.Found.class));
  }

  @Test
  void countsTheBeatsThatWereMissedAndKnowsTheNextIntervalExactly() {
    Talk talk = talk(List.of(new Fault(Kind.LOST_LINE, 60))).run(120);
    List<Gap> gaps = talk.all(Gap.class);
    assertEquals(1, gaps.size());
    List<Double> truth = Talk.truth("calm", 1024, 120);
    int at = talk.events().indexOf(gaps.get(0));
    List<Double> before = beats(talk.events().subList(0, at));
    List<Double> after = beats(talk.events().subList(at, talk.events().size()));
    int first = Talk.assertUnbroken(truth, before, 55);
    int second = Talk.assertUnbroken(truth, after, 55);
    assertEquals(gaps.get(0).beats(), second - first - before.size());
  }

  @Test
  void aStrapOutOfReachIsAGapOfUnknownLength() {
    Talk talk = talk(List.of(new Fault(Kind.LINK_LOSS, 60))).run(120);
    assertEquals(List.of(new Gap(0, GapReason.LOST_BEATS, 0)), talk.all(Gap.class));
    assertEquals(
        List.of("scanning", "subscribed", "connected", "lost", "subscribed"), talk.states());
    assertTrue(talk.beats().size() > 115);
  }

  @Test
  void aDamagedPageCostsNoBeatBecauseEachIsSentAgain() {
    Talk talk = talk(List.of(new Fault(Kind.BAD_CHECKSUM, 30.1))).run(60);
    assertEquals(
        List.of("invalid-page", "xor"),
        talk.all(SensorEvent.Rejected.class).stream().map(SensorEvent.Rejected::reason).toList());
    Talk.assertUnbroken(Talk.truth("calm", 1024, 60), talk.beats(), 58);
  }

  @Test
  void everyCommandMayBeRefusedOrLeftUnansweredOnceOrCrossedByAnEvent() {
    for (Kind kind : List.of(Kind.REFUSAL, Kind.NO_ANSWER, Kind.CROSSING, Kind.REBOOT)) {
      DoubleStream.iterate(0, at -> at < 0.3, at -> at + 0.002)
          .forEach(
              at -> {
                Talk talk = talk(List.of(new Fault(kind, at))).run(30);
                String what = kind + " at " + at + ": " + talk.states();
                assertTrue(talk.beats().size() > 20, what);
              });
    }
  }

  @Test
  void listensToTheChosenNumberOnly() {
    assertEquals(List.of(), talk(List.of()).wish(new SensorWish.Choose("271")).run(30).beats());
    Talk chosen = talk(List.of()).wish(new SensorWish.Choose("31415")).run(30);
    assertTrue(chosen.beats().size() > 25);
    chosen.wish(new SensorWish.Choose("271")).run(10);
    int told = chosen.beats().size();
    chosen.run(20).wish(new SensorWish.Choose("31415"));
    assertEquals(told, chosen.beats().size());
    assertTrue(chosen.run(20).beats().size() > told + 15);
  }

  @Test
  void chunksMayArriveInPieces() {
    Talk whole = talk(List.of()).run(60);
    Talk split = talk(List.of(new Fault(Kind.SPLIT, 0))).run(60);
    assertEquals(whole.events(), split.events());
  }

  private static Talk talk(List<Fault> faults) {
    return new Talk(new VirtualAnt(Talk.heart("calm"), faults), new AntSensor().conversation());
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(SensorEvent.Beat.class::isInstance)
        .map(event -> ((SensorEvent.Beat) event).rrMillis())
        .toList();
  }
}
