package app.downshift.sensor.max30003;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.DeviceTalk;
import app.downshift.sensor.Feed;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.TimedStream;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenViewTest {

  @Test
  void everyChangeOfTheIntervalIsABeatAndEqualOnesHideOne() {
    List<Double> told = beats(decode(List.of()));
    List<Double> truth = new ArrayList<>();
    VirtualHeart heart = DeviceTalk.heart();
    long before = -1;
    for (HeartEvent event = heart.next(); event.seconds() < 299.9; event = heart.next()) {
      HeartEvent.Beat beat = (HeartEvent.Beat) event;
      long tick = Math.round(beat.seconds() * 128);
      double millis = (tick - before) * 1000 / 128;
      if (before >= 0 && (truth.isEmpty() || truth.get(truth.size() - 1) != millis)) {
        truth.add(millis);
      }
      before = tick;
    }
    assertEquals(truth, told);
  }

  @Test
  void aDamagedIntervalInOneFrameIsNoBeat() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 100; i++) {
      bytes.writeBytes(OpenViewRecords.frame(0, i == 50 ? 813 : 812, 74));
    }
    assertEquals(List.of(), beats(Feed.whole(new Max30003Sensor().decoder(), bytes.toByteArray())));
  }

  @Test
  void aLostByteIsOneGapAndNoFalseBeat() {
    List<SensorEvent> events = decode(List.of(new Fault(Fault.Kind.LOST_BYTE, 100)));
    assertEquals(1, events.stream().filter(Gap.class::isInstance).count());
    List<Double> truth = beats(decode(List.of()));
    List<Double> told = beats(events);
    assertTrue(truth.size() - told.size() <= 1);
    assertTrue(truth.containsAll(told));
  }

  private static List<SensorEvent> decode(List<Fault> faults) {
    TimedStream stream = new VirtualOpenView(DeviceTalk.heart(), faults).until(300);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (var chunk = stream.next(); chunk.isPresent(); chunk = stream.next()) {
      bytes.writeBytes(chunk.get().bytes());
    }
    return Feed.whole(new Max30003Sensor().decoder(), bytes.toByteArray());
  }

  private static List<Double> beats(List<SensorEvent> events) {
    return events.stream()
        .filter(Beat.class::isInstance)
        .map(beat -> ((Beat) beat).rrMillis())
        .toList();
  }
}
