package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.ui.Records;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.event.ActionEvent;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Clients to choose from, found while somebody types. */
public final class ClientList extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient Words words;
  private final transient Consumer<Optional<ClientLine>> chosen;
  private final boolean withNobody;
  private final JTextField find = new JTextField();
  private final transient DefaultListModel<Entry> model = new DefaultListModel<>();
  private final JList<Entry> list = new JList<>(model);
  private final Prose hint = new Prose("", Type.REGULAR.of(13), Palette::secondary);
  private final JScrollPane scroll;
  private int asked;
  private transient Optional<ClientId> selected = Optional.empty();
  private boolean filling;

  /** A row: a client, or the sessions of nobody. */
  record Entry(Optional<ClientLine> client, int sessions) {
    @Override
    public String toString() {
      return client.map(ClientLine::code).orElse("");
    }
  }

  /**
   * @param withNobody whether sessions without a client are a row too
   * @param chosen told of another choice; empty for nobody
   */
  public ClientList(
      Records records, Words words, boolean withNobody, Consumer<Optional<ClientLine>> chosen) {
    super(
        new MigLayout(
            "insets 0, gap 0 10, fill, wrap 1, hidemode 3", "[grow,fill]", "[][][grow,fill]"));
    this.records = records;
    this.words = words;
    this.withNobody = withNobody;
    this.chosen = chosen;
    setOpaque(false);
    find.setFont(Zoom.font(Type.REGULAR.of(13)));
    find.putClientProperty("JTextField.placeholderText", words.text("clients.find"));
    find.putClientProperty("JTextField.showClearButton", true);
    find.getAccessibleContext().setAccessibleName(words.text("clients.find"));
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new ClientRow(words, records::now));
    list.setFixedCellHeight(Zoom.px(Type.px(60)));
    list.setOpaque(false);
    list.getAccessibleContext().setAccessibleName(words.text("clients.title"));
    list.addListSelectionListener(event -> pick());
    scroll =
        new JScrollPane(
            list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    add(find, "h " + Type.px(38) + "!");
    add(hint, "wmin 0");
    add(scroll, "grow, wmin 0, hmin 0");
    hint.setVisible(false);
    find.getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                reload();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                reload();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                reload();
              }
            });
    key("DOWN", this::intoList);
    key("ENTER", this::intoList);
    key("ESCAPE", () -> find.setText(""));
  }

  private void key(String stroke, Runnable action) {
    find.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
    find.getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                action.run();
              }
            });
  }

  private void intoList() {
    if (!model.isEmpty()) {
      if (list.getSelectedIndex() < 0) {
        list.setSelectedIndex(0);
      }
      list.requestFocusInWindow();
    }
  }

  /** Asks for the clients that fit what is typed, and shows them when they come. */
  public void reload() {
    assert Edt.here() : Edt.who();
    int mine = ++asked;
    String typed = find.getText();
    var unused = // without an answer the list stays as it is
        records
            .clients(typed)
            .thenAccept(
                found ->
                    Edt.soon(
                        () -> {
                          if (mine == asked) {
                            show(found, typed);
                          }
                        }));
  }

  private void show(List<ClientLine> found, String typed) {
    List<Entry> entries = new ArrayList<>();
    int nobodys = 0;
    for (ClientLine each : found) {
      if (each.code().equals(ClientRecords.NOBODY)) {
        nobodys += each.sessions();
      } else {
        entries.add(new Entry(Optional.of(each), each.sessions()));
      }
    }
    boolean any = !entries.isEmpty();
    if (withNobody && typed.isBlank()) {
      entries.add(new Entry(Optional.empty(), nobodys));
    }
    filling = true;
    model.clear();
    model.addAll(entries);
    select();
    filling = false;
    hint.say(any ? "" : words.text(typed.isBlank() ? "clients.none" : "clients.notFound"));
    hint.setVisible(!any);
    revalidate();
  }

  private void select() {
    list.clearSelection();
    for (int i = 0; i < model.size(); i++) {
      if (model.get(i).client().map(ClientLine::id).equals(selected)
          && (selected.isPresent() || withNobody)) {
        list.setSelectedIndex(i);
        list.ensureIndexIsVisible(i);
      }
    }
  }

  /** Chooses a client without asking anybody, as soon as it is in the list. */
  public void choose(Optional<ClientId> client) {
    selected = client;
    filling = true;
    select();
    filling = false;
  }

  private void pick() {
    Entry entry = list.getSelectedValue();
    if (!filling && entry != null && !list.getValueIsAdjusting()) {
      selected = entry.client().map(ClientLine::id);
      chosen.accept(entry.client());
    }
  }

  /** What is typed. */
  public String typed() {
    return find.getText();
  }

  /** Types something, as a person would. */
  public void type(String text) {
    find.setText(text);
  }

  /** As many rows as are shown. */
  public int rows() {
    return model.size();
  }

  /** Lets nobody choose while there is nothing to choose from. */
  public void closed(String why) {
    model.clear();
    hint.say(why);
    hint.setVisible(true);
    find.setEnabled(false);
  }

  /** There is something to choose from. */
  public void opened() {
    find.setEnabled(true);
  }

  /** Puts the keyboard where somebody can be found. */
  public void takeFocus() {
    find.requestFocusInWindow();
  }
}
