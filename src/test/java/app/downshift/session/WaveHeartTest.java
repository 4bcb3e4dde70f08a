package app.downshift.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.session.WaveHeart.FoundBeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveHeartTest {
  private static final long SEED = 20261121;
  private static final double RR_MILLIS = 870;

  /** Samples of a steady pulse, taken at one rate, called another, and heard late. */
  private static final class Finger {
    private final Random random = new Random(SEED);
    private final double rateHz;
    private final double calledHz;
    private final String channel;
    private long next;
    private double heardMillis;

    private Finger(String channel, double rateHz, double calledHz) {
      this.channel = channel;
      this.rateHz = rateHz;
      this.calledHz = calledHz;
    }

    private void skip(double seconds) {
      next += Math.round(seconds * rateHz);
    }

    private List<FoundBeat> into(WaveHeart heart, double untilSeconds) {
      List<FoundBeat> beats = new ArrayList<>();
      int block = (int) Math.max(1, rateHz / 5);
      while (next / rateHz < untilSeconds) {
        int[] values = new int[block];
        for (int i = 0; i < block; i++) {
          values[i] = sample(next++ * 1000 / rateHz);
        }
        heardMillis = Math.max(heardMillis, (next - 1) * 1000 / rateHz + 16 * random.nextDouble());
        beats.addAll(heart.take(new Waveform(0, channel, calledHz, values), heardMillis));
      }
      return beats;
    }

    private int sample(double millis) {
      double since = millis % RR_MILLIS / 1000;
      double pulse = Math.exp(-Math.pow((since - 0.15) / 0.06, 2)) * 220;
      return (int) Math.round(512 + pulse + 2 * random.nextGaussian());
    }
  }

  private static WaveHeart called() {
    var heart = new WaveHeart(Set.of("raw"));
    heart.mode("raw");
    return heart;
  }

  @ParameterizedTest
  @CsvSource({"ppg, 50, 50", "ppg, 48.2, 50", "ir, 33, 0", "red, 100, 0", "raw, 50, 0"})
  void intervalsAreInTrueTimeWhateverRateTheSensorTells(String channel, double is, double told) {
    var finger = new Finger(channel, is, told);
    WaveHeart heart = called();
    finger.into(heart, 15);
    List<FoundBeat> beats = finger.into(heart, 120);
    assertEquals(105_000 / RR_MILLIS, beats.size(), 1.5);
    for (FoundBeat beat : beats) {
      assertEquals(RR_MILLIS, beat.rrMillis(), 8, beat + ", seed " + SEED);
    }
    double mean = beats.stream().mapToDouble(FoundBeat::rrMillis).average().orElseThrow();
    assertEquals(RR_MILLIS, mean, 0.0005 * RR_MILLIS);
    FoundBeat last = beats.get(beats.size() - 1);
    double phase = (last.atMillis() - 84) % RR_MILLIS; // the steepest point of the smoothed bell
    assertEquals(0, Math.IEEEremainder(phase, RR_MILLIS), 10);
  }

  @Test
  void beatsComeWithinTheFirstSecondsOfAStreamOfUnknownRate() {
    List<FoundBeat> beats = new Finger("raw", 50, 0).into(called(), 4.5);
    assertTrue(beats.size() >= 3, beats.toString());
    assertTrue(Double.isNaN(beats.get(0).rrMillis()));
  }

  @Test
  void samplesLostUnseenOpenAGap() {
    var finger = new Finger("ppg", 50, 50);
    WaveHeart heart = called();
    finger.into(heart, 30);
    finger.skip(1.3);
    List<FoundBeat> after = finger.into(heart, 60);
    assertEquals(1, after.stream().filter(beat -> Double.isNaN(beat.rrMillis())).count());
    assertEquals(RR_MILLIS, after.get(after.size() - 1).rrMillis(), 8);
  }

  @Test
  void aLineThatWasNotUnderstoodCountsAsOneSample() {
    var finger = new Finger("ppg", 50, 50);
    WaveHeart heart = called();
    finger.into(heart, 20);
    finger.skip(1 / 50.0);
    heart.missing(finger.heardMillis + 20);
    for (FoundBeat beat : finger.into(heart, 40)) {
      assertEquals(RR_MILLIS, beat.rrMillis(), 10, beat.toString());
    }
  }

  @Test
  void listensOnlyInTheModesThatNeedIt() {
    var heart = new WaveHeart(Set.of("raw"));
    assertFalse(heart.inCharge());
    assertTrue(new Finger("ppg", 50, 50).into(heart, 20).isEmpty());
    assertFalse(heart.mode("visualizer"));
    assertTrue(heart.mode("raw"));
    assertTrue(heart.inCharge());
    assertTrue(heart.mode("visualizer"));
  }

  @Test
  void aChannelThatIsNoHeartOrTooSlowIsLeftAlone() {
    assertTrue(new Finger("breath", 50, 50).into(called(), 20).isEmpty());
    WaveHeart heart = called();
    assertTrue(new Finger("ir", 12, 0).into(heart, 20).isEmpty());
    assertFalse(heart.inCharge());
  }
}
