package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineCursorTest {
  @Test
  void readsDecimalsAsTheNearestDoubleEvenWhenScaled() {
    LineCursor number = over("  0.812 ");
    assertTrue(number.number());
    assertEquals(812.0, number.times(1000));
    assertEquals(0.812, number.times(1));
    LineCursor rate = over("71.60");
    assertTrue(rate.number());
    assertEquals(6_000_000 / 7160.0, rate.under(60_000));
  }

  @Test
  void readsSignsAndSaysWhetherANumberIsWhole() {
    LineCursor number = over("-12");
    assertTrue(number.number() && number.done());
    assertTrue(number.wholeWithin(-12, 0));
    assertFalse(number.wholeWithin(0, 100));
    LineCursor pointed = over("12.0");
    assertTrue(pointed.number() && pointed.pointed());
    assertFalse(pointed.wholeWithin(0, 100));
  }

  @Test
  void refusesWhatIsNoNumberAndStaysWhereItWas() {
    for (String text : new String[] {"", "-", ".", "+.", "x1", "1234567890123456"}) {
      LineCursor cursor = over(text);
      int at = cursor.at();
      assertFalse(cursor.number(), text);
      assertEquals(at, cursor.at(), text);
    }
  }

  @Test
  void takesWordsInAnyCase() {
    LineCursor cursor = over("SigNAL = 5");
    assertTrue(cursor.take("signal"));
    assertFalse(cursor.take("signal"));
    cursor.skipBlanks();
    assertTrue(cursor.take('='));
  }

  private static LineCursor over(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new LineCursor().over(bytes, 0, bytes.length);
  }
}
