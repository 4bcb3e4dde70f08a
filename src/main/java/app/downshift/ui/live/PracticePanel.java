package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Practice.MovementSet;
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
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

  /** So many sets are told at once; those before are in the recording. */
  private static final int SETS_TOLD = 3;

  /** How long after its end a recovery is measured. */
  private static final long RECOVERY_MICROS = 65_000_000;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final transient Runnable marked;
  private final JPanel movement =
      new JPanel(new MigLayout("insets 0, gap 0 2, fillx, hidemode 3, wrap 1", "[grow,fill]"));
  private final Text set = new Text("", Type.SEMIBOLD.of(13), Palette::text);
  private final ActionButton key;
  private final transient List<Text> recoveries =
      Stream.generate(() -> new Text("", Type.REGULAR.of(12), Palette::secondary))
          .limit(SETS_TOLD)
          .toList();
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
    key =
        new ActionButton(
                words.text("set.begin", 1),
                words.text("action.key.set"),
                () -> send.accept(new Command.MarkSet()))
            .leading();
    setOpaque(false);
    movement.setOpaque(false);
    hands.setOpaque(false);
    chips.setOpaque(false);
    movement.add(set);
    recoveries.forEach(line -> movement.add(line, "growx 0"));
    movement.add(key, "growx, gaptop 4");
    hands.add(last, "growx 0");
    hands.add(chips, "growx, wmin 0");
    add(movement, "cell 0 0");
    add(hands, "cell 0 0");
    add(rates, "cell 0 0, grow, height %d:%d:".formatted(Type.px(100), Type.px(112)));
    setVisible(false);
  }

  void bindKeys(JComponent screen) {
    for (char letter : new char[] {'n', 'N'}) {
      Keys.bind(screen, movement, KeyStroke.getKeyStroke(letter), key::doClick);
    }
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
    boolean moves = !over && kind instanceof Phase.Movement;
    boolean handled = !over && kind instanceof Phase.HandsOn;
    boolean compares = !over && kind instanceof Phase.Paced paced && paced.plan().compares();
    movement.setVisible(moves);
    hands.setVisible(handled);
    rates.setVisible(compares);
    setVisible(moves || handled || compares);
    if (moves) {
      showSets(snapshot, ((Phase.Movement) kind).sets());
    } else if (handled) {
      showHands(snapshot);
    } else if (compares) {
      rates.show(snapshot);
    }
  }

  private void showSets(Snapshot snapshot, int planned) {
    List<MovementSet> sets = snapshot.practice().sets();
    boolean moving = !sets.isEmpty() && sets.get(sets.size() - 1).toMicros() < 0;
    int number = moving ? sets.size() : sets.size() + 1;
    boolean enough = !moving && sets.size() >= planned;
    set.setText(
        enough
            ? words.text("set.all", planned)
            : words.text(moving ? "set.moving" : "set.next", number, Math.max(planned, number)));
    key.setText(words.text(moving ? "set.end" : "set.begin", number));
    List<MovementSet> over = sets.stream().filter(done -> done.toMicros() >= 0).toList();
    List<MovementSet> told = over.subList(Math.max(0, over.size() - SETS_TOLD), over.size());
    for (int i = 0; i < SETS_TOLD; i++) {
      Text line = recoveries.get(i);
      line.setVisible(i < told.size());
      line.setText(i < told.size() ? recovery(told.get(i), snapshot.atMicros()) : "");
    }
  }

  /** How far the heart rate fell in the minute after a set, or why that is not known. */
  private String recovery(MovementSet done, long nowMicros) {
    String standing = done.recovery().standing().name().toLowerCase(Locale.ROOT);
    double left = (done.toMicros() + RECOVERY_MICROS - nowMicros) / 1e6;
    return words.text(
        "set." + standing,
        done.number(),
        words.signed(-done.recovery().dropBpm(), 0),
        words.clock(left));
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
