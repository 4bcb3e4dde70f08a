package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.session.Wording;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * What there is to press or to see in a phase besides the breath, where the dimmer stands
 * otherwise: the sets of a movement, the marks of hands at work, the swing at every rate that is
 * compared.
 */
final class PracticePanel extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final transient Runnable marked;
  private final MovementSets movement;
  private final JPanel hands =
      new JPanel(new MigLayout("insets 0, gap 0 8, fillx, wrap 1", "[grow,fill]"));
  private final Text last = new Text(" ", Type.REGULAR.of(12), Palette::secondary);
  private final JPanel chips = new JPanel(new Chips());
  private final RateBars rates;
  private transient List<Wording> offered = List.of();

  /**
   * @param marked called after a press of a mark, to put the keyboard back
   */
  PracticePanel(Words words, Consumer<Command> send, Runnable marked) {
    super(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[bottom]"));
    this.words = words;
    this.send = send;
    this.marked = marked;
    rates = new RateBars(words);
    movement = new MovementSets(words, send);
    setOpaque(false);
    hands.setOpaque(false);
    chips.setOpaque(false);
    hands.add(last, "growx 0");
    hands.add(chips, "growx, wmin 0");
    add(movement, "cell 0 0");
    add(hands, "cell 0 0");
    add(rates, "cell 0 0, grow, height %d:%d:".formatted(Type.px(100), Type.px(112)));
    setVisible(false);
  }

  void bindKeys(JComponent screen) {
    movement.bindKeys(screen);
    for (int number = 1; number <= Phase.HandsOn.MOST_MARKERS; number++) {
      int index = number - 1;
      Keys.bind(screen, hands, KeyStroke.getKeyStroke((char) ('0' + number)), () -> mark(index));
    }
  }

  /** Shows what the phase asks for; nothing where it asks for nothing. */
  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    Phase.Kind kind = snapshot.current().phase().kind();
    boolean over =
        snapshot.state() instanceof SessionState.Finishing
            || snapshot.state() instanceof SessionState.Ended;
    boolean handled = !over && kind instanceof Phase.HandsOn;
    movement.show(snapshot);
    rates.showIfCompared(snapshot);
    hands.setVisible(handled);
    setVisible(movement.isVisible() || handled || rates.isVisible());
    if (handled) {
      showHands(snapshot);
    }
  }

  private void showHands(Snapshot snapshot) {
    if (!snapshot.hotKeys().equals(offered)) {
      offered = snapshot.hotKeys();
      chips.removeAll();
      for (int i = 0; i < offered.size(); i++) {
        int index = i;
        chips.add(new ActionButton(text(index), words.count(i + 1L), () -> mark(index)).low());
      }
      chips.revalidate();
    }
    int count = snapshot.markers().size();
    long since = snapshot.current().startedMicros();
    boolean any = count > 0 && snapshot.markers().get(count - 1).atMicros() >= since;
    last.setText(
        any
            ? words.text(
                "hands.last",
                snapshot.markers().get(count - 1).text(),
                words.clock((snapshot.markers().get(count - 1).atMicros() - since) / 1e6))
            : words.text("hands.none"));
  }

  private String text(int index) {
    return offered.get(index).in(words.language());
  }

  private void mark(int index) {
    if (index < offered.size()) {
      send.accept(new Command.AddMarker(text(index)));
      marked.run();
    }
  }
}
