package app.downshift.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Command.AnswerSymptoms;
import app.downshift.session.Command.Symptom;
import app.downshift.session.Command.Wish;
import app.downshift.session.Snapshot.Question;
import app.downshift.ui.Rendering;
import app.downshift.ui.theme.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SymptomCheckTest {
  private final List<AnswerSymptoms> answers = new ArrayList<>();
  private SymptomCheck check;

  @BeforeEach
  void aQuestion() throws Exception {
    check =
        Rendering.onEdt(
            () -> {
              Look.DARK.install();
              return new SymptomCheck(Rendering.WORDS, answers::add);
            });
  }

  @Test
  void allFineIsOnePressAway() throws Exception {
    ask(Question.SYMPTOMS_EARLY);
    assertEquals(List.of("Dizzy", "Tingling", "Short of breath", "Panic", "All fine"), offered());
    press("All fine");
    assertEquals(List.of(new AnswerSymptoms(Set.of(), Wish.GO_ON)), answers);
    assertFalse(check.isVisible());
  }

  @Test
  void aTickOffersAFasterPaceOrTheEnd() throws Exception {
    ask(Question.SYMPTOMS_EARLY);
    press("Tingling");
    assertFalse(offered().contains("All fine"));
    assertTrue(
        offered().containsAll(List.of("Breathe a little faster", "Stop")),
        () -> offered().toString());
    press("Breathe a little faster");
    assertEquals(List.of(new AnswerSymptoms(Set.of(Symptom.TINGLING), Wish.RAISE_RATE)), answers);
  }

  @Test
  void stopTakesTheSymptomsAlong() throws Exception {
    ask(Question.SYMPTOMS_EARLY);
    press("Dizzy");
    press("Panic");
    press("Stop");
    assertEquals(
        List.of(new AnswerSymptoms(Set.of(Symptom.DIZZY, Symptom.PANIC), Wish.STOP)), answers);
  }

  @Test
  void atTheEndThereIsOnlyToFinish() throws Exception {
    ask(Question.SYMPTOMS_AT_END);
    press("Short of breath");
    assertFalse(offered().contains("Breathe a little faster"));
    press("Finish");
    assertEquals(List.of(new AnswerSymptoms(Set.of(Symptom.SHORT_OF_BREATH), Wish.GO_ON)), answers);
  }

  @Test
  void aNewQuestionForgetsTheTicksOfTheOldOne() throws Exception {
    ask(Question.SYMPTOMS_EARLY);
    press("Dizzy");
    press("Breathe a little faster");
    ask(Question.SYMPTOMS_AT_END);
    assertTrue(offered().contains("All fine"), () -> offered().toString());
  }

  private void ask(Question question) throws Exception {
    Rendering.onEdt(
        () -> {
          check.ask(question);
          return true;
        });
  }

  private List<String> offered() {
    List<String> offered = new ArrayList<>();
    Rendering.visit(
        check,
        part -> {
          if (part instanceof AbstractButton && part.isVisible()) {
            offered.add(((AbstractButton) part).getText());
          }
        });
    return offered;
  }

  private void press(String words) throws Exception {
    Rendering.onEdt(
        () -> {
          Rendering.visit(
              check,
              part -> {
                if (part instanceof AbstractButton
                    && part.isVisible()
                    && words.equals(((AbstractButton) part).getText())) {
                  ((AbstractButton) part).doClick(0);
                }
              });
          return true;
        });
  }
}
