package app.downshift.ui.live;

import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.PhaseProgress;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The line on top: whose session, how far it is, how the sensor is. */
final class Header extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Text client = new Text("", Type.REGULAR.of(14), Palette::secondary);
  private final Chip replay = new Chip();
  private final PhaseBar phases;
  private final Text left = new Text("", Type.REGULAR.of(14), Palette::text);
  private final Chip sensor = new Chip().atLeast(Chip.USUAL);

  Header(Words words, Runnable settings) {
    super(
        new MigLayout(
            "insets 0 8 0 8, gap 0, fill, hidemode 3",
            "[shrink 0][shrink 0][shrink 0][shrink 0]16:push[240:556:580,grow 1000]20[%d!]20[shrinkprio 200]"
                .formatted(Type.width(widest(words), Type.REGULAR.of(14))),
            "[76!]"));
    this.words = words;
    this.phases = new PhaseBar(words);
    setOpaque(false);
    add(
        new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text),
        "cell 0 0, gapbottom 6");
    add(client, "cell 1 0, gapbottom 6, gapleft 14");
    replay.say(Chip.Tone.CARE, words.text("header.replay"));
    replay.setToolTipText(words.text("header.replay.why"));
    replay.setVisible(false);
    add(replay, "cell 2 0, gapbottom 6, gapleft 14");
    add(
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                settings)
            .quiet(),
        "cell 3 0, gapbottom 6, gapleft 14");
    add(phases, "cell 4 0, grow, hmin 76");
    add(left, "cell 5 0, gapbottom 14, wmin 0");
    add(sensor, "cell 6 0, gapbottom 4");
  }

  /** The longest that is ever said of the time, so that it moves nothing beside it. */
  private static String widest(Words words) {
    return words.text("header.left", words.clock(3599));
  }

  void show(SessionView view) {
    assert Edt.here() : Edt.who();
    Snapshot snapshot = view.snapshot();
    client.setText(snapshot.plan().client());
    replay.setVisible(view.mode() == SessionView.Mode.REPLAY);
    phases.show(snapshot);
    left.setText(left(snapshot));
    SensorWords chip = SensorWords.of(snapshot, words);
    sensor.say(chip.tone(), chip.words());
  }

  private String left(Snapshot snapshot) {
    if (snapshot.state() instanceof SessionState.Finishing) {
      return words.text("header.done");
    }
    if (snapshot.state() instanceof SessionState.Ended) {
      return words.text("header.ended");
    }
    PhaseProgress now = snapshot.current();
    return words.text("header.left", words.clock(now.phase().plannedSeconds() - now.doneSeconds()));
  }
}
