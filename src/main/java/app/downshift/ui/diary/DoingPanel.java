package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Color;
import java.io.Serial;
import java.time.LocalDate;
import java.util.function.Function;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * How a client is doing: pain before and after sessions, RMSSD at rest, load and capacity by week,
 * and what was told of the last days, side by side. What is not known is said. It shows one {@link
 * Doing} and never changes; for another one make another panel. EDT only.
 */
public final class DoingPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  /** At least so much, so that RMSSD of two sessions does not look further apart than it is. */
  private static final double LEAST_MILLIS = 15;

  private final transient Words words;
  private final transient DoingWords says;
  private final transient Doing doing;

  /** Where a person goes from here. */
  public interface Exits {
    /** To a check-in. */
    void checkIn();

    /** To the longer view. */
    void diary();
  }

  public DoingPanel(Words words, Doing doing, Exits exits) {
    super(
        new MigLayout(
            "insets 16 24 14 24, gap 0, fill, wrap 1, hidemode 3",
            "[grow,fill]",
            "[]10[grow 40,fill]10[grow 60,fill]"));
    this.words = words;
    this.doing = doing;
    says = new DoingWords(words);
    add(header(exits), "growx, wmin 0");
    JPanel lines =
        clear(
            "insets 0, gap 40 0, fill",
            "[grow,fill,sg third][grow,fill,sg third][grow,fill,sg third]");
    lines.add(line("doing.painBefore", doing.painBefore(), true, Palette::coral), "grow, wmin 0");
    lines.add(line("doing.painAfter", doing.painAfter(), true, Palette::blue), "grow, wmin 0");
    lines.add(line("doing.resting", doing.resting(), false, Palette::teal), "grow, wmin 0");
    add(lines, "grow, wmin 0");
    JPanel lower =
        clear(
            "insets 0, gap 0, fill",
            "[grow 52,fill,shrinkprio 200]16:48:48[grow 48,fill,shrinkprio 100]");
    lower.add(balance(), "grow, wmin 0");
    lower.add(lastDays(), "grow, wmin 0");
    add(lower, "grow, wmin 0");
    getAccessibleContext().setAccessibleName(words.text("doing.title", doing.code()));
  }

  private JPanel header(Exits exits) {
    JPanel header = clear("insets 0, gap 16 0, fillx", "[]push[][][]");
    header.add(
        new Text(words.text("doing.title", doing.code()), Type.SEMIBOLD.of(14), Palette::text));
    header.add(new QuietButton(words.text("doing.checkIn"), 13, exits::checkIn).plain());
    header.add(new QuietButton(words.text("doing.diary"), 13, exits::diary).plain());
    header.add(new Text(words.text("doing.weeks"), Type.REGULAR.of(12), Palette::secondary));
    return header;
  }

  private JPanel line(
      String key, Doing.Line line, boolean answers, Function<Palette, Color> colour) {
    JPanel panel = clear("insets 0, gap 8 4, fill, wrap 1, hidemode 3", "[grow,fill]");
    JPanel head = clear("insets 0, gap 8 0, fillx", "[]push[][]");
    head.add(new Text(words.text(key), Type.REGULAR.of(12), Palette::secondary));
    String value = line.last().map(last -> value(last, answers)).orElse(Words.ABSENT);
    String interval =
        line.last()
            .filter(Doing.Point::hasInterval)
            .map(
                last ->
                    words.text(
                        "doing.interval", words.number(last.from(), 0), words.number(last.to(), 0)))
            .orElse("");
    head.add(new Text(interval, Type.REGULAR.of(12), Palette::secondary));
    head.add(new Text(value, Type.SEMIBOLD.of(13), Palette::text));
    panel.add(head, "growx, wmin 0");
    String missing = says.missing(line);
    if (!line.points().isEmpty()) {
      LocalDate from = doing.today().minusDays(Doing.DAYS * (long) Doing.WEEKS - 1);
      DotLine dots =
          new DotLine(
              line.points(),
              from,
              doing.today(),
              answers ? 0 : Double.NaN,
              CheckIn.MOST,
              LEAST_MILLIS,
              colour);
      dots.getAccessibleContext()
          .setAccessibleName(
              words.text(
                  "doing.line.told", words.text(key), line.points().size(), value, interval));
      panel.add(dots, "grow, pushy, wmin 0, hmin 24");
    }
    if (!missing.isEmpty()) {
      panel.add(
          new Prose(missing, Type.REGULAR.of(12), Palette::secondary),
          "growx, wmin 0" + (line.points().isEmpty() ? ", pushy, top" : ""));
    }
    return panel;
  }

  private String value(Doing.Point point, boolean answers) {
    String number = words.number(point.value(), 0);
    return answers ? number : words.text("doing.millis", number);
  }

  private JPanel balance() {
    JPanel panel = clear("insets 0, gap 12 6, fill, wrap 1", "[grow,fill]");
    JPanel head = clear("insets 0, gap 16 0, fillx", "[]push[][]");
    head.add(new Text(words.text("doing.balance"), Type.REGULAR.of(12), Palette::secondary));
    head.add(new Swatch(words.text("doing.load"), Palette::amber, true));
    head.add(new Swatch(words.text("doing.capacity"), Palette::teal, false));
    panel.add(head, "growx, wmin 0");
    if (doing.anyWeek()) {
      panel.add(new WeekBars(words, doing.weeks()), "grow, pushy, wmin 0, hmin 0");
    } else {
      panel.add(
          new Prose(words.text("doing.balance.none"), Type.REGULAR.of(13), Palette::secondary),
          "growx, pushy, top, wmin 0");
    }
    return panel;
  }

  private JPanel lastDays() {
    JPanel panel = clear("insets 0, gap 0 12, fillx, wrap 1, aligny top", "[grow,fill]");
    Doing.LastDays days = doing.lastDays();
    panel.add(
        pair(
            new Text(words.text("doing.thisWeek"), Type.REGULAR.of(12), Palette::secondary),
            new Text(words.text("doing.lastDays"), Type.REGULAR.of(12), Palette::secondary)));
    row(panel, "doing.lessStiff", says.lessStiff(days));
    row(panel, "doing.sat", says.sat(days));
    row(panel, "doing.flareUps", says.flareUps(days));
    row(panel, "doing.slept", says.sleep(days));
    return panel;
  }

  private void row(JPanel panel, String key, String value) {
    Text name = new Text(words.text(key), Type.REGULAR.of(14), Palette::text);
    name.getAccessibleContext().setAccessibleName(words.text(key) + ": " + value);
    panel.add(pair(name, new Text(value, Type.REGULAR.of(14), Palette::secondary)));
  }

  /** One at the left edge, one at the right. */
  private static JPanel pair(Text left, Text right) {
    JPanel pair = clear("insets 0, gap 0, fillx", "[]12:push[]");
    pair.add(left);
    pair.add(right);
    return pair;
  }

  private static JPanel clear(String layout, String columns) {
    JPanel panel = new JPanel(new MigLayout(layout, columns));
    panel.setOpaque(false);
    return panel;
  }
}
