package app.downshift.ui.therapist;

import app.downshift.ui.Desk;
import app.downshift.ui.Desk.Person;
import app.downshift.ui.Room;
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
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * Before people breathe together: who they are, which sensor each wears, and whether each has
 * agreed. Nothing begins before all have.
 */
public final class ConsentScreen extends JPanel implements Room {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient List<Person> proposed;
  private final transient Consumer<List<Person>> agreed;
  private final transient Runnable back;
  private final boolean fixed;
  private final JPanel places =
      new JPanel(
          new MigLayout(
              "insets 0, gap 14 8, fillx, wrap 4, hidemode 3",
              "[][" + "grow,fill,0::][grow,fill,0::][]"));
  private final transient List<Place> people = new ArrayList<>();
  private transient List<String> ports = List.of();
  private final ActionButton begin;
  private final ActionButton more;
  private final ActionButton fewer;

  /**
   * @param proposed who takes part as far as is known
   * @param fixed whether the sensors are settled already
   * @param agreed called with everybody once all have agreed
   * @param back called to begin nothing
   */
  public ConsentScreen(
      Words words,
      List<Person> proposed,
      boolean fixed,
      Consumer<List<Person>> agreed,
      Runnable back) {
    super(new MigLayout("insets 24, fill", "[center]", "[center]"));
    this.words = words;
    this.fixed = fixed;
    this.agreed = agreed;
    this.back = back;
    this.proposed = proposed;
    places.setOpaque(false);
    begin =
        new ActionButton(words.text("group.begin"), words.text("home.enter"), this::agree)
            .leading();
    more = new ActionButton(words.text("group.more"), "", () -> grow(1)).low();
    fewer = new ActionButton(words.text("group.fewer"), "", () -> grow(-1)).low();
    Card card =
        new Card(
            new MigLayout(
                "insets 28 32 28 32, gap 0, fill, wrap 1, hidemode 3",
                "[%d::,grow,fill]".formatted(Type.px(620)),
                "[]10[]18[]14[]20[]"));
    card.add(new Text(words.text("group.title"), Type.SEMIBOLD.of(22), Palette::text));
    card.add(
        new Prose(words.text("group.consent"), Type.REGULAR.of(14), Palette::secondary),
        "growx, wmin 0");
    card.add(places, "growx, wmin 0");
    if (!fixed) {
      JPanel row = new JPanel(new MigLayout("insets 0, gap 12"));
      row.setOpaque(false);
      row.add(more);
      row.add(fewer);
      card.add(row, "growx");
    }
    JPanel row = row();
    row.add(begin, "growx, pushx");
    row.add(
        new ActionButton(words.text("speak.notNow"), words.text("action.key.escape"), back),
        "growx, pushx");
    card.add(row, "growx");
    add(card, "growx, wmax " + Type.px(760));
    proposed.forEach(this::seat);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), back);
    Keys.bindInside(this, KeyStroke.getKeyStroke("ENTER"), this::agree);
    getAccessibleContext().setAccessibleName(words.text("group.title"));
    look();
  }

  private static JPanel row() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 12, fillx"));
    row.setOpaque(false);
    return row;
  }

  /** The ports there are to choose from. */
  public void ports(List<Desk.Port> there) {
    assert Edt.here() : Edt.who();
    ports = there.stream().map(Desk.Port::name).toList();
    people.forEach(place -> place.offer(ports));
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public ConsentScreen again(Words spoken, Desk.Preferences looks) {
    ConsentScreen next = new ConsentScreen(spoken, proposed, fixed, agreed, back);
    next.like(this);
    return next;
  }

  /** Puts the keyboard on the first name. */
  @Override
  public void takeFocus() {
    people.get(0).name.requestFocusInWindow();
  }

  /** Goes on with what was written on another screen. */
  private void like(ConsentScreen before) {
    while (people.size() > before.people.size()) {
      grow(-1);
    }
    while (people.size() < before.people.size()) {
      grow(1);
    }
    ports = before.ports;
    for (int i = 0; i < people.size(); i++) {
      Place place = people.get(i);
      place.offer(ports);
      place.name.setText(before.people.get(i).name.getText());
      place.source.setSelectedIndex(before.people.get(i).source.getSelectedIndex());
      place.yes.setSelected(before.people.get(i).yes.isSelected());
    }
    look();
  }

  private void seat(Person person) {
    Place place = new Place(person, people.size() + 1);
    place.offer(ports);
    people.add(place);
    places.add(place.number);
    places.add(place.name, "growx, wmin 0, h " + Type.px(36) + "!");
    places.add(place.source, "growx, wmin 0, h " + Type.px(36) + "!");
    places.add(place.yes);
  }

  private void grow(int by) {
    int next = people.size() + by;
    if (next < Person.FEWEST || next > Person.MOST) {
      return;
    }
    if (by > 0) {
      seat(new Person("", "", ""));
    } else {
      Place last = people.remove(people.size() - 1);
      places.remove(last.number);
      places.remove(last.name);
      places.remove(last.source);
      places.remove(last.yes);
    }
    look();
    revalidate();
    repaint();
  }

  private void look() {
    begin.setEnabled(people.stream().allMatch(place -> place.yes.isSelected()));
    more.setEnabled(people.size() < Person.MOST);
    fewer.setEnabled(people.size() > Person.FEWEST);
  }

  private void agree() {
    if (begin.isEnabled()) {
      agreed.accept(people.stream().map(Place::person).toList());
    }
  }

  /** One line: who, which sensor, agreed. */
  private final class Place {
    private final Person proposed;
    private final Text number;
    private final JTextField name = new JTextField();
    private final JComboBox<String> source = new JComboBox<>();
    private final JCheckBox yes = new JCheckBox(words.text("group.agreed"));

    Place(Person proposed, int count) {
      this.proposed = proposed;
      number = new Text(words.number(count, 0), Type.SEMIBOLD.of(15), Palette::text);
      name.setFont(Zoom.font(Type.REGULAR.of(14)));
      name.setText(proposed.name());
      name.putClientProperty("JTextField.placeholderText", words.text("group.name"));
      name.getAccessibleContext()
          .setAccessibleName(words.text("group.name.of", words.number(count, 0)));
      source.setFont(Zoom.font(Type.REGULAR.of(14)));
      source
          .getAccessibleContext()
          .setAccessibleName(words.text("group.sensor.of", words.number(count, 0)));
      source.setEnabled(!fixed);
      yes.setFont(Zoom.font(Type.REGULAR.of(14)));
      yes.setOpaque(false);
      yes.addActionListener(event -> look());
      yes.getAccessibleContext()
          .setAccessibleName(words.text("group.agreed.of", words.number(count, 0)));
    }

    void offer(List<String> offered) {
      Object chosen = source.getSelectedItem();
      source.removeAllItems();
      if (fixed && !proposed.port().isEmpty()) {
        source.addItem(proposed.port());
        return;
      }
      source.addItem(words.text("group.virtual"));
      if (!fixed) {
        offered.forEach(source::addItem);
      }
      if (chosen != null) {
        source.setSelectedItem(chosen);
      }
    }

    Person person() {
      if (fixed) {
        return new Person(name.getText().strip(), proposed.port(), proposed.sensor());
      }
      int port = source.getSelectedIndex() - 1;
      return new Person(name.getText().strip(), port < 0 ? "" : ports.get(port), "");
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
