package app.downshift.ui.rating;

import app.downshift.session.Rating;
import app.downshift.session.Rating.BreathPlace;
import app.downshift.session.Rating.Item;
import app.downshift.session.Rating.Scale;
import app.downshift.session.Rating.When;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before and after a session, on one card: Enter keeps what was said, Escape says
 * nothing, and every question may be left out. EDT only.
 */
public final class RatingPanel extends JPanel {
  private static final List<BreathPlace> PLACES = List.of(BreathPlace.values());

  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<Rating> answer;
  private final transient Map<Scale, ScaleRow> scales = new EnumMap<>(Scale.class);
  private final BodyMap map;
  private final Segments place;
  private final ActionButton done;
  private transient Optional<BreathPlace> felt = Optional.empty();
  private transient Set<Item> items = Set.of();
  private transient @Nullable When when;

  /**
   * @param answer given what was said, once
   */
  public RatingPanel(Words words, Consumer<Rating> answer) {
    super(new MigLayout("insets 0, fill", "[center]", "[center]"));
    this.words = words;
    this.answer = answer;
    setOpaque(false);
    for (Scale scale : Scale.values()) {
      scales.put(scale, new ScaleRow(words, words.text("rating." + scale.word())));
    }
    map = new BodyMap(words);
    place =
        new Segments(
            words.text("rating.breath"),
            PLACES.stream().map(each -> words.text("rating.breath." + each.word())).toList(),
            index -> felt = Optional.of(PLACES.get(index)));
    done =
        new ActionButton(words.text("rating.done"), words.text("home.enter"), this::keep).leading();
    Keys.bindInside(this, KeyStroke.getKeyStroke("ENTER"), this::keep);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::decline);
    setVisible(false);
  }

  /** Whether something is asked now. */
  public boolean asks() {
    return when != null;
  }

  /** Asks; when the same is asked already, nothing changes. */
  public void ask(When next, Set<Item> about) {
    assert Edt.here() : Edt.who();
    if (next == when) {
      return;
    }
    when = next;
    items = about;
    scales.values().forEach(row -> row.choose(ScaleRow.NONE));
    map.tick(Set.of());
    place.select(-1);
    felt = Optional.empty();
    build();
    setVisible(true);
  }

  /** Asks no longer. */
  public void done() {
    assert Edt.here() : Edt.who();
    when = null;
    setVisible(false);
  }

  private ScaleRow row(Scale scale) {
    return Objects.requireNonNull(scales.get(scale));
  }

  /** Puts the keyboard on the first question. */
  public void takeFocus() {
    Stream.of(Scale.values())
        .filter(scale -> items.contains(Item.valueOf(scale.name())))
        .findFirst()
        .ifPresentOrElse(scale -> row(scale).requestFocusInWindow(), done::requestFocusInWindow);
  }

  /** Goes on with what was said on another screen of the same session. */
  public void resume(RatingPanel before) {
    When asked = before.when;
    if (asked != null) {
      ask(asked, before.items);
      before.scales.forEach((scale, row) -> row(scale).choose(row.value().orElse(ScaleRow.NONE)));
      map.tick(before.map.ticked());
      felt = before.felt;
      place.select(felt.map(PLACES::indexOf).orElse(-1));
    }
  }

  /** Shows an answer that is being given, as if somebody had given it so far. */
  public void fill(Rating rating) {
    rating.scales().forEach((scale, value) -> row(scale).choose(value));
    map.tick(rating.regions());
    felt = rating.breath();
    place.select(felt.map(PLACES::indexOf).orElse(-1));
  }

  private void build() {
    removeAll();
    boolean regions = items.contains(Item.REGIONS);
    Card card =
        new Card(
            new MigLayout(
                regions ? "insets 28 36 28 36, gap 0, fill" : "insets 28 36 28 36, gap 0, fillx",
                regions ? "[grow,fill]36[grow,fill]" : "[grow,fill]",
                "[]6[]20[]20[bottom]"));
    String key = "rating." + (when == null ? When.BEFORE : when).word();
    card.add(new Text(words.text(key), Type.SEMIBOLD.of(20), Palette::text), "cell 0 0 2 1");
    card.add(
        new Text(words.text("rating.lead"), Type.REGULAR.of(13), Palette::secondary),
        "cell 0 1 2 1");
    card.add(questions(), "cell 0 2, top, growx");
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 12, fillx", "[][grow,fill]"));
    buttons.setOpaque(false);
    buttons.add(
        new ActionButton(
            words.text("rating.skip"), words.text("action.key.escape"), this::decline));
    buttons.add(done);
    card.add(buttons, "cell 0 3, growx");
    if (regions) {
      JPanel places = new JPanel(new MigLayout("insets 0, gap 0 8, fill, wrap 1", "[grow,fill]"));
      places.setOpaque(false);
      places.add(
          new Text(words.text("rating.regions"), Type.REGULAR.of(14), Palette::text), "growx 0");
      places.add(map, "grow, push, wmin 0");
      card.add(places, "cell 1 2 1 2, grow, wmin 0");
    }
    add(
        card,
        "growx 0, growy 0, width :%d:%s"
            .formatted(Type.px(regions ? 940 : 560), regions ? ", height :560:560" : ""));
    getAccessibleContext().setAccessibleName(words.text(key));
    revalidate();
    repaint();
  }

  private JPanel questions() {
    JPanel questions = new JPanel(new MigLayout("insets 0, gap 14 12, fillx", "[][grow,fill]"));
    questions.setOpaque(false);
    for (Scale scale : Scale.values()) {
      if (items.contains(Item.valueOf(scale.name()))) {
        ScaleRow row = scales.get(scale);
        Text label =
            new Text(words.text("rating." + scale.word()), Type.REGULAR.of(14), Palette::text);
        label.setLabelFor(row);
        questions.add(label);
        questions.add(row, "growx, wrap");
      }
    }
    if (items.stream().anyMatch(item -> item.scale().isPresent())) {
      JPanel ends = new JPanel(new MigLayout("insets 0, gap 0, fillx", "[]push[]"));
      ends.setOpaque(false);
      ends.add(new Text(words.text("rating.least"), Type.REGULAR.of(12), Palette::secondary));
      ends.add(new Text(words.text("rating.most"), Type.REGULAR.of(12), Palette::secondary));
      questions.add(ends, "skip, growx, gaptop -8, wrap");
    }
    if (items.contains(Item.BREATH)) {
      questions.add(
          new Text(words.text("rating.breath"), Type.REGULAR.of(14), Palette::text),
          "span, gaptop 6, wrap");
      questions.add(place, "span, growx");
    }
    return questions;
  }

  private void keep() {
    Map<Scale, Integer> said = new EnumMap<>(Scale.class);
    scales.forEach((scale, row) -> row.value().ifPresent(value -> said.put(scale, value)));
    reply(said, map.ticked(), felt);
  }

  private void decline() {
    reply(Map.of(), EnumSet.noneOf(Rating.Region.class), Optional.empty());
  }

  private void reply(
      Map<Scale, Integer> said, Set<Rating.Region> regions, Optional<BreathPlace> breath) {
    When asked = when;
    if (asked != null) {
      done();
      answer.accept(new Rating(asked, said, regions, breath));
    }
  }
}
