package app.downshift.hrv;

/**
 * Count, mean and sum of squared deviations of numbers, one at a time or merged (Welford; Chan,
 * Golub and LeVeque 1979): no large sums are ever subtracted, so nothing drifts.
 */
final class Spread {
  private int count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
  }

  /** Takes in a group of numbers known by its own count, mean and sum of squared deviations. */
  void merge(int otherCount, double otherMean, double otherSquares) {
    if (otherCount == 0) {
      return;
    }
    int total = count + otherCount;
    double delta = otherMean - mean;
    squares += otherSquares + delta * delta * ((double) count * otherCount / total);
    mean += delta * otherCount / total;
    count = total;
  }

  void clear() {
    count = 0;
    mean = 0;
    squares = 0;
  }

  int count() {
    return count;
  }

  /** NaN of nothing. */
  double mean() {
    return count > 0 ? mean : Double.NaN;
  }

  double squares() {
    return squares;
  }

  /** Standard deviation with N − 1; NaN below two numbers. */
  double deviation() {
    return count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN;
  }

  /** NaN of nothing. */
  double rootMeanSquare() {
    return count > 0 ? Math.sqrt(squares / count + mean * mean) : Double.NaN;
  }
}
