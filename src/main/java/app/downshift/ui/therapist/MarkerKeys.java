package app.downshift.ui.therapist;

import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Wording;
import app.downshift.ui.chart.NoteWords;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The keys 1 to 9, each of which puts a mark with its text at the moment it is pressed. A phase
 * with texts of its own has them here while it lasts.
 */
final class MarkerKeys extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient List<String> usual;
  private final transient Consumer<String> mark;
  private final transient List<Key> keys = new ArrayList<>();
  private final CutText last = new CutText(Type.REGULAR.of(12));
  private transient List<Wording> ofPhase = List.of();

  /**
   * @param usual the texts outside of such phases
   * @param mark told the text of the key that was pressed
   */
  MarkerKeys(Words words, List<String> usual, Consumer<String> mark) {
    super(
        new MigLayout(
            "insets 8 12 8 12, gap 6 4, fillx, wrap 5",
            "[grow,fill,sg][grow,fill,sg][grow,fill,sg][grow,fill,sg][grow,fill,sg]"));
    this.words = words;
    this.usual = List.copyOf(usual);
    this.mark = mark;
    for (int i = 0; i < TherapistSettings.KEYS; i++) {
      Key key = new Key(i + 1);
      keys.add(key);
      add(key, "wmin 0");
    }
    add(last, "wmin 0");
    relabel();
    getAccessibleContext().setAccessibleName(words.text("therapist.markers"));
  }

  void bindKeys(JComponent screen) {
    for (Key key : keys) {
      char digit = (char) ('0' + key.number);
      Keys.bind(screen, this, KeyStroke.getKeyStroke(digit), key::press);
    }
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    if (!snapshot.hotKeys().equals(ofPhase)) {
      ofPhase = snapshot.hotKeys();
      relabel();
    }
    int count = snapshot.markers().size();
    if (count == 0) {
      last.setText(words.text("therapist.noMark"));
    } else {
      MarkerView newest = snapshot.markers().get(count - 1);
      String when = words.clock(Math.floor(newest.atMicros() / 1e6));
      last.setText(words.text("therapist.lastMark", NoteWords.of(newest.text(), words), when));
    }
  }

  private void relabel() {
    for (Key key : keys) {
      int index = key.number - 1;
      String text =
          ofPhase.isEmpty()
              ? usual.get(index)
              : index < ofPhase.size() ? ofPhase.get(index).in(words.language()) : "";
      key.label(text);
    }
  }

  private final class Key extends JButton {
    @Serial private static final long serialVersionUID = 1;

    private final int number;
    private final java.awt.Font hint = Type.REGULAR.of(11);

    Key(int number) {
      this.number = number;
      setFont(Type.REGULAR.of(12));
      setContentAreaFilled(false);
      setBorder(BorderFactory.createEmptyBorder());
      setOpaque(false);
      setRequestFocusEnabled(false);
      setRolloverEnabled(true);
      addActionListener(event -> press());
      ActionButton.pressedByEnter(this);
    }

    void label(String text) {
      setText(text);
      setEnabled(!text.isEmpty());
      setToolTipText(text);
      getAccessibleContext().setAccessibleName(number + " " + text);
      repaint();
    }

    void press() {
      if (!getText().isEmpty()) {
        mark.accept(getText());
      }
    }

    /** Longer texts are cut on screen, so that all keys are alike. */
    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(60, Type.px(26));
    }

    @Override
    public Dimension getMinimumSize() {
      return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      boolean over = getModel().isRollover() && isEnabled();
      g.setColor(over ? Palette.mix(palette.text(), palette.raised(), 0.08) : palette.raised());
      g.fill(Card.plate(this, 12));
      if (isFocusOwner()) {
        g.setColor(palette.teal());
        g.setStroke(new BasicStroke(2));
        g.draw(Card.ring(this, 1, 12));
      }
      FontMetrics metrics = g.getFontMetrics(getFont());
      double baseline =
          Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent();
      g.setFont(hint);
      g.setColor(palette.secondary());
      Type.write(g, String.valueOf(number), 8, baseline);
      g.setFont(getFont());
      g.setColor(isEnabled() ? palette.text() : palette.secondary());
      double left = 8 + Type.width("0", hint) + 6;
      Type.write(g, Cut.to(getText(), getFont(), Zoom.width(this) - left - 6), left, baseline);
      g.dispose();
    }
  }
}
