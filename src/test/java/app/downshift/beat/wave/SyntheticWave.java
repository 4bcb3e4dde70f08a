package app.downshift.beat.wave;

import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Waveforms drawn around the beats of a virtual heart, whose instants are therefore known. */
record SyntheticWave(double sampleRateHz, double[] beats, double[] samples) {
  /** A virtual heart is still for a moment before its first beat. */
  private static final double SETTLED_SECONDS = 5;

  /** An ECG in mV: P, Q, R, S and T as bells, on a wandering baseline, with white noise. */
  static SyntheticWave ecg(
      HeartProfile heart, double sampleRateHz, double seconds, double noise, long seed) {
    return drawn(
        heart,
        sampleRateHz,
        seconds,
        noise,
        seed,
        t ->
            0.12 * bell(t, -0.17, 0.03)
                - 0.1 * bell(t, -0.025, 0.01)
                + bell(t, 0, 0.012)
                - 0.2 * bell(t, 0.028, 0.012)
                + 0.3 * bell(t, 0.28, 0.06));
  }

  /**
   * A pulse wave of height 1: a steep rise whose steepest point is the beat, a slow fall, a
   * dicrotic wave.
   */
  static SyntheticWave ppg(
      HeartProfile heart, double sampleRateHz, double seconds, double noise, long seed) {
    return drawn(
        heart,
        sampleRateHz,
        seconds,
        noise,
        seed,
        t ->
            1.1 / (1 + Math.exp(-t / 0.028)) * Math.exp(-Math.max(0, t) / 0.33)
                + 0.2 * bell(t, 0.38, 0.07));
  }

  private static double bell(double at, double middle, double width) {
    double x = (at - middle) / width;
    return Math.exp(-x * x / 2);
  }

  private static SyntheticWave drawn(
      HeartProfile profile,
      double sampleRateHz,
      double seconds,
      double noise,
      long seed,
      DoubleUnaryOperator beat) {
    var heart = new VirtualHeart(profile, Breathing.steady(6), seed);
    double[] beats =
        DoubleStream.generate(() -> next(heart) - SETTLED_SECONDS)
            .takeWhile(at -> at < seconds + 1)
            .toArray();
    Random random = new Random(seed);
    double[] samples = new double[(int) (seconds * sampleRateHz)];
    int from = 0;
    for (int i = 0; i < samples.length; i++) {
      double now = i / sampleRateHz;
      while (from < beats.length && beats[from] < now - 2) {
        from++;
      }
      double value = 0.3 * Math.sin(2 * Math.PI * 0.25 * now) + noise * random.nextGaussian();
      for (int k = from; k < beats.length && beats[k] < now + 1; k++) {
        value += beat.applyAsDouble(now - beats[k]);
      }
      samples[i] = value;
    }
    double[] inside = Arrays.stream(beats).filter(at -> at >= 0 && at < seconds).toArray();
    return new SyntheticWave(sampleRateHz, inside, samples);
  }

  private static double next(VirtualHeart heart) {
    while (true) {
      if (heart.next() instanceof HeartEvent.Beat beat) {
        return beat.seconds();
      }
    }
  }

  /** Beats that can be asked for: from the third second to one second before the end. */
  double[] beatsFrom(double seconds) {
    double end = samples.length / sampleRateHz - 1;
    return Arrays.stream(beats).filter(at -> at >= seconds && at <= end).toArray();
  }

  SyntheticWave with(double[] changed) {
    return new SyntheticWave(sampleRateHz, beats, changed);
  }

  SyntheticWave mapped(DoubleUnaryOperator change) {
    return with(Arrays.stream(samples).map(change).toArray());
  }
}
