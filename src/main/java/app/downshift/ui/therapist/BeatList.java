package app.downshift.ui.therapist;

import app.downshift.beat.Marks;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.BeatView;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The last beats as they came, newest first: when, how long, and what is doubted about them. A
 * person says of a doubted one whether the mark holds.
 */
final class BeatList extends Card {
  /** So many beats are listed. */
  static final int BEATS = 20;

  @Serial private static final long serialVersionUID = 1;
  private static final int ROW = 20;

  private final transient Words words;
  private final transient BiConsumer<Long, Marks.Ruling> rule;
  private final DefaultListModel<BeatView> model = new DefaultListModel<>();
  private final JList<BeatView> list = new JList<>(model);
  private transient List<BeatView> shown = List.of();

  /**
   * @param rule told of a person's word: the moment of the beat and what is said
   */
  BeatList(Words words, BiConsumer<Long, Marks.Ruling> rule) {
    super(
        new MigLayout(
            "insets 10 8 8 8, gap 0, fill",
            "[grow]",
            "[" + Type.px(18) + "!]4[0:100:,grow,fill]4[" + Type.px(20) + "!]"));
    this.words = words;
    this.rule = rule;
    add(
        new Text(words.text("therapist.beats"), Type.SEMIBOLD.of(13), Palette::text),
        "gapleft 6, split 2");
    add(
        new Text(words.text("therapist.beats.key"), Type.REGULAR.of(11), Palette::secondary),
        "gapleft push, gapright 6, wrap");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new Row());
    list.setFixedCellHeight(Zoom.px(Type.px(ROW)));
    list.setOpaque(false);
    list.setVisibleRowCount(4);
    list.getAccessibleContext().setAccessibleName(words.text("therapist.beats"));
    list.getAccessibleContext().setAccessibleDescription(words.text("therapist.beats.how"));
    var scrolling =
        new JScrollPane(
            list, JScrollPane.VERTICAL_SCROLLBAR_NEVER, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scrolling.setBorder(BorderFactory.createEmptyBorder());
    scrolling.setOpaque(false);
    scrolling.getViewport().setOpaque(false);
    add(scrolling, "grow, wmin 0, hmin 0, wrap");
    add(ruling("therapist.accept", Marks.Ruling.ACCEPTED, 'a'), "split 3");
    add(ruling("therapist.undo", Marks.Ruling.UNDONE, 'u'), "");
    add(ruling("therapist.withdraw", Marks.Ruling.WITHDRAWN, 'l'), "");
  }

  private QuietButton ruling(String key, Marks.Ruling ruling, char letter) {
    Runnable say = () -> say(ruling);
    Keys.bindInside(this, KeyStroke.getKeyStroke(letter), say);
    Keys.bindInside(this, KeyStroke.getKeyStroke(Character.toUpperCase(letter)), say);
    return new QuietButton(words.text(key), 12, say);
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    List<BeatView> all = snapshot.beats();
    List<BeatView> newest = new ArrayList<>();
    for (int i = all.size() - 1; i >= Math.max(0, all.size() - BEATS); i--) {
      newest.add(all.get(i));
    }
    if (!newest.equals(shown)) {
      BeatView chosen = list.getSelectedValue();
      shown = newest;
      model.clear();
      model.addAll(newest);
      select(chosen);
    }
  }

  /** The choice stays with its beat while the list moves on. */
  private void select(@Nullable BeatView chosen) {
    for (int i = 0; chosen != null && i < shown.size(); i++) {
      if (shown.get(i).atMicros() == chosen.atMicros()) {
        list.setSelectedIndex(i);
        list.ensureIndexIsVisible(i);
      }
    }
  }

  /** Puts the keyboard on the newest beat that is doubted, or the newest of all. */
  void takeFocus() {
    if (list.isSelectionEmpty() && !shown.isEmpty()) {
      int doubted = 0;
      while (doubted < shown.size() && !shown.get(doubted).marks().raised()) {
        doubted++;
      }
      list.setSelectedIndex(doubted == shown.size() ? 0 : doubted);
      list.ensureIndexIsVisible(list.getSelectedIndex());
    }
    list.requestFocusInWindow();
  }

  /** Goes on with what was chosen on another screen. */
  void resume(BeatList before) {
    select(before.list.getSelectedValue());
  }

  private void say(Marks.Ruling ruling) {
    BeatView chosen = list.getSelectedValue();
    if (chosen != null && chosen.decided() && chosen.marks().raised()) {
      rule.accept(chosen.atMicros(), ruling);
    }
  }

  /** What is doubted, and who has answered. */
  private String doubt(BeatView beat) {
    if (!beat.decided() && beat.marks().isEmpty()) {
      return words.text("therapist.undecided");
    }
    Marks marks = beat.marks();
    if (!marks.raised()) {
      return "";
    }
    boolean holds = !marks.isEmpty();
    String names =
        (holds ? marks.words() : marks.clearedWords())
            .stream().map(word -> words.text("mark." + word)).collect(Collectors.joining(", "));
    String answer =
        marks
            .answeredBy()
            .map(
                by ->
                    words.text(
                        switch (by) {
                          case BREATH -> "therapist.by.breath";
                          case PAUSE -> "therapist.by.pause";
                          case PERSON -> holds ? "therapist.by.accepted" : "therapist.by.undone";
                        }))
            .orElse("");
    return answer.isEmpty() ? names : names + " · " + answer;
  }

  /** One beat: time of the session, length, doubt. */
  private final class Row extends JComponent implements ListCellRenderer<BeatView> {
    @Serial private static final long serialVersionUID = 1;

    private final java.awt.Font font = Type.REGULAR.of(12);
    private transient @Nullable BeatView beat;
    private boolean selected;
    private boolean focused;

    @Override
    public Component getListCellRendererComponent(
        JList<? extends BeatView> of,
        BeatView value,
        int index,
        boolean isSelected,
        boolean hasFocus) {
      beat = value;
      selected = isSelected;
      focused = hasFocus;
      getAccessibleContext()
          .setAccessibleName(time(value) + " " + length(value) + " " + doubt(value));
      return this;
    }

    private String time(BeatView of) {
      return words.clock(Math.floor(of.atMicros() / 1e6));
    }

    private String length(BeatView of) {
      return words.number(of.rrMillis(), 0) + " " + words.text("unit.ms");
    }

    @Override
    public javax.accessibility.AccessibleContext getAccessibleContext() {
      if (accessibleContext == null) {
        accessibleContext = new Spoken();
      }
      return accessibleContext;
    }

    private final class Spoken extends AccessibleJComponent {
      @Serial private static final long serialVersionUID = 1;

      @Override
      public javax.accessibility.AccessibleRole getAccessibleRole() {
        return javax.accessibility.AccessibleRole.LABEL;
      }
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(120, Type.px(ROW));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      BeatView now = beat;
      if (now == null) {
        return;
      }
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      if (selected) {
        g.setColor(palette.raised());
        g.fill(Card.plate(this, 10));
      }
      if (selected && focused) {
        g.setColor(palette.teal());
        g.setStroke(new BasicStroke(1.6f));
        g.draw(Card.ring(this, 1, 10));
      }
      g.setFont(font);
      var metrics = g.getFontMetrics();
      double baseline =
          Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent();
      double digits = Type.width("00:00", font);
      double millis = Type.width("0000 " + words.text("unit.ms"), font);
      g.setColor(palette.secondary());
      Type.write(g, time(now), 6 + digits - Type.width(time(now), font), baseline);
      g.setColor(palette.text());
      double right = 6 + digits + 12 + millis;
      Type.write(g, length(now), right - Type.width(length(now), font), baseline);
      g.setColor(now.marks().isEmpty() ? palette.secondary() : palette.amber());
      double left = right + 10;
      Type.write(g, Cut.to(doubt(now), font, Zoom.width(this) - left - 4), left, baseline);
      if (now.gapBefore()) {
        g.setColor(palette.faint());
        g.setStroke(
            new BasicStroke(
                1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {3, 3}, 0));
        double foot = Zoom.height(this) - 1;
        g.draw(new Line2D.Double(4, foot, Zoom.width(this) - 4, foot));
      }
      g.dispose();
    }
  }
}
