package app.downshift.ui.home;

import app.downshift.library.Library;
import app.downshift.ui.FailureWords;
import app.downshift.ui.Records;
import app.downshift.ui.Records.News;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.home.HomeNotes.Act;
import app.downshift.ui.home.HomeNotes.Note;
import app.downshift.ui.records.Answers;
import app.downshift.ui.theme.Words;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What there is to tell of the records at the start, one thing after another. EDT only. */
final class RecordsNotes {
  private final Records records;
  private final Words words;
  private final Runnable changed;
  private final Answers answers;
  private final Set<Library.Unfinished> later = new HashSet<>();
  private List<Library.Unfinished> unfinished = List.of();
  private boolean surely;
  private String refused = "";

  /**
   * @param changed called when another thing is to be told
   */
  RecordsNotes(Records records, Words words, Runnable changed) {
    this.records = records;
    this.words = words;
    this.changed = changed;
    answers = new Answers(words);
  }

  /** Looks which sessions just stopped. */
  void reload() {
    answers.await(
        records.sessions().unfinished(),
        found -> {
          unfinished = found.stream().filter(each -> !each.maybeUnderWay()).toList();
          surely = false;
          changed.run();
        },
        why -> {});
  }

  /** The first thing to be told. */
  Note note() {
    if (!(records.standing() instanceof Standing.Open open)) {
      return records.standing() instanceof Standing.Closed closed
          ? new Note(words.text("records.closed", FailureWords.of(closed.why(), words)), List.of())
          : Note.NONE;
    }
    if (!refused.isEmpty()) {
      return new Note(refused, List.of(new Act(words.text("news.read"), () -> say(""))));
    }
    if (open.waiting()) {
      return new Note(
          words.text("records.waiting"),
          List.of(new Act(words.text("records.retry"), records::retry)));
    }
    for (Library.Unfinished each : unfinished) {
      if (!later.contains(each)) {
        return offer(each);
      }
    }
    for (News each : open.news()) {
      return new Note(news(each), List.of(new Act(words.text("news.read"), () -> read(each))));
    }
    return Note.NONE;
  }

  private void read(News news) {
    records.told(news);
    changed.run();
  }

  private void say(String why) {
    refused = why;
    changed.run();
  }

  private Note offer(Library.Unfinished session) {
    String whose =
        session.code().equals(app.downshift.library.ClientRecords.NOBODY)
            ? words.text("clients.nobody")
            : session.code();
    return new Note(
        words.text("unfinished.what", whose, moment(session.begun())),
        List.of(
            new Act(
                words.text("unfinished.keep"),
                () ->
                    answers.await(
                        records.sessions().recover(session), nothing -> reload(), this::say)),
            new Act(
                words.text("unfinished.later"),
                () -> {
                  later.add(session);
                  surely = false;
                  changed.run();
                }),
            new Act(
                words.text(surely ? "unfinished.surely" : "unfinished.discard"),
                () -> discard(session))));
  }

  private void discard(Library.Unfinished session) {
    if (surely) {
      answers.await(records.sessions().discard(session), nothing -> reload(), this::say);
    } else {
      surely = true;
      changed.run();
    }
  }

  private String news(News news) {
    if (news instanceof News.Damage damage) {
      return words.text("news.damage", damage.code(), String.join("; ", damage.what()));
    }
    if (news instanceof News.BackupFailed failed) {
      return words.text("news.backupFailed", failed.place().toString(), failed.why());
    }
    if (news instanceof News.BackedUp made) {
      return words.text("news.backedUp", made.place().toString());
    }
    return words.text("news.index");
  }

  /** What goes on while the records are not open. */
  String standing(Standing now) {
    if (now instanceof Standing.Busy busy) {
      String what = words.text("records.busy." + busy.work().name().toLowerCase(Locale.ROOT));
      return busy.of() > 0
          ? what + " " + words.text("records.progress", busy.done(), busy.of())
          : what;
    }
    return words.text("records.notOpen");
  }

  /** Why a session is asked about before it is started. */
  String doubt(Records.Doubt doubt, String code) {
    String key = "guard." + doubt.why().name().toLowerCase(Locale.ROOT);
    return words.text(key, code, doubt.other(), moment(doubt.at()));
  }

  private String moment(Instant at) {
    return words.moment(LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
  }
}
