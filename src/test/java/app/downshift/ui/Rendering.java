package app.downshift.ui;

import app.downshift.evidence.SessionEvidence;
import app.downshift.recording.SessionFile;
import app.downshift.session.SessionView;
import app.downshift.ui.home.CautionScreen;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.home.SensorPanel;
import app.downshift.ui.home.WhyPanel;
import app.downshift.ui.live.LiveScreen;
import app.downshift.ui.live.RatingRound;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.review.ReviewScreen;
import app.downshift.ui.theme.LightTheme;
import app.downshift.ui.theme.Look;
import app.downshift.ui.theme.Words;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.UIManager;

/** Screens without a window: made, laid out and painted on the EDT. */
public final class Rendering {
  /** English words and numbers, whatever the machine speaks. */
  public static final Words WORDS = new Words(Locale.ENGLISH);

  /** The language of the screens made next. Only the EDT may look at it. */
  private static Desk.Language language = Desk.Language.ENGLISH;

  private Rendering() {}

  /** Does something on the EDT and waits for what it gives. */
  public static <T> T onEdt(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    EventQueue.invokeAndWait(task);
    return task.get();
  }

  /** A session screen that paints its charts at once. */
  public static LiveScreen live(SessionView view) {
    return live(view, Desk.PacerForm.CIRCLE, false);
  }

  /** Lets all screens made from now on speak a language. */
  public static void speak(Desk.Language spoken) {
    language = spoken;
  }

  /** The words of the screens made now. */
  static Words words() {
    return new Words(language.locale());
  }

  /** Dark, with the circle, in the language of now. */
  static Desk.Preferences preferences(boolean reducedMotion) {
    return new Desk.Preferences(false, false, reducedMotion, Desk.PacerForm.CIRCLE, language);
  }

  /** The same with another pacer. */
  public static LiveScreen live(SessionView view, Desk.PacerForm form, boolean reducedMotion) {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, view);
    return new LiveScreen(
        desk.running(),
        Runnable::run,
        words(),
        new Desk.Preferences(false, false, reducedMotion, form, language),
        desk,
        new RatingRound.Asked(),
        () -> {},
        () -> {});
  }

  /**
   * The session screen as it stands at a view, dark, 1440 by 900 at scale 1: the picture that
   * golden images are compared with. The view's time has to stand still.
   */
  public static BufferedImage golden(SessionView view) throws Exception {
    return onEdt(
        () -> {
          Look.DARK.install();
          LiveScreen screen = live(view);
          layOut(screen, 1440, 900);
          return paint(screen, 1);
        });
  }

  /** A screen after a press of one of its buttons. */
  public static Component pressed(Component screen, String key) {
    return pressedOn(screen, words().text(key));
  }

  /** The same of a button that says a sign. */
  static Component pressed(Component screen, String sign, boolean plain) {
    return plain ? pressedOn(screen, sign) : pressed(screen, sign);
  }

  static Component pressedOn(Component screen, String button) {
    layOut(screen, 1440, 900);
    visit(
        screen,
        part -> {
          if (part instanceof AbstractButton found && button.equals(found.getText())) {
            found.doClick(0);
          }
        });
    return screen;
  }

  /** The third chart turned to its other side. */
  public static LiveScreen spectrum(LiveScreen screen) {
    visit(
        screen,
        part -> {
          if (part instanceof AbstractButton
              && part.getParent().isVisible()
              && words().text("chart.swing.more").equals(((AbstractButton) part).getText())) {
            ((AbstractButton) part).doClick(0);
          }
        });
    return screen;
  }

  /** The settings over a session. */
  public static JLayeredPane settings(Component under) {
    return over(
        under,
        new SettingsPanel(
            words(),
            new Desk.Preferences(
                UIManager.getLookAndFeel() instanceof LightTheme,
                false,
                false,
                Desk.PacerForm.CIRCLE,
                language),
            new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe()),
            preferences -> {},
            () -> {},
            () -> {},
            () -> {},
            () -> {}));
  }

  /** The question which sensor is spoken to, over the start. */
  public static JLayeredPane sensors(FakeDesk desk, boolean spokenTo) {
    SensorPanel panel = new SensorPanel(desk, words(), () -> {});
    panel.look();
    if (spokenTo) {
      pressed(panel, "speak.speak");
      panel.look();
      desk.inReach().stream()
          .filter(strap -> desk.sensor().name().equals(strap.name()))
          .forEach(strap -> pressedOn(panel, strap.name()));
    }
    return over(home(desk), panel);
  }

  /** A card over a screen. */
  static JLayeredPane over(Component under, Component card) {
    JLayeredPane panes =
        new JLayeredPane() {
          @Serial private static final long serialVersionUID = 1;

          @Override
          public void doLayout() {
            getComponent(1).setBounds(0, 0, getWidth(), getHeight());
            Dimension wanted = getComponent(0).getPreferredSize();
            getComponent(0)
                .setBounds(
                    (getWidth() - wanted.width) / 2,
                    Math.max(0, (getHeight() - wanted.height) / 3),
                    wanted.width,
                    wanted.height);
          }
        };
    panes.add(under, JLayeredPane.DEFAULT_LAYER);
    panes.add(card, JLayeredPane.PALETTE_LAYER);
    return panes;
  }

  /** A start screen. */
  public static HomeScreen home(Desk.SensorStatus.State state) {
    return home(new FakeDesk(state, false, SampleViews.breathe()));
  }

  /** The start on a desk. */
  static HomeScreen home(FakeDesk desk) {
    HomeScreen home =
        new HomeScreen(
            desk,
            words(),
            choice -> {},
            new FakeHouse(),
            new HomeScreen.Ways(() -> {}, () -> {}, () -> {}));
    home.resume();
    home.end();
    return home;
  }

  /** What it is for, over a session in which figures are missing. */
  static JLayeredPane why(LiveScreen under) {
    return over(under, new WhyPanel(words(), under.missing(), () -> {}));
  }

  /** The chooser of protocols, one of them chosen. */
  static ProtocolRoom protocols(int chosen) {
    FakeDesk desk = new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe());
    ProtocolRoom room = new ProtocolRoom(desk, words(), start -> {}, virtual -> {}, () -> {});
    room.begin();
    select(room, chosen);
    return room;
  }

  /** Chooses in the list that is to be seen. */
  static void select(Component screen, int index) {
    visit(
        screen,
        part -> {
          if (part instanceof JList<?> list
              && list.getParent().getParent().getParent().getParent().isVisible()) {
            list.setSelectedIndex(index);
          }
        });
  }

  /** A review of a recording, with everything known. */
  static ReviewScreen review(SessionFile recording, List<SessionEvidence> others) {
    return review(
        new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe())
            .with(recording, others)
            .beside(SampleReviews.other()),
        recording);
  }

  /** The same on a desk of one's own. */
  static ReviewScreen review(FakeDesk desk, SessionFile recording) {
    ReviewScreen screen =
        new ReviewScreen(
            desk,
            words(),
            SampleReviews.FILE,
            recording,
            new ReviewScreen.Exits() {
              @Override
              public void leave() {
                desk.asked.add("leave");
              }

              @Override
              public void replay(Recording recording, long fromMicros) {
                desk.asked.add("replay from " + fromMicros);
              }

              @Override
              public void settings() {
                desk.asked.add("settings");
              }
            });
    screen.begin();
    return screen;
  }

  /** The caution. */
  public static CautionScreen caution() {
    return new CautionScreen(words(), () -> {}, () -> {});
  }

  /** Lays a screen out; a session screen looks at its view. */
  public static void layOut(Component screen, int width, int height) {
    screen.setSize(width, height);
    for (int pass = 0; pass < 3; pass++) {
      visit(
          screen,
          Component
              ::invalidate); // without a window no change of a text reaches the layout above it
      validate(screen);
      tick(screen, pass * 2_000_000_000L + 1_500_000_000L);
    }
  }

  private static void tick(Component screen, long nanos) {
    visit(
        screen,
        part -> {
          if (part instanceof SessionScreen live) {
            live.tick(nanos);
          }
        });
  }

  /** Paints a screen that is laid out. */
  public static BufferedImage paint(Component screen, double scale) {
    int width = (int) Math.round(screen.getWidth() * scale);
    int height = (int) Math.round(screen.getHeight() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int pass = 0; pass < 2; pass++) {
      tick(screen, (pass + 9) * 2_000_000_000L);
      Graphics2D g = image.createGraphics();
      g.scale(scale, scale);
      screen.print(g);
      g.dispose();
    }
    return image;
  }

  /** Visits a component and all inside it. */
  public static void visit(Component component, Consumer<Component> visitor) {
    visitor.accept(component);
    if (component instanceof Container) {
      for (Component child : ((Container) component).getComponents()) {
        visit(child, visitor);
      }
    }
  }

  private static void validate(Component component) {
    component.doLayout();
    if (component instanceof Container) {
      for (Component child : ((Container) component).getComponents()) {
        validate(child);
      }
    }
  }
}
