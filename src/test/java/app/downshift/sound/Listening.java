package app.downshift.sound;

import app.downshift.breath.Pacer;
import java.util.Optional;

/** What tests listen with. */
final class Listening {
  private Listening() {}

  /** The samples of a pacer, from session time 0 on. */
  static float[] to(Pacer pacer, double volume, double seconds) {
    return to(new BreathTone(), plan(pacer, true, volume), 0, seconds);
  }

  static SoundPlan plan(Pacer pacer, boolean moving, double volume) {
    return new SoundPlan(Optional.of(pacer), moving, volume, 0, 0, 1);
  }

  static float[] to(BreathTone tone, SoundPlan plan, double fromSeconds, double seconds) {
    float[] all = new float[(int) Math.round(seconds * BreathTone.RATE_HZ)];
    float[] block = new float[441];
    double perFrame = 1e6 / BreathTone.RATE_HZ;
    for (int at = 0; at < all.length; at += block.length) {
      int frames = Math.min(block.length, all.length - at);
      tone.fill(plan, fromSeconds * 1e6 + at * perFrame, perFrame, block, frames);
      System.arraycopy(block, 0, all, at, frames);
    }
    return all;
  }

  static double rms(float[] samples, double fromSeconds, double toSeconds) {
    int from = (int) (fromSeconds * BreathTone.RATE_HZ);
    int to = (int) (toSeconds * BreathTone.RATE_HZ);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += samples[i] * samples[i];
    }
    return Math.sqrt(squares / (to - from));
  }

  /** Power of a tone in part of the samples. */
  static double power(float[] samples, double fromSeconds, double toSeconds, double hertz) {
    int from = (int) (fromSeconds * BreathTone.RATE_HZ);
    int to = (int) (toSeconds * BreathTone.RATE_HZ);
    double real = 0;
    double imaginary = 0;
    for (int i = from; i < to; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from));
      double angle = 2 * Math.PI * hertz * i / BreathTone.RATE_HZ;
      real += hann * samples[i] * Math.cos(angle);
      imaginary -= hann * samples[i] * Math.sin(angle);
    }
    return (real * real + imaginary * imaginary) / (to - from);
  }
}
