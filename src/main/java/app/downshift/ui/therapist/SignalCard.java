package app.downshift.ui.therapist;

import app.downshift.session.Reading;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.SensorView;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Locale;
import net.miginfocom.swing.MigLayout;

/** What the figures rest on: how clean the signal is, what was doubted or lost, and the lag. */
final class SignalCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Text clean = value();
  private final Text marked = value();
  private final Text gaps = value();
  private final Text rhythm = value();
  private final Text lag = value();

  SignalCard(Words words) {
    super(new MigLayout("insets 10 14 10 14, gap 8 1, fillx, wrap 2", "[][right,grow]"));
    this.words = words;
    row("therapist.clean", clean);
    row("therapist.marked", marked);
    row("therapist.gaps", gaps);
    row("therapist.rhythm", rhythm);
    row("therapist.lag", lag);
    getAccessibleContext().setAccessibleName(words.text("therapist.signal"));
  }

  private static Text value() {
    return new Text(Words.ABSENT, Type.REGULAR.of(12), Palette::text);
  }

  private void row(String key, Text value) {
    add(new Text(words.text(key), Type.REGULAR.of(12), Palette::secondary));
    add(value, "wmin 0");
  }

  void show(Snapshot snapshot) {
    assert Edt.here() : Edt.who();
    SensorView sensor = snapshot.sensor();
    String share =
        Double.isNaN(sensor.cleanShare())
            ? Words.ABSENT
            : words.number(100 * sensor.cleanShare(), 0) + " %";
    clean.setText(
        share + " · " + words.text("quality." + sensor.quality().name().toLowerCase(Locale.ROOT)));
    marked.setText(
        words.text(
            "therapist.marked.of",
            words.count(snapshot.counts().marked()),
            words.count(snapshot.counts().beats())));
    gaps.setText(
        sensor.unscored() == 0
            ? words.count(snapshot.counts().gaps())
            : words.text(
                "therapist.gaps.unusable",
                words.count(snapshot.counts().gaps()),
                words.count(sensor.unscored())));
    rhythm.setText(words.text("rhythm." + sensor.rhythm().name().toLowerCase(Locale.ROOT)));
    lag.setText(lag(snapshot.figures()));
  }

  private String lag(Snapshot.Figures figures) {
    if (figures.lagSeconds() instanceof Reading.Withheld why) {
      return words.text("reason." + why.reason().name().toLowerCase(Locale.ROOT));
    }
    return words.text(
        "therapist.lag.of",
        words.number(figures.lagSeconds().orNaN(), 1),
        words.number(figures.lagUncertaintySeconds().orNaN(), 1));
  }
}
