package app.downshift.ui.batch;

import app.downshift.ui.Desk;
import app.downshift.ui.Room;
import app.downshift.ui.batch.Batches.Found;
import app.downshift.ui.batch.Batches.Kind;
import app.downshift.ui.batch.Batches.Standing;
import app.downshift.ui.batch.Batches.Work;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Many files at once: what shall become of them and where, then how far it is, then which could not
 * be used and why. EDT only.
 */
public final class BatchScreen extends JPanel implements Room {
  private static final int LOOK_MILLIS = 150;

  @Serial private static final long serialVersionUID = 1;

  private final transient Batches batches;
  private final transient Words words;
  private final transient PlaceChooser places;
  private final transient Asked asked;
  private final transient Runnable leave;
  private final Segments kinds;
  private final Prose what = prose();
  private final Prose place = prose();
  private final ActionButton choose;
  private final ActionButton begin;
  private final ActionButton back;
  private final JProgressBar bar = new JProgressBar();
  private final Prose standing = new Prose("", Type.SEMIBOLD.of(15), Palette::text);
  private final Prose list = prose();
  private final JScrollPane scroll = new JScrollPane(list);
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());

  /** What a person has chosen so far, and what is under way; it outlives a change of look. */
  public static final class Asked {
    private final Found found;
    private Kind kind = Kind.FIGURES;
    private Path folder;
    private @Nullable Work work;
    private boolean cancelled;

    /** Nothing is chosen yet: results are kept beside the first file. */
    public Asked(Found found) {
      this.found = found;
      Path first = found.files().get(0).toAbsolutePath().getParent();
      folder = Optional.ofNullable(first).orElse(Path.of("")).resolve("downshift");
    }
  }

  /**
   * @param places asks for the folder
   * @param leave called when the person goes back
   */
  public BatchScreen(
      Batches batches, Words words, PlaceChooser places, Asked asked, Runnable leave) {
    super(new MigLayout("insets 24, fill", "[center]", "[center]"));
    this.batches = batches;
    this.words = words;
    this.places = places;
    this.asked = asked;
    this.leave = leave;
    kinds =
        new Segments(
            words.text("batch.kind"),
            Arrays.stream(Kind.values()).map(kind -> words.text(key(kind))).toList(),
            index -> want(Kind.values()[index]));
    choose = new ActionButton(words.text("batch.choose"), "", this::chooseFolder).low();
    begin = new ActionButton(words.text("batch.begin"), "", this::start).leading();
    back =
        new ActionButton(words.text("batch.cancel"), words.text("action.key.escape"), this::goBack)
            .roomFor(words.text("batch.back"));
    build();
    kinds.select(asked.kind.ordinal());
    tell();
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::goBack);
    getAccessibleContext().setAccessibleName(words.text("batch.title"));
  }

  private static Prose prose() {
    return new Prose("", Type.REGULAR.of(13), Palette::secondary);
  }

  private static String key(Kind kind) {
    return "batch.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void build() {
    Card card =
        new Card(
            new MigLayout("insets 32 36 28 36, gap 0, wrap 1, hidemode 3", "[640:720:820,fill]"));
    card.add(new Text(words.text("batch.title"), Type.SEMIBOLD.of(22), Palette::text));
    card.add(
        new Prose(
            words.text("batch.found", asked.found.files().size()),
            Type.REGULAR.of(14),
            Palette::text),
        "wmin 0, gaptop 6");
    card.add(kinds, "gaptop 20, growx 0");
    card.add(what, "wmin 0, gaptop 8");
    JPanel where =
        new JPanel(new MigLayout("insets 0, gap 16, fillx, hidemode 3", "[grow,fill][]"));
    where.setOpaque(false);
    where.add(place, "wmin 0");
    where.add(choose);
    card.add(where, "wmin 0, gaptop 12");
    card.add(bar, "gaptop 20, height 10!");
    card.add(standing, "wmin 0, gaptop 10");
    scroll.setBorder(null);
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    list.setFocusable(true);
    list.getAccessibleContext().setAccessibleName(words.text("batch.list"));
    card.add(scroll, "wmin 0, gaptop 10, height 90:200:260");
    card.add(back, "gaptop 24, split 2, growx 0");
    card.add(begin, "gapleft push, growx 0");
    bar.setMaximum(asked.found.files().size());
    bar.getAccessibleContext().setAccessibleName(words.text("batch.bar"));
    add(card);
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public void resume() {
    assert Edt.here() : Edt.who();
    looks.start();
  }

  @Override
  public void end() {
    assert Edt.here() : Edt.who();
    looks.stop();
  }

  @Override
  public void takeFocus() {
    if (asked.work == null) {
      begin.requestFocusInWindow();
    } else {
      back.requestFocusInWindow();
    }
  }

  @Override
  public BatchScreen again(Words spoken, Desk.Preferences looks) {
    return new BatchScreen(batches, spoken, places, asked, leave);
  }

  private void want(Kind kind) {
    asked.kind = kind;
    tell();
  }

  private void chooseFolder() {
    places
        .folder(this, words.text("batch.choose"))
        .ifPresent(
            folder -> {
              asked.folder = folder;
              tell();
            });
  }

  private void start() {
    if (asked.work == null) {
      asked.work = batches.begin(asked.found.files(), asked.kind, asked.folder);
      tell();
      back.requestFocusInWindow();
    }
  }

  /** Stops what is under way; leaves where nothing is. */
  private void goBack() {
    Work work = asked.work;
    if (work == null || work.standing().ended()) {
      leave.run();
    } else {
      asked.cancelled = true;
      work.cancel();
    }
  }

  /** Looks once at how far it is. */
  public void look() {
    assert Edt.here() : Edt.who();
    if (asked.work != null) {
      tell();
    }
  }

  private void tell() {
    Work work = asked.work;
    what.say(words.text(key(asked.kind) + ".what"));
    place.say(words.text("batch.folder", asked.folder.toString()));
    List<JComponent> before = List.of(kinds, choose, begin);
    before.forEach(part -> part.setVisible(work == null));
    bar.setVisible(work != null);
    standing.setVisible(work != null);
    List<String> lines = new ArrayList<>(asked.found.complaints());
    if (work == null) {
      back.setText(words.text("batch.back"));
    } else {
      Standing now = work.standing();
      lines.addAll(now.unusable());
      bar.setValue(now.done());
      standing.say(says(now, lines.size()));
      lines.addAll(now.notes());
      back.setText(words.text(now.ended() ? "batch.back" : "batch.cancel"));
    }
    String all = String.join("\n", lines);
    if (!all.equals(list.getText())) {
      list.say(all);
    }
    scroll.setVisible(!lines.isEmpty());
    revalidate();
    repaint();
  }

  private String says(Standing now, int unusable) {
    String key = !now.ended() ? "batch.doing" : asked.cancelled ? "batch.stopped" : "batch.done";
    String far = words.text(key, now.done(), now.all());
    return unusable == 0 ? far : far + " " + words.text("batch.unusable", unusable);
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
