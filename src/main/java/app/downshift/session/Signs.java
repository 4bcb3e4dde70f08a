package app.downshift.session;

/** Which signs a text for people may hold: none that steer a terminal or turn the line around. */
final class Signs {
  private Signs() {}

  static boolean plain(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> sign == 0x200D || sign == 0x200C || sign == 0x00AD;
      default -> true;
    };
  }

  static boolean plain(String text) {
    return text.codePoints().allMatch(Signs::plain);
  }
}
