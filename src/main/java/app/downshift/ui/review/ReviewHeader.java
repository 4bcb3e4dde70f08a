package app.downshift.ui.review;

import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionPlan;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Glyph;
import app.downshift.ui.theme.IconButton;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Whose recording this is and when it was made, and what can be done with it. */
final class ReviewHeader extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final ActionButton compare;
  private final ActionButton export;
  private final ActionButton report;
  private final ActionButton replay;

  /** What a person asks for here. */
  interface Wishes {
    void settings();

    void compare();

    void export();

    void report();

    void replay();

    void leave();
  }

  ReviewHeader(Words words, SessionFile file, Wishes wishes) {
    super(
        new MigLayout(
            "insets 0 8 0 0, gap 12 0, fill, hidemode 3", "[]6[shrinkprio 200]push[][][]"));
    this.words = words;
    setOpaque(false);
    compare = button("review.compare", "", wishes::compare);
    export = button("hand.export", "hand.export.key", wishes::export);
    report = button("hand.report", "hand.report.key", wishes::report);
    replay = button("review.replay", "review.key.replay", wishes::replay).leading();
    add(new Text(words.text("app.name"), Type.SEMIBOLD.of(18), Palette::text), "growy 0");
    add(new Text(about(file), Type.REGULAR.of(13), Palette::secondary), "growy 0, wmin 0");
    var settings =
        new IconButton(
                Glyph.SETTINGS,
                words.text("settings.button", words.text("action.key.settings")),
                "",
                wishes::settings)
            .quiet();
    for (JComponent each :
        List.of(
            settings,
            compare,
            export,
            report,
            replay,
            button("action.close", "action.key.escape", wishes::leave))) {
      add(each, "growy 0");
    }
  }

  private ActionButton button(String key, String press, Runnable action) {
    return new ActionButton(words.text(key), press.isEmpty() ? "" : words.text(press), action)
        .low();
  }

  /** The button under which kinds of files are offered. */
  ActionButton export() {
    return export;
  }

  /** The button under which kinds of reports are offered. */
  ActionButton report() {
    return report;
  }

  /** The button under which other recordings are offered. */
  ActionButton compare() {
    return compare;
  }

  /** Shows whether another recording is beside it, and from where a replay would begin. */
  void show(boolean compared, Optional<Double> cursorSeconds) {
    compare.setText(words.text(compared ? "review.compare.end" : "review.compare"));
    replay.setText(
        cursorSeconds
            .map(at -> words.text("review.replay.from", words.clock(Math.floor(at))))
            .orElse(words.text("review.replay")));
    revalidate();
    repaint();
  }

  private String about(SessionFile file) {
    SessionPlan plan = file.plan();
    List<String> parts = new ArrayList<>();
    if (!plan.client().isEmpty()) {
      parts.add(plan.client());
    }
    if (!plan.started().equals(Instant.EPOCH)) { // files of others may not tell when it was
      parts.add(words.moment(plan.started().atZone(ZoneId.systemDefault()).toLocalDateTime()));
    }
    parts.add(words.text("home.minutes", words.brief(file.endMicros() / 60e6, 0)));
    sensor(file).ifPresent(parts::add);
    if (file.unreadLines() > 0) {
      parts.add(words.text("review.unread", file.unreadLines()));
    }
    return String.join(" · ", parts);
  }

  /** What the sensor called itself last. */
  private static Optional<String> sensor(SessionFile file) {
    Optional<String> name = Optional.empty();
    for (SessionEvent event : file.events()) {
      if (event instanceof SessionEvent.Sensed sensed
          && sensed.event() instanceof SensorEvent.Info info
          && info.fields().containsKey("name")) {
        name = Optional.of(info.fields().get("name"));
      }
    }
    return name;
  }
}
