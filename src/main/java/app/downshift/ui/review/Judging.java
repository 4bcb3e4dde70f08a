package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.recording.SessionFile;
import app.downshift.ui.Desk;
import app.downshift.ui.Recording;
import app.downshift.ui.chart.HeartTrack;
import app.downshift.ui.theme.Edt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a recording that is looked at, and of what lies beside it. It comes bit
 * by bit and outlives a change of look. EDT only.
 */
final class Judging {
  private final Desk desk;
  private final Recording path;
  private final SessionFile file;
  private final HeartTrack unjudged;
  private @Nullable Seen seen;
  private @Nullable Seen beside;
  private @Nullable List<SessionEvidence> others;
  private CompletableFuture<SessionReview> newest = new CompletableFuture<>();
  private Optional<Throwable> trouble = Optional.empty();
  private Runnable changed = () -> {};

  /** A review and its curve. */
  record Seen(SessionReview review, HeartTrack track) {
    private static Seen of(SessionReview review) {
      return new Seen(review, HeartTrack.of(review.file(), review.series()));
    }
  }

  Judging(Desk desk, Recording path, SessionFile file) {
    this.desk = desk;
    this.path = path;
    this.file = file;
    unjudged = HeartTrack.of(file);
  }

  /** Called whenever more is known; the last one who listens is told. */
  void listen(Runnable listener) {
    changed = listener;
  }

  /** Begins to judge the recording, and those of the same client beside it. */
  void begin() {
    newest = desk.review(file);
    follow(newest);
    var unused = // without the others the session is judged by what people usually drift
        desk.sessionsBeside(path, file)
            .exceptionally(failure -> List.of())
            .thenAccept(
                found ->
                    Edt.soon(
                        () -> {
                          others = found;
                          changed.run();
                        }));
  }

  Recording path() {
    return path;
  }

  /** The recording as it was read, with the words that were said of it since. */
  SessionFile file() {
    return seen().map(now -> now.review().file()).orElse(file);
  }

  /** The recording judged, as soon as it is. */
  Optional<Seen> seen() {
    return Optional.ofNullable(seen);
  }

  /** The curve: with doubtful beats as soon as they are known. */
  HeartTrack track() {
    return seen().map(Seen::track).orElse(unjudged);
  }

  /** The recording that lies on the same axis, if one does. */
  Optional<Seen> beside() {
    return Optional.ofNullable(beside);
  }

  /** The other sessions of the client; empty until they are read. */
  Optional<List<SessionEvidence>> others() {
    return Optional.ofNullable(others);
  }

  /** The sessions up to this one, oldest first. */
  List<SessionEvidence> upTo(SessionEvidence last) {
    List<SessionEvidence> all =
        new ArrayList<>(
            others().orElse(List.of()).stream()
                .filter(each -> each.started().isBefore(last.started()))
                .toList());
    all.add(last);
    return all;
  }

  /** What went wrong last; empty if nothing did. */
  Optional<Throwable> trouble() {
    return trouble;
  }

  /** Says a person's word on the marks of an interval. */
  void rule(int interval, Marks.Ruling ruling) {
    if (seen == null) {
      return;
    }
    trouble = Optional.empty();
    // One after the other: each word is said of what the words before have made.
    newest = newest.thenCompose(review -> desk.rule(path, review, interval, ruling));
    follow(newest);
  }

  /** Lays another recording on the same axis. */
  void compareWith(Recording other) {
    var unused = // the failure is told in trouble
        desk.recording(other)
            .thenCompose(desk::review)
            .thenApply(Seen::of)
            .whenComplete(
                (found, failure) ->
                    Edt.soon(
                        () -> {
                          trouble = Optional.ofNullable(failure);
                          beside = found;
                          changed.run();
                        }));
  }

  void compareNoMore() {
    beside = null;
    changed.run();
  }

  private void follow(CompletableFuture<SessionReview> coming) {
    var unused = // the failure is told in trouble
        coming
            .thenApply(Seen::of)
            .whenComplete(
                (found, failure) ->
                    Edt.soon(
                        () -> {
                          if (found != null) {
                            seen = found;
                          } else {
                            trouble = Optional.ofNullable(failure);
                            // The next word is said of what was there before the one that failed.
                            newest =
                                seen()
                                    .map(Seen::review)
                                    .map(CompletableFuture::completedFuture)
                                    .orElse(newest);
                          }
                          changed.run();
                        }));
  }
}
