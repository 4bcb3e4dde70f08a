package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.evidence.SessionReview;
import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.ui.chart.HeartTrack;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** Every doubtful beat in a list, and what was noted during the session. */
final class MarksPage extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient MarkWords marks;
  private final transient IntConsumer chosen;
  private final JList<Row> list = new JList<>();
  private final Text none;
  private final JPanel notes =
      new JPanel(new MigLayout("insets 0, gap 12 6, fillx, wrap 2", "[][grow]"));
  private boolean showing;

  /** A doubtful beat and what is said of it. */
  private record Row(int interval, String when, String what, String standing, boolean holds) {}

  /**
   * @param chosen called with the interval a person looks at
   */
  MarksPage(Words words, IntConsumer chosen) {
    super(new MigLayout("insets 0, gap 16 0, fill", "[grow 58,fill][grow 42,fill]", "[grow,fill]"));
    this.words = words;
    this.marks = new MarkWords(words);
    this.chosen = chosen;
    none = new Text(words.text("review.marks.none"), Type.REGULAR.of(13), Palette::secondary);
    setOpaque(false);
    list.setOpaque(false);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer((of, row, index, selected, focused) -> new RowView(row, selected, of));
    list.addListSelectionListener(
        event -> {
          Row row = list.getSelectedValue();
          if (row != null && !showing) {
            this.chosen.accept(row.interval());
          }
        });
    list.getAccessibleContext().setAccessibleName(words.text("review.marks"));
    Card doubts = card("review.marks", "review.marks.note");
    doubts.add(none, "hidemode 3");
    doubts.add(scrolled(list), "grow, push, height 40:140:");
    notes.setOpaque(false);
    Card noted = card("review.notes", "");
    noted.add(scrolled(notes), "grow, push, height 40:140:");
    add(doubts, "grow, wmin 0");
    add(noted, "grow, wmin 0");
  }

  private Card card(String title, String note) {
    Card card = new Card(new MigLayout("insets 14 22 12 14, gap 0 8, fill, wrap 1", "[grow,fill]"));
    card.add(new Text(words.text(title), Type.SEMIBOLD.of(14), Palette::text), "split 2, growx 0");
    card.add(
        new Text(note.isEmpty() ? "" : words.text(note), Type.REGULAR.of(11), Palette::faint),
        "gapleft push, gapright 8, growx 0");
    return card;
  }

  private static JScrollPane scrolled(JComponent inside) {
    var pane = new JScrollPane(inside);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    pane.getViewport().setOpaque(false);
    pane.getVerticalScrollBar().setUnitIncrement(Zoom.px(24));
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    return pane;
  }

  void show(SessionReview review, HeartTrack track) {
    assert Edt.here() : Edt.who();
    showing = true;
    Row before = list.getSelectedValue();
    Row[] rows = Arrays.stream(track.doubtful()).mapToObj(i -> row(track, i)).toArray(Row[]::new);
    list.setListData(rows);
    if (before != null) {
      choose(before.interval());
    }
    showing = false;
    none.setVisible(rows.length == 0);
    notes.removeAll();
    for (HeartTrack.Note note : track.notes()) {
      notes.add(
          new Text(words.clock(Math.floor(note.atSeconds())), Type.REGULAR.of(13), Palette::amber),
          "top");
      notes.add(new Prose(note.text(), Type.REGULAR.of(13), Palette::text), "growx, wmin 0");
    }
    for (String line : about(review, track)) {
      notes.add(new Prose(line, Type.REGULAR.of(12), Palette::secondary), "span, growx, wmin 0");
    }
    revalidate();
    repaint();
  }

  private List<String> about(SessionReview review, HeartTrack track) {
    List<String> lines = new ArrayList<>();
    if (track.notes().isEmpty()) {
      lines.add(words.text("review.notes.none"));
    }
    if (review.file().plan().traits().intervals() == Intervals.PULSE) {
      lines.add(words.text("review.pulse"));
    }
    if (review.file().plan().simulated()) {
      lines.add(words.text("review.simulated"));
    }
    if (!review.file().complete()) {
      lines.add(words.text("review.damage.end"));
    }
    if (review.file().unreadLines() > 0) {
      lines.add(words.text("review.damage.lines", review.file().unreadLines()));
    }
    return lines;
  }

  private Row row(HeartTrack track, int interval) {
    Marks said = track.marks(interval);
    return new Row(
        interval,
        words.clock(Math.floor(track.seconds(interval))),
        words.text("review.interval", words.number(track.rrMillis(interval), 0))
            + " · "
            + marks.reasons(said),
        marks.standing(said),
        !said.isEmpty());
  }

  /** Shows which beat is looked at, without telling anybody. */
  void choose(int interval) {
    assert Edt.here() : Edt.who();
    boolean outer = showing;
    showing = true;
    list.clearSelection();
    for (int i = 0; i < list.getModel().getSize(); i++) {
      if (list.getModel().getElementAt(i).interval() == interval) {
        list.setSelectedIndex(i);
        list.ensureIndexIsVisible(i);
      }
    }
    showing = outer;
  }

  /** One row, painted in the letters of the rest. */
  private static final class RowView extends JPanel {
    @Serial private static final long serialVersionUID = 1;

    private final transient Row row;
    private final boolean selected;
    private final transient Component list;

    RowView(Row row, boolean selected, Component list) {
      this.row = row;
      this.selected = selected;
      this.list = list;
      setOpaque(false);
      getAccessibleContext()
          .setAccessibleName(row.when() + " " + row.what() + " " + row.standing());
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(120, Type.px(26));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Palette palette = Palette.current();
      Graphics2D g = Zoom.graphics(graphics);
      if (selected) {
        g.setColor(palette.raised());
        g.fill(Card.plate(this, 10));
        if (list.isFocusOwner()) {
          g.setColor(palette.teal());
          g.draw(Card.ring(this, 1, 10));
        }
      }
      g.setFont(Type.REGULAR.of(13));
      double standing = Type.width(row.standing(), g.getFont());
      double y = Zoom.height(this) / 2 + g.getFontMetrics().getAscent() * 0.36;
      g.setColor(palette.secondary());
      Type.write(g, row.when(), 8, y);
      g.setColor(palette.text());
      double room = Zoom.width(this) - Type.px(70) - standing - 24;
      Type.write(g, fitting(row.what(), room, g.getFont()), Type.px(70), y);
      g.setColor(row.holds() ? palette.amber() : palette.secondary());
      Type.write(
          g, row.standing(), Zoom.width(this) - 12 - Type.width(row.standing(), g.getFont()), y);
      g.dispose();
    }

    private static String fitting(String says, double room, Font font) {
      String fits = says;
      while (fits.length() > 1 && Type.width(fits, font) > room) {
        fits = fits.substring(0, fits.length() - 2).stripTrailing() + "…";
      }
      return fits;
    }
  }
}
