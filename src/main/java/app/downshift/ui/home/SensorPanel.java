package app.downshift.ui.home;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorTraits;
import app.downshift.sensor.SensorType;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.InReach;
import app.downshift.ui.Desk.Port;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
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
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
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
  private static final int ROWS_OF_PORTS = 2;
  private static final int ROWS_OF_STRAPS = 5;
  private static final int ADVICE = 4;

  /** Least strengths in dBm of four, three and two bars. */
  private static final int[] STRENGTHS = {-60, -72, -84};

  /** From this step on digits behind the point say nothing. */
  private static final double COARSE_MILLIS = 10;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Words words;
  private final transient Runnable close;
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());
  private final transient Map<String, SensorRow> portRows = new LinkedHashMap<>();
  private final transient Map<String, SensorRow> typeRows = new LinkedHashMap<>();
  private final transient Map<String, SensorRow> strapRows = new LinkedHashMap<>();
  private final JPanel ports = list("[grow,fill,sg]8[grow,fill,sg]", 2);
  private final JPanel straps = list("[grow,fill]", 1);
  private final Prose says = new Prose("", Type.REGULAR.of(14), Palette::text);
  private final ActionButton speak;
  private ActionButton back = new ActionButton("", "", () -> {});
  private final ActionButton done;
  private transient List<Port> there = List.of();
  private transient Optional<SensorType> asked = Optional.empty();
  private String port = "";
  private String type = "";
  private String strap = "";
  private boolean listed;
  private boolean worn;
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
    type = desk.spokenToLast();
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
    port = before.port;
    type = before.type;
    strap = before.strap;
    listed = before.listed;
    there = before.there;
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
      SensorRow row = strapRows.get(strap);
      return done.isVisible() ? done : row == null ? back : row;
    }
    if (speak.isEnabled()) {
      return speak;
    }
    return Stream.of(portRows, typeRows)
        .flatMap(rows -> rows.values().stream())
        .findFirst()
        .map(Component.class::cast)
        .orElse(back);
  }

  /** Which port, and what is it? */
  private void which() {
    asked = Optional.empty();
    removeAll();
    strapRows.clear();
    title(words.text("speak.title"), words.text("speak.lead"));
    typeRows.clear();
    boolean noPort = listed && there.isEmpty();
    if (noPort) {
      portRows.clear();
      noPort();
    } else {
      caption("speak.port");
      showPorts();
      add(scroll(ports, ROWS_OF_PORTS), "growx, wmin 0, wrap");
      caption("speak.type");
      JPanel types = list("[grow,fill,sg]8[grow,fill,sg]", 2);
      for (SensorType each : SensorCatalogue.all()) {
        if (each.speaks()) {
          SensorRow row = new SensorRow(each.title(), () -> typeChosen(each.name()));
          row.say(each.title(), worth(each.traits()));
          typeRows.put(each.name(), row);
          types.add(row);
        }
      }
      add(types, "growx, wrap");
    }
    buttons("speak.notNow", speak);
    speak.setVisible(!noPort);
    choose();
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
    worn = false;
    removeAll();
    strapRows.clear();
    straps.removeAll();
    title(chosen.title(), words.text("speak.at", port) + " " + worth(chosen.traits()));
    says.say(words.text("speak.asking"));
    add(says, "w " + Type.px(520) + "!, gaptop 16, hmin " + Type.px(44) + ", wrap");
    if (chosen.reachesStraps()) {
      add(scroll(straps, ROWS_OF_STRAPS), "growx, wmin 0, h " + height(ROWS_OF_STRAPS) + "!, wrap");
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

  private static JPanel list(String columns, int wrap) {
    JPanel list = new JPanel(new MigLayout("insets 0, gap 8 8, fillx, wrap " + wrap, columns));
    list.setOpaque(false);
    return list;
  }

  /** A list that never grows above some rows. */
  private static JScrollPane scroll(JComponent list, int rows) {
    JScrollPane scroll =
        new JScrollPane(
            list,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER) {
          @Serial private static final long serialVersionUID = 1;

          @Override
          public Dimension getPreferredSize() {
            Dimension all = super.getPreferredSize();
            return new Dimension(all.width, Math.min(all.height, Zoom.px(height(rows))));
          }

          @Override
          public Dimension getMinimumSize() {
            return getPreferredSize();
          }
        };
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(Zoom.px(29));
    for (String key : List.of("UP", "DOWN")) { // they go from row to row
      scroll
          .getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
          .put(KeyStroke.getKeyStroke(key), "none");
    }
    return scroll;
  }

  private static int height(int rows) {
    return rows * (Type.px(50) + 8) - 8;
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
    if (!now.equals(there) || !listed) {
      boolean otherSide = !listed || there.isEmpty() != now.isEmpty();
      there = now;
      listed = true;
      if (asked.isPresent()) {
        return;
      }
      if (otherSide) {
        which();
        takeFocusIfInside();
      } else {
        showPorts();
        choose();
        changed();
      }
    }
  }

  private void takeFocusIfInside() {
    if (isShowing()) {
      takeFocus();
    }
  }

  private void showPorts() {
    ports.removeAll();
    portRows.clear();
    for (Port each : there) {
      SensorRow row = new SensorRow(each.name(), () -> portChosen(each.name()));
      row.say(each.name(), each.description().equals(each.name()) ? "" : each.description());
      portRows.put(each.name(), row);
      ports.add(row);
    }
    if (!portRows.containsKey(port)) {
      long usb = there.stream().filter(Port::usb).count();
      port = usb == 1 || there.size() == 1 ? there.get(0).name() : "";
    }
  }

  private void portChosen(String name) {
    port = name;
    choose();
  }

  private void typeChosen(String name) {
    type = name;
    choose();
  }

  private void choose() {
    portRows.forEach((name, row) -> row.setSelected(name.equals(port)));
    typeRows.forEach((name, row) -> row.setSelected(name.equals(type)));
    speak.setEnabled(portRows.containsKey(port) && typeRows.containsKey(type));
  }

  /** From here on bytes are sent. */
  private void speak() {
    SensorCatalogue.named(type)
        .filter(SensorType::speaks)
        .ifPresent(
            chosen -> {
              desk.speakTo(port, chosen.name());
              strap = "";
              reach(chosen);
              takeFocusIfInside();
            });
  }

  private void showReach(SensorType chosen) {
    SensorStatus status = desk.sensor();
    Optional<Reach> reached = desk.reached();
    boolean ready =
        status.state() == SensorStatus.State.FOUND && reached.equals(Optional.of(Reach.SUBSCRIBED));
    for (InReach each : desk.inReach()) {
      SensorRow row = strapRows.get(each.address());
      if (row == null) {
        row = new SensorRow(each.name(), () -> use(each));
        strapRows.put(each.address(), row);
        straps.add(row);
        straps.revalidate();
      }
      row.say(
          each.name().isEmpty() ? each.address() : each.name(),
          (each.name().isEmpty() ? "" : each.address())
              + (each.wornLast() ? words.text("speak.wornLast") : ""));
      int bars = bars(each.rssiDbm());
      row.strength(bars, words.text("speak.signal." + Math.max(0, bars)));
      if (each.wornLast() && !worn && strap.isEmpty() && isShowing()) {
        worn = true; // one press of Enter takes it, and none takes another by mistake
        row.requestFocusInWindow();
      }
    }
    says.say(state(chosen, status, reached, ready));
    if (ready && strap.isEmpty() && strapRows.size() == 1) {
      strap = strapRows.keySet().iterator().next(); // an ANT stick took the one it heard
    }
    strapRows.forEach((address, row) -> row.setSelected(address.equals(strap)));
    if (ready != done.isVisible()) {
      done.setVisible(ready);
      back.setVisible(!ready);
      revalidate();
      if (ready && isShowing()) {
        done.requestFocusInWindow();
      }
    }
  }

  private String state(
      SensorType chosen, SensorStatus status, Optional<Reach> reached, boolean ready) {
    if (ready) {
      return words.text("speak.ready", status.name());
    }
    if (status.state() == SensorStatus.State.TROUBLE) {
      return FailureWords.of(status, words) + " " + words.text("speak.again");
    }
    if (reached.equals(Optional.of(Reach.REFUSED)) && !status.advice().isEmpty()) {
      return words.text("speak.refused", FailureWords.of(status, words));
    }
    if (reached.equals(Optional.of(Reach.SCANNING)) && !strapRows.isEmpty() && strap.isEmpty()) {
      return words.text("speak.choose");
    }
    String key = "speak." + reached.map(Reach::word).orElse("asking");
    String without = key + (chosen.reachesStraps() ? "" : ".plain");
    return words.text(words.has(without) ? without : key);
  }

  private void use(InReach chosen) {
    strap = chosen.address();
    desk.choose(chosen);
    strapRows.forEach((address, row) -> row.setSelected(address.equals(strap)));
  }

  /** How many bars a strength has; 0 when it is unknown. */
  static int bars(int rssiDbm) {
    if (rssiDbm == 0) {
      return 0;
    }
    int bars = SensorRow.BARS;
    for (int least : STRENGTHS) {
      if (rssiDbm >= least) {
        return bars;
      }
      bars--;
    }
    return bars;
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
    List<SensorRow> rows = new ArrayList<>();
    if (asked.isPresent()) {
      rows.addAll(strapRows.values());
    } else {
      rows.addAll(portRows.values());
      rows.addAll(typeRows.values());
    }
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
