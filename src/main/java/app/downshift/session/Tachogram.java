package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.session.SessionEvent.GapCause;
import app.downshift.session.Snapshot.BeatView;
import app.downshift.session.Snapshot.GapView;
import java.util.ArrayList;
import java.util.List;

/** The beats and gaps of the last two minutes, as the screen draws them. */
final class Tachogram {
  private static final long SHOWN_MICROS = 120_000_000;

  private final ArrayList<BeatView> beats = new ArrayList<>();
  private final ArrayList<GapView> gaps = new ArrayList<>();
  private List<BeatView> beatsNow = List.of();
  private List<GapView> gapsNow = List.of();
  private long dropped;

  void add(BeatView beat) {
    beats.add(beat);
    int old = 0;
    while (beats.get(old).atMicros() < beat.atMicros() - SHOWN_MICROS) {
      old++;
    }
    beats.subList(0, old).clear();
    dropped += old;
    beatsNow = List.copyOf(beats);
    if (gaps.removeIf(
        gap -> gap.toMicros() >= 0 && gap.toMicros() < beat.atMicros() - SHOWN_MICROS)) {
      gapsNow = List.copyOf(gaps);
    }
  }

  /** The final word on beat number {@code index}, counted from the first of the session. */
  void decide(long index, Marks marks) {
    int at = (int) (index - dropped);
    if (at >= 0 && at < beats.size()) {
      BeatView beat = beats.get(at);
      beats.set(at, new BeatView(beat.atMicros(), beat.rrMillis(), beat.gapBefore(), marks, true));
      beatsNow = List.copyOf(beats);
    }
  }

  void openGap(long fromMicros, GapCause cause) {
    gaps.add(new GapView(fromMicros, -1, cause));
    gapsNow = List.copyOf(gaps);
  }

  void closeGap(long toMicros) {
    GapView open = gaps.get(gaps.size() - 1);
    gaps.set(
        gaps.size() - 1,
        new GapView(open.fromMicros(), Math.max(open.fromMicros(), toMicros), open.cause()));
    gapsNow = List.copyOf(gaps);
  }

  List<BeatView> beats() {
    return beatsNow;
  }

  List<GapView> gaps() {
    return gapsNow;
  }
}
