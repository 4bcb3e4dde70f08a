package app.downshift.ui.therapist;

import app.downshift.session.Command;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.live.DimmerBar;
import app.downshift.ui.live.MovementSets;
import app.downshift.ui.live.Notice;
import app.downshift.ui.live.NoticeArea;
import app.downshift.ui.live.PaceWords;
import app.downshift.ui.live.PacerView;
import app.downshift.ui.live.RateBars;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/**
 * The breath as the therapist sees it: the pacer, what it asks for, notices, and the dimmer or what
 * the phase has in its place.
 */
final class BreathCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final PacerView pacer;
  private final Text rate = new Text(" ", Type.REGULAR.of(15), Palette::text);
  private final CentredLines manner =
      new CentredLines(Type.REGULAR.of(13), Palette::secondary).atLeast(2);
  private final NoticeArea notices = new NoticeArea();
  private final DimmerBar dimmer;
  private final MovementSets sets;
  private final RateBars rates;
  private final QuietButton pace;

  /**
   * @param turnPace called to open the sheet of the pace, or to close it
   */
  BreathCard(Words words, Desk.Preferences looks, Consumer<Command> send, Runnable turnPace) {
    super(
        new MigLayout(
            "insets 12 18 12 18, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[grow 200,fill]4[%d!]2[%d::]6[]".formatted(Type.px(20), Type.px(70))));
    this.words = words;
    pacer = new PacerView(words, looks.pacer(), looks.reducedMotion());
    dimmer = new DimmerBar(words);
    sets = new MovementSets(words, send);
    rates = new RateBars(words);
    pace = new QuietButton(words.text("pace.open", words.text("action.key.pace")), 12, turnPace);
    add(pacer, "grow, wmin 0, height 80:300:, wrap");
    add(rate, "alignx center, growx 0, wrap");
    add(manner, "cell 0 2, top, growx, wmin 0");
    add(notices, "cell 0 2, top, growx, wmin 0");
    add(dimmer, "cell 0 3, growx, wmin 0");
    add(sets, "cell 0 3, growx, wmin 0");
    add(rates, "cell 0 3, grow, wmin 0, height %1$d:%1$d:".formatted(Type.px(100)));
    add(pace, "pos 12 10");
    setComponentZOrder(pace, 0);
  }

  void bindKeys(JComponent screen) {
    sets.bindKeys(screen);
  }

  /** Whether the pace can be changed now. */
  boolean paced() {
    return pace.isVisible();
  }

  void show(SessionView view) {
    Snapshot snapshot = view.snapshot();
    List<Notice> now = Notice.of(view, words);
    notices.show(now);
    manner.setVisible(now.isEmpty());
    dimmer.show(snapshot);
    sets.show(snapshot);
    rates.showIfCompared(snapshot);
    dimmer.setVisible(!sets.isVisible() && !rates.isVisible());
    pace.setVisible(snapshot.paced());
  }

  void breathe(Snapshot snapshot, long micros) {
    pacer.show(snapshot, micros);
    PaceWords now = PaceWords.of(snapshot, micros, words);
    rate.setText(now.rate().isEmpty() ? " " : now.rate());
    manner.say(now.ownPace().isEmpty() ? now.strokes() : now.ownPace());
  }
}
