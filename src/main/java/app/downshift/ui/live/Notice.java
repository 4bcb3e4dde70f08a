package app.downshift.ui.live;

import app.downshift.session.Practice;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Link;
import app.downshift.session.Snapshot.Quality;
import app.downshift.session.Snapshot.Rhythm;
import app.downshift.ui.FailureWords;
import app.downshift.ui.theme.Chip.Tone;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One thing the person should know now, in a calm sentence. */
public record Notice(Tone tone, String words) {
  /** More than this at once nobody reads. */
  public static final int MOST_AT_ONCE = 2;

  /** So long at the beginning of a phase it is told what is to be known of it. */
  private static final double TOLD_SECONDS = 20;

  private static void practice(Snapshot snapshot, Words words, List<Notice> notices) {
    boolean early = snapshot.current().doneSeconds() < TOLD_SECONDS;
    for (Practice.Notice told : snapshot.practice().notices()) {
      boolean always = told == Practice.Notice.HOLDS_NEED_A_YES;
      boolean first = told != Practice.Notice.NOT_FOR_A_FIRST_SESSION || snapshot.phase() == 0;
      if (always || (early && first)) {
        String key = "notice.practice." + told.name().toLowerCase(Locale.ROOT);
        notices.add(new Notice(Tone.QUIET, words.text(key)));
      }
    }
  }

  /** The weightiest first; at most two at once, in a replay, where room is short, one. */
  public static List<Notice> of(SessionView view, Words words) {
    Snapshot snapshot = view.snapshot();
    List<Notice> notices = new ArrayList<>();
    if (!view.recording().trouble().isEmpty()) {
      notices.add(
          new Notice(
              Tone.BAD,
              words.text(
                  "notice.trouble", FailureWords.trouble(view.recording().trouble(), words))));
    }
    boolean replay = view.mode() == SessionView.Mode.REPLAY;
    String now = replay ? "notice.replay." : "notice.";
    if (snapshot.state() instanceof SessionState.Ended) {
      if (replay) {
        notices.add(new Notice(Tone.QUIET, words.text("notice.replay.ended")));
      }
      return notices;
    }
    boolean waiting = snapshot.state() instanceof SessionState.Waiting;
    boolean contactLost = snapshot.sensor().contact().filter(on -> !on).isPresent();
    if (snapshot.sensor().link() == Link.UNPLUGGED) {
      notices.add(new Notice(Tone.CARE, words.text(now + "unplugged")));
    } else if (contactLost) {
      notices.add(new Notice(Tone.CARE, words.text(now + "contact")));
    } else if (snapshot.sensor().link() == Link.SILENT) {
      notices.add(new Notice(Tone.CARE, words.text(now + "silent")));
    } else if (waiting) {
      notices.add(new Notice(Tone.CARE, words.text(now + "waiting")));
    }
    if (snapshot.state() instanceof SessionState.Paused) {
      notices.add(new Notice(Tone.QUIET, words.text(now + "paused")));
    }
    if (snapshot.sensor().rhythm() == Rhythm.IRREGULAR) {
      notices.add(new Notice(Tone.CARE, words.text(now + "irregular")));
    } else if (!waiting && snapshot.sensor().quality() == Quality.POOR) {
      notices.add(new Notice(Tone.CARE, words.text(now + "poor")));
    }
    if (snapshot.prompt().isPresent() && replay) {
      notices.add(new Notice(Tone.QUIET, words.text("notice.replay.prompt")));
    }
    if (!replay) {
      practice(snapshot, words, notices);
    }
    return notices.subList(0, Math.min(replay ? 1 : MOST_AT_ONCE, notices.size()));
  }
}
