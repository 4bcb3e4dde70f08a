package app.downshift.ui;

import app.downshift.ui.Desk.Language;
import app.downshift.ui.Desk.PacerForm;
import app.downshift.ui.Desk.Preferences;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * How the window looks and moves, on a small card over whatever goes on: a choice holds at once.
 */
public final class SettingsPanel extends Card implements SmallCard {
  private static final List<Sounding.Loudness> LOUDNESSES = List.of(Sounding.Loudness.values());
  private static final List<PacerForm> FORMS = List.of(PacerForm.values());
  private static final List<Language> LANGUAGES = List.of(Language.values());

  @Serial private static final long serialVersionUID = 1;

  private final Segments look;
  private final Segments pacer;
  private final Segments loudness;
  private final Segments language;
  private final JCheckBox largeType;
  private final JCheckBox reducedMotion;
  private final transient Sounding sounding;
  private final transient Consumer<Preferences> changed;
  private final transient Runnable two;
  private final transient Runnable safe;
  private final transient Runnable close;
  private final transient Runnable why;
  private transient Preferences now;

  /**
   * @param sounding how loud the pacer is when it is heard
   * @param changed called with every new choice
   * @param two called by whoever has sessions with others
   * @param safe called by whoever wants to keep the records safe
   * @param close called when the person is done
   * @param why called when the person wants to know what all this is for
   */
  public SettingsPanel(
      Words words,
      Preferences now,
      Sounding sounding,
      Consumer<Preferences> changed,
      Runnable two,
      Runnable safe,
      Runnable close,
      Runnable why) {
    super(new MigLayout("insets 20 24 20 24, gap 20 10, hidemode 3", "[][grow,fill]"));
    this.now = now;
    this.sounding = sounding;
    this.changed = changed;
    this.two = two;
    this.safe = safe;
    this.close = close;
    this.why = why;
    look =
        new Segments(
            words.text("settings.look"),
            List.of(words.text("settings.dark"), words.text("settings.light")),
            this::light);
    pacer =
        new Segments(
            words.text("settings.pacer"),
            FORMS.stream()
                .map(form -> words.text("settings." + form.name().toLowerCase(Locale.ROOT)))
                .toList(),
            this::form);
    language =
        new Segments(
            words.text("settings.language"),
            LANGUAGES.stream()
                .map(spoken -> words.text("settings." + spoken.name().toLowerCase(Locale.ROOT)))
                .toList(),
            this::speak);
    loudness =
        new Segments(
            words.text("settings.sound"),
            LOUDNESSES.stream()
                .map(each -> words.text("settings." + each.name().toLowerCase(Locale.ROOT)))
                .toList(),
            index -> sounding.sound(sounding.sound().on(), LOUDNESSES.get(index)));
    loudness.select(LOUDNESSES.indexOf(sounding.sound().loudness()));
    largeType = box(words.text("settings.large"), now.largeType());
    reducedMotion = box(words.text("settings.still"), now.reducedMotion());
    look.select(now.light() ? 1 : 0);
    pacer.select(FORMS.indexOf(now.pacer()));
    language.select(LANGUAGES.indexOf(now.language()));
    add(
        new Text(words.text("settings.title"), Type.SEMIBOLD.of(16), Palette::text),
        "span, wrap 16");
    add(new Text(words.text("settings.look"), Type.REGULAR.of(13), Palette::secondary));
    add(look, "wrap");
    add(new Text(words.text("settings.pacer"), Type.REGULAR.of(13), Palette::secondary));
    add(pacer, "wrap");
    add(new Text(words.text("settings.language"), Type.REGULAR.of(13), Palette::secondary));
    add(language, "wrap");
    add(new Text(words.text("settings.sound"), Type.REGULAR.of(13), Palette::secondary));
    add(loudness, "wrap");
    add(largeType, "skip, wrap");
    add(reducedMotion, "skip, wrap 12");
    add(new QuietButton(words.text("why.open"), 13, why), "skip, growx 0, wrap 4");
    add(new QuietButton(words.text("two.title") + "…", 13, two), "skip, growx 0, wrap 4");
    add(new QuietButton(words.text("safe.open"), 13, safe), "skip, growx 0, wrap 16");
    add(
        new ActionButton(words.text("settings.done"), words.text("action.key.escape"), close),
        "span, growx");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), close);
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(words.text("settings.title"));
  }

  private JCheckBox box(String words, boolean ticked) {
    JCheckBox box = new JCheckBox(words, ticked);
    box.setFont(Zoom.font(Type.REGULAR.of(14)));
    box.setOpaque(false);
    box.addActionListener(event -> tick());
    return box;
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public SmallCard again(Words spoken) {
    return new SettingsPanel(spoken, now, sounding, changed, two, safe, close, why);
  }

  /** Puts the keyboard on the first choice. */
  @Override
  public void takeFocus() {
    assert Edt.here() : Edt.who();
    look.takeFocus();
  }

  private void light(int index) {
    choose(
        new Preferences(
            index == 1, now.largeType(), now.reducedMotion(), now.pacer(), now.language()));
  }

  private void form(int index) {
    choose(
        new Preferences(
            now.light(), now.largeType(), now.reducedMotion(), FORMS.get(index), now.language()));
  }

  private void speak(int index) {
    choose(
        new Preferences(
            now.light(), now.largeType(), now.reducedMotion(), now.pacer(), LANGUAGES.get(index)));
  }

  private void tick() {
    choose(
        new Preferences(
            now.light(),
            largeType.isSelected(),
            reducedMotion.isSelected(),
            now.pacer(),
            now.language()));
  }

  private void choose(Preferences next) {
    if (!next.equals(now)) {
      now = next;
      changed.accept(next);
    }
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
