package app.downshift.ui.home;

import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorType;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.Port;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Where a person says what hangs on a port that has to be spoken to, on a small card over the
 * start: first which port and which sensor, then, behind a stick, which of the straps in reach.
 * Until the first of these was answered nothing is sent. EDT only.
 */
public final class SensorPanel extends Card implements SmallCard {
  private static final int LOOK_MILLIS = 300;
  private static final int LOOKS_BETWEEN_PORTS = 4;
  private static final int ADVICE = 4;

  /** From this step on digits behind the point say nothing. */
  private static final double COARSE_MILLIS = 10;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Words words;
  private final transient Runnable close;
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());
  private final transient PortChoice choice;
  private final transient StrapChoice straps;
  private final Prose says = new Prose("", Type.REGULAR.of(14), Palette::text);
  private final ActionButton speak;
  private ActionButton back = new ActionButton("", "", () -> {});
  private final ActionButton done;
  private transient Optional<SensorType> asked = Optional.empty();
  private int looked;

  /**
   * @param close called when the person is done, or would rather not
   */
  public SensorPanel(Desk desk, Words words, Runnable close) {
    super(new MigLayout("insets 20 24 20 24, gap 0, fill, hidemode 3", "[grow,fill]"));
    this.desk = desk;
    this.words = words;
    this.close = close;
    speak = new ActionButton(words.text("speak.speak"), "", this::speak).leading();
    done =
        new ActionButton(words.text("speak.done"), words.text("action.key.escape"), close)
            .leading();
    choice = new PortChoice(desk.spokenToLast(), each -> worth(each.traits()), this::chosen);
    straps = new StrapChoice(desk, words);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::back);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ENTER"), this::goOn);
    Keys.bindInside(this, KeyStroke.getKeyStroke("DOWN"), () -> step(1));
    Keys.bindInside(this, KeyStroke.getKeyStroke("UP"), () -> step(-1));
    addMouseListener(new MouseAdapter() {}); // what lies under the card is not to be pressed
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(words.text("speak.title"));
    which();
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Begins to look which ports there are, and how it stands. */
  @Override
  public void begin() {
    assert Edt.here() : Edt.who();
    look();
    looks.start();
  }

  /** Looks no more. */
  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    looks.stop();
  }

  @Override
  public SensorPanel again(Words spoken) {
    var next = new SensorPanel(desk, spoken, close);
    next.like(this);
    return next;
  }

  private void like(SensorPanel before) {
    assert Edt.here() : Edt.who();
    choice.like(before.choice);
    straps.like(before.straps);
    asked = before.asked;
    if (asked.isPresent()) {
      reach(asked.get());
    } else {
      which();
    }
  }

  /** Puts the keyboard where it is needed next. */
  @Override
  public void takeFocus() {
    assert Edt.here() : Edt.who();
    nextNeeded().requestFocusInWindow();
  }

  private Component nextNeeded() {
    if (asked.isPresent()) {
      return done.isVisible() ? done : straps.chosen().map(Component.class::cast).orElse(back);
    }
    if (speak.isEnabled()) {
      return speak;
    }
    return choice.rows().stream().findFirst().map(Component.class::cast).orElse(back);
  }

  /** Which port, and what is it? */
  private void which() {
    asked = Optional.empty();
    removeAll();
    straps.clear();
    choice.clear();
    title(words.text("speak.title"), words.text("speak.lead"));
    boolean noPort = choice.none();
    if (noPort) {
      noPort();
    } else {
      caption("speak.port");
      add(choice.ports(), "growx, wmin 0, wrap");
      caption("speak.type");
      add(choice.types(), "growx, wrap");
    }
    buttons("speak.notNow", speak);
    speak.setVisible(!noPort);
    choice.choose();
    changed();
  }

  private void noPort() {
    for (int i = 1; i <= ADVICE; i++) {
      add(
          new Prose(words.text("speak.noPort." + i), Type.REGULAR.of(14), Palette::text),
          "growx, wmin 0, w " + Type.px(600) + ", gaptop " + (i == 1 ? 16 : 10) + ", wrap");
    }
  }

  /** Which strap? Or, where there is none to choose: does it answer? */
  private void reach(SensorType chosen) {
    asked = Optional.of(chosen);
    removeAll();
    straps.clear();
    title(chosen.title(), words.text("speak.at", choice.port()) + " " + worth(chosen.traits()));
    says.say(words.text("speak.asking"));
    add(says, "w " + Type.px(520) + "!, gaptop 16, hmin " + Type.px(44) + ", wrap");
    if (chosen.reachesStraps()) {
      add(straps.straps(), "growx, wmin 0, h " + StrapChoice.height() + "!, wrap");
    }
    buttons("speak.back", done);
    done.setVisible(false);
    changed();
  }

  private void title(String title, String lead) {
    add(new Text(title, Type.SEMIBOLD.of(16), Palette::text), "wrap");
    add(new Text(lead, Type.REGULAR.of(13), Palette::secondary), "gaptop 4, wrap");
  }

  private void caption(String key) {
    add(
        new Text(words.text(key), Type.SEMIBOLD.of(13), Palette::text),
        "gaptop 16, gapbottom 8, wrap");
  }

  private void buttons(String backKey, ActionButton leading) {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[]push[]"));
    row.setOpaque(false);
    back = new ActionButton(words.text(backKey), words.text("action.key.escape"), this::back);
    row.add(back, "cell 0 0");
    row.add(leading, "cell 1 0");
    add(row, "growx, gaptop 20");
  }

  private void changed() {
    revalidate();
    repaint();
    firePropertyChange(RESIZED, false, true);
  }

  /** Looks once how it stands. */
  public void look() {
    assert Edt.here() : Edt.who();
    if (asked.isPresent()) {
      showReach(asked.get());
    } else if (looked++ % LOOKS_BETWEEN_PORTS == 0) {
      var unused = // without a list nothing can be chosen, and it is looked at again
          desk.ports().thenAccept(now -> Edt.soon(() -> showPorts(now)));
    }
  }

  private void showPorts(List<Port> now) {
    if (!choice.knows(now)) {
      boolean otherSide = choice.takes(now);
      if (asked.isPresent()) {
        return;
      }
      if (otherSide) {
        which();
        takeFocusIfInside();
      } else {
        choice.showPorts();
        choice.choose();
        changed();
      }
    }
  }

  private void takeFocusIfInside() {
    if (isShowing()) {
      takeFocus();
    }
  }

  private void chosen() {
    speak.setEnabled(choice.chosen().isPresent());
  }

  /** From here on bytes are sent. */
  private void speak() {
    choice
        .chosen()
        .ifPresent(
            chosen -> {
              desk.speakTo(choice.port(), chosen.name());
              straps.forget();
              reach(chosen);
              takeFocusIfInside();
            });
  }

  private void showReach(SensorType chosen) {
    SensorStatus status = desk.sensor();
    Optional<Reach> reached = desk.reached();
    boolean ready =
        status.state() == SensorStatus.State.FOUND && reached.equals(Optional.of(Reach.SUBSCRIBED));
    straps.show(ready);
    says.say(straps.state(chosen, status, reached, ready));
    if (ready != done.isVisible()) {
      done.setVisible(ready);
      back.setVisible(!ready);
      revalidate();
      if (ready && isShowing()) {
        done.requestFocusInWindow();
      }
    }
  }

  /** What a sensor's beats are worth, in honest words. */
  private String worth(SensorTraits traits) {
    String step =
        words.brief(traits.resolutionMillis(), traits.resolutionMillis() < COARSE_MILLIS ? 1 : 0);
    String kind =
        traits.intervals() == SensorTraits.Intervals.RR ? "speak.gives.rr" : "speak.gives.pulse";
    return words.text(kind, step, words.text(traits.suitsHrv() ? "speak.suits" : "speak.suitsNot"));
  }

  private void goOn() {
    if (asked.isEmpty() && speak.isEnabled()) {
      speak();
    } else if (asked.isPresent() && done.isVisible()) {
      close.run();
    }
  }

  /** One step back, and from the first out of here. */
  private void back() {
    if (asked.isPresent() && !done.isVisible()) {
      desk.speakNoMore();
      looked = 0;
      which();
      takeFocusIfInside();
    } else {
      close.run();
    }
  }

  private void step(int by) {
    List<SensorRow> rows = asked.isPresent() ? straps.rows() : choice.rows();
    if (rows.isEmpty()) {
      return;
    }
    int at = -1;
    for (int i = 0; i < rows.size(); i++) {
      at = rows.get(i).isFocusOwner() ? i : at;
    }
    int next = at < 0 ? (by > 0 ? 0 : rows.size() - 1) : Math.floorMod(at + by, rows.size());
    SensorRow row = rows.get(next);
    row.requestFocusInWindow();
    row.scrollRectToVisible(new Rectangle(0, 0, row.getWidth(), row.getHeight()));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Zoom.graphics(graphics);
    g.setColor(Palette.current().faint());
    g.setStroke(new BasicStroke(1));
    g.draw(ring(this, 0.5, 2 * RADIUS));
    g.dispose();
  }
}
