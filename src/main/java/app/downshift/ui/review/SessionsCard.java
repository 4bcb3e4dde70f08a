package app.downshift.ui.review;

import app.downshift.evidence.Segment;
import app.downshift.evidence.SessionEvidence;
import app.downshift.session.Rating;
import app.downshift.ui.chart.TrendLine;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Color;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import net.miginfocom.swing.MigLayout;

/** The last sessions of the same client up to this one: figures at rest, and what was said. */
final class SessionsCard extends Card {
  /** As many stand on the card. */
  static final int MOST = 6;

  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;

  SessionsCard(Words words) {
    super(new MigLayout("insets 12 22 8 22, gap 0, fill, wrap 2", "[grow][]"));
    this.words = words;
    getAccessibleContext().setAccessibleName(words.text("review.sessions.one"));
  }

  /** Shows them, oldest first; the last one is the one that is looked at. */
  void show(List<SessionEvidence> all) {
    assert Edt.here() : Edt.who();
    removeAll();
    List<SessionEvidence> last = all.subList(Math.max(0, all.size() - MOST), all.size());
    String title =
        last.size() < 2
            ? words.text("review.sessions.one")
            : words.text("review.sessions", last.size());
    add(new Text(title, Type.SEMIBOLD.of(14), Palette::text), "span, growx 0, top");
    if (last.size() < 2) {
      add(
          new Prose(words.text("review.sessions.none"), Type.REGULAR.of(13), Palette::secondary),
          "span, growx, wmin 0, gaptop 10, pushy, top");
    } else {
      line("review.sessions.rmssd", last, SessionsCard::restingRmssd, 15, Palette::teal);
      line("review.sessions.before", last, session -> pain(session, true), 4, Palette::coral);
      line("review.sessions.after", last, session -> pain(session, false), 4, Palette::blue);
    }
    revalidate();
    repaint();
  }

  private void line(
      String key,
      List<SessionEvidence> sessions,
      ToDoubleFunction<SessionEvidence> figure,
      double least,
      Function<Palette, Color> colour) {
    double[] values = sessions.stream().mapToDouble(figure).toArray();
    if (Arrays.stream(values).allMatch(Double::isNaN)) {
      return;
    }
    Text name = new Text(words.text(key), Type.REGULAR.of(12), Palette::secondary);
    add(name, "gaptop 6, growx 0");
    add(
        new Text(words.number(values[values.length - 1], 0), Type.SEMIBOLD.of(12), Palette::text),
        "gaptop 6");
    TrendLine trend = new TrendLine(values, least, colour);
    trend.getAccessibleContext().setAccessibleName(words.text(key));
    add(trend, "span, grow, pushy, wmin 0, hmin 12");
  }

  private static double restingRmssd(SessionEvidence session) {
    return session.pre().map(Segment::lnRmssd).map(Math::exp).orElse(Double.NaN);
  }

  private static double pain(SessionEvidence session, boolean before) {
    SessionEvidence.RatedChange change = session.ratings().get(Rating.Scale.PAIN);
    return change == null ? Double.NaN : before ? change.before() : change.after();
  }
}
