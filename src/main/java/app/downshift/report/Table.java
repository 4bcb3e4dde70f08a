package app.downshift.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns of words.
 *
 * @param shares the widths of the columns, as parts of the whole
 * @param head the names of the columns, or none
 * @param numbersFrom from this column on words stand at the right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Table(double[] shares, List<String> head, List<List<String>> rows, int numbersFrom) {
  Table {
    shares = shares.clone();
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Names at the left and what is said of them at the right. */
  static Table named(List<List<String>> rows, double nameShare) {
    return new Table(new double[] {nameShare, 1 - nameShare}, List.of(), rows, 2);
  }

  /** The same rows, {@code count} from {@code first}. */
  Table part(int first, int count) {
    return new Table(
        shares, head, new ArrayList<>(rows.subList(first, first + count)), numbersFrom);
  }

  @Override
  public double[] shares() {
    return shares.clone();
  }
}
