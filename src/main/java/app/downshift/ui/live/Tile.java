package app.downshift.ui.live;

import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import net.miginfocom.swing.MigLayout;

/** One figure: what it is, how much, and what to compare it with. */
public final class Tile extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Text title = new Text("", Type.REGULAR.of(13), Palette::secondary);
  private final Text value = new Text("", Type.SEMIBOLD.of(35), Palette::text);
  private final Text unit = new Text("", Type.REGULAR.of(14), Palette::secondary);
  private final Text detail = new Text("", Type.REGULAR.of(12), Palette::secondary);

  public Tile(Words words) {
    super(
        new MigLayout(
            "insets 0, gap 0",
            "6:18:18[]8[]0:push",
            "13[%d!]2[%d!]1[%d!]push".formatted(Type.px(17), Type.px(43), Type.px(16))));
    this.words = words;
    add(title, "span, wrap");
    add(value, "aligny baseline");
    add(unit, "aligny baseline, wrap");
    add(detail, "span");
  }

  /** The least height that holds all three lines. */
  public static int lowest() {
    return 13 + Type.px(17) + 2 + Type.px(43) + 1 + Type.px(16) + 8;
  }

  /** Says other words. */
  public void show(TileWords now) {
    assert Edt.here() : Edt.who();
    title.setText(now.title());
    value.setText(now.value());
    value.colour(now.colour());
    unit.setText(now.unit());
    detail.setText(now.detail());
    getAccessibleContext()
        .setAccessibleName(
            words.text("tile.spoken", now.title(), now.value(), now.unit(), now.detail()));
  }
}
