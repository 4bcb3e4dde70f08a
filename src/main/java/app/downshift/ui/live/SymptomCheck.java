package app.downshift.ui.live;

import app.downshift.session.Command.AnswerSymptoms;
import app.downshift.session.Command.Symptom;
import app.downshift.session.Command.Wish;
import app.downshift.session.Snapshot.Question;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The question after two minutes and at the end. It waits beside the pacer and blocks nothing: "All
 * fine" is one press away, and a tick turns it into "a little faster" and "stop".
 */
public final class SymptomCheck extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Consumer<AnswerSymptoms> answer;
  private final Text title = new Text("", Type.SEMIBOLD.of(15), Palette::text);
  private final Prose why = new Prose("", Type.REGULAR.of(12), Palette::secondary);
  private final transient Map<Symptom, JCheckBox> boxes = new EnumMap<>(Symptom.class);
  private final ActionButton fine;
  private final ActionButton faster;
  private final ActionButton stop;
  private final ActionButton finish;
  private Question question = Question.SYMPTOMS_EARLY;

  public SymptomCheck(Words words, Consumer<AnswerSymptoms> answer) {
    super(new MigLayout("insets 0, gap 12 4, fillx, hidemode 3", "[grow,sg][grow,sg]"));
    this.words = words;
    this.answer = answer;
    this.fine =
        new ActionButton(words.text("symptoms.fine"), "", () -> reply(Wish.GO_ON)).leading().low();
    this.faster =
        new ActionButton(words.text("symptoms.faster"), "", () -> reply(Wish.RAISE_RATE))
            .leading()
            .low();
    this.stop = new ActionButton(words.text("symptoms.stop"), "", () -> reply(Wish.STOP)).low();
    this.finish =
        new ActionButton(words.text("symptoms.finish"), "", () -> reply(Wish.GO_ON))
            .leading()
            .low();
    setOpaque(false);
    add(title, "span, wrap");
    add(why, "span, growx, wmin 0, wrap 4");
    for (Symptom symptom : Symptom.values()) {
      JCheckBox box =
          new JCheckBox(words.text("symptom." + symptom.name().toLowerCase(Locale.ROOT)));
      box.setFont(Zoom.font(Type.REGULAR.of(13)));
      box.setOpaque(false);
      box.setRequestFocusEnabled(false);
      box.addActionListener(event -> offer());
      boxes.put(symptom, box);
      add(
          box,
          boxes.size() == 1
              ? "span, split 4"
              : boxes.size() < 4 ? "gapleft push" : "gapleft push, wrap 4");
    }
    add(fine, "span, split 4, growx, gaptop 4");
    add(finish, "growx, gaptop 4");
    add(faster, "growx 300, wmin 0, gaptop 4");
    add(stop, "growx 100, wmin 0, gaptop 4");
    setVisible(false);
  }

  /** Asks, unless the same is being asked already. */
  public void ask(Question next) {
    assert Edt.here() : Edt.who();
    if (isVisible() && next == question) {
      return;
    }
    question = next;
    String key = next == Question.SYMPTOMS_EARLY ? "symptoms.early" : "symptoms.end";
    title.setText(words.text(key));
    why.say(words.text(key + ".why"));
    getAccessibleContext().setAccessibleName(title.getText());
    boxes.values().forEach(box -> box.setSelected(false));
    offer();
    setVisible(true);
  }

  /** Keeps what was ticked on another screen. */
  public void resume(SymptomCheck before) {
    if (before.isVisible()) {
      ask(before.question);
      boxes.forEach((symptom, box) -> box.setSelected(before.ticked().contains(symptom)));
      offer();
    }
  }

  /** Asks no more. */
  public void done() {
    assert Edt.here() : Edt.who();
    setVisible(false);
  }

  private void offer() {
    boolean well = ticked().isEmpty();
    boolean early = question == Question.SYMPTOMS_EARLY;
    fine.setVisible(well);
    finish.setVisible(!well && !early);
    faster.setVisible(!well && early);
    stop.setVisible(!well && early);
  }

  private Set<Symptom> ticked() {
    EnumSet<Symptom> ticked = EnumSet.noneOf(Symptom.class);
    boxes.forEach(
        (symptom, box) -> {
          if (box.isSelected()) {
            ticked.add(symptom);
          }
        });
    return ticked;
  }

  private void reply(Wish wish) {
    answer.accept(new AnswerSymptoms(ticked(), wish));
    setVisible(false);
  }
}
