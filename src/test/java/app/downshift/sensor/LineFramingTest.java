package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFramingTest {
  @Test
  void endsALineAtCrAtLfAndAtBothAndLeavesEmptyOnesOut() {
    assertEquals(List.of("a", "b", "c"), lines(LineFraming.atBoundary(), "a\rb\n\n\r\nc\r\nd"));
  }

  @Test
  void aPortOpenedMidStreamDoesNotBelieveItsFirstLine() {
    assertEquals(List.of("798"), lines(LineFraming.midStream(), "12\r\n798\r\n"));
  }

  @Test
  void aLineOfTheGreatestLengthIsStillReadAndOneMoreByteIsTooLong() {
    String longest = "x".repeat(LineFraming.LONGEST);
    assertEquals(List.of(longest), lines(LineFraming.atBoundary(), longest + "\n"));
    assertEquals(List.of("too long"), lines(LineFraming.atBoundary(), longest + "y\n"));
  }

  @Test
  void anOverlongLineIsToldBeforeItEndsAndTheNextLineIsRead() {
    assertEquals(List.of("too long"), lines(LineFraming.atBoundary(), "x".repeat(2000)));
    assertEquals(
        List.of("too long", "z"), lines(LineFraming.atBoundary(), "x".repeat(2000), "y\nz\n"));
  }

  @Test
  void quotesAreTrimmedShortAndWithoutControlCharacters() {
    byte[] bytes = ("\u0007 a\u0000b \u2665 " + "c".repeat(300)).getBytes(StandardCharsets.UTF_8);
    String quote = LineFraming.quote(bytes, 0, bytes.length);
    assertEquals("a·b ♥ ccc", quote.substring(0, 9));
    assertEquals(116, quote.length());
  }

  private static List<String> lines(LineFraming framing, String... pieces) {
    List<String> lines = new ArrayList<>();
    LineFraming.Sink sink =
        new LineFraming.Sink() {
          @Override
          public void line(byte[] bytes, int from, int to) {
            lines.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
          }

          @Override
          public void overlong(byte[] bytes, int from, int to) {
            assertEquals(LineFraming.LONGEST, to - from);
            lines.add("too long");
          }
        };
    LineFraming state = framing;
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      state = state.accept(bytes, bytes.length, sink);
    }
    return lines;
  }
}
