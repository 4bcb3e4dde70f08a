package app.downshift.ui.live;

import app.downshift.breath.PacePlan;
import app.downshift.session.Phase;
import app.downshift.session.Practice.Step;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.SwingBar;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JPanel;

/**
 * The swing at every rate that is compared, fastest first: the median of the breaths that count.
 * Live and rough; the recording is what a pace is judged by.
 */
public final class RateBars extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int TITLE = 20;
  private static final int BELOW = 18;
  private static final int ABOVE = 16;
  private static final double WIDEST = 54;
  private static final double LEAST_TOP_BPM = 5;

  private final transient Words words;
  private final Font title = Type.SEMIBOLD.of(13);
  private final Font label = Type.REGULAR.of(11);
  private transient List<Bar> bars = List.of();
  private String said = "";

  /**
   * One rate.
   *
   * @param bpm median swing of its breaths so far, NaN while there is none
   * @param now whether it is under way
   */
  record Bar(double perMinute, double bpm, boolean now) {}

  public RateBars(Words words) {
    this.words = words;
    setOpaque(false);
  }

  /** Shows how the rates compare; not to be seen in a phase that compares none. */
  public void showIfCompared(Snapshot snapshot) {
    boolean over =
        snapshot.state() instanceof SessionState.Finishing
            || snapshot.state() instanceof SessionState.Ended;
    boolean compares =
        !over
            && snapshot.current().phase().kind() instanceof Phase.Paced paced
            && paced.plan().compares();
    setVisible(compares);
    if (compares) {
      show(snapshot);
    }
  }

  private void show(Snapshot snapshot) {
    Optional<Step> now = snapshot.practice().step();
    List<Bar> next = bars(snapshot);
    String says =
        now.map(
                step ->
                    step.scoredFromMicros() > snapshot.atMicros()
                        ? words.text(
                            "rates.settling",
                            words.clock((step.scoredFromMicros() - snapshot.atMicros()) / 1e6))
                        : words.text("rates.counting"))
            .orElseGet(() -> words.text("rates.none"));
    if (!next.equals(bars) || !says.equals(said)) {
      bars = next;
      said = says;
      getAccessibleContext().setAccessibleName(spoken());
      repaint();
    }
  }

  private String spoken() {
    var all = new StringBuilder(words.text("rates.title")).append(' ').append(said);
    bars.forEach(
        bar ->
            all.append(", ")
                .append(words.number(bar.perMinute(), 1))
                .append(": ")
                .append(words.number(bar.bpm(), 1)));
    return all.toString();
  }

  /** What is run, by falling rate; what is not yet run is empty. */
  static List<Bar> bars(Snapshot snapshot) {
    if (!(snapshot.current().phase().kind() instanceof Phase.Paced paced)) {
      return List.of();
    }
    long since = snapshot.current().startedMicros();
    List<Step> run =
        Stream.concat(snapshot.practice().steps().stream(), snapshot.practice().step().stream())
            .filter(step -> step.fromMicros() >= since)
            .toList();
    List<Bar> bars = new ArrayList<>();
    for (double rate : rates(paced.plan(), run)) {
      double[] swings =
          snapshot.swings().stream()
              .filter(
                  swing ->
                      run.stream()
                          .anyMatch(
                              step ->
                                  same(step.perMinute(), rate)
                                      && swing.atMicros() > step.scoredFromMicros()
                                      && swing.atMicros() <= step.toMicros() + 1000))
              .mapToDouble(SwingBar::bpm)
              .filter(bpm -> !Double.isNaN(bpm))
              .sorted()
              .toArray();
      double median =
          swings.length == 0
              ? Double.NaN
              : (swings[swings.length / 2] + swings[(swings.length - 1) / 2]) / 2;
      boolean now =
          snapshot.practice().step().filter(step -> same(step.perMinute(), rate)).isPresent();
      bars.add(new Bar(rate, median, now));
    }
    return bars;
  }

  private static List<Double> rates(PacePlan plan, List<Step> run) {
    Stream<Double> all =
        plan instanceof PacePlan.Stepped stepped
            ? stepped.ratesPerMinute().stream().distinct()
            : plan instanceof PacePlan.Sliding sliding
                ? Stream.iterate(0, breath -> breath + 1)
                    .limit(sliding.breaths())
                    .map(breath -> 60 / sliding.breathSeconds(breath))
                : run.stream().map(Step::perMinute);
    return all.sorted((one, other) -> Double.compare(other, one)).toList();
  }

  private static boolean same(double one, double other) {
    return Math.abs(one - other) < 1e-6;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Palette palette = Palette.current();
    Graphics2D g = Zoom.graphics(graphics);
    double width = Zoom.width(this);
    double height = Zoom.height(this);
    g.setFont(title);
    g.setColor(palette.text());
    String head = words.text("rates.title");
    Type.write(g, head, 0, Type.px(13));
    g.setFont(label);
    g.setColor(palette.secondary());
    double beside = Type.width(head, title) + 10.0;
    if (beside + Type.width(said, label) <= width) {
      Type.write(g, said, width - Type.width(said, label), Type.px(13));
    }
    if (!bars.isEmpty()) {
      double top = Type.px(TITLE) + Type.px(ABOVE);
      bars(g, palette, width, top, height - Type.px(BELOW) - top);
    }
    g.dispose();
  }

  private void bars(Graphics2D g, Palette palette, double width, double top, double room) {
    double most =
        Math.max(
            LEAST_TOP_BPM,
            bars.stream().mapToDouble(Bar::bpm).filter(bpm -> !Double.isNaN(bpm)).max().orElse(0));
    double step = width / bars.size();
    double wide = Math.min(WIDEST, Math.max(1.5, step * 0.7));
    boolean labelled = Type.width("0.00", label) + 6 <= step;
    g.setColor(palette.line());
    g.fill(new Rectangle2D.Double(0, top + room, width, 1));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = (i + 0.5) * step;
      double high = Double.isNaN(bar.bpm()) ? 0 : Math.max(2, room * bar.bpm() / most);
      g.setColor(bar.now() ? palette.teal() : Palette.mix(palette.teal(), palette.surface(), 0.5));
      g.fill(new RoundRectangle2D.Double(middle - wide / 2, top + room - high, wide, high, 4, 4));
      if (labelled) {
        g.setColor(bar.now() ? palette.text() : palette.secondary());
        centred(g, words.number(bar.bpm(), 1), middle, top + room - high - 4);
        centred(g, words.brief(bar.perMinute(), 2), middle, top + room + Type.px(14));
      }
      if (bar.now()) {
        g.setColor(palette.teal());
        g.fill(new Rectangle2D.Double(middle - wide / 2, top + room, wide, 2));
      }
    }
    if (!labelled) {
      g.setColor(palette.secondary());
      double foot = top + room + Type.px(14);
      Type.write(g, words.brief(bars.get(0).perMinute(), 2), 0, foot);
      String end = words.brief(bars.get(bars.size() - 1).perMinute(), 2);
      Type.write(g, end, width - Type.width(end, label), foot);
    }
  }

  private void centred(Graphics2D g, String words, double x, double y) {
    Type.write(g, words, x - Type.width(words, label) / 2.0, y);
  }
}
