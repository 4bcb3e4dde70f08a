package app.downshift.sound;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.BreathPattern.Stroke;
import app.downshift.breath.Pacer;
import java.util.Arrays;

/**
 * Makes the samples. Breathing in rises and is bright, breathing out falls and is dark, both as
 * loud as the breath is deep; a high chime tells when to breathe in, a low one when to breathe out;
 * a hold is silent. The same plans at the same times give the same samples. It goes on from call to
 * call, so it serves one line.
 */
public final class BreathTone {
  /** Frames per second it is made for. */
  public static final float RATE_HZ = 44_100;

  /** No sample is ever larger. */
  public static final double LOUDEST = 0.5;

  /** The pacer is asked once in so many frames (0.7 ms), in between the depth is a line. */
  private static final int ASKED = 32;

  private static final int FADING = (int) (0.08 * RATE_HZ);
  private static final int TURNING = (int) (0.15 * RATE_HZ);
  private static final double VOICE = 0.3;
  private static final double BELL = 0.14;
  private static final double IN_HERTZ = 587.33;
  private static final double OUT_HERTZ = 440;

  private final BreathVoice in = new BreathVoice(RATE_HZ, 174.61, 7 / 12.0, 300, 1500, TURNING);
  private final BreathVoice out = new BreathVoice(RATE_HZ, 116.54, 7 / 12.0, 180, 600, TURNING);
  private final Chime beginIn = new Chime(IN_HERTZ, RATE_HZ);
  private final Chime beginOut = new Chime(OUT_HERTZ, RATE_HZ);
  private final Ramp volume = new Ramp(FADING);
  private Pacer pacer = Pacer.steady(0, 0, 6, BreathPattern.LONG_EXHALE);
  private Stroke stroke = Stroke.HOLD_EMPTY;
  private double depth;
  private boolean begun;
  private long noise = 0x9E3779B97F4A7C15L;

  /** Whether it has faded out completely. */
  public boolean silent() {
    return volume.silent();
  }

  /**
   * Fills the first {@code frames} of {@code samples}.
   *
   * @param fromMicros session time at which the first of them is heard
   * @param microsPerFrame how session time goes on
   */
  public void fill(
      SoundPlan plan, double fromMicros, double microsPerFrame, float[] samples, int frames) {
    plan.pacer().ifPresent(now -> pacer = now);
    volume.towards(plan.sounding() ? Math.min(1, plan.volume()) : 0);
    if (volume.silent()) {
      Arrays.fill(samples, 0, frames, 0);
      begun = false;
      return;
    }
    for (int at = 0; at < frames; at += ASKED) {
      part(
          fromMicros + at * microsPerFrame,
          microsPerFrame,
          samples,
          at,
          Math.min(frames, at + ASKED));
    }
  }

  private void part(double micros, double microsPerFrame, float[] samples, int from, int to) {
    Pacer.Reading then = pacer.at(Math.round(micros + (to - from) * microsPerFrame));
    int turn = to;
    if (begun && then.stroke() != stroke) {
      turn = from;
      while (turn < to - 1
          && pacer.at(Math.round(micros + (turn - from) * microsPerFrame)).stroke() == stroke) {
        turn++;
      }
    }
    double before = begun ? depth : then.depth();
    begun = true;
    depth = then.depth();
    in.shape(then.stroke() == Stroke.IN, depth);
    out.shape(then.stroke() == Stroke.OUT, depth);
    for (int i = from; i < to; i++) {
      if (i == turn) {
        chime(then.stroke());
      }
      double now = before + (depth - before) * (i - from + 1) / (to - from);
      double white = white();
      double breath = now * (in.next(white) + out.next(white));
      double bells = beginIn.next() + beginOut.next();
      samples[i] = (float) (volume.next() * bounded(VOICE * breath + BELL * bells));
    }
    stroke = then.stroke();
  }

  private void chime(Stroke begins) {
    if (begins == Stroke.IN) {
      beginIn.strike();
    } else if (begins == Stroke.OUT) {
      beginOut.strike();
    }
  }

  /** Noise has no largest value; beyond the usual ones it bends softly and never clips. */
  private static double bounded(double value) {
    return LOUDEST * Math.tanh(value / LOUDEST);
  }

  /** Even noise within ±1 (xorshift, Marsaglia 2003). */
  private double white() {
    noise ^= noise << 13;
    noise ^= noise >>> 7;
    noise ^= noise << 17;
    return noise * 0x1p-63;
  }
}
