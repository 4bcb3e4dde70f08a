package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.sensor.SensorEvent.Beat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BeatClockTest {
  private static Beat beat(double rr, int followedBy) {
    return new Beat(0, rr, 0, followedBy, Optional.empty(), false);
  }

  @Test
  void followsTheFreshestMessagesThroughALateAndUnevenRadio() {
    long seed = 11;
    var random = new Random(seed);
    var clock = new BeatClock();
    double truth = 0;
    double arrived = 0;
    double worst = 0;
    double previous = Double.NaN;
    for (int i = 0; i < 3000; i++) {
      double rr = 800 + 120 * Math.sin(i / 7.0) + random.nextGaussian() * 20;
      truth += rr;
      // 50 ms in the air at best, up to 1 s more, and now and then three seconds late.
      double late = 50 + random.nextDouble() * 1000 + (random.nextInt(50) == 0 ? 3000 : 0);
      arrived = Math.max(arrived, truth + late); // a radio keeps the order
      var placed = clock.place(beat(rr, 0), arrived);
      assertFalse(placed.lossFound(), "seed " + seed + " beat " + i);
      if (i > 60) {
        worst = Math.max(worst, Math.abs(placed.beatMillis() - truth - 50));
      }
      if (i > 0) {
        assertEquals(
            rr, placed.beatMillis() - previous, rr * 0.0501, "seed " + seed + " beat " + i);
      }
      previous = placed.beatMillis();
    }
    double found = worst;
    assertTrue(found < 200, () -> "worst " + found + " ms, seed " + seed);
  }

  @Test
  void severalIntervalsInOneMessageShareOneArrival() {
    var clock = new BeatClock();
    double truth = 0;
    for (int i = 0; i < 100; i++) {
      truth += 1800;
      double first = clock.place(beat(900, 1), truth).beatMillis();
      double second = clock.place(beat(900, 0), truth).beatMillis();
      assertEquals(truth - 900, first, 1);
      assertEquals(truth, second, 1);
    }
  }

  @Test
  void findsALossThatNobodyReportedAndGoesOnFromThere() {
    var clock = new BeatClock();
    double truth = 0;
    for (int i = 0; i < 60; i++) {
      truth += 800;
      clock.place(beat(800, 0), truth + 40);
    }
    truth += 4 * 800; // four beats vanish
    int losses = 0;
    double last = 0;
    for (int i = 0; i < 60; i++) {
      truth += 800;
      var placed = clock.place(beat(800, 0), truth + 40);
      losses += placed.lossFound() ? 1 : 0;
      last = placed.beatMillis();
    }
    assertEquals(1, losses);
    assertEquals(truth + 40, last, 50);
  }

  /**
   * A real strap over 52 minutes, each message with the time it arrived: beat times advance by
   * nearly an interval each, and stay with the lower envelope however the two clocks drift apart.
   */
  @Test
  void staysWithTheFreshestMessagesOfARealStrapWithoutAJump() {
    JsonNode messages =
        JsonMapper.shared()
            .readTree(
                String.join(
                    "\n",
                    ReferenceData.shared("data/h10-ble52min/orig/H10_log_20250611_2133.json")));
    double started = messages.get(0).get("ts").asDouble();
    var clock = new BeatClock();
    var envelope = new LowerEnvelope(30_000);
    List<Double> distances = new ArrayList<>();
    double sum = 0;
    double previous = Double.NaN;
    double firstLow = Double.NaN;
    double low = 0;
    for (JsonNode message : messages) {
      double arrived = (message.get("ts").asDouble() - started) * 1000;
      JsonNode intervals = message.get("rr");
      int left = intervals == null ? 0 : intervals.size();
      double inMessage = 0;
      for (int i = 0; i < left; i++) {
        inMessage += intervals.get(i).asDouble();
      }
      for (int i = 0; i < left; i++) {
        double rr = intervals.get(i).asDouble();
        sum += rr;
        inMessage -= rr;
        low = envelope.with(arrived, arrived - sum - inMessage);
        firstLow = Double.isNaN(firstLow) ? low : firstLow;
        var placed = clock.place(beat(rr, left - 1 - i), arrived);
        assertFalse(placed.lossFound(), "at " + arrived);
        if (!Double.isNaN(previous)) {
          assertEquals(rr, placed.beatMillis() - previous, 0.0501 * rr, "at " + arrived);
        }
        previous = placed.beatMillis();
        distances.add(Math.abs(placed.beatMillis() - sum - low));
      }
    }
    distances.subList(0, 40).clear(); // until the first fresh message
    distances.sort(null);
    double typical = distances.get(distances.size() / 2);
    double nearlyAll = distances.get((int) (0.99 * distances.size()));
    double worst = distances.get(distances.size() - 1);
    System.out.printf(
        "beat clock, %d beats of a real strap: from the envelope median %.0f, p99 %.0f, worst %.0f"
            + " ms; envelope moved %.0f ms%n",
        distances.size() + 40, typical, nearlyAll, worst, low - firstLow);
    assertTrue(typical < 30 && nearlyAll < 150 && worst < 350);
  }
}
