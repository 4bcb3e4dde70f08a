package app.downshift.ui.therapist;

import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.chart.PhaseNames;
import app.downshift.ui.live.SensorWords;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The head of a therapist's screen: whose session this is, how far it is, and the other views. */
final class Banner extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Chip whose = new Chip();
  private final Text now = new Text(" ", Type.REGULAR.of(14), Palette::text);
  private final Chip sensor = new Chip();
  private final JPanel views = new JPanel(new MigLayout("insets 0, gap 6 0, hidemode 3"));

  Banner(Words words) {
    super(
        new MigLayout(
            "insets 12 4 10 4, gap 0, fillx, hidemode 3",
            "[]14[shrinkprio 200]18[]push[]",
            "[" + Type.px(36) + "!]"));
    this.words = words;
    setOpaque(false);
    views.setOpaque(false);
    add(whose, "cell 0 0");
    add(now, "cell 1 0, wmin 0");
    add(views, "cell 2 0");
    add(sensor, "cell 3 0");
  }

  /** Offers another view. */
  void offer(String key, String shortcut, Runnable action) {
    var button = new QuietButton(words.text(key) + " (" + shortcut + ")", 12, action);
    button.setToolTipText(words.text(key + ".what"));
    button.getAccessibleContext().setAccessibleDescription(words.text(key + ".what"));
    views.add(button);
  }

  void show(SessionView view, Chip.Tone tone, String whoseSession) {
    assert Edt.here() : Edt.who();
    Snapshot snapshot = view.snapshot();
    whose.say(tone, whoseSession);
    now.setText(stands(snapshot));
    SensorWords chip = SensorWords.of(snapshot, words);
    sensor.say(chip.tone(), chip.words());
  }

  /** The same for several people, each of whom has a sensor. */
  void showAll(SessionView view, String whoseSession) {
    assert Edt.here() : Edt.who();
    whose.say(Chip.Tone.QUIET, whoseSession);
    now.setText(stands(view.snapshot()));
    sensor.setVisible(false);
  }

  private String stands(Snapshot snapshot) {
    if (snapshot.state() instanceof SessionState.Finishing) {
      return words.text("header.done");
    }
    if (snapshot.state() instanceof SessionState.Ended) {
      return words.text("header.ended");
    }
    Snapshot.PhaseProgress current = snapshot.current();
    return words.text(
        "therapist.stands",
        PhaseNames.title(words, current.phase()),
        words.clock(current.phase().plannedSeconds() - current.doneSeconds()));
  }
}
