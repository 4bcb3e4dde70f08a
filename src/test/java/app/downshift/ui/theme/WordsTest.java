package app.downshift.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.downshift.beat.Mark;
import app.downshift.session.Command.Symptom;
import app.downshift.session.Reading;
import app.downshift.session.SessionEvent.GapCause;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH);
  private static final Pattern PROMISES =
      Pattern.compile(
          "heal|cure|treats|therapy|vagal|vagus|balance|stress level|pain",
          Pattern.CASE_INSENSITIVE);

  @Test
  void numbersAreWrittenAsTheLocaleWritesThemWithATrueMinus() {
    assertEquals("14.2", ENGLISH.number(14.23, 1));
    assertEquals("14,2", new Words(Locale.GERMANY).number(14.23, 1));
    assertEquals("\u22128", ENGLISH.signed(-8, 0));
    assertEquals("+12", ENGLISH.signed(12, 0));
    assertEquals("0", ENGLISH.signed(-0.2, 0));
    assertEquals("0", ENGLISH.signed(0.2, 0));
    assertEquals("6", ENGLISH.brief(6.0, 1));
    assertEquals("5.5", ENGLISH.brief(5.5, 1));
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertEquals("–", ENGLISH.number(Double.NaN, 1));
    assertEquals("–", ENGLISH.signed(Double.NaN, 1));
    assertEquals("–", ENGLISH.brief(Double.NaN, 1));
  }

  @Test
  void clocksCountDownToNoughtAndNoFurther() {
    assertEquals("7:24", ENGLISH.clock(444));
    assertEquals("0:01", ENGLISH.clock(0.2));
    assertEquals("0:00", ENGLISH.clock(-3));
    assertEquals("19:00", ENGLISH.clock(1140.0000000001));
  }

  @Test
  void everyReasonMarkGapAndSymptomHasItsWords() {
    for (Reading.Reason reason : Reading.Reason.values()) {
      assertFalse(ENGLISH.text("reason." + reason.name().toLowerCase(Locale.ROOT)).isBlank());
    }
    for (Mark mark : Mark.values()) {
      assertFalse(ENGLISH.text("mark." + mark.word()).isBlank());
    }
    for (GapCause cause : GapCause.values()) {
      assertFalse(ENGLISH.text("gap." + cause.word()).isBlank());
    }
    for (Symptom symptom : Symptom.values()) {
      assertFalse(ENGLISH.text("symptom." + symptom.name().toLowerCase(Locale.ROOT)).isBlank());
    }
  }

  @Test
  void noWordPromisesHealth() {
    ResourceBundle words = ResourceBundle.getBundle("app.downshift.ui.messages", Locale.ENGLISH);
    for (String key : words.keySet()) {
      String text = ENGLISH.text(key, "1", "2", "3", "4");
      assertFalse(PROMISES.matcher(text).find(), () -> key + ": " + text);
      assertFalse(text.contains("{"), () -> key + ": " + text);
    }
  }
}
