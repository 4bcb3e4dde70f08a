package app.downshift.ui.therapist;

import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** What a therapist chooses: which windows open, what the client sees, the texts of the keys. */
public final class TherapistCard extends Card implements SmallCard {
  @Serial private static final long serialVersionUID = 1;

  private final transient Consumer<TherapistSettings> done;
  private final transient Runnable together;
  private final JCheckBox view;
  private final JCheckBox client;
  private final JCheckBox numbers;
  private final transient List<JTextField> markers = new ArrayList<>();

  /**
   * @param done given the choice when the card is closed
   * @param together called for a session of several people; the choice is given before
   */
  public TherapistCard(
      Words words, TherapistSettings now, Consumer<TherapistSettings> done, Runnable together) {
    super(new MigLayout("insets 20 24 20 24, gap 12 6, wrap 4", "[][grow,fill][][grow,fill]"));
    this.done = done;
    this.together = together;
    view = box(words.text("two.view"), now.therapistView());
    client = box(words.text("two.client"), now.clientWindow());
    numbers = box(words.text("two.numbers"), now.clientNumbers());
    add(
        new Text(words.text("two.title"), Type.SEMIBOLD.of(16), Palette::text),
        "span, gapbottom 8");
    add(view, "span");
    add(client, "span");
    add(numbers, "span, gapbottom 8");
    add(new Text(words.text("two.markers"), Type.REGULAR.of(13), Palette::secondary), "span");
    TherapistSettings usual = TherapistSettings.USUAL;
    for (int i = 0; i < TherapistSettings.KEYS; i++) {
      JTextField field = new JTextField(now.markers().get(i), 14);
      field.setFont(Zoom.font(Type.REGULAR.of(13)));
      field.putClientProperty("JTextField.placeholderText", usual.markers(words).get(i));
      String number = words.number(i + 1, 0);
      field.getAccessibleContext().setAccessibleName(words.text("two.marker", number));
      markers.add(field);
      add(new Text(number, Type.REGULAR.of(13), Palette::secondary));
      add(field, "h " + Type.px(30) + "!, wmin " + Type.px(150) + (i == 8 ? ", wrap 14" : ""));
    }
    add(
        new ActionButton(
            words.text("two.together"),
            "",
            () -> {
              done.accept(chosen());
              together.run();
            }),
        "span, split 2, growx, pushx");
    Runnable close = () -> done.accept(chosen());
    add(
        new ActionButton(words.text("settings.done"), words.text("action.key.escape"), close),
        "growx, pushx");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), close);
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(words.text("two.title"));
  }

  private static JCheckBox box(String words, boolean ticked) {
    JCheckBox box = new JCheckBox(words, ticked);
    box.setFont(Zoom.font(Type.REGULAR.of(14)));
    box.setOpaque(false);
    return box;
  }

  private TherapistSettings chosen() {
    return new TherapistSettings(
        view.isSelected(),
        client.isSelected(),
        numbers.isSelected(),
        markers.stream().map(JTextField::getText).toList());
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public SmallCard again(Words spoken) {
    return new TherapistCard(spoken, chosen(), done, together);
  }

  /** Puts the keyboard on the first choice. */
  @Override
  public void takeFocus() {
    view.requestFocusInWindow();
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
