package app.downshift.ui.live;

import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Practice.MovementSet;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
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
import net.miginfocom.swing.MigLayout;

/** The sets of a movement: one key begins and ends them, and how the heart recovers is told. */
public final class MovementSets extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  /** So many sets are told at once; those before are in the recording. */
  private static final int SETS_TOLD = 3;

  /** How long after its end a recovery is measured. */
  private static final long RECOVERY_MICROS = 65_000_000;

  private final transient Words words;
  private final Text set = new Text("", Type.SEMIBOLD.of(13), Palette::text);
  private final ActionButton key;
  private final transient List<Text> recoveries =
      Stream.generate(() -> new Text("", Type.REGULAR.of(12), Palette::secondary))
          .limit(SETS_TOLD)
          .toList();

  public MovementSets(Words words, Consumer<Command> send) {
    super(new MigLayout("insets 0, gap 0 2, fillx, hidemode 3, wrap 1", "[grow,fill]"));
    this.words = words;
    key =
        new ActionButton(
                words.text("set.begin", 1),
                words.text("action.key.set"),
                () -> send.accept(new Command.MarkSet()))
            .leading();
    setOpaque(false);
    add(set);
    recoveries.forEach(line -> add(line, "growx 0"));
    add(key, "growx, gaptop 4");
    setVisible(false);
  }

  /** Makes the key work wherever the focus is, while this is on screen. */
  public void bindKeys(JComponent screen) {
    Keys.letter(screen, this, words.text("action.key.set"), key::doClick);
  }

  /** Shows how it stands; not to be seen outside of a movement. */
  public void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    boolean over =
        snapshot.state() instanceof SessionState.Finishing
            || snapshot.state() instanceof SessionState.Ended;
    boolean moves = !over && snapshot.current().phase().kind() instanceof Phase.Movement;
    setVisible(moves);
    if (moves) {
      show(snapshot, ((Phase.Movement) snapshot.current().phase().kind()).sets());
    }
  }

  private void show(Snapshot snapshot, int planned) {
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
}
