package app.downshift.beat.wave;

import java.util.Arrays;

/** Short symmetric filters, which delay nothing, and the vertex between samples. */
final class Kernel {
  private Kernel() {}

  /** Smoothing over {@code half} values to either side. */
  static double[] hann(int half) {
    double[] kernel = new double[2 * half + 1];
    Arrays.setAll(kernel, i -> 1 + Math.cos(Math.PI * (i - half) / (half + 1)));
    double sum = Arrays.stream(kernel).sum();
    return Arrays.stream(kernel).map(weight -> weight / sum).toArray();
  }

  /** Slope of the smoothed signal, per value. */
  static double[] slope(int half) {
    double[] smooth = hann(half);
    double[] kernel = new double[2 * half + 3];
    for (int i = 0; i < smooth.length; i++) {
      kernel[i] -= smooth[i] / 2;
      kernel[i + 2] += smooth[i] / 2;
    }
    return kernel;
  }

  /** The kernel laid over the trace at a place; beyond its ends the trace goes on unchanged. */
  static double at(double[] kernel, Trace trace, long place) {
    double sum = 0;
    long first = place - kernel.length / 2;
    for (int i = 0; i < kernel.length; i++) {
      sum += kernel[i] * trace.nearest(first + i);
    }
    return sum;
  }

  /** Where the parabola through three values has its vertex, from the middle one; within ±1. */
  static double vertex(double before, double middle, double after) {
    double bend = before - 2 * middle + after;
    return bend == 0 ? 0 : Math.max(-1, Math.min(1, (before - after) / (2 * bend)));
  }
}
