package app.downshift.beat.wave;

/** Local maxima of an envelope: values that none within {@code reach} on either side exceeds. */
final class Bumps {
  private final Trace envelope;
  private final int reach;
  private long topAt;

  Bumps(Trace envelope, int reach) {
    this.envelope = envelope;
    this.reach = reach;
  }

  void restart() {
    topAt = envelope.count();
  }

  /** Looks at the newest value; the number of the maximum it confirms, or −1. */
  long next() {
    long now = envelope.count() - 1;
    double top = envelope.at(topAt);
    if (topAt >= now || envelope.at(now) > top) {
      topAt = now;
      return -1;
    }
    if (now - topAt < reach) {
      return -1;
    }
    long found = topAt;
    topAt = found + 1;
    for (long i = found + 2; i <= now; i++) {
      if (envelope.at(i) > envelope.at(topAt)) {
        topAt = i;
      }
    }
    return top > 0 && highest(found, top) ? found : -1;
  }

  private boolean highest(long at, double top) {
    for (long i = at - 1; i >= at - reach && envelope.holds(i); i--) {
      if (envelope.at(i) > top) {
        return false;
      }
    }
    return true;
  }
}
