package app.downshift.ui.live;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PaceLimits;
import app.downshift.breath.Pacer;
import app.downshift.library.FoundPace;
import app.downshift.session.Command;
import app.downshift.session.Phase;
import app.downshift.session.Practice;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Another rate, another division of the breath, or a pace that follows the swing, while the pacer
 * goes on above. Holding the breath is asked about once more, in plain words.
 */
public final class PaceSheet extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private static final List<BreathPattern> PATTERNS =
      List.of(BreathPattern.LONG_EXHALE, BreathPattern.EVEN, BreathPattern.BOX);

  /** Up to here a press changes the rate by a tenth, above by a half. */
  private static final double FINE_BELOW = 7;

  private static final double FINE = 0.1;
  private static final double COARSE = 0.5;
  private static final double SAME = 0.05;

  private final transient Words words;
  private final transient Consumer<Command> send;
  private final transient Runnable closed;
  private final JPanel usual = new JPanel(new MigLayout("insets 0, gap 8 6, fillx, hidemode 3"));
  private final JPanel holding = new JPanel(new MigLayout("insets 0, gap 12 8, fillx"));
  private final Text rate = new Text("", Type.SEMIBOLD.of(15), Palette::text);
  private final ActionButton slower;
  private final ActionButton faster;
  private final Segments patterns;
  private final JCheckBox adaptive;
  private final Prose says = new Prose("", Type.REGULAR.of(12), Palette::secondary);
  private final ActionButton really;
  private final ActionButton found;
  private transient @Nullable PaceSuggestion suggestion;
  private double now = Double.NaN;
  private double wanted = Double.NaN;
  private transient BreathPattern pattern = BreathPattern.LONG_EXHALE;
  private boolean adapts;

  /**
   * @param closed called when the sheet is gone again
   */
  public PaceSheet(Words words, Consumer<Command> send, Runnable closed) {
    super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]"));
    this.words = words;
    this.send = send;
    this.closed = closed;
    setOpaque(false);
    usual.setOpaque(false);
    holding.setOpaque(false);
    slower = new ActionButton("\u2212", "", () -> change(-1)).low();
    faster = new ActionButton("+", "", () -> change(1)).low();
    slower.getAccessibleContext().setAccessibleName(words.text("pace.slower"));
    faster.getAccessibleContext().setAccessibleName(words.text("pace.faster"));
    patterns =
        new Segments(
            words.text("pace.pattern"),
            List.of(words.text("pace.long"), words.text("pace.even"), words.text("pace.box")),
            this::divide);
    adaptive = new JCheckBox(words.text("pace.adaptive"));
    adaptive.setFont(Zoom.font(Type.REGULAR.of(13)));
    adaptive.setOpaque(false);
    adaptive.addActionListener(event -> send.accept(new Command.Adapt(adaptive.isSelected())));
    really = new ActionButton(words.text("pace.hold.yes"), "", this::hold).leading().low();
    usual.add(slower, "split 4, growx 0");
    usual.add(rate, "gapleft 6, gapright 6");
    usual.add(faster, "growx 0");
    usual.add(
        new ActionButton(words.text("pace.close"), words.text("action.key.escape"), this::close)
            .low(),
        "gapleft push, growx 0, wrap");
    found = new ActionButton("", "", this::takeSuggestion).low().shrinking();
    found.setVisible(false);
    usual.add(found, "growx, wmin 0, wrap");
    usual.add(patterns, "growx, wmin 0, wrap");
    usual.add(adaptive, "wrap");
    usual.add(says, "growx, wmin 0");
    holding.add(
        new Text(words.text("pace.hold"), Type.SEMIBOLD.of(14), Palette::text), "span, wrap");
    holding.add(
        new Prose(words.text("pace.hold.why"), Type.REGULAR.of(12), Palette::text),
        "span, growx, wmin 0, wrap");
    holding.add(
        new ActionButton(words.text("pace.hold.no"), words.text("action.key.escape"), this::usual)
            .low(),
        "split 2, growx");
    holding.add(really, "growx");
    holding.setVisible(false);
    add(usual, "cell 0 0");
    add(holding, "cell 0 0");
    getAccessibleContext().setAccessibleName(words.text("pace.title"));
    setVisible(false);
  }

  /** Makes the keys work while the sheet is on screen. */
  public void bindKeys(JComponent screen) {
    Keys.bind(screen, slower, KeyStroke.getKeyStroke('-'), () -> change(-1));
    Keys.bind(screen, faster, KeyStroke.getKeyStroke('+'), () -> change(1));
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::back);
  }

  /** Opens the sheet, and gives it the keyboard. */
  public void open(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    wanted = Double.NaN;
    holding.setVisible(false);
    usual.setVisible(true);
    setVisible(true);
    show(snapshot);
    takeFocus();
  }

  /** Puts the keyboard on the sheet. */
  public void takeFocus() {
    if (holding.isVisible()) {
      really.requestFocusInWindow();
    } else {
      slower.requestFocusInWindow();
    }
  }

  /** Shows how the pacer goes now. */
  public void show(Snapshot snapshot) {
    if (!isVisible()) {
      return;
    }
    if (snapshot.pacer().isEmpty()) {
      close();
      return;
    }
    Pacer pacer = snapshot.pacer().get();
    now = pacer.perMinuteAt(snapshot.atMicros());
    if (Math.abs(now - wanted) < SAME) {
      wanted = Double.NaN;
    }
    rate.setText(words.text("pace.rate", words.number(shownRate(), 1)));
    pattern = pacer.nextPattern();
    patterns.select(PATTERNS.indexOf(pattern));
    boolean paused = snapshot.state() instanceof SessionState.Paused;
    slower.setEnabled(!paused && shownRate() > PaceLimits.FLOOR_PER_MINUTE);
    faster.setEnabled(!paused && shownRate() < PaceLimits.CEILING_PER_MINUTE);
    offer(paused);
    boolean compares =
        snapshot.current().phase().kind() instanceof Phase.Paced paced && paced.plan().compares();
    adapts = snapshot.practice().notices().contains(Practice.Notice.ADAPTIVE_IS_AN_EXPERIMENT);
    adaptive.setSelected(adapts);
    adaptive.setEnabled(!compares);
    says.say(
        words.text(
            compares && snapshot.practice().step().isPresent()
                ? "pace.compares"
                : adapts ? "pace.adapts" : "pace.limits"));
  }

  /** Goes on with what a person was at on another screen of the same session. */
  public void resume(PaceSheet before, Snapshot snapshot) {
    if (before.isVisible()) {
      open(snapshot);
      if (before.holding.isVisible()) {
        askToHold();
      }
    }
  }

  /** Closes the sheet. */
  public void close() {
    assert Edt.here() : Edt.who();
    if (isVisible()) {
      setVisible(false);
      closed.run();
    }
  }

  /** Offers the pace that an earlier search found; nobody has to take it. */
  public void suggest(PaceSuggestion paces) {
    assert Edt.here() : Edt.who();
    suggestion = paces;
  }

  private Optional<FoundPace> earlier() {
    return suggestion == null ? Optional.empty() : suggestion.earlier();
  }

  private void offer(boolean paused) {
    Optional<FoundPace> earlier = earlier();
    found.setVisible(earlier.isPresent());
    earlier.ifPresent(pace -> found.setText(FoundWords.suggestion(pace, words)));
    found.setEnabled(!paused);
  }

  private void takeSuggestion() {
    earlier().ifPresent(pace -> want(pace.perMinute()));
  }

  private double shownRate() {
    return Double.isNaN(wanted) ? now : wanted;
  }

  private void change(int direction) {
    if (!(direction < 0 ? slower : faster).isEnabled()) {
      return;
    }
    double from = shownRate();
    boolean fine = direction < 0 ? from <= FINE_BELOW + SAME : from < FINE_BELOW - SAME;
    double step = fine ? FINE : COARSE;
    double next = Math.rint((from + direction * step) / step) * step;
    want(next);
  }

  private void want(double next) {
    wanted = PaceLimits.within(Math.rint(next * 10) / 10);
    rate.setText(words.text("pace.rate", words.number(wanted, 1)));
    send.accept(new Command.ChangePace(wanted, pattern));
  }

  private void divide(int index) {
    BreathPattern chosen = PATTERNS.get(index);
    if (chosen.holds() && !pattern.holds()) {
      askToHold();
    } else {
      send.accept(new Command.ChangePattern(chosen, false));
    }
  }

  private void askToHold() {
    usual.setVisible(false);
    holding.setVisible(true);
    really.requestFocusInWindow();
  }

  private void hold() {
    send.accept(new Command.ChangePattern(BreathPattern.BOX, true));
    usual();
  }

  private void usual() {
    holding.setVisible(false);
    usual.setVisible(true);
    patterns.select(PATTERNS.indexOf(pattern));
    takeFocus();
  }

  private void back() {
    if (holding.isVisible()) {
      usual();
    } else {
      close();
    }
  }
}
