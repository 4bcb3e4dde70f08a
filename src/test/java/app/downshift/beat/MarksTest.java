package app.downshift.beat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.Marks.By;
import app.downshift.beat.Marks.Ruling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void breathingClearsWhatNeighboursSaidAndNothingElse() {
    Marks marks = Marks.of(Mark.RANGE, Mark.ECTOPIC, Mark.BREATH).explained();
    assertEquals(List.of("range", "breath"), marks.words());
    assertEquals(List.of("ectopic"), marks.clearedWords());
    assertTrue(Marks.of(Mark.LONG).explained().isEmpty());
    assertEquals(Optional.of(By.BREATH), Marks.of(Mark.LONG).explained().answeredBy());
  }

  @Test
  void aPauseClearsAllButThePlausibilityOfTheInterval() {
    Marks marks = Marks.of(Mark.RANGE, Mark.LONG, Mark.BREATH).ofPause();
    assertEquals(List.of("range"), marks.words());
    assertEquals(List.of("long", "breath"), marks.clearedWords());
    assertEquals(Optional.of(By.PAUSE), marks.answeredBy());
    assertEquals(Optional.of(By.PERSON), marks.ruled(Ruling.ACCEPTED).answeredBy());
  }

  @Test
  void aPersonHasTheLastWord() {
    Marks cleared = Marks.of(Mark.ECTOPIC).explained();
    assertEquals(List.of("ectopic"), cleared.ruled(Ruling.ACCEPTED).words());
    assertEquals(Optional.of(By.PERSON), cleared.ruled(Ruling.ACCEPTED).answeredBy());
    Marks undone = Marks.of(Mark.RANGE, Mark.BREATH).ruled(Ruling.UNDONE);
    assertTrue(undone.isEmpty());
    assertTrue(undone.raised());
    assertEquals(List.of("range", "breath"), undone.clearedWords());
  }

  @Test
  void anotherRulingReplacesTheFirstAndNoneGivesBackWhatWas() {
    Marks marks = Marks.of(Mark.SHORT).explained();
    Marks again = marks.ruled(Ruling.UNDONE).ruled(Ruling.ACCEPTED);
    assertSame(marks.ruled(Ruling.ACCEPTED), again);
    assertSame(marks, again.ruled(Ruling.WITHDRAWN));
    assertSame(again, marks.ruledLike(Marks.NONE.ruled(Ruling.ACCEPTED)));
  }

  @Test
  void whereNothingWasRaisedThereIsNothingToAnswer() {
    for (Ruling ruling : Ruling.values()) {
      assertTrue(Marks.NONE.ruled(ruling).isEmpty());
      assertFalse(Marks.NONE.ruled(ruling).raised());
      assertEquals(Optional.empty(), Marks.NONE.ruled(ruling).answeredBy());
    }
  }
}
