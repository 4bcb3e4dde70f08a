package app.downshift.sensor.hrmi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Canon;
import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.Vectors;
import app.downshift.sensor.Vectors.Block;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HrmiConversationTest {

  @Test
  void asksAsTheVectorDoesTwiceASecond() throws IOException {
    Block block =
        Vectors.in("11_sparkfun_hrmi.txt", "").stream()
            .filter(b -> b.id().equals("tx_get16"))
            .findFirst()
            .orElseThrow();
    assertArrayEquals(block.bytes(), HrmiConversation.question(16));
    DeviceTalk talk = new DeviceTalk(device(), new HrmiSensor().conversation()).until(10);
    assertEquals(20, talk.sent.size());
    assertEquals("47 31 36 0D", talk.words().get(0));
  }

  @Test
  void everyBeatIsToldOnceWithTheRateTheBoardRoundedItTo() {
    DeviceTalk talk = new DeviceTalk(device(), new HrmiSensor().conversation()).until(120);
    List<Double> truth = new ArrayList<>();
    VirtualHeart heart = DeviceTalk.heart();
    for (HeartEvent event = heart.next(); event.seconds() < 121; event = heart.next()) {
      if (event instanceof HeartEvent.Beat beat && !Double.isNaN(beat.rrMillis())) {
        truth.add(60_000.0 / Math.round(60_000 / beat.rrMillis()));
      }
    }
    List<Double> told =
        talk.events.stream()
            .filter(Beat.class::isInstance)
            .map(beat -> ((Beat) beat).rrMillis())
            .toList();
    int from = truth.indexOf(told.get(0));
    assertTrue(from <= 2 && told.size() > 120, from + " " + told.size());
    assertEquals(truth.subList(from, from + told.size()), told);
    assertEquals(0, talk.count(Gap.class));
  }

  @Test
  void beatsThatCameWhileNobodyAskedAreAGapWhenTheyAreMoreThanTheAnswerHolds() {
    assertEquals(
        List.of("rate 80.0", "gap LOST_BEATS 2", "beat 0 750.000", "beat 0 750.000"),
        Canon.of(Feed.text(new HrmiSensor().decoder(), "1 100 80 80\r1 104 80 80\r")));
  }

  @Test
  void whatIsNoAnswerIsRejectedAndTheEchoOfAQuestionIsNot() {
    assertEquals(
        List.of("rejected text what", "rejected text 1 2", "rejected text 1 256 80"),
        Canon.of(Feed.text(new HrmiSensor().decoder(), "G16\rwhat\r1 2\r1 256 80\r")));
  }

  private static VirtualHrmi device() {
    return new VirtualHrmi(DeviceTalk.heart(), List.of());
  }
}
