package app.downshift.breath.resonance;

import app.downshift.breath.resonance.ResonanceCurve.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how the fit fares on amplitudes that no resonator made, beside the vertex of a parabola:
 * error of the rate (median, 95th percentile) and how often the interval holds the truth.
 */
public final class ShapeMain {
  private ShapeMain() {}

  private interface Shape {
    double at(double perMinute, double centre);
  }

  private static double resonator(double perMinute, double centre, double quality) {
    double ratio = perMinute / centre;
    double detuning = quality * (ratio - 1 / ratio);
    return 1 / Math.sqrt(1 + detuning * detuning);
  }

  public static void main(String[] words) {
    double[] five = {6.5, 6, 5.5, 5, 4.5};
    double[] thirteen = new double[13];
    for (int i = 0; i < 13; i++) {
      thirteen[i] = 4.35 + i * 0.19;
    }
    System.out.println(
        "shape                  rates   fit p50  p95  held width    parabola p50  p95");
    for (double[] rates : List.of(five, thirteen)) {
      row("resonator, Q 4", rates, (f, c) -> resonator(f, c, 4));
      row("bell, SD 0.5 a minute", rates, (f, c) -> Math.exp(-(f - c) * (f - c) / 0.5));
      row("bell, SD 1 a minute", rates, (f, c) -> Math.exp(-(f - c) * (f - c) / 2));
      row("tent, half at 1", rates, (f, c) -> Math.max(0, 1 - Math.abs(f - c) / 2));
      row("steeper fast side", rates, (f, c) -> resonator(f, c, f > c ? 5 : 3));
      row("steeper slow side", rates, (f, c) -> resonator(f, c, f > c ? 3 : 5));
      row("parabola", rates, (f, c) -> Math.max(0, 1 - (f - c) * (f - c) / 4));
    }
  }

  private static void row(String name, double[] rates, Shape shape) {
    Random random = new Random(1);
    List<Double> errors = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    int held = 0;
    int trials = 500;
    for (int trial = 0; trial < trials; trial++) {
      double truth = 4.75 + 1.5 * random.nextDouble();
      List<Point> points = new ArrayList<>();
      double noise = 0.03;
      for (double rate : rates) {
        double amplitude = shape.at(rate, truth) + noise * random.nextGaussian();
        points.add(new Point(rate, Math.max(0, amplitude), Math.hypot(noise, 0.04)));
      }
      ResonanceCurve curve = new ResonanceCurve(points);
      int spare = rates.length - 3;
      double t = Resonance.twoSided95(60 + spare);
      double[] ends = curve.within((60 + curve.misfit()) / (60 + spare) * t * t);
      held += ends[0] <= truth && truth <= ends[1] ? 1 : 0;
      widths.add(ends[1] - ends[0]);
      errors.add(Math.abs(curve.centre() - truth));
      others.add(Math.abs(vertex(points) - truth));
    }
    Collections.sort(errors);
    Collections.sort(others);
    Collections.sort(widths);
    System.out.printf(
        Locale.ROOT,
        "%-22s %5d      %4.2f %4.2f %5.1f  %4.2f            %4.2f %4.2f%n",
        name,
        rates.length,
        errors.get(trials / 2),
        errors.get(trials * 95 / 100),
        100.0 * held / trials,
        widths.get(trials / 2),
        others.get(trials / 2),
        others.get(trials * 95 / 100));
  }

  private static double vertex(List<Point> points) {
    double[][] sums = new double[3][4];
    for (Point point : points) {
      double x = point.perMinute() - 5.5;
      double[] row = {1, x, x * x};
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          sums[i][j] += row[i] * row[j];
        }
        sums[i][3] += row[i] * point.amplitude();
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        if (k != i) {
          double factor = sums[k][i] / sums[i][i];
          for (int j = 0; j < 4; j++) {
            sums[k][j] -= factor * sums[i][j];
          }
        }
      }
    }
    double linear = sums[1][3] / sums[1][1];
    double square = sums[2][3] / sums[2][2];
    return square < 0 ? Math.max(3, Math.min(9, 5.5 - linear / 2 / square)) : linear < 0 ? 3 : 9;
  }
}
