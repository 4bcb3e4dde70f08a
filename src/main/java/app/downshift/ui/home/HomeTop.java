package app.downshift.ui.home;

import app.downshift.ui.Desk;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.House;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The line above everything: the program, ways to elsewhere, and how the sensor is. */
final class HomeTop extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient SensorChip sensor;
  private final QuietButton ask;

  /**
   * @param file asks for a file to open
   */
  HomeTop(Desk desk, Words words, House house, HomeScreen.Ways ways, Runnable file) {
    super(new MigLayout("insets 0 8 0 0, fill", "[]push[]10[]10[]10[]10[]", "[60!]"));
    this.words = words;
    sensor = new SensorChip(desk, words);
    ask = new QuietButton(words.text("home.speak"), 13, ways.speak());
    setOpaque(false);
    add(new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text));
    add(new QuietButton(words.text("home.why"), 13, ways.why()));
    add(new QuietButton(words.text("home.openFile"), 13, file));
    add(
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                house::settings)
            .quiet());
    add(ask);
    add(sensor.chip());
  }

  /** A session is about to begin. */
  void starting() {
    sensor.starting();
  }

  void show(SensorStatus status) {
    sensor.show(status);
    ask.setText(
        words.text(status.state() == SensorStatus.State.FOUND ? "home.other" : "home.speak"));
  }
}
