package app.downshift.sensor.text;

import app.downshift.sensor.LineCursor;
import app.downshift.sensor.LineFraming;

/** A look over a whole capture: how many lines are a bare number, and of what kind. */
final class BareNumbers implements LineFraming.Sink {
  /** At this many bare numbers a second they are samples; a heart does not beat so fast. */
  static final int SAMPLES_PER_SECOND = 15;

  private final LineCursor cursor = new LineCursor();
  private int count;
  private int seconds;
  private boolean leadsOff;

  private BareNumbers() {}

  static BareNumbers in(byte[] capture, int length) {
    BareNumbers numbers = new BareNumbers();
    LineFraming.atBoundary().accept(capture, length, numbers);
    return numbers;
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    if (cursor.number() && cursor.done()) {
      count++;
      seconds += TextLines.looksLikeSeconds(cursor) ? 1 : 0;
    } else if (cursor.take('!') && cursor.done()) {
      leadsOff = true;
    }
  }

  @Override
  public void overlong(byte[] bytes, int from, int to) {}

  int count() {
    return count;
  }

  boolean allSeconds() {
    return count > 0 && seconds == count;
  }

  /** Whether there were so many in {@code seconds} (NaN when unknown) that they cannot be beats. */
  boolean fasterThanAHeart(double seconds) {
    return count >= SAMPLES_PER_SECOND && seconds > 0 && count >= SAMPLES_PER_SECOND * seconds;
  }

  boolean leadsOff() {
    return leadsOff;
  }
}
