package app.downshift.hrv;

import java.util.Arrays;

/**
 * Powers of the discrete Fourier transform of real samples, by a decimation in frequency with steps
 * of four and a last step of eight (Cooley and Tukey 1965; Sorensen, Jones, Heideman and Burrus
 * 1987). Two real samples make one complex number, so that half the transform gives the whole
 * spectrum. The numbers come out in permuted order and are read where they lie. Immutable; may be
 * shared by threads that have a {@link Pairs} each.
 */
final class RealTransform {
  private static final double ROOT_HALF = Math.sqrt(0.5);

  /** The last step, done without turns from a table. */
  private static final int SMALLEST = 8;

  private final int length;
  private final Step[] steps;
  private final int[] place;
  private final double[] cosine;
  private final double[] sine;

  /** Samples in pairs: what is transformed in place. Serves one thread. */
  static final class Pairs {
    private final double[] even;
    private final double[] odd;

    Pairs(RealTransform transform) {
      even = new double[transform.length / 2];
      odd = new double[transform.length / 2];
    }

    /** Takes the samples from {@code from} on less their mean, weighted; zeros fill the rest. */
    void load(double[] samples, int from, double mean, double[] weights) {
      int whole = weights.length / 2;
      for (int i = 0; i < whole; i++) {
        even[i] = (samples[from + 2 * i] - mean) * weights[2 * i];
        odd[i] = (samples[from + 2 * i + 1] - mean) * weights[2 * i + 1];
      }
      Arrays.fill(even, whole, even.length, 0);
      Arrays.fill(odd, whole, odd.length, 0);
      if (weights.length % 2 == 1) {
        even[whole] = (samples[from + 2 * whole] - mean) * weights[2 * whole];
      }
    }
  }

  /**
   * A plan.
   *
   * @param length number of samples, 16 times a power of four: 256, 1024, 4096
   */
  RealTransform(int length) {
    if (Integer.bitCount(length) != 1
        || length < 2 * SMALLEST
        || Integer.numberOfTrailingZeros(length) % 2 != 0) {
      throw new IllegalArgumentException("no length for steps of four: " + length);
    }
    this.length = length;
    int half = length / 2;
    steps = new Step[Integer.numberOfTrailingZeros(half / SMALLEST) / 2];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new Step(half >> (2 * i));
    }
    place = places(half);
    cosine = new double[half / 2 + 1];
    sine = new double[half / 2 + 1];
    for (int k = 0; k <= half / 2; k++) {
      cosine[k] = Math.cos(2 * Math.PI * k / length);
      sine[k] = Math.sin(2 * Math.PI * k / length);
    }
  }

  int length() {
    return length;
  }

  /**
   * Transforms the pairs, which are lost, and adds the squared magnitudes to {@code power}, of
   * length / 2 + 1.
   */
  void addPower(Pairs pairs, double[] power) {
    double[] re = pairs.even;
    double[] im = pairs.odd;
    for (Step step : steps) {
      step.apply(re, im);
    }
    for (int i = 0; i < re.length; i += SMALLEST) {
      eight(re, im, i);
    }
    int half = length / 2;
    for (int k = 0; k <= half / 2; k++) {
      int a = place[k];
      int b = place[(half - k) & (half - 1)];
      double evenReal = (re[a] + re[b]) / 2;
      double evenImaginary = (im[a] - im[b]) / 2;
      double oddReal = (im[a] + im[b]) / 2;
      double oddImaginary = (re[b] - re[a]) / 2;
      double turnedReal = cosine[k] * oddReal + sine[k] * oddImaginary;
      double turnedImaginary = cosine[k] * oddImaginary - sine[k] * oddReal;
      power[k] += square(evenReal + turnedReal, evenImaginary + turnedImaginary);
      if (k < half - k) {
        power[half - k] += square(evenReal - turnedReal, evenImaginary - turnedImaginary);
      }
    }
  }

  private static double square(double real, double imaginary) {
    return real * real + imaginary * imaginary;
  }

  /** Where each frequency lies after the steps. */
  private static int[] places(int half) {
    int[] frequency = new int[half];
    int stride = 1;
    int size = half;
    int[] last = {0, 4, 2, 6, 1, 5, 3, 7};
    for (; size > SMALLEST; size /= 4, stride *= 4) {
      for (int i = 0; i < half; i++) {
        frequency[i] += i / (size / 4) % 4 * stride;
      }
    }
    int[] place = new int[half];
    for (int i = 0; i < half; i++) {
      place[frequency[i] + last[i % SMALLEST] * stride] = i;
    }
    return place;
  }

  /** Four transforms of a quarter of the size out of one, with their turns. */
  private static final class Step {
    private final int quarter;
    private final double[] cosine1;
    private final double[] sine1;
    private final double[] cosine2;
    private final double[] sine2;
    private final double[] cosine3;
    private final double[] sine3;

    Step(int size) {
      quarter = size / 4;
      cosine1 = new double[quarter];
      sine1 = new double[quarter];
      cosine2 = new double[quarter];
      sine2 = new double[quarter];
      cosine3 = new double[quarter];
      sine3 = new double[quarter];
      for (int j = 0; j < quarter; j++) {
        double angle = 2 * Math.PI * j / size;
        cosine1[j] = Math.cos(angle);
        sine1[j] = Math.sin(angle);
        cosine2[j] = Math.cos(2 * angle);
        sine2[j] = Math.sin(2 * angle);
        cosine3[j] = Math.cos(3 * angle);
        sine3[j] = Math.sin(3 * angle);
      }
    }

    void apply(double[] re, double[] im) {
      for (int from = 0; from < re.length; from += 4 * quarter) {
        block(re, im, from);
      }
    }

    private void block(double[] re, double[] im, int from) {
      int second = from + quarter;
      int third = second + quarter;
      int fourth = third + quarter;
      for (int j = 0; j < quarter; j++) {
        double sumReal = re[from + j] + re[third + j];
        double sumImaginary = im[from + j] + im[third + j];
        double differenceReal = re[from + j] - re[third + j];
        double differenceImaginary = im[from + j] - im[third + j];
        double otherReal = re[second + j] + re[fourth + j];
        double otherImaginary = im[second + j] + im[fourth + j];
        double crossReal = im[second + j] - im[fourth + j];
        double crossImaginary = re[fourth + j] - re[second + j];
        re[from + j] = sumReal + otherReal;
        im[from + j] = sumImaginary + otherImaginary;
        double real = differenceReal + crossReal;
        double imaginary = differenceImaginary + crossImaginary;
        re[second + j] = cosine1[j] * real + sine1[j] * imaginary;
        im[second + j] = cosine1[j] * imaginary - sine1[j] * real;
        real = sumReal - otherReal;
        imaginary = sumImaginary - otherImaginary;
        re[third + j] = cosine2[j] * real + sine2[j] * imaginary;
        im[third + j] = cosine2[j] * imaginary - sine2[j] * real;
        real = differenceReal - crossReal;
        imaginary = differenceImaginary - crossImaginary;
        re[fourth + j] = cosine3[j] * real + sine3[j] * imaginary;
        im[fourth + j] = cosine3[j] * imaginary - sine3[j] * real;
      }
    }
  }

  /** Eight numbers side by side; they come out in the order 0 4 2 6 1 5 3 7. */
  private static void eight(double[] re, double[] im, int at) {
    double r0 = re[at] + re[at + 4];
    double i0 = im[at] + im[at + 4];
    double r1 = re[at + 1] + re[at + 5];
    double i1 = im[at + 1] + im[at + 5];
    double r2 = re[at + 2] + re[at + 6];
    double i2 = im[at + 2] + im[at + 6];
    double r3 = re[at + 3] + re[at + 7];
    double i3 = im[at + 3] + im[at + 7];
    double r4 = re[at] - re[at + 4];
    double i4 = im[at] - im[at + 4];
    double x = re[at + 1] - re[at + 5];
    double y = im[at + 1] - im[at + 5];
    double r5 = ROOT_HALF * (x + y);
    double i5 = ROOT_HALF * (y - x);
    double r6 = im[at + 2] - im[at + 6];
    double i6 = re[at + 6] - re[at + 2];
    x = re[at + 3] - re[at + 7];
    y = im[at + 3] - im[at + 7];
    double r7 = ROOT_HALF * (y - x);
    double i7 = -ROOT_HALF * (x + y);
    four(re, im, at, r0, i0, r1, i1, r2, i2, r3, i3);
    four(re, im, at + 4, r4, i4, r5, i5, r6, i6, r7, i7);
  }

  private static void four(
      double[] re,
      double[] im,
      int at,
      double r0,
      double i0,
      double r1,
      double i1,
      double r2,
      double i2,
      double r3,
      double i3) {
    double sumReal = r0 + r2;
    double sumImaginary = i0 + i2;
    double otherReal = r1 + r3;
    double otherImaginary = i1 + i3;
    re[at] = sumReal + otherReal;
    im[at] = sumImaginary + otherImaginary;
    re[at + 1] = sumReal - otherReal;
    im[at + 1] = sumImaginary - otherImaginary;
    double differenceReal = r0 - r2;
    double differenceImaginary = i0 - i2;
    double crossReal = i1 - i3;
    double crossImaginary = r3 - r1;
    re[at + 2] = differenceReal + crossReal;
    im[at + 2] = differenceImaginary + crossImaginary;
    re[at + 3] = differenceReal - crossReal;
    im[at + 3] = differenceImaginary - crossImaginary;
  }
}
