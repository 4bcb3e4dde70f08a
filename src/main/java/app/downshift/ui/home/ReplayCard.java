package app.downshift.ui.home;

import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The recordings of late, to be replayed with one press, and a way to all others. */
final class ReplayCard extends Card {
  /** As many recordings as there is ever room for. */
  static final int MOST = 4;

  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Path> open;
  private final transient Consumer<Path> review;
  private final ActionButton other;
  private final Prose what = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final JPanel recent = new JPanel(new Rows());

  ReplayCard(Words words, Runnable ask, Consumer<Path> open, Consumer<Path> review) {
    super(new MigLayout("insets 32 96 12 24, gap 0, fill", "[grow][]", "[]8[]8[grow,fill]"));
    this.words = words;
    this.open = open;
    this.review = review;
    other = new ActionButton(words.text("home.open"), "", ask).low();
    recent.setOpaque(false);
    add(new Text(words.text("home.replay"), Type.SEMIBOLD.of(19), Palette::text), "cell 0 0");
    add(other, "cell 1 0, spany 2, top, pad -4 0 -4 0");
    add(what, "cell 0 1, growx, wmin 0");
    add(recent, "cell 0 2, span, grow, wmin 0, hmin 0, pad 0 -4 0 0");
    getAccessibleContext().setAccessibleName(words.text("home.replay"));
  }

  /** Offers these, the first ones first. */
  void show(List<Path> files) {
    assert Edt.here() : Edt.who();
    recent.removeAll();
    for (Path file : files) {
      RecordingName name = RecordingName.of(file);
      QuietButton row = new QuietButton(name.words(words), 13, () -> open.accept(file)).plain();
      row.setToolTipText(file.toString());
      row.getAccessibleContext().setAccessibleDescription(words.text("home.replay"));
      recent.add(row);
      QuietButton look = new QuietButton(words.text("end.review"), 13, () -> review.accept(file));
      look.setToolTipText(file.toString());
      look.getAccessibleContext()
          .setAccessibleName(words.text("end.review") + " " + name.words(words));
      recent.add(look);
    }
    what.say(words.text(files.isEmpty() ? "home.replay.none" : "home.replay.what"));
    recent.revalidate();
    recent.repaint();
  }

  /** Lets nobody choose while a choice is on its way. */
  void busy(boolean busy) {
    other.setEnabled(!busy);
    repaint();
    for (Component row : recent.getComponents()) {
      row.setEnabled(!busy);
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = Zoom.graphics(graphics);
    Palette palette = Palette.current();
    ChoiceCard.lamps(g, other.isEnabled() ? palette.coral() : palette.faint(), 0.24);
    g.dispose();
  }

  /**
   * As many rows as fit whole; the others are away. A row is a recording to play, and behind it to
   * look at.
   */
  private static final class Rows implements LayoutManager {
    @Override
    public void layoutContainer(Container parent) {
      int y = 0;
      for (int i = 0; i + 1 < parent.getComponentCount(); i += 2) {
        Component row = parent.getComponent(i);
        Component beside = parent.getComponent(i + 1);
        Dimension wanted = row.getPreferredSize();
        Dimension also = beside.getPreferredSize();
        boolean fits = y + wanted.height <= parent.getHeight();
        row.setVisible(fits);
        beside.setVisible(fits);
        int wide = Math.min(wanted.width, parent.getWidth() - also.width);
        row.setBounds(0, y, wide, wanted.height);
        beside.setBounds(parent.getWidth() - also.width, y, also.width, also.height);
        y += wanted.height;
      }
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
      int high = 0;
      for (int i = 0; i < parent.getComponentCount(); i += 2) {
        high += parent.getComponent(i).getPreferredSize().height;
      }
      return new Dimension(100, high);
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
      return new Dimension(0, 0);
    }

    @Override
    public void addLayoutComponent(String name, Component row) {
      // Rows stand in the order in which they were added.
    }

    @Override
    public void removeLayoutComponent(Component row) {
      // The same.
    }
  }
}
