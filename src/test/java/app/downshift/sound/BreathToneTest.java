package app.downshift.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.Pacer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreathToneTest {
  private static final Pacer SIX = Pacer.steady(0, 0, 6, BreathPattern.LONG_EXHALE);

  /** At 6 a minute and 40 : 60 the inhale lasts 4 s, the exhale 6 s. */
  private static final double TOP = 4;

  private static final double BREATH = 10;

  @Test
  void theSamePlansGiveTheSameSamples() {
    assertArrayEquals(Listening.to(SIX, 1, 12), Listening.to(SIX, 1, 12));
  }

  @Test
  void loudnessFollowsTheDepthOfTheBreath() {
    float[] heard = Listening.to(SIX, 1, 2 * BREATH);
    double bottom = Listening.rms(heard, BREATH - 0.5, BREATH - 0.1);
    double low = Listening.rms(heard, BREATH + 1, BREATH + 1.4);
    double middle = Listening.rms(heard, BREATH + 1.9, BREATH + 2.3);
    double top = Listening.rms(heard, BREATH + 3.4, BREATH + 3.8);
    double falling = Listening.rms(heard, BREATH + 8, BREATH + 8.4);
    assertTrue(bottom < 0.1 * top, bottom + " " + top);
    assertTrue(low < 0.6 * middle && middle < 0.8 * top, low + " " + middle + " " + top);
    assertTrue(falling < 0.5 * top && falling > bottom, falling + "");
  }

  @Test
  void breathingInSoundsOtherThanBreathingOut() {
    float[] heard = Listening.to(SIX, 1, 2 * BREATH);
    // Equal depth, well away from the chimes: 3 s into the inhale, 1.5 s into the exhale.
    double in = brightness(heard, BREATH + 2.5, BREATH + 3.5);
    double out = brightness(heard, BREATH + TOP + 1.2, BREATH + TOP + 2.2);
    assertTrue(in > 1.3 * out, in + " against " + out);
  }

  @Test
  void aHighChimeTellsToBreatheInAndALowOneToBreatheOut() {
    float[] heard = Listening.to(SIX, 1, 2 * BREATH);
    double highAtIn = Listening.power(heard, BREATH, BREATH + 0.3, 587.33);
    double lowAtIn = Listening.power(heard, BREATH, BREATH + 0.3, 440);
    double highAtOut = Listening.power(heard, BREATH + TOP, BREATH + TOP + 0.3, 587.33);
    double lowAtOut = Listening.power(heard, BREATH + TOP, BREATH + TOP + 0.3, 440);
    assertTrue(highAtIn > 20 * lowAtIn, highAtIn + " " + lowAtIn);
    assertTrue(lowAtOut > 20 * highAtOut, lowAtOut + " " + highAtOut);
  }

  @Test
  void chimesBeginOnTheVerySampleOfTheTurn() {
    float[] heard = Listening.to(SIX, 1, 2 * BREATH);
    int turn = (int) Math.round(BREATH * BreathTone.RATE_HZ);
    // At the bottom of a breath there is nothing but the chime.
    assertTrue(peak(heard, turn - 200, turn) < 1e-4, "before");
    assertTrue(peak(heard, turn, turn + 200) > 1e-3, "after");
  }

  @Test
  void noSampleJumpsOrClipsWhateverChanges() {
    long seed = 20261121;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    BreathTone tone = new BreathTone();
    float[] block = new float[441];
    double perFrame = 1e6 / BreathTone.RATE_HZ;
    double micros = 0;
    Pacer pacer = SIX;
    boolean moving = true;
    double volume = 1;
    double last = 0;
    double step = 0;
    double most = 0;
    for (int i = 0; i < 20_000; i++) {
      int chance = random.nextInt(200);
      if (chance == 0) {
        pacer =
            pacer.changed(
                Math.round(micros),
                4 + 11 * random.nextDouble(),
                BreathPattern.ofInhale(0.3 + 0.4 * random.nextDouble()));
      } else if (chance == 1) {
        moving = !moving;
      } else if (chance == 2) {
        volume = random.nextInt(4) / 3.0;
      } else if (chance == 3) {
        micros += (random.nextDouble() - 0.5) * 40_000; // the device is a little late, or early
      }
      tone.fill(Listening.plan(pacer, moving, volume), micros, perFrame, block, block.length);
      for (float sample : block) {
        step = Math.max(step, Math.abs(sample - last));
        most = Math.max(most, Math.abs(sample));
        last = sample;
      }
      micros += block.length * perFrame;
    }
    // A full sine of 1 kHz at the loudest would step by 0.07; a click by anything up to 0.5.
    assertTrue(step < 0.05, "step " + step);
    assertTrue(most <= BreathTone.LOUDEST && most > 0.1, "peak " + most);
  }

  @Test
  void aPauseFadesToSilence() {
    BreathTone tone = new BreathTone();
    Listening.to(tone, Listening.plan(SIX, true, 1), 0, 3);
    assertFalse(tone.silent());
    float[] fading = Listening.to(tone, Listening.plan(SIX, false, 1), 3, 0.2);
    assertTrue(Listening.rms(fading, 0, 0.02) > 0.01, "it goes on for a moment");
    assertEquals(0, Listening.rms(fading, 0.1, 0.2));
    assertTrue(tone.silent());
  }

  @Test
  void holdsAreSilent() {
    Pacer box = Pacer.steady(0, 0, 5, new BreathPattern(0.25, 0.25, 0.25, 0.25));
    float[] heard = Listening.to(box, 1, 12);
    double in = Listening.rms(heard, 2, 2.9);
    assertTrue(Listening.rms(heard, 3.3, 5.9) < 0.01 * in, "full");
    assertTrue(Listening.rms(heard, 11, 11.9) < 0.01 * in, "empty");
  }

  @Test
  void volumeScalesAndNothingIsHeardAtNone() {
    double loud = Listening.rms(Listening.to(SIX, 1, 4), 2, 4);
    double soft = Listening.rms(Listening.to(SIX, 0.25, 4), 2, 4);
    assertEquals(0.25, soft / loud, 1e-3);
    assertEquals(0, Listening.rms(Listening.to(SIX, 0, 4), 0, 4));
  }

  /** The mean frequency of the power between 80 and 4000 Hz. */
  private static double brightness(float[] heard, double from, double to) {
    double weighted = 0;
    double sum = 0;
    for (double hertz = 80; hertz < 4000; hertz += 4) {
      double power = Listening.power(heard, from, to, hertz);
      weighted += hertz * power;
      sum += power;
    }
    return weighted / sum;
  }

  private static double peak(float[] samples, int from, int to) {
    double peak = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }
}
