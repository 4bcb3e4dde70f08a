package app.downshift.ui.protocol;

import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolFile;
import app.downshift.session.Wording;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Graphics;
import java.awt.event.KeyListener;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/**
 * Where a protocol is made: its parts on the left, what the chosen part is on the right, its shape
 * below. What is written is taken over at once where it is allowed, and only there.
 */
final class EditorScreen extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Draft draft;
  private final transient Consumer<Draft> keep;
  private final transient Runnable leave;
  private final DefaultListModel<String> parts = new DefaultListModel<>();
  private final JList<String> list = new JList<>(parts);
  private final transient PartEdit edit;
  private final transient PartFields fields;
  private final transient ProtocolForm whole;
  private final transient PhaseForm phase;
  private final ProtocolPicture picture;
  private final Text total = new Text(" ", Type.REGULAR.of(12), Palette::secondary);
  private final Prose says = new Prose(" ", Type.REGULAR.of(13), Palette::text);
  private final ActionButton remove;
  private final ActionButton up;
  private final ActionButton down;
  private boolean filling;
  private boolean leaving;

  /**
   * @param keep called to keep the draft
   * @param leave called when the person is done
   */
  EditorScreen(Words words, Draft draft, Consumer<Draft> keep, Runnable leave) {
    super(
        new MigLayout(
            "insets 20 24 20 24, gap 0, fill",
            "[280:30%:380,fill]16[grow,fill]",
            "[grow,fill]12[0:120:170,fill]12[]"));
    this.words = words;
    this.draft = draft;
    this.keep = keep;
    this.leave = leave;
    edit = new PartEdit(draft, this::part, this::change);
    fields = new PartFields(words, edit);
    whole = new ProtocolForm(words, edit, fields);
    phase = new PhaseForm(words, edit, fields, this::build);
    picture = new ProtocolPicture(words, draft.now());
    remove = small("edit.remove", this::remove);
    up = small("edit.up", () -> move(-1));
    down = small("edit.down", () -> move(1));
    add(left(), "cell 0 0 1 2");
    Card right = new Card(new MigLayout("insets 20 24 12 24, fill", "[grow,fill]", "[grow,top]"));
    right.add(scroll(fields.form()), "grow, wmin 0, hmin 0");
    add(right, "cell 1 0, wmin 0, hmin 0");
    Card below = new Card(new MigLayout("insets 8 16 6 16, fill", "[grow,fill]", "[grow,fill]"));
    below.add(picture, "grow, hmin 0");
    add(below, "cell 1 1, wmin 0, hmin 0");
    add(buttons(), "cell 0 2 2 1");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), this::back);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ctrl Z"), this::undo);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ctrl S"), this::keep);
    Keys.bindInside(this, KeyStroke.getKeyStroke("alt UP"), () -> move(-1));
    Keys.bindInside(this, KeyStroke.getKeyStroke("alt DOWN"), () -> move(1));
    getAccessibleContext().setAccessibleName(words.text("edit.title"));
    fill(0);
  }

  /** Chooses a part: 0 is the protocol itself, then its phases. */
  void part(int index) {
    list.setSelectedIndex(index);
  }

  int part() {
    return Math.max(0, list.getSelectedIndex());
  }

  Draft draft() {
    return draft;
  }

  void takeFocus() {
    list.requestFocusInWindow();
  }

  /** Tells the person something. */
  void say(String what) {
    assert Edt.here() : Edt.who();
    says.say(what);
    revalidate();
    repaint();
  }

  private ActionButton small(String key, Runnable action) {
    return new ActionButton(words.text(key), "", action).low();
  }

  private Card left() {
    Card left =
        new Card(
            new MigLayout(
                "insets 20 12 16 12, gap 0, fill", "[grow,fill]", "[]2[]12[grow,fill]12[]"));
    left.add(
        new Text(words.text("edit.title"), Type.SEMIBOLD.of(18), Palette::text), "gapleft 8, wrap");
    left.add(total, "gapleft 8, wrap");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setOpaque(false);
    list.setCellRenderer(new PartRow());
    list.getAccessibleContext().setAccessibleName(words.text("edit.phases"));
    for (KeyListener finder : list.getKeyListeners()) {
      list.removeKeyListener(finder);
    }
    list.addListSelectionListener(
        event -> {
          if (!filling && !event.getValueIsAdjusting()) {
            build();
          }
        });
    Keys.bindInside(list, KeyStroke.getKeyStroke("DELETE"), this::remove);
    Keys.bindInside(list, KeyStroke.getKeyStroke("INSERT"), this::add);
    left.add(scroll(list), "grow, hmin 0, wmin 0, wrap");
    JPanel row = new JPanel(new MigLayout("insets 0 8 0 8, gap 8, fillx, wrap 4", "[grow,fill]"));
    row.setOpaque(false);
    row.add(small("edit.add", this::add), "growx");
    row.add(remove, "growx");
    row.add(up, "growx");
    row.add(down, "growx");
    left.add(row, "growx");
    return left;
  }

  private static JScrollPane scroll(java.awt.Component inside) {
    var scroll =
        new JScrollPane(
            inside,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(Zoom.px(PartFields.ROW));
    return scroll;
  }

  private JPanel buttons() {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 12, fillx", "[][][grow,fill][]"));
    buttons.setOpaque(false);
    buttons.add(
        new ActionButton(words.text("edit.back"), words.text("action.key.escape"), this::back));
    buttons.add(new ActionButton(words.text("edit.undo"), words.text("edit.undo.key"), this::undo));
    buttons.add(says, "wmin 0, growx, aligny center");
    buttons.add(
        new ActionButton(words.text("edit.save"), words.text("edit.save.key"), this::keep)
            .leading(),
        "width %d::".formatted(Type.px(160)));
    return buttons;
  }

  private boolean change(Protocol next, Object what) {
    leaving = false;
    boolean taken = draft.change(next, what);
    if (taken) {
      shape();
      say(" ");
    } else if (next.plannedSeconds() > ProtocolFile.LONGEST_SECONDS
        || next.phases().size() > ProtocolFile.MOST_PHASES) {
      say(words.text("edit.limit.total"));
    }
    return taken;
  }

  private void add() {
    List<Phase> phases = new ArrayList<>(draft.now().phases());
    Set<String> taken = phases.stream().map(Phase::name).collect(Collectors.toSet());
    int at = part();
    phases.add(
        at,
        new Phase(
            Draft.name("phase " + (phases.size() + 1), taken),
            120,
            new Phase.OwnPace(),
            fields.wording(Wording.NONE, words.text("edit.newPhase")),
            Wording.NONE,
            Phase.Until.TIME_IS_UP));
    if (change(edit.with(phases), new Object())) {
      fill(at + 1);
    }
  }

  private void remove() {
    int index = part() - 1;
    List<Phase> phases = new ArrayList<>(draft.now().phases());
    if (index >= 0 && phases.size() > 1) {
      phases.remove(index);
      if (change(edit.with(phases), new Object())) {
        fill(Math.min(index + 1, phases.size()));
      }
    }
  }

  private void move(int by) {
    int index = part() - 1;
    List<Phase> phases = new ArrayList<>(draft.now().phases());
    if (index >= 0 && index + by >= 0 && index + by < phases.size()) {
      Collections.swap(phases, index, index + by);
      if (change(edit.with(phases), new Object())) {
        fill(index + by + 1);
      }
    }
  }

  private void undo() {
    if (draft.undo()) {
      leaving = false;
      fill(Math.min(part(), draft.now().phases().size()));
      say(" ");
    }
  }

  private void keep() {
    Optional<Field> wrong = fields.wrong();
    if (wrong.isPresent()) {
      wrong.get().takeFocus();
    } else {
      keep.accept(draft);
    }
  }

  private void back() {
    if (draft.changed() && !leaving) {
      leaving = true;
      say(words.text("edit.leave"));
    } else {
      leave.run();
    }
  }

  /** Shows the draft from the beginning, a part of it chosen. */
  private void fill(int chosen) {
    filling = true;
    parts.clear();
    parts.addElement(ProtocolRow.title(words, draft.now()));
    for (int i = 0; i < draft.now().phases().size(); i++) {
      parts.addElement(name(i));
    }
    list.setSelectedIndex(chosen);
    list.ensureIndexIsVisible(chosen);
    filling = false;
    build();
  }

  private String name(int index) {
    Phase phase = draft.now().phases().get(index);
    String title =
        phase.title().isEmpty()
            ? words.text("kind." + Kinds.word(phase.kind()))
            : phase.title().in(words.language());
    return words.text("edit.phase", index + 1, title) + "  " + words.clock(phase.plannedSeconds());
  }

  /** What follows from every change. */
  private void shape() {
    filling = true;
    parts.set(0, ProtocolRow.title(words, draft.now()));
    for (int i = 0; i < Math.min(parts.size() - 1, draft.now().phases().size()); i++) {
      if (!parts.get(i + 1).equals(name(i))) {
        parts.set(i + 1, name(i));
      }
    }
    filling = false;
    total.setText(words.text("edit.total", words.clock(draft.now().plannedSeconds())));
    picture.show(draft.now());
    int index = part();
    remove.setEnabled(index > 0 && draft.now().phases().size() > 1);
    up.setEnabled(index > 1);
    down.setEnabled(index > 0 && index < draft.now().phases().size());
  }

  private void build() {
    fields.clear();
    if (part() == 0) {
      whole.build();
    } else {
      phase.build(draft.now().phases().get(part() - 1));
    }
    shape();
    fields.form().revalidate();
    revalidate();
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
