package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Feeds a decoder in pieces. */
public final class Feed {
  private Feed() {}

  /** What all bytes at once give. */
  public static List<SensorEvent> whole(Decoder decoder, byte[] bytes) {
    return decoder.accept(bytes, bytes.length).events();
  }

  /** What a text gives. */
  public static List<SensorEvent> text(Decoder decoder, String text) {
    return whole(decoder, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What the bytes give when they are cut before each of {@code cuts}, which rise. */
  public static List<SensorEvent> cut(Decoder decoder, byte[] bytes, int... cuts) {
    List<SensorEvent> events = new ArrayList<>();
    Decoder state = decoder;
    byte[] reused = new byte[bytes.length];
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i == cuts.length ? bytes.length : cuts[i];
      System.arraycopy(bytes, from, reused, 0, to - from);
      Decoder.Decoded decoded = state.accept(reused, to - from);
      Arrays.fill(reused, (byte) '#'); // a decoder must not look into it any more
      events.addAll(decoded.events());
      state = decoded.next();
      from = to;
    }
    return events;
  }

  /** Asserts that the same events come byte by byte, in every two pieces, and in random pieces. */
  public static void assertCutsDoNotMatter(Decoder decoder, byte[] bytes, String what) {
    List<SensorEvent> expected = whole(decoder, bytes);
    int[] everywhere = new int[bytes.length];
    Arrays.setAll(everywhere, i -> i);
    assertEquals(expected, cut(decoder, bytes, everywhere), what + " byte by byte");
    for (int at = 0; at <= bytes.length; at++) {
      assertEquals(expected, cut(decoder, bytes, at), what + " cut at " + at);
    }
    Random random = new Random(bytes.length);
    for (int round = 0; round < 50; round++) {
      int[] cuts = random.ints(1 + random.nextInt(8), 0, bytes.length + 1).sorted().toArray();
      assertEquals(expected, cut(decoder, bytes, cuts), what + " cut at " + Arrays.toString(cuts));
    }
  }
}
