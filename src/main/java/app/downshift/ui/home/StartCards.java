package app.downshift.ui.home;

import app.downshift.recording.ProtocolFolder;
import app.downshift.session.Protocol;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The four sessions that are begun most: each a large button. */
final class StartCards extends JPanel {
  private static final String PACE = "find-the-pace-stepped";
  private static final String DEMONSTRATE = "demonstrate";
  private static final String RESET = "one-minute-reset";

  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Supplier<Protocol> breathing;
  private final transient Consumer<Protocol> start;
  private final transient Map<String, Protocol> shipped = new HashMap<>();
  private final ChoiceCard breathe;
  private final ChoiceCard pace;
  private final ChoiceCard demonstrate;
  private final ChoiceCard reset;
  private boolean busy;

  /**
   * @param breathing the standard session as it is set now
   */
  StartCards(Words words, Supplier<Protocol> breathing, Consumer<Protocol> start) {
    super(
        new MigLayout(
            "insets 0, gap 14 16, fill, wrap 2",
            "[grow,fill,sg][grow,fill,sg]",
            "[grow,fill,sg][grow,fill,sg]"));
    this.words = words;
    this.breathing = breathing;
    this.start = start;
    setOpaque(false);
    breathe =
        new ChoiceCard(
            words.text("home.breathe"),
            words.text("home.enter"),
            Palette::teal,
            0.66,
            this::breathe);
    pace = new ChoiceCard(words.text("start.pace"), "", Palette::blue, 0.5, () -> begin(PACE));
    demonstrate =
        new ChoiceCard(
            words.text("start.demonstrate"), "", Palette::amber, 0.36, () -> begin(DEMONSTRATE));
    reset = new ChoiceCard(words.text("start.reset"), "", Palette::coral, 0.24, () -> begin(RESET));
    for (ChoiceCard each : all()) {
      add(each, "grow, wmin 0, height " + Type.px(116) + ":150:");
    }
    pace.say(words.text("start.pace.what"), "");
    demonstrate.say(words.text("start.demonstrate.what"), "");
    reset.say(words.text("start.reset.what"), "");
    able();
  }

  private List<ChoiceCard> all() {
    return List.of(breathe, pace, demonstrate, reset);
  }

  /** Says what the standard session is like now. */
  void reshape(double pacePerMinute) {
    breathe.say(
        words.text("start.breathe.what", words.brief(pacePerMinute, 1)), minutes(breathing.get()));
  }

  /** The protocols there are, among them those of the cards. */
  void know(List<ProtocolFolder.Entry> entries) {
    for (ProtocolFolder.Entry each : entries) {
      Optional<Protocol> protocol = each.protocol();
      if (each.origin().isEmpty() && protocol.isPresent()) {
        shipped.put(protocol.get().name(), protocol.get());
      }
    }
    say(pace, "start.pace.what", PACE);
    say(demonstrate, "start.demonstrate.what", DEMONSTRATE);
    say(reset, "start.reset.what", RESET);
    able();
  }

  private void say(ChoiceCard card, String what, String name) {
    Protocol protocol = shipped.get(name);
    if (protocol != null) {
      card.say(words.text(what), minutes(protocol));
    }
  }

  private String minutes(Protocol protocol) {
    return words.text("home.minutes", words.brief(protocol.plannedSeconds() / 60, 1));
  }

  void breathe() {
    if (breathe.isEnabled()) {
      start.accept(breathing.get());
    }
  }

  private void begin(String name) {
    Protocol protocol = shipped.get(name);
    if (protocol != null) {
      start.accept(protocol);
    }
  }

  /** Lets nobody choose while a choice is on its way. */
  void busy(boolean now) {
    busy = now;
    able();
  }

  private void able() {
    breathe.setEnabled(!busy);
    pace.setEnabled(!busy && shipped.containsKey(PACE));
    demonstrate.setEnabled(!busy && shipped.containsKey(DEMONSTRATE));
    reset.setEnabled(!busy && shipped.containsKey(RESET));
  }

  void takeFocus() {
    breathe.requestFocusInWindow();
  }
}
