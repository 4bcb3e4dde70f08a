package app.downshift.session;

import java.util.List;
import java.util.Random;

/** Damage done to a text: signs changed, pieces lost, doubled or moved, numbers made monstrous. */
final class Mutations {
  private static final List<String> MONSTERS =
      List.of(
          "-1",
          "0",
          "1e308",
          "1e-320",
          "NaN",
          "99999999999999999999999",
          "0.0001",
          "3.999",
          "15.01",
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "\"own\"",
          "\"\\u0007\"",
          "\"1:1:1:1\"",
          "[[[[]]]]");

  private Mutations() {}

  static String of(String source, Random random) {
    var text = new StringBuilder(source);
    int wounds = 1 + random.nextInt(3);
    for (int i = 0; i < wounds && text.length() > 10; i++) {
      wound(text, random);
    }
    return text.toString();
  }

  private static void wound(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int length = Math.min(text.length() - at, 1 + random.nextInt(60));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(0x250));
      case 1 -> text.delete(at, at + length);
      case 2 -> text.insert(at, text.substring(at, at + length));
      case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
      default -> number(text, at, random);
    }
  }

  /** The next number from there on is replaced. */
  private static void number(StringBuilder text, int from, Random random) {
    int begin = from;
    while (begin < text.length() && !Character.isDigit(text.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    String other =
        random.nextBoolean()
            ? MONSTERS.get(random.nextInt(MONSTERS.size()))
            : String.valueOf(Math.rint(random.nextDouble() * 2000) / 100);
    text.replace(begin, end, other);
  }
}
