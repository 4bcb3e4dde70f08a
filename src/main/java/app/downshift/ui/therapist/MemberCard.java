package app.downshift.ui.therapist;

import app.downshift.session.Command;
import app.downshift.session.Reading;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.ChartCanvas;
import app.downshift.ui.chart.CommonRange;
import app.downshift.ui.chart.Tachogram;
import app.downshift.ui.live.Frames;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.geom.Ellipse2D;
import java.io.Serial;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One person of a group: name, signal, heart rate beat by beat, and how far in step. */
final class MemberCard extends Card {
  private static final long QUARTER_SECOND = 250_000_000;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Member member;
  private final transient Words words;
  private final String name;
  private final Dot dot = new Dot();
  private final Text signal = new Text(" ", Type.REGULAR.of(12), Palette::secondary);
  private final ChartCanvas canvas;
  private final JPanel figures =
      new JPanel(new MigLayout("insets 0, gap 0, fillx", "[]push[]", "[" + Type.px(34) + "!]"));
  private final Text heart = new Text(" ", Type.REGULAR.of(14), Palette::text);
  private final Text step = new Text(" ", Type.REGULAR.of(14), Palette::text);
  private final JPanel question =
      new JPanel(new MigLayout("insets 0, gap 6 0, fillx", "[]push[][]"));
  private final transient Frames frames;

  /**
   * @param number counts from 1; it is the name of whoever gave none
   * @param range the same for all
   */
  MemberCard(Desk.Member member, int number, Words words, CommonRange range, Executor charts) {
    super(
        new MigLayout(
            "insets 10 14 8 14, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[%d!]2[grow,fill]2[%d!]".formatted(Type.px(22), Type.px(36))));
    this.member = member;
    frames = new Frames(member.running(), this::look);
    this.words = words;
    name = member.name().isEmpty() ? words.text("group.number", number) : member.name();
    canvas =
        new ChartCanvas(
            new Tachogram(words, range),
            new Insets(6, Type.px(34), Type.px(24), Type.px(12)),
            QUARTER_SECOND,
            charts);
    canvas.getAccessibleContext().setAccessibleName(words.text("group.heart", name));
    JPanel head = new JPanel(new MigLayout("insets 0, gap 6 0, fillx", "[grow,0::][][]"));
    head.setOpaque(false);
    head.add(new Named(name), "growx, wmin 0");
    head.add(dot);
    head.add(signal);
    add(head, "growx, wmin 0, wrap");
    add(canvas, "grow, wmin 0, height 20:160:, wrap");
    figures.setOpaque(false);
    figures.add(heart);
    figures.add(step);
    question.setOpaque(false);
    question.add(new Text(words.text("group.feel"), Type.REGULAR.of(13), Palette::text), "wmin 0");
    question.add(answer("group.fine", Command.Wish.GO_ON));
    question.add(answer("group.stop", Command.Wish.STOP));
    question.setVisible(false);
    add(figures, "cell 0 2, growx, wmin 0");
    add(question, "cell 0 2, growx, wmin 0");
    getAccessibleContext().setAccessibleName(name);
  }

  private ActionButton answer(String key, Command.Wish wish) {
    var button =
        new ActionButton(
                words.text(key),
                "",
                () -> member.running().send(new Command.AnswerSymptoms(Set.of(), wish)))
            .low();
    button
        .getAccessibleContext()
        .setAccessibleName(words.text("group.answer", name, words.text(key)));
    return button;
  }

  void tick(long nanos) {
    frames.tick(nanos);
  }

  private void look(Frames.Frame frame) {
    if (frame.fresh()) {
      show(frame.snapshot(), frame.ended());
    }
    frame.beats(canvas);
  }

  private void show(Snapshot snapshot, boolean ended) {
    SignalWord now = SignalWord.of(snapshot.sensor(), words);
    signal.setText(ended ? words.text("header.ended") : now.words());
    dot.show(ended ? Chip.Tone.QUIET : now.tone());
    boolean asking = snapshot.prompt().isPresent() && !ended;
    question.setVisible(asking);
    figures.setVisible(!asking);
    Snapshot.Figures figures = snapshot.figures();
    if (figures.heartRateBpm() instanceof Reading.Withheld why) {
      heart.setText(reason(why)); // which holds for all that follows from it
      step.setText(" ");
    } else {
      heart.setText(words.text("group.bpm", words.number(figures.heartRateBpm().orNaN(), 0)));
      step.setText(snapshot.paced() ? step(figures.inStep()) : " ");
    }
  }

  private String step(Reading inStep) {
    return words.text(
        "group.inStep",
        inStep instanceof Reading.Withheld why ? reason(why) : words.number(inStep.orNaN(), 2));
  }

  private String reason(Reading.Withheld why) {
    return words.text("reason." + why.reason().name().toLowerCase(Locale.ROOT));
  }

  /** A name, as long as there is room. */
  private static final class Named extends JLabel {
    @Serial private static final long serialVersionUID = 1;

    Named(String name) {
      super(name);
      setFont(Type.SEMIBOLD.of(15));
      setToolTipText(name);
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(Type.width(getText(), getFont()), Type.px(20));
    }

    @Override
    public Dimension getMinimumSize() {
      return Zoom.size(20, Type.px(20));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Zoom.graphics(graphics);
      g.setFont(getFont());
      g.setColor(Palette.current().text());
      var metrics = g.getFontMetrics();
      Type.write(
          g,
          Cut.to(getText(), getFont(), Zoom.width(this)),
          0,
          Math.floor((Zoom.height(this) - metrics.getHeight()) / 2) + metrics.getAscent());
      g.dispose();
    }
  }

  /** Full where all is well, a ring where somebody should look. */
  private static final class Dot extends JComponent {
    @Serial private static final long serialVersionUID = 1;
    private Chip.Tone tone = Chip.Tone.QUIET;

    void show(Chip.Tone next) {
      if (next != tone) {
        tone = next;
        repaint();
      }
    }

    @Override
    public Dimension getPreferredSize() {
      return Zoom.size(12, 12);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = Zoom.graphics(graphics);
      g.setColor(tone.colour(Palette.current()));
      var round = new Ellipse2D.Double(1.5, (Zoom.height(this) - 9) / 2, 9, 9);
      if (tone == Chip.Tone.GOOD) {
        g.fill(round);
      } else {
        g.setStroke(new BasicStroke(2));
        g.draw(round);
      }
      g.dispose();
    }
  }
}
