package app.downshift.hrv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.ReferenceData;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.PulseHeart.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnBreathingTest {
  @Test
  void findsTheBreathOfAHeartThatFollowsIt() {
    for (double rate = 4; rate <= 20; rate += 1.7) {
      double each = rate;
      OwnBreathing breathing = new OwnBreathing();
      for (Pulse beat :
          PulseHeart.beats(
              t -> 70 + 4 * Math.sin(2 * Math.PI * t * each / 60), 90, 4, new Random(2))) {
        breathing.accept(beat.timeMillis(), beat.rrMillis());
      }
      assertEquals(rate, breathing.ratePerMinute(), 0.15);
      if (rate >= 6) {
        assertEquals(8, breathing.swing().bpm(), 0.8, "at " + rate);
      } else {
        assertTrue(Double.isNaN(breathing.swing().bpm()), "at " + rate);
      }
    }
  }

  @Test
  void agreesWithTheReferenceMedians() {
    assertEquals(6, medianRate("syn_rsa010_A50"), 0.1);
    assertEquals(15, medianRate("syn_rsa025_A35"), 0.1);
  }

  @Test
  void staysSilentAboutNoise() {
    int answers = 0;
    int asked = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      OwnBreathing breathing = new OwnBreathing();
      double time = 0;
      while (time < 70_000) {
        double rr = 850 + 40 * random.nextGaussian();
        time += rr;
        breathing.accept(time, rr);
      }
      asked++;
      answers += Double.isNaN(breathing.ratePerMinute()) ? 0 : 1;
    }
    assertTrue(answers <= asked / 100, answers + " of " + asked);
  }

  @Test
  void staysSilentWhenTwoLinesAreAlike() {
    OwnBreathing breathing = new OwnBreathing();
    for (Pulse beat :
        PulseHeart.beats(
            t -> 70 + 3 * Math.sin(2 * Math.PI * t * 0.1) + 2.9 * Math.sin(2 * Math.PI * t * 0.25),
            90,
            2,
            new Random(2))) {
      breathing.accept(beat.timeMillis(), beat.rrMillis());
    }
    assertTrue(Double.isNaN(breathing.ratePerMinute()));
    assertTrue(Double.isNaN(breathing.swing().bpm()));
  }

  @Test
  void needsThreeQuartersOfAMinuteAndForgetsInSilence() {
    OwnBreathing breathing = new OwnBreathing();
    assertTrue(Double.isNaN(breathing.ratePerMinute()));
    assertTrue(Double.isNaN(breathing.swing().bpm()));
    for (Pulse beat : PulseHeart.beats(t -> 70 + 4 * Math.sin(0.7 * t), 60, 0, new Random(2))) {
      boolean defined = !Double.isNaN(breathing.ratePerMinute());
      assertTrue(!defined || beat.timeMillis() > 45_000);
      breathing.accept(beat.timeMillis(), beat.rrMillis());
    }
    assertTrue(breathing.ratePerMinute() > 0);
    breathing.advance(100_000);
    assertTrue(Double.isNaN(breathing.ratePerMinute()));
  }

  @Test
  void survivesConstantAndImpossibleBeats() {
    OwnBreathing breathing = new OwnBreathing();
    for (int i = 0; i < 300; i++) {
      breathing.accept(i * 800, 800);
      breathing.accept(Double.NaN, 800);
      breathing.accept(i * 800, -3);
      assertTrue(Double.isNaN(breathing.ratePerMinute()));
    }
    for (int i = 0; i < 3000; i++) {
      breathing.accept(5, 1e-9);
      breathing.ratePerMinute();
    }
  }

  private static double medianRate(String name) {
    RrSeries series = RrSeries.ofIntervals(ReferenceData.intervals(name));
    OwnBreathing breathing = new OwnBreathing();
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      breathing.accept(series.timeMillis(i), series.rrMillis(i));
      if (!Double.isNaN(breathing.ratePerMinute())) {
        rates.add(breathing.ratePerMinute());
      }
    }
    rates.sort(null);
    return rates.get(rates.size() / 2);
  }
}
