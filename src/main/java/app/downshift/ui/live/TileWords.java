package app.downshift.ui.live;

import app.downshift.sensor.SensorTraits.Intervals;
import app.downshift.session.Reading;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.Baseline;
import app.downshift.session.Snapshot.Figures;
import app.downshift.session.Snapshot.Quality;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What one tile says. A figure that is withheld shows a dash and the reason in words; a figure from
 * a fair signal says so.
 *
 * @param detail the line below: what to compare with, or why there is nothing
 */
public record TileWords(
    String title, String value, String unit, String detail, Function<Palette, Color> colour) {

  /** The four tiles: with the pacer, swing and step; at the own pace, RMSSD and its change. */
  public static List<TileWords> of(Snapshot snapshot, Words words) {
    Tiles tiles = new Tiles(snapshot, words);
    return snapshot.paced()
        ? List.of(tiles.heart(), tiles.swing(), tiles.step(), tiles.breathing())
        : List.of(tiles.heart(), tiles.rmssd(), tiles.change(), tiles.breathing());
  }

  private record Tiles(Snapshot snapshot, Words words) {

    TileWords heart() {
      double then = baseline(Baseline::heartRateBpm);
      double now = figures().heartRateBpm().orNaN();
      String detail =
          Double.isNaN(then)
              ? words.text("tile.rateWindow")
              : words.text("tile.sinceBaseline", words.signed(Math.rint(now) - Math.rint(then), 0));
      return tile("tile.heart", figures().heartRateBpm(), 0, "unit.bpm", detail, Palette::coral);
    }

    TileWords swing() {
      double then = baseline(Baseline::swingBpm);
      String detail =
          Double.isNaN(then)
              ? words.text("tile.noBaseline")
              : words.text("tile.atBaseline", words.number(then, 1));
      return tile("tile.swing", figures().swingBpm(), 1, "unit.bpm", detail, Palette::teal);
    }

    TileWords step() {
      double lag = figures().lagSeconds().orNaN();
      double unsure = figures().lagUncertaintySeconds().orNaN();
      String detail =
          Double.isNaN(lag) || Double.isNaN(unsure)
              ? words.text("tile.lagUnknown")
              : words.text("tile.lag", words.number(lag, 1), words.number(unsure, 1));
      return tile("tile.step", figures().inStep(), 2, "", detail, Palette::blue);
    }

    TileWords breathing() {
      String detail =
          snapshot
              .pacer()
              .map(
                  pacer -> {
                    long at =
                        snapshot.frozenAtMicros() >= 0
                            ? snapshot.frozenAtMicros()
                            : snapshot.atMicros();
                    return words.text("tile.pacer", words.number(pacer.perMinuteAt(at), 1));
                  })
              .orElseGet(() -> words.text("tile.about"));
      int decimals = snapshot.paced() ? 1 : 0;
      return tile(
          "tile.breathing",
          figures().breathingPerMinute(),
          decimals,
          "unit.perMinute",
          detail,
          Palette::amber);
    }

    TileWords rmssd() {
      boolean pulse = snapshot.plan().traits().intervals() == Intervals.PULSE;
      String detail = words.text(pulse ? "tile.pulseMinute" : "tile.lastMinute");
      if (!snapshot.plan().traits().suitsHrv()) {
        detail = words.text("tile.coarse");
      }
      return tile("tile.rmssd", figures().rmssdMillis(), 0, "unit.ms", detail, Palette::teal);
    }

    TileWords change() {
      double then = baseline(Baseline::rmssdMillis);
      if (Double.isNaN(then)) {
        String why = words.text(snapshot.phase() == 0 ? "tile.measuring" : "tile.noBaseline");
        return new TileWords(words.text("tile.change"), Words.ABSENT, "", why, Palette::secondary);
      }
      Reading now = figures().rmssdMillis();
      Reading change = now.orNaN() > 0 ? new Reading.Value(100 * (now.orNaN() / then - 1)) : now;
      TileWords plain =
          tile(
              "tile.change",
              change,
              0,
              "unit.percent",
              words.text("tile.rmssdBaseline", words.number(then, 0)),
              Palette::blue);
      boolean shown = change instanceof Reading.Value;
      return shown ? plain.reading(words.signed(change.orNaN(), 0)) : plain;
    }

    private TileWords tile(
        String title,
        Reading reading,
        int decimals,
        String unit,
        String detail,
        Function<Palette, Color> colour) {
      if (reading instanceof Reading.Withheld withheld) {
        String reason = withheld.reason().name().toLowerCase(Locale.ROOT);
        return new TileWords(
            words.text(title),
            Words.ABSENT,
            "",
            words.text("reason." + reason),
            Palette::secondary);
      }
      boolean fair = snapshot.sensor().quality() == Quality.FAIR;
      return new TileWords(
          words.text(title),
          words.number(reading.orNaN(), decimals),
          unit.isEmpty() ? "" : words.text(unit),
          fair ? words.text("tile.fair") : detail,
          colour);
    }

    private Figures figures() {
      return snapshot.figures();
    }

    private double baseline(java.util.function.ToDoubleFunction<Baseline> figure) {
      return snapshot.baseline().map(figure::applyAsDouble).orElse(Double.NaN);
    }
  }

  private TileWords reading(String signedValue) {
    return new TileWords(title, signedValue, unit, detail, colour);
  }
}
