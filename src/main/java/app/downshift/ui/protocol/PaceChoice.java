package app.downshift.ui.protocol;

import app.downshift.breath.PaceLimits;
import app.downshift.breath.PacePlan;
import app.downshift.library.FoundPace;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.ui.live.FoundWords;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * At which pace a protocol is begun: the one that was found for the client, where somebody wants
 * it, and the client's own rate, where somebody counted it. What is not chosen stays as the
 * protocol says.
 */
final class PaceChoice extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final JCheckBox found = new JCheckBox();
  private final JPanel own =
      new JPanel(new MigLayout("insets 0, gap 12, fillx", "[][70!][grow,fill]", "[]"));
  private transient Optional<FoundPace> suggested = Optional.empty();
  private transient OptionalDouble counted = OptionalDouble.empty();
  private transient @Nullable Field field;
  private double usual = Double.NaN;

  PaceChoice(Words words) {
    super(new MigLayout("insets 0, gap 0 6, fillx, hidemode 3, wrap 1", "[grow,fill]"));
    this.words = words;
    setOpaque(false);
    own.setOpaque(false);
    found.setOpaque(false);
    found.setFont(Zoom.font(Type.REGULAR.of(13)));
    add(found, "wmin 0");
    add(own, "wmin 0");
    setVisible(false);
  }

  /** A search has found this for the client, or there is none. */
  void suggest(Optional<FoundPace> pace) {
    assert Edt.here() : Edt.who();
    suggested = pace;
    found.setText(
        pace.map(
                each ->
                    words.text(
                        "choose.found.of",
                        words.text("choose.found"),
                        FoundWords.suggestion(each, words)))
            .orElse(""));
  }

  /** Asks what can be chosen of a protocol; nothing of most. */
  void show(Optional<Protocol> protocol) {
    OptionalDouble rate = protocol.map(PaceChoice::ownRate).orElse(OptionalDouble.empty());
    found.setVisible(
        suggested.isPresent()
            && protocol.filter(each -> leadsElsewhere(each, suggested.get())).isPresent());
    own.setVisible(rate.isPresent());
    if (rate.isPresent() && rate.getAsDouble() != usual) {
      usual = rate.getAsDouble();
      ask();
    }
    setVisible(found.isVisible() || own.isVisible());
  }

  /** Where rates are compared none of them is chosen beforehand. */
  private static boolean leadsElsewhere(Protocol protocol, FoundPace pace) {
    return !protocol.equals(protocol.towards(pace.perMinute()))
        && protocol.phases().stream()
            .noneMatch(
                phase -> phase.kind() instanceof Phase.Paced paced && paced.plan().compares());
  }

  /** The rate of the first phase that breathes at one's own. */
  private static OptionalDouble ownRate(Protocol protocol) {
    return protocol.phases().stream()
        .map(Phase::kind)
        .filter(Phase.Paced.class::isInstance)
        .map(kind -> ((Phase.Paced) kind).plan())
        .filter(PacePlan.Own.class::isInstance)
        .mapToDouble(plan -> ((PacePlan.Own) plan).perMinute())
        .findFirst();
  }

  private void ask() {
    own.removeAll();
    var asked =
        new Field(
            words.text("choose.own_rate"),
            "",
            words.text("choose.own_rate.limit", words.brief(usual, 1)),
            1,
            this::take);
    own.add(asked.label());
    own.add(asked.component(), "growx");
    own.add(asked.limit(), "growx, wmin 0");
    field = asked;
    counted = OptionalDouble.empty();
  }

  private boolean take(String written) {
    counted = OptionalDouble.empty();
    String plain = written.strip().replace(',', '.');
    if (plain.isEmpty()) {
      return true;
    }
    if (!plain.matches("\\d{1,2}(\\.\\d{1,2})?")) {
      return false;
    }
    double rate = Double.parseDouble(plain);
    if (rate < PaceLimits.FLOOR_PER_MINUTE || rate > PaceLimits.CEILING_PER_MINUTE) {
      return false;
    }
    counted = OptionalDouble.of(rate);
    return true;
  }

  /** Whether something is written that cannot be begun with; the keyboard is put there. */
  boolean wrong() {
    Field asked = field;
    boolean wrong = own.isVisible() && asked != null && asked.wrong();
    if (wrong && asked != null) {
      asked.takeFocus();
    }
    return wrong;
  }

  /** The protocol at the pace that was chosen. */
  Protocol applied(Protocol protocol) {
    Protocol paced =
        found.isVisible() && found.isSelected() && suggested.isPresent()
            ? protocol.towards(suggested.get().perMinute())
            : protocol;
    return own.isVisible() && counted.isPresent() ? paced.ownRate(counted.getAsDouble()) : paced;
  }

  /** Goes on with what was chosen in other words or another look. */
  void resume(PaceChoice before) {
    found.setSelected(before.found.isSelected());
    if (before.field != null && field != null) {
      field.write(before.field.text());
    }
  }
}
