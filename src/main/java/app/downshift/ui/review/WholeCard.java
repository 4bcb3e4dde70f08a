package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.evidence.SessionReview;
import app.downshift.ui.chart.HeartTrack;
import app.downshift.ui.chart.SessionTachogram;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.List;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** The whole heart rate, and what is said of the doubtful beat that is chosen on it. */
final class WholeCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  /** One press magnifies so much. */
  private static final double MAGNIFY = 1.6;

  private final transient Words words;
  private final transient MarkWords markWords;
  private final transient Judging known;
  private final SessionTachogram chart;
  private final Text counts = new Text("", Type.REGULAR.of(12), Palette::secondary);
  private final Text chosen = new Text("", Type.REGULAR.of(12), Palette::amber);
  private final QuietButton previous;
  private final QuietButton next;
  private final QuietButton accept;
  private final QuietButton undo;
  private final QuietButton withdraw;

  WholeCard(Words words, Judging known, Runnable up, Runnable down) {
    super(
        new MigLayout(
            "insets 8 10 4 6, gap 0, fill, hidemode 3",
            "[]8[]0[]0[]push[][]8[]0[]0[]0[]",
            "[%d!]2[grow,fill]".formatted(Zoom.px(Type.px(24)))));
    this.words = words;
    this.known = known;
    markWords = new MarkWords(words);
    chart = new SessionTachogram(known.track(), words);
    previous = quiet("↑", "review.mark.previous", up);
    next = quiet("↓", "review.mark.next", down);
    accept = quiet("review.accept", () -> rule(Marks.Ruling.ACCEPTED));
    undo = quiet("review.undo", () -> rule(Marks.Ruling.UNDONE));
    withdraw = quiet("review.withdraw", () -> rule(Marks.Ruling.WITHDRAWN));
    add(
        new Text(words.text("review.whole"), Type.SEMIBOLD.of(14), Palette::text),
        "cell 0 0, gapleft 12");
    add(quiet("−", "review.smaller", this::smaller), "cell 1 0");
    add(quiet("+", "review.larger", this::larger), "cell 2 0");
    add(quiet("review.all", chart::whole), "cell 3 0");
    add(counts, "cell 4 0, alignx right");
    add(chosen, "cell 5 0, alignx right");
    add(accept, "cell 6 0");
    add(undo, "cell 7 0");
    add(withdraw, "cell 8 0");
    add(previous, "cell 9 0, split 2");
    add(next, "cell 9 0, gapright 12");
    add(chart, "cell 0 1, span, grow, wmin 0, hmin 0");
  }

  private QuietButton quiet(String key, Runnable action) {
    return quiet(words.text(key), key, action);
  }

  private QuietButton quiet(String says, String name, Runnable action) {
    QuietButton button = new QuietButton(says, says.length() > 1 ? 12 : 15, action).plain();
    button.getAccessibleContext().setAccessibleName(words.text(name));
    return button;
  }

  SessionTachogram chart() {
    return chart;
  }

  void larger() {
    chart.magnify(MAGNIFY);
  }

  void smaller() {
    chart.magnify(1 / MAGNIFY);
  }

  /** Says a word on the beat that is chosen, if one is. */
  void rule(Marks.Ruling ruling) {
    if (chart.chosen() >= 0) {
      known.rule(chart.chosen(), ruling);
    }
  }

  /** The doubtful beat after the one that is chosen or the moment pointed at, −1 for none. */
  int after(boolean later) {
    HeartTrack track = known.track();
    double from =
        chart.chosen() >= 0 ? track.seconds(chart.chosen()) : chart.cursorSeconds().orElse(-1.0);
    int found = -1;
    for (int each : track.doubtful()) {
      double at = track.seconds(each);
      if (later && at > from) {
        return each;
      }
      found = at < from ? each : found;
    }
    return later ? -1 : found;
  }

  /** Shows what is known now. */
  void refresh() {
    known
        .seen()
        .ifPresent(
            seen -> {
              chart.show(seen.track(), known.beside().map(Judging.Seen::track).orElse(null));
              counts.setText(counts(seen.review()));
            });
    showChosen();
  }

  private String counts(SessionReview review) {
    return words.text(
        "review.counts",
        words.count(review.series().marked()),
        words.count(review.series().size()),
        words.number(100 * review.cleanShare(), 1));
  }

  /** Shows what is said of the beat that is chosen. */
  void showChosen() {
    boolean any = known.seen().isPresent() && chart.chosen() >= 0;
    if (any) {
      SessionReview review = known.seen().get().review();
      Marks said = review.series().marks(chart.chosen());
      chosen.setText(
          words.text(
              "review.chosen",
              words.clock(Math.floor(review.series().timeMillis(chart.chosen()) / 1000)),
              words.number(review.series().rrMillis(chart.chosen()), 0),
              markWords.reasons(said),
              markWords.standing(said)));
    }
    for (JComponent each : List.of(chosen, accept, undo, withdraw)) {
      each.setVisible(any);
    }
    counts.setVisible(!any);
    boolean marked = known.track().doubtful().length > 0;
    previous.setVisible(marked);
    next.setVisible(marked);
    revalidate();
    repaint();
  }
}
