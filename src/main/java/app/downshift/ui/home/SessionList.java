package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.SessionSummary;
import app.downshift.ui.Desk;
import app.downshift.ui.House;
import app.downshift.ui.Recording;
import app.downshift.ui.Records;
import app.downshift.ui.records.Answers;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The sessions of a client, or of nobody: to look at, to play, to give to another client. */
final class SessionList extends Card {
  private static final int FILES = 50;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Words words;
  private final transient House house;
  private final transient Wishes wishes;
  private final Text title = new Text("", Type.SEMIBOLD.of(14), Palette::text);
  private final Prose hint = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final transient DefaultListModel<Row> model = new DefaultListModel<>();
  private final JList<Row> list = new JList<>(model);
  private final List<ActionButton> acts;
  private int asked;
  private boolean busy;

  /** What a person wants of a session. */
  interface Wishes {
    void review(Recording recording);

    void replay(Recording recording);

    /** Asks for a file. */
    void open();

    /** What came of something, in words. */
    void say(String words);
  }

  private record Row(Recording recording, String says) {
    @Override
    public String toString() {
      return says;
    }
  }

  SessionList(Desk desk, Words words, House house, Wishes wishes) {
    super(
        new MigLayout(
            "insets 18 24 16 24, gap 10 8, fill, wrap 1, hidemode 3",
            "[grow,fill]",
            "[][][grow,fill][]"));
    this.desk = desk;
    this.words = words;
    this.house = house;
    this.wishes = wishes;
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setFont(Zoom.font(Type.REGULAR.of(13)));
    list.setFixedCellHeight(Zoom.px(Type.px(28)));
    list.addListSelectionListener(event -> able());
    list.addMouseListener(
        new java.awt.event.MouseAdapter() {
          @Override
          public void mouseClicked(java.awt.event.MouseEvent event) {
            if (event.getClickCount() == 2) {
              with(wishes::review);
            }
          }
        });
    app.downshift.ui.theme.Keys.bindInside(
        list, javax.swing.KeyStroke.getKeyStroke("ENTER"), () -> with(wishes::review));
    acts =
        List.of(
            new ActionButton(words.text("sessions.review"), "", () -> with(wishes::review)).low(),
            new ActionButton(words.text("sessions.replay"), "", () -> with(wishes::replay)).low(),
            new ActionButton(words.text("sessions.move"), "", () -> with(this::move)).low());
    Palette palette = Palette.current();
    list.setOpaque(false);
    list.setSelectionBackground(Palette.mix(palette.teal(), palette.surface(), 0.22));
    list.setSelectionForeground(palette.text());
    JScrollPane scroll = new JScrollPane(list);
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    add(title);
    add(hint, "wmin 0");
    add(scroll, "grow, wmin 0, hmin 0");
    acts.forEach(each -> add(each, acts.indexOf(each) == 0 ? "split 4, growx 0" : "growx 0"));
    add(new ActionButton(words.text("home.open"), "", wishes::open).low(), "growx 0, gapleft push");
    able();
  }

  /** Shows the sessions of a client, or those of nobody and the files beside them. */
  void show(Optional<ClientLine> client) {
    assert Edt.here() : Edt.who();
    int mine = ++asked;
    String name =
        client
            .map(each -> words.text("sessions.of", each.code()))
            .orElseGet(() -> words.text("sessions.nobody"));
    title.setText(name);
    list.getAccessibleContext().setAccessibleName(name);
    Consumer<List<Row>> shown =
        rows ->
            Edt.soon(
                () -> {
                  if (mine == asked) {
                    fill(rows);
                  }
                });
    if (client.isPresent()) {
      var unused = // without an answer nothing is listed
          desk.records().client(client.get().id()).thenAccept(all -> shown.accept(rows(all)));
    } else {
      var unused = // files are listed where the records are not open
          desk.records()
              .clients("")
              .handle((all, closed) -> nobodys(all == null ? List.of() : all))
              .thenAccept(ids -> nobody(ids, shown));
    }
  }

  private static List<ClientId> nobodys(List<ClientLine> all) {
    return all.stream()
        .filter(each -> each.code().equals(ClientRecords.NOBODY))
        .map(ClientLine::id)
        .toList();
  }

  private void nobody(List<ClientId> ids, Consumer<List<Row>> shown) {
    var unused = // without files there are still sessions
        desk.recent(FILES)
            .thenAccept(
                files -> {
                  List<Row> below = new ArrayList<>();
                  for (Path file : files) {
                    Recording recording = new Recording.File(file);
                    below.add(new Row(recording, RecordingName.of(file).words(words)));
                  }
                  if (ids.isEmpty()) {
                    shown.accept(below);
                    return;
                  }
                  var later = // the same
                      desk.records()
                          .client(ids.get(0))
                          .thenAccept(
                              all -> {
                                List<Row> rows = rows(all);
                                rows.addAll(below);
                                shown.accept(rows);
                              });
                });
  }

  private List<Row> rows(ClientRecords client) {
    List<Row> rows = new ArrayList<>();
    String code = client.code().equals(ClientRecords.NOBODY) ? "" : client.code();
    for (SessionSummary each : client.sessions()) {
      var kept = new Recording.Kept(client.id(), each.id(), code, each.started(), each.protocol());
      boolean came =
          client.moves().stream()
              .anyMatch(move -> move.session().equals(each.id()) && move.to().equals(client.id()));
      String says =
          RecordingName.of(kept).words(words)
              + " · "
              + words.text("home.minutes", words.brief(each.seconds() / 60, 0))
              + (each.simulated() ? " · " + words.text("sessions.simulated") : "")
              + (came ? " · " + words.text("sessions.came") : "")
              + (each.markers().isEmpty() ? "" : " · " + String.join(", ", each.markers()));
      rows.add(0, new Row(kept, says));
    }
    return rows;
  }

  private void fill(List<Row> rows) {
    Row before = list.getSelectedValue();
    model.clear();
    model.addAll(rows);
    hint.say(rows.isEmpty() ? words.text("sessions.none") : "");
    hint.setVisible(rows.isEmpty());
    int at = before == null ? -1 : rows.indexOf(before);
    list.setSelectedIndex(Math.max(at, rows.isEmpty() ? -1 : 0));
    able();
  }

  private void able() {
    acts.forEach(
        each -> {
          each.setEnabled(!busy && list.getSelectedIndex() >= 0);
          each.repaint();
        });
  }

  /** Lets nobody choose while a choice is on its way. */
  void busy(boolean now) {
    busy = now;
    able();
  }

  private void with(Consumer<Recording> wish) {
    Row row = list.getSelectedValue();
    if (row != null && !busy) {
      wish.accept(row.recording());
    }
  }

  private void move(Recording recording) {
    String says = list.getSelectedValue().says();
    house.lay(
        spoken ->
            new MoveCard(desk.records(), spoken, says, to -> moved(recording, to), house::putAway));
  }

  private void moved(Recording recording, ClientLine to) {
    Records records = desk.records();
    new Answers(words)
        .await(
            recording instanceof Recording.Kept kept
                ? records.sessions().move(kept.session(), kept.client(), to.id())
                : records.sessions().keep(to.id(), ((Recording.File) recording).path()),
            nothing ->
                wishes.say(
                    words.text(
                        recording instanceof Recording.Kept ? "move.done" : "move.kept",
                        to.code())),
            wishes::say);
  }

  /** Puts the keyboard on the list. */
  void takeFocus() {
    list.requestFocusInWindow();
  }
}
