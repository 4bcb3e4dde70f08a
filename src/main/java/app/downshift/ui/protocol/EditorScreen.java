package app.downshift.ui.protocol;

import app.downshift.breath.BreathPattern;
import app.downshift.breath.PacePlan;
import app.downshift.session.Asking;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolFile;
import app.downshift.session.Rating;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
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
  private static final int ROW = 32;

  private final transient Words words;
  private final transient Draft draft;
  private final transient Consumer<Draft> keep;
  private final transient Runnable leave;
  private final DefaultListModel<String> parts = new DefaultListModel<>();
  private final JList<String> list = new JList<>(parts);
  private final JPanel form =
      new JPanel(
          new MigLayout(
              "insets 0, gap 14 5, fillx, hidemode 3", "[][170:220:300,fill][grow,fill]"));
  private final ProtocolPicture picture;
  private final Text total = new Text(" ", Type.REGULAR.of(12), Palette::secondary);
  private final Prose says = new Prose(" ", Type.REGULAR.of(13), Palette::text);
  private final transient List<Field> fields = new ArrayList<>();
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
    picture = new ProtocolPicture(words, draft.now());
    remove = small("edit.remove", this::remove);
    up = small("edit.up", () -> move(-1));
    down = small("edit.down", () -> move(1));
    add(left(), "cell 0 0 1 2");
    Card right = new Card(new MigLayout("insets 20 24 12 24, fill", "[grow,fill]", "[grow,top]"));
    form.setOpaque(false);
    right.add(scroll(form), "grow, wmin 0, hmin 0");
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
    scroll.getVerticalScrollBar().setUnitIncrement(Zoom.px(ROW));
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

  private Protocol with(List<Phase> phases) {
    Protocol now = draft.now();
    return new Protocol(now.name(), now.title(), now.purpose(), now.asks(), phases);
  }

  /** Changes the chosen phase; what no phase can be is refused. */
  private boolean phase(Function<Phase, Phase> edit, Object what) {
    int index = part() - 1;
    try {
      List<Phase> phases = new ArrayList<>(draft.now().phases());
      phases.set(index, edit.apply(phases.get(index)));
      return change(with(phases), index + " " + what);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private boolean kind(Function<Phase.Kind, Phase.Kind> edit, Object what) {
    return phase(phase -> Kinds.with(phase, edit.apply(phase.kind())), what);
  }

  private boolean plan(Function<PacePlan, PacePlan> edit, Object what) {
    return kind(
        kind -> {
          Phase.Paced paced = (Phase.Paced) kind;
          return new Phase.Paced(edit.apply(paced.plan()), paced.pattern(), paced.adaptive());
        },
        what);
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
            wording(Wording.NONE, words.text("edit.newPhase")),
            Wording.NONE,
            Phase.Until.TIME_IS_UP));
    if (change(with(phases), new Object())) {
      fill(at + 1);
    }
  }

  private void remove() {
    int index = part() - 1;
    List<Phase> phases = new ArrayList<>(draft.now().phases());
    if (index >= 0 && phases.size() > 1) {
      phases.remove(index);
      if (change(with(phases), new Object())) {
        fill(Math.min(index + 1, phases.size()));
      }
    }
  }

  private void move(int by) {
    int index = part() - 1;
    List<Phase> phases = new ArrayList<>(draft.now().phases());
    if (index >= 0 && index + by >= 0 && index + by < phases.size()) {
      Collections.swap(phases, index, index + by);
      if (change(with(phases), new Object())) {
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
    Optional<Field> wrong = fields.stream().filter(Field::wrong).findFirst();
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
    form.removeAll();
    fields.clear();
    if (part() == 0) {
      protocol();
    } else {
      phase(draft.now().phases().get(part() - 1));
    }
    shape();
    form.revalidate();
    revalidate();
    repaint();
  }

  private void protocol() {
    Protocol now = draft.now();
    text(
        "edit.name",
        now.title(),
        "edit.limit.title",
        1,
        text ->
            !text.isBlank()
                && change(
                    new Protocol(
                        draft.now().name(),
                        wording(draft.now().title(), text),
                        draft.now().purpose(),
                        draft.now().asks(),
                        draft.now().phases()),
                    "title"));
    text(
        "edit.purpose",
        now.purpose(),
        "edit.limit.sentence",
        3,
        text ->
            change(
                new Protocol(
                    draft.now().name(),
                    draft.now().title(),
                    wording(draft.now().purpose(), text),
                    draft.now().asks(),
                    draft.now().phases()),
                "purpose"));
    asked(Rating.When.BEFORE);
    asked(Rating.When.AFTER);
  }

  private void asked(Rating.When when) {
    form.add(
        new Text(
            words.text("edit.asks") + " " + words.text("edit.asks." + when.word()),
            Type.REGULAR.of(13),
            Palette::secondary));
    JPanel boxes = new JPanel(new MigLayout("insets 0, gap 14 0", "[]"));
    boxes.setOpaque(false);
    for (Rating.Item item : Rating.Item.values()) {
      JCheckBox box =
          box(
              words.text("edit.item." + item.word()),
              draft.now().asks().items(when).contains(item),
              on -> ask(when, item, on));
      box.getAccessibleContext()
          .setAccessibleName(box.getText() + " " + words.text("edit.asks." + when.word()));
      boxes.add(box);
    }
    form.add(boxes, "span, growx, wrap");
  }

  private void ask(Rating.When when, Rating.Item item, boolean on) {
    Protocol now = draft.now();
    Set<Rating.Item> items = EnumSet.noneOf(Rating.Item.class);
    items.addAll(now.asks().items(when));
    if (on) {
      items.add(item);
    } else {
      items.remove(item);
    }
    boolean first = when == Rating.When.BEFORE;
    var asks = new Asking(first ? items : now.asks().before(), first ? now.asks().after() : items);
    change(new Protocol(now.name(), now.title(), now.purpose(), asks, now.phases()), new Object());
  }

  private void phase(Phase phase) {
    String word = Kinds.word(phase.kind());
    var kinds = new JComboBox<String>();
    Kinds.WORDS.forEach(each -> kinds.addItem(words.text("kind." + each)));
    kinds.setSelectedIndex(Kinds.WORDS.indexOf(word));
    kinds.setFont(Zoom.font(Type.REGULAR.of(13)));
    kinds.getAccessibleContext().setAccessibleName(words.text("edit.kind"));
    kinds.addActionListener(
        event -> {
          String next = Kinds.WORDS.get(kinds.getSelectedIndex());
          if (phase(old -> Kinds.turned(old, next, words.text("mark.default")), new Object())) {
            build();
            form.getComponent(1).requestFocusInWindow();
          }
        });
    form.add(new Text(words.text("edit.kind"), Type.REGULAR.of(13), Palette::secondary));
    form.add(kinds, "h %d!, wrap".formatted(Type.px(ROW)));
    text(
        "edit.phaseTitle",
        phase.title(),
        "edit.limit.optional",
        1,
        text -> phase(old -> titled(old, wording(old.title(), text), old.instruction()), "title"));
    text(
        "edit.instruction",
        phase.instruction(),
        "edit.limit.sentence",
        3,
        text ->
            phase(
                old -> titled(old, old.title(), wording(old.instruction(), text)), "instruction"));
    boolean settles = phase.until() == Phase.Until.IN_STEP_AND_STEADY;
    if (!(phase.kind() instanceof Phase.Paced compared && compared.plan().compares())) {
      length(
          settles ? "edit.atMost" : "edit.seconds",
          settles ? "edit.limit.atMost" : "edit.limit.seconds",
          phase.plannedSeconds(),
          seconds -> old -> old.lasting(seconds));
    }
    if (phase.kind() instanceof Phase.Paced paced) {
      paced(phase, paced);
    } else if (phase.kind() instanceof Phase.Stressor stressor) {
      whole(
          "edit.startNumber",
          "edit.limit.startNumber",
          stressor.startNumber(),
          value ->
              old -> new Phase.Stressor(value, stress(old).step(), stress(old).everySeconds()));
      whole(
          "edit.step",
          "edit.limit.step",
          stressor.step(),
          value ->
              old ->
                  new Phase.Stressor(stress(old).startNumber(), value, stress(old).everySeconds()));
      length(
          "edit.anew",
          "edit.limit.anew",
          stressor.everySeconds(),
          seconds ->
              old ->
                  old.doing(
                      new Phase.Stressor(
                          stress(old.kind()).startNumber(), stress(old.kind()).step(), seconds)));
    } else if (phase.kind() instanceof Phase.Movement movement) {
      whole(
          "edit.sets",
          "edit.limit.sets",
          movement.sets(),
          value -> old -> new Phase.Movement(value));
    } else if (phase.kind() instanceof Phase.HandsOn hands) {
      markers(hands);
    }
  }

  private static Phase.Stressor stress(Phase.Kind kind) {
    return (Phase.Stressor) kind;
  }

  private void paced(Phase phase, Phase.Paced paced) {
    PacePlan plan = paced.plan();
    if (plan instanceof PacePlan.Steady steady) {
      rate("edit.rate", steady.perMinute(), value -> old -> new PacePlan.Steady(value));
    } else if (plan instanceof PacePlan.Own own) {
      rate("edit.otherwise", own.perMinute(), value -> old -> new PacePlan.Own(value, false));
    } else if (plan instanceof PacePlan.Glide glide) {
      rate(
          "edit.from",
          glide.startPerMinute(),
          value -> old -> new PacePlan.Glide(value, old.targetPerMinute()));
      rate(
          "edit.to",
          glide.targetPerMinute(),
          value -> old -> new PacePlan.Glide(old.startPerMinute(), value));
    } else if (plan instanceof PacePlan.Stepped stepped) {
      steps(stepped);
    } else if (plan instanceof PacePlan.Sliding sliding) {
      number(
          "edit.breaths",
          "edit.limit.breaths",
          sliding.breaths(),
          value -> {
            if (value != Math.rint(value)) {
              throw new IllegalArgumentException("breaths are whole");
            }
            return old ->
                new PacePlan.Sliding(
                    (int) value, slid(old).fromPerMinute(), slid(old).toPerMinute());
          });
      rate(
          "edit.from",
          sliding.fromPerMinute(),
          value ->
              old -> new PacePlan.Sliding(slid(old).breaths(), value, slid(old).toPerMinute()));
      rate(
          "edit.to",
          sliding.toPerMinute(),
          value ->
              old -> new PacePlan.Sliding(slid(old).breaths(), slid(old).fromPerMinute(), value));
    }
    ratio(paced);
    if (!plan.compares()) {
      check(
          "edit.until",
          phase.until() == Phase.Until.IN_STEP_AND_STEADY,
          on -> {
            phase(old -> Kinds.until(old, on), new Object());
            build();
          });
      check(
          "edit.adaptive",
          paced.adaptive(),
          on ->
              kind(
                  old ->
                      new Phase.Paced(
                          ((Phase.Paced) old).plan(), ((Phase.Paced) old).pattern(), on),
                  new Object()));
    }
  }

  private static PacePlan.Sliding slid(PacePlan plan) {
    return (PacePlan.Sliding) plan;
  }

  private static PacePlan.Stepped stepped(PacePlan plan) {
    return (PacePlan.Stepped) plan;
  }

  private void steps(PacePlan.Stepped now) {
    String rates =
        now.ratesPerMinute().stream()
            .map(rate -> words.brief(rate, 2))
            .collect(Collectors.joining("; "));
    field(
        "edit.rates",
        rates,
        "edit.limit.rates",
        1,
        text -> {
          List<Double> values = new ArrayList<>();
          for (String part : text.split("[;\\s]+", 0)) {
            Optional<Double> value = number(part);
            if (value.isEmpty()) {
              return false;
            }
            values.add(value.get());
          }
          return plan(
              old ->
                  new PacePlan.Stepped(
                      values,
                      stepped(old).stepSeconds(),
                      stepped(old).settlingSeconds(),
                      stepped(old).shuffled(),
                      stepped(old).rounds()),
              "rates");
        });
    length(
        "edit.stepSeconds",
        "edit.limit.stepSeconds",
        now.stepSeconds(),
        seconds ->
            replan(
                old ->
                    new PacePlan.Stepped(
                        old.ratesPerMinute(),
                        seconds,
                        old.settlingSeconds(),
                        old.shuffled(),
                        old.rounds())));
    length(
        "edit.discard",
        "edit.limit.discard",
        now.settlingSeconds(),
        seconds ->
            replan(
                old ->
                    new PacePlan.Stepped(
                        old.ratesPerMinute(),
                        old.stepSeconds(),
                        seconds,
                        old.shuffled(),
                        old.rounds())));
    field(
        "edit.rounds",
        words.count(now.rounds()),
        "edit.limit.rounds",
        1,
        text ->
            number(text)
                .filter(value -> value == Math.rint(value))
                .filter(
                    value ->
                        phase(
                            replan(
                                old ->
                                    new PacePlan.Stepped(
                                        old.ratesPerMinute(),
                                        old.stepSeconds(),
                                        old.settlingSeconds(),
                                        old.shuffled(),
                                        value.intValue())),
                            "rounds"))
                .isPresent());
    check(
        "edit.shuffled",
        now.shuffled(),
        on ->
            phase(
                replan(
                    old ->
                        new PacePlan.Stepped(
                            old.ratesPerMinute(),
                            old.stepSeconds(),
                            old.settlingSeconds(),
                            on,
                            old.rounds())),
                new Object()));
  }

  private static Function<Phase, Phase> replan(Function<PacePlan.Stepped, PacePlan> edit) {
    return phase -> {
      Phase.Paced paced = (Phase.Paced) phase.kind();
      return Kinds.with(
          phase,
          new Phase.Paced(edit.apply(stepped(paced.plan())), paced.pattern(), paced.adaptive()));
    };
  }

  private void ratio(Phase.Paced paced) {
    BreathPattern now = paced.pattern();
    String written =
        Stream.of(now.inhale(), now.holdFull(), now.exhale(), now.holdEmpty())
            .filter(part -> now.holds() || part > 0)
            .map(part -> words.brief(10 * part, 3))
            .collect(Collectors.joining(" : "));
    field(
        "edit.ratio",
        written,
        now.holds() ? "edit.limit.holds" : "edit.limit.ratio",
        1,
        text -> {
          List<Double> values = new ArrayList<>();
          for (String part : text.split(":", -1)) {
            number(part).ifPresent(values::add);
          }
          int count = text.split(":", -1).length;
          if (values.size() != count || (count != 2 && count != 4)) {
            return false;
          }
          double sum = values.stream().mapToDouble(Double::doubleValue).sum();
          return kind(
              old -> {
                BreathPattern pattern =
                    count == 2
                        ? BreathPattern.ofInhale(values.get(0) / sum)
                        : new BreathPattern(
                            values.get(0) / sum,
                            values.get(1) / sum,
                            values.get(2) / sum,
                            values.get(3) / sum);
                Phase.Paced before = (Phase.Paced) old;
                return new Phase.Paced(before.plan(), pattern, before.adaptive());
              },
              "ratio");
        });
  }

  private void markers(Phase.HandsOn hands) {
    String written =
        hands.markers().stream()
            .map(marker -> marker.in(words.language()))
            .collect(Collectors.joining("\n"));
    field(
        "edit.markers",
        written,
        "edit.limit.markers",
        6,
        text ->
            kind(
                old -> {
                  List<Wording> before = ((Phase.HandsOn) old).markers();
                  List<String> lines =
                      text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
                  List<Wording> next = new ArrayList<>();
                  for (int i = 0; i < lines.size(); i++) {
                    next.add(
                        wording(i < before.size() ? before.get(i) : Wording.NONE, lines.get(i)));
                  }
                  return new Phase.HandsOn(next);
                },
                "markers"));
  }

  private void text(
      String name,
      Wording value,
      String limit,
      int lines,
      java.util.function.Predicate<String> take) {
    field(name, value.in(words.language()), limit, lines, take);
  }

  private void field(
      String name,
      String value,
      String limit,
      int lines,
      java.util.function.Predicate<String> take) {
    Field field = new Field(words.text(name), value, words.text(limit), lines, take);
    fields.add(field);
    form.add(field.label(), lines > 1 ? "top, gaptop 6" : "");
    form.add(
        field.component(),
        lines > 1
            ? "h %d!, growx".formatted(Type.px(14 + 20 * lines))
            : "h %d!, growx".formatted(Type.px(ROW)));
    form.add(field.limit(), "wmin 0, growx, aligny center, wrap");
  }

  private void rate(String name, double value, DoubleFunction<Function<PacePlan, PacePlan>> edit) {
    number(name, "edit.limit.rate", value, edit);
  }

  private void number(
      String name, String limit, double value, DoubleFunction<Function<PacePlan, PacePlan>> edit) {
    field(
        name,
        words.brief(value, 2),
        limit,
        1,
        text ->
            number(text)
                .filter(
                    number -> {
                      try {
                        return plan(edit.apply(number), name);
                      } catch (IllegalArgumentException refused) {
                        return false;
                      }
                    })
                .isPresent());
  }

  private void whole(
      String name, String limit, int value, IntFunction<Function<Phase.Kind, Phase.Kind>> edit) {
    field(
        name,
        String.valueOf(value),
        limit,
        1,
        text ->
            number(text)
                .filter(number -> number == Math.rint(number))
                .filter(number -> kind(edit.apply(number.intValue()), name))
                .isPresent());
  }

  private void length(
      String name, String limit, double seconds, DoubleFunction<Function<Phase, Phase>> edit) {
    field(
        name,
        words.clock(seconds),
        limit,
        1,
        text -> seconds(text).filter(value -> phase(edit.apply(value), name)).isPresent());
  }

  private void check(String name, boolean on, Consumer<Boolean> turned) {
    form.add(box(words.text(name), on, turned), "skip, span, growx 0, wrap");
  }

  private JCheckBox box(String label, boolean on, Consumer<Boolean> turned) {
    JCheckBox box = new JCheckBox(label, on);
    box.setFont(Zoom.font(Type.REGULAR.of(13)));
    box.setOpaque(false);
    box.addActionListener(event -> turned.accept(box.isSelected()));
    return box;
  }

  private static Phase titled(Phase phase, Wording title, Wording instruction) {
    return new Phase(
        phase.name(), phase.plannedSeconds(), phase.kind(), title, instruction, phase.until());
  }

  /** The texts with that of the present language changed; the other languages stay. */
  private Wording wording(Wording before, String text) {
    var texts = new TreeMap<>(before.byLanguage());
    if (texts.containsKey("")) {
      return Wording.of(text.strip());
    }
    if (text.isBlank()) {
      texts.remove(words.language());
    } else {
      texts.put(words.language(), text.strip());
    }
    return new Wording(texts);
  }

  /** A number as people write it here, or with a point. */
  private static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.'));
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Minutes and seconds, or minutes alone. */
  static Optional<Double> seconds(String text) {
    String stripped = text.strip();
    if (!stripped.matches("\\d{1,3}(:[0-5]\\d)?")) {
      return Optional.empty();
    }
    String[] parts = stripped.split(":", -1);
    return Optional.of(
        60.0 * Integer.parseInt(parts[0]) + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0));
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
