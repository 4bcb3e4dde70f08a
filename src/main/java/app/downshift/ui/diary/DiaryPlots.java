package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Plots of one person below each other on one axis of time, each on an axis of its own: single
 * answers as small dots, means of weeks as larger ones with their interval. Flare-ups are bands and
 * what was taken or done are marks, in lanes above and through all plots.
 */
final class DiaryPlots extends JPanel implements Scrollable {
  @Serial private static final long serialVersionUID = 1;
  private static final int LANE = 22;
  private static final int LEAST_PLOT = 74;
  private static final double DOT = 2;
  private static final double MEAN = 4;
  private static final double LEAST_MINUTES = 30;
  private static final double LEAST_MILLIS = 20;
  private static final int DAY_LABELS = 45;

  private final transient Words words;
  private final transient Diary diary;
  private final transient List<Diary.Series> series = new ArrayList<>();
  private final transient DoingWords days;
  private final Font name = Type.SEMIBOLD.of(12);
  private final Font small = Type.REGULAR.of(11);
  private transient LocalDate from;
  private transient @Nullable LocalDate looked;

  DiaryPlots(Words words, Diary diary, LocalDate from) {
    super(new MigLayout());
    this.words = words;
    this.diary = diary;
    this.from = from;
    days = new DoingWords(words);
    setOpaque(false);
    show(from);
  }

  /** Shows what was told from a day on. */
  void show(LocalDate first) {
    from = WeekMean.monday(first);
    series.clear();
    diary.series().stream()
        .map(each -> each.from(from))
        .filter(each -> !each.isEmpty())
        .forEach(series::add);
    List<String> told = new ArrayList<>();
    for (Diary.Series each : series) {
      told.add(title(each) + ", " + caption(each));
    }
    for (Diary.Mark mark : marks()) {
      told.add(
          days.day(mark.day())
              + " "
              + (mark.flareUp() ? words.text("checkin.flare.heading") : mark.label()));
    }
    getAccessibleContext().setAccessibleName(words.text("diary.plots"));
    getAccessibleContext().setAccessibleDescription(String.join("; ", told));
    revalidate();
    repaint();
  }

  /** Draws a line through a day. */
  void look(LocalDate day) {
    assert Edt.here() : Edt.who();
    looked = day.equals(looked) ? null : day;
    repaint();
  }

  private List<Diary.Mark> marks() {
    return diary.marks().stream().filter(each -> !each.until().isBefore(from)).toList();
  }

  /** How a plot is called. */
  String title(Diary.Series of) {
    String key = "diary.plot." + of.kind().name().toLowerCase(Locale.ROOT);
    return words.text(key, of.activity());
  }

  /** The last week shown against the first, where the intervals let one say it. */
  String caption(Diary.Series of) {
    Optional<WeekMean.Against> against = of.lastAgainstFirst();
    if (of.kind() == Diary.Kind.PRACTICE) {
      return words.text("diary.practice");
    }
    return against
        .map(each -> words.text("diary.against." + each.name().toLowerCase(Locale.ROOT)))
        .orElse(words.text("diary.against.one"));
  }

  @Override
  public Dimension getPreferredSize() {
    int lanes = 2 * Type.px(LANE);
    return Zoom.size(480, lanes + series.size() * Type.px(LEAST_PLOT) + Type.px(24));
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(320, 2 * Type.px(LANE));
  }

  private double left() {
    double widest = Type.width("100", small);
    return widest + 10;
  }

  private double x(LocalDate day) {
    double wide = Zoom.width(this) - left() - 10;
    long all = Math.max(1, ChronoUnit.DAYS.between(from, diary.today().plusDays(1)));
    return left() + wide * (ChronoUnit.DAYS.between(from, day) + 0.5) / all;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double lane = Type.px(LANE);
    double foot = Zoom.height(this) - Type.px(24);
    lanes(g, palette, lane, foot);
    double top = 2 * lane;
    double each = series.isEmpty() ? 0 : Math.min(130, (foot - top) / series.size());
    for (Diary.Series one : series) {
      plot(g, palette, one, top, each);
      top += each;
    }
    axis(g, palette, foot);
    LocalDate day = looked;
    if (day != null && !day.isBefore(from)) {
      g.setColor(palette.text());
      g.setStroke(new BasicStroke(1.2f));
      g.draw(new Line2D.Double(x(day), 0, x(day), foot));
    }
    g.dispose();
  }

  private void lanes(Graphics2D g, Palette palette, double lane, double foot) {
    g.setFont(small);
    double half = Math.max(3, (x(diary.today()) - x(diary.today().minusDays(1))) / 2);
    g.setColor(Palette.mix(palette.coral(), palette.surface(), 0.14));
    for (Diary.Mark mark : marks()) {
      if (mark.flareUp()) {
        double x = markAt(mark);
        g.fill(new Rectangle2D.Double(x - half, 0, x(mark.until()) - x + 2 * half, foot));
      }
    }
    List<Diary.Mark> flareUps = marks().stream().filter(Diary.Mark::flareUp).toList();
    List<Diary.Mark> taken = marks().stream().filter(each -> !each.flareUp()).toList();
    String says = words.text("diary.lane.flare");
    boolean said = false;
    for (int i = 0; i < flareUps.size(); i++) {
      double x = markAt(flareUps.get(i));
      g.setColor(palette.coral());
      triangle(g, x, lane / 2);
      if (!said && room(flareUps, i, says, 10)) {
        g.setColor(palette.secondary());
        Type.write(g, says, x + 10, lane - 8);
        said = true;
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      double x = markAt(taken.get(i));
      g.setColor(palette.blue());
      g.setStroke(new BasicStroke(1.4f));
      g.draw(new Line2D.Double(x, lane + 4, x, 2 * lane - 5));
      if (room(taken, i, taken.get(i).label(), 4)) {
        g.setColor(palette.secondary());
        Type.write(g, taken.get(i).label(), x + 4, 2 * lane - 8);
      }
    }
  }

  /** Whether a label fits behind a mark, before the next one or the edge. */
  private boolean room(List<Diary.Mark> marks, int index, String label, double gap) {
    double end = markAt(marks.get(index)) + gap + Type.width(label, small) + 8;
    return end < (index + 1 < marks.size() ? markAt(marks.get(index + 1)) : Zoom.width(this));
  }

  private double markAt(Diary.Mark mark) {
    return x(mark.day().isBefore(from) ? from : mark.day());
  }

  private static void triangle(Graphics2D g, double x, double y) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(x - 5, y - 4);
    shape.lineTo(x + 5, y - 4);
    shape.lineTo(x, y + 4);
    shape.closePath();
    g.fill(shape);
  }

  private void plot(Graphics2D g, Palette palette, Diary.Series of, double top, double tall) {
    double head = Type.px(18);
    double upper = top + head + 4;
    double lower = top + tall - 8;
    double low = of.kind() == Diary.Kind.RESTING ? lowest(of) : 0;
    double high = highest(of, low);
    g.setFont(name);
    g.setColor(palette.text());
    Type.write(g, title(of), left(), top + head - 4);
    String caption = caption(of);
    g.setFont(small);
    double from = left() + Type.width(title(of), name) + 10;
    double wide = Type.width(caption, small);
    if (from + wide < Zoom.width(this)) {
      g.setColor(palette.secondary());
      Type.write(g, caption, Zoom.width(this) - wide - 10, top + head - 4);
    }
    g.setColor(palette.line());
    g.setStroke(new BasicStroke(1));
    for (double level : new double[] {low, high}) {
      double y = level(level, low, high, upper, lower);
      g.setColor(palette.line());
      g.draw(new Line2D.Double(left(), y, Zoom.width(this) - 10, y));
      g.setColor(palette.secondary());
      String label = words.number(level, 0);
      Type.write(g, label, left() - 6 - Type.width(label, small), y + 4);
    }
    Color ink = colour(of.kind(), palette);
    if (of.kind() == Diary.Kind.PRACTICE) {
      bars(g, of, ink, palette, high, upper, lower);
      return;
    }
    g.setColor(Palette.mix(ink, palette.surface(), 0.55));
    for (Doing.Point point : of.points()) {
      double x = x(point.day());
      double y = level(point.value(), low, high, upper, lower);
      var dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
      if (point.pulse()) {
        g.draw(dot);
      } else {
        g.fill(dot);
      }
    }
    means(g, of, ink, low, high, upper, lower);
  }

  private void means(
      Graphics2D g,
      Diary.Series of,
      Color ink,
      double low,
      double high,
      double upper,
      double lower) {
    g.setColor(ink);
    Path2D line = new Path2D.Double();
    LocalDate before = null;
    for (WeekMean week : of.weeks()) {
      double x = middle(week);
      double y = level(week.mean(), low, high, upper, lower);
      if (before != null && before.plusWeeks(1).equals(week.monday())) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
      }
      before = week.monday();
      g.setStroke(new BasicStroke(1.4f));
      double a = level(Math.min(high, week.to()), low, high, upper, lower);
      double b = level(Math.max(low, week.from()), low, high, upper, lower);
      g.draw(new Line2D.Double(x, a, x, b));
      g.draw(new Line2D.Double(x - 3, a, x + 3, a));
      g.draw(new Line2D.Double(x - 3, b, x + 3, b));
      g.fill(new Ellipse2D.Double(x - MEAN, y - MEAN, 2 * MEAN, 2 * MEAN));
    }
    g.setStroke(new BasicStroke(1.2f));
    g.draw(line);
  }

  private void bars(
      Graphics2D g,
      Diary.Series of,
      Color ink,
      Palette palette,
      double high,
      double upper,
      double lower) {
    g.setColor(Palette.mix(ink, palette.surface(), 0.6));
    for (WeekMean week : of.weeks()) {
      double a = x(week.monday());
      LocalDate sunday = week.monday().plusDays(6);
      double b = x(sunday.isAfter(diary.today()) ? diary.today() : sunday);
      double y = level(week.mean(), 0, high, upper, lower);
      g.fill(new Rectangle2D.Double(a, y, Math.max(2, b - a), lower - y));
    }
  }

  private double middle(WeekMean week) {
    LocalDate thursday = week.monday().plusDays(3);
    return x(thursday.isAfter(diary.today()) ? diary.today() : thursday);
  }

  private static double level(double value, double low, double high, double upper, double lower) {
    return lower - (lower - upper) * (value - low) / (high - low);
  }

  private static double lowest(Diary.Series of) {
    double low =
        Math.min(
            of.points().stream().mapToDouble(Doing.Point::value).min().orElse(0),
            of.weeks().stream().mapToDouble(WeekMean::from).min().orElse(0));
    return Math.max(0, Math.floor(low / 10) * 10);
  }

  private static double highest(Diary.Series of, double low) {
    double high =
        Math.max(
            of.points().stream().mapToDouble(Doing.Point::value).max().orElse(0),
            of.weeks().stream().mapToDouble(WeekMean::to).max().orElse(0));
    return switch (of.kind()) {
      case PRACTICE -> Math.ceil(Math.max(LEAST_MINUTES, high) / 10) * 10;
      case RESTING -> low + Math.ceil(Math.max(LEAST_MILLIS, high - low) / 10) * 10;
      default -> CheckIn.MOST;
    };
  }

  private static Color colour(Diary.Kind kind, Palette palette) {
    return switch (kind) {
      case PAIN_BEFORE -> palette.coral();
      case PAIN_AFTER -> palette.blue();
      case LOAD -> palette.amber();
      case CAPACITY, RESTING -> palette.teal();
      case FEAR, PRACTICE -> palette.secondary();
    };
  }

  private void axis(Graphics2D g, Palette palette, double foot) {
    long span = ChronoUnit.DAYS.between(from, diary.today());
    boolean ofDays = span <= DAY_LABELS;
    DateTimeFormatter month =
        DateTimeFormatter.ofPattern(words.text("diary.month"), words.locale());
    g.setFont(small);
    double taken = Double.NEGATIVE_INFINITY;
    LocalDate tick = ofDays ? from : from.withDayOfMonth(1).plusMonths(1);
    while (!tick.isAfter(diary.today())) {
      String label = ofDays ? days.day(tick) : month.format(tick);
      double x = x(tick);
      double wide = Type.width(label, small);
      g.setColor(palette.line());
      g.draw(new Line2D.Double(x, foot, x, foot + 4));
      if (x - wide / 2 > taken && x + wide / 2 < Zoom.width(this)) {
        g.setColor(palette.secondary());
        Type.write(g, label, x - wide / 2, foot + Type.px(17));
        taken = x + wide / 2 + 12;
      }
      tick = ofDays ? tick.plusWeeks(1) : tick.plusMonths(1);
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Zoom.px(24);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  /** Taller plots where there is room, scrolling where there is not. */
  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent().getHeight() > getPreferredSize().height;
  }
}
