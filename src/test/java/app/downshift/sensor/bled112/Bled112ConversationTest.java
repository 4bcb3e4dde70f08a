package app.downshift.sensor.bled112;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.Talk;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class Bled112ConversationTest {
  private static final String NEAR = "EC:EA:02:85:D9:7A";
  private static final SensorWish ANY = new SensorWish.Prefer("");

  @Test
  void withoutAWishStrapsAreOnlyToldOf() {
    Talk talk = talk(List.of()).run(20);
    assertEquals(List.of("scanning"), talk.states());
    List<SensorEvent.Found> found = talk.all(SensorEvent.Found.class);
    assertEquals(
        List.of("D0:5B:A1:09:44:31", NEAR),
        found.stream().map(SensorEvent.Found::address).distinct().sorted().toList());
    assertTrue(found.contains(new SensorEvent.Found(0, NEAR, "Polar H10 0285D97A", -58)));
    assertEquals(3, found.size(), "each once, and once more with its name");
    assertEquals(List.of(), talk.beats());
  }

  @Test
  void aStickThatTellsNoConnectionsIsUsedAllTheSame() {
    var stick = new VirtualBled112(Talk.heart("calm"), List.of());
    VirtualDevice old =
        new VirtualDevice() {
          @Override
          public void told(byte[] bytes, int length, long atMicros) {
            if (length != 4 || bytes[3] != 6) {
              stick.told(bytes, length, atMicros);
            }
          }

          @Override
          public Optional<TimedBytes> due(long nowMicros) {
            return stick.due(nowMicros);
          }
        };
    Talk talk = new Talk(old, new Bled112Sensor().conversation()).wish(ANY).run(30);
    assertTrue(talk.beats().size() > 10, talk.states().toString());
  }

  @Test
  void takesTheStrongestStrapAfterFourSecondsAndEveryBeatFromThenOn() {
    Talk talk = talk(List.of()).wish(ANY).run(600);
    assertEquals(List.of("scanning", "connecting", "connected", "subscribed"), talk.states());
    List<Double> truth = Talk.truth("calm", 1024, 600);
    int from = Talk.assertUnbroken(truth, talk.beats(), 600);
    assertTrue(from < 8, from + " beats passed before the first was told");
    assertEquals(List.of(new SensorEvent.Battery(0, 87)), talk.all(SensorEvent.Battery.class));
    assertEquals(List.of(), talk.all(Gap.class));
    assertEquals(List.of(), talk.all(SensorEvent.Rejected.class));
    SensorEvent.Info connected =
        talk.all(SensorEvent.Info.class).stream()
            .filter(info -> info.fields().containsKey("address"))
            .findFirst()
            .orElseThrow();
    assertEquals("Polar H10 0285D97A", connected.fields().get("name"));
  }

  @Test
  void callsTheChosenStrapAsSoonAsItIsHeardByAddressOrPartOfItsName() {
    for (String wanted : List.of(NEAR, NEAR.toLowerCase(), "0285d97a", "polar")) {
      Talk talk = talk(List.of()).wish(new SensorWish.Choose(wanted)).run(4);
      assertTrue(talk.states().contains("subscribed"), wanted + talk.states());
    }
    assertEquals(
        List.of("scanning"),
        talk(List.of()).wish(new SensorWish.Choose("somebody else")).run(30).states());
  }

  @Test
  void aStrapThatNeverAnswersIsCalledThreeTimesAndThenLookedForAgain() {
    Talk talk = talk(List.of()).wish(new SensorWish.Choose("HRM2")).run(60);
    assertEquals(List.of(), talk.beats());
    long calls = talk.sent().stream().filter(bytes -> bytes[2] == 6 && bytes[3] == 3).count();
    assertTrue(calls >= 3 && calls <= 6, calls + " calls");
    assertTrue(talk.states().stream().filter("scanning"::equals).count() >= 2);
    talk.wish(new SensorWish.Choose(NEAR)).run(30);
    assertTrue(talk.beats().size() > 10, "another choice is heeded while a strap is being called");
  }

  @Test
  void aLinkLossIsOneGapAndTheSameStrapIsCalledAgain() {
    Talk talk = talk(List.of(new Fault(Kind.LINK_LOSS, 60))).wish(ANY).run(180);
    assertEquals(List.of(new Gap(0, GapReason.LOST_BEATS, 0)), talk.all(Gap.class));
    int gapAt = talk.events().indexOf(new Gap(0, GapReason.LOST_BEATS, 0));
    List<Double> truth = Talk.truth("calm", 1024, 180);
    List<Double> before = beats(talk.events().subList(0, gapAt));
    List<Double> after = beats(talk.events().subList(gapAt, talk.events().size()));
    int first = Talk.assertUnbroken(truth, before, 50);
    int second = Talk.assertUnbroken(truth, after, 110);
    int lost = second - first - before.size();
    assertTrue(lost >= 2 && lost <= 8, lost + " beats lost in three seconds and a failed call");
    assertEquals(
        List.of("connecting", "connected", "subscribed", "lost", "connected", "subscribed"),
        talk.states().subList(1, talk.states().size()));
  }

  @Test
  void everyCommandMayBeRefusedOrLeftUnansweredOnceOrCrossedByAnEvent() {
    for (Kind kind : List.of(Kind.REFUSAL, Kind.NO_ANSWER, Kind.CROSSING)) {
      DoubleStream cleaningUp = DoubleStream.iterate(0, at -> at < 0.04, at -> at + 0.002);
      DoubleStream connecting = DoubleStream.iterate(4, at -> at < 4.6, at -> at + 0.008);
      DoubleStream.concat(cleaningUp, connecting)
          .forEach(
              at -> {
                Talk talk = talk(List.of(new Fault(kind, at))).wish(ANY).run(45);
                String what = kind + " at " + at + ": " + talk.states() + words(talk);
                assertTrue(talk.beats().size() > 15, what);
                Talk.assertUnbroken(Talk.truth("calm", 1024, 45), talk.beats(), 15);
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
  void lettingGoEndsTheLinkOrTheScanAndNothingIsSaidAfterIt() {
    Talk listening = talk(List.of()).wish(ANY).run(20).wish(new SensorWish.Stop());
    assertEquals("00 01 03 00 00", last(listening));
    int said = listening.sent().size();
    int told = listening.events().size();
    listening.run(20);
    assertEquals(said, listening.sent().size());
    assertEquals(told, listening.events().size());
    assertEquals("00 00 06 04", last(talk(List.of()).run(3).wish(new SensorWish.Stop())));
  }

  @Test
  void cleansUpWhatACrashedProgramLeftBeforeItSaysHello() {
    Talk talk = talk(List.of()).run(1);
    List<String> first = words(talk).subList(0, 8);
    assertEquals(
        List.of(
            "00 01 03 00 00",
            "00 00 00 06",
            "00 02 06 01 00 00",
            "00 01 03 00 01",
            "00 00 06 04",
            "00 00 00 01",
            "00 05 06 07 C8 00 C8 00 01",
            "00 01 06 02 01"),
        first);
    assertEquals(List.of("scanning"), talk.states(), "what was left is not ours");
  }

  @Test
  void aStickThatNeverAnswersIsToldOfOnce() {
    List<SensorEvent> events = new ArrayList<>();
    var state = new Bled112Sensor().conversation().opened(0).next();
    int sent = 0;
    for (long millis = 0; millis < 60_000; millis += 100) {
      var step = state.tick(millis * 1_000_000);
      events.addAll(step.events());
      sent += step.send().size();
      state = step.next();
    }
    assertEquals(1, events.size());
    assertTrue(events.get(0).toString().contains("does not answer"));
    assertTrue(sent >= 50 && sent <= 60, sent + " commands in a minute");
  }

  private static Talk talk(List<Fault> faults) {
    return new Talk(
        new VirtualBled112(Talk.heart("calm"), faults), new Bled112Sensor().conversation());
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(SensorEvent.Beat.class::isInstance)
        .map(event -> ((SensorEvent.Beat) event).rrMillis())
        .toList();
  }

  private static List<String> words(Talk talk) {
    return talk.sent().stream().map(bytes -> BgapiFraming.hex(bytes, 0, bytes.length)).toList();
  }

  private static String last(Talk talk) {
    List<String> words = words(talk);
    return words.get(words.size() - 1);
  }

  @Test
  void theStateIsAValueAndMayBeAskedTwice() {
    var opened = new Bled112Sensor().conversation().opened(0).next();
    byte[] bytes = {0, 3, 3, 0, 0, (byte) 0x86, 1};
    assertEquals(
        Arrays.toString(opened.heard(bytes, 7, 1).send().get(0)),
        Arrays.toString(opened.heard(bytes, 7, 1).send().get(0)));
  }
}
