package app.downshift.hrv;

import java.util.Arrays;

/**
 * Counts the pairs of points whose coordinates all differ by less than a tolerance. Up to some
 * thousand points every pair within reach of the first coordinate is looked at. Of more, the pairs
 * are counted without looking at each, and as exactly, in n log² n steps: the points are taken in
 * order of their first coordinate, so that the partners of each that come before it lie side by
 * side; how many of them fit in the other two is counted by dividing that order again and again,
 * sweeping the second coordinate and keeping a Fenwick tree over the third (Bentley 1980; Fenwick
 * 1994).
 */
final class TemplateMatches {
  private static final int MANY = 8192;

  /** So few points of a part are compared one by one. */
  private static final int FEW = 128;

  private final Axis second;
  private final Axis third;

  /** Where the partners of each point begin in the order of the first coordinate. */
  private final int[] since;

  private final int[] tree;
  private final int[] room;
  private final int[] points;
  private final int[] questions;

  private long ofTwo;
  private long ofThree;

  /** Pairs that agree in the first two coordinates, and those of them that agree in all three. */
  record Count(long ofTwo, long ofThree) {}

  /**
   * The pairs of these points.
   *
   * @param first in ascending order; no coordinate may be NaN
   * @param tolerance differences must be smaller than this; none are smaller than NaN
   */
  static Count count(double[] first, double[] second, double[] third, double tolerance) {
    return first.length < MANY
        ? byPairs(first, second, third, tolerance)
        : byDivision(first, second, third, tolerance);
  }

  static Count byPairs(double[] first, double[] second, double[] third, double tolerance) {
    long ofTwo = 0;
    long ofThree = 0;
    for (int a = 0; a < first.length; a++) {
      for (int b = a + 1; b < first.length && first[b] - first[a] < tolerance; b++) {
        int two = Math.abs(second[b] - second[a]) < tolerance ? 1 : 0; // sums without branches
        ofTwo += two;
        ofThree += Math.abs(third[b] - third[a]) < tolerance ? two : 0;
      }
    }
    return new Count(ofTwo, ofThree);
  }

  static Count byDivision(double[] first, double[] second, double[] third, double tolerance) {
    TemplateMatches matches = new TemplateMatches(first, second, third, tolerance);
    return new Count(matches.ofTwo, matches.ofThree);
  }

  private TemplateMatches(double[] first, double[] second, double[] third, double tolerance) {
    int n = first.length;
    this.second = new Axis(second, tolerance);
    this.third = new Axis(third, tolerance);
    since = new int[n];
    for (int b = 1; b < n; b++) {
      int a = since[b - 1];
      while (a < b && !(first[b] - first[a] < tolerance)) {
        a++;
      }
      since[b] = a;
    }
    tree = new int[n + 1];
    room = new int[2 * n];
    countTwo(n);
    points = Ranks.inverse(this.second.rank);
    questions = new int[2 * n];
    for (int k = 0; k < n; k++) {
      questions[2 * k] = 2 * points[k];
      questions[2 * k + 1] = 2 * points[k] + 1;
    }
    countThree(0, n, 0, 2 * n);
  }

  private void countTwo(int n) {
    int gone = 0;
    for (int b = 0; b < n; b++) {
      for (; gone < since[b]; gone++) {
        add(second.rank[gone], -1);
      }
      ofTwo += sum(second.high[b]) - sum(second.low[b]);
      add(second.rank[b], 1);
    }
    for (; gone < n; gone++) {
      add(second.rank[gone], -1);
    }
  }

  /**
   * Every point asks twice: how many of those before it fit, less how many of those before its
   * first partner. {@code points} and {@code questions} of this part lie in order of the second
   * coordinate.
   */
  private void countThree(int from, int to, int asked, int askedTo) {
    if (asked == askedTo || to - from < 1) {
      return;
    }
    if (to - from <= FEW) {
      for (int q = asked; q < askedTo; q++) {
        compare(from, questions[q]);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    int askedMiddle = divide(from, to, middle, asked, askedTo);
    int added = from;
    int removed = from;
    for (int q = askedMiddle; q < askedTo; q++) {
      int b = questions[q] >> 1;
      for (; added < middle && second.rank[points[added]] < second.high[b]; added++) {
        add(third.rank[points[added]], 1);
      }
      for (; removed < added && second.rank[points[removed]] < second.low[b]; removed++) {
        add(third.rank[points[removed]], -1);
      }
      tell(questions[q], sum(third.high[b]) - sum(third.low[b]));
    }
    for (; removed < added; removed++) {
      add(third.rank[points[removed]], -1);
    }
    countThree(from, middle, asked, askedMiddle);
    countThree(middle, to, askedMiddle, askedTo);
  }

  /**
   * Parts points and questions at {@code middle}, keeping their order; answers where the questions
   * part. Those that ask about the middle or later have all points before it among theirs.
   */
  private int divide(int from, int to, int middle, int asked, int askedTo) {
    int left = from;
    int right = 0;
    for (int k = from; k < to; k++) {
      int point = points[k];
      if (point < middle) {
        points[left++] = point;
      } else {
        room[right++] = point;
      }
    }
    System.arraycopy(room, 0, points, left, right);
    left = asked;
    right = 0;
    for (int q = asked; q < askedTo; q++) {
      int question = questions[q];
      if (place(question) < middle) {
        questions[left++] = question;
      } else {
        room[right++] = question;
      }
    }
    System.arraycopy(room, 0, questions, left, right);
    return left;
  }

  private void compare(int from, int question) {
    int b = question >> 1;
    int count = 0;
    for (int a = from; a < place(question); a++) {
      count += second.near(a, b) && third.near(a, b) ? 1 : 0;
    }
    tell(question, count);
  }

  private int place(int question) {
    return (question & 1) == 0 ? question >> 1 : since[question >> 1];
  }

  private void tell(int question, int count) {
    ofThree += (question & 1) == 0 ? count : -count;
  }

  private void add(int rank, int count) {
    for (int i = rank + 1; i < tree.length; i += i & -i) {
      tree[i] += count;
    }
  }

  /** How many lie below a rank. */
  private int sum(int rank) {
    int sum = 0;
    for (int i = rank; i > 0; i &= i - 1) {
      sum += tree[i];
    }
    return sum;
  }

  /** One coordinate as ranks: of each point its own, and those its partners may have. */
  private static final class Axis {
    private final int[] rank;
    private final int[] low;
    private final int[] high;

    Axis(double[] values, double tolerance) {
      int n = values.length;
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int[] lows = new int[n];
      int[] highs = new int[n];
      int from = 0;
      int to = 0;
      for (int k = 0; k < n; k++) {
        while (from < k && !(sorted[k] - sorted[from] < tolerance)) {
          from++;
        }
        while (to < n && (to <= k || sorted[to] - sorted[k] < tolerance)) {
          to++;
        }
        lows[k] = from;
        highs[k] = to;
      }
      rank = Ranks.of(values, sorted);
      low = new int[n];
      high = new int[n];
      for (int i = 0; i < n; i++) {
        low[i] = lows[rank[i]];
        high[i] = highs[rank[i]];
      }
    }

    boolean near(int a, int b) {
      return rank[a] >= low[b] && rank[a] < high[b];
    }
  }
}
