package app.downshift.library;

import app.downshift.recording.UnreadableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The first line of a session file. */
final class SessionHead {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SessionHead() {}

  /** The same head with another client's code. */
  static String withClient(String line, String code) throws UnreadableFile {
    try {
      if (JSON.readTree(line) instanceof ObjectNode head) {
        return JSON.writeValueAsString(head.put("client", code));
      }
    } catch (JacksonException broken) {
      // said below
    }
    throw new UnreadableFile(
        UnreadableFile.Reason.DAMAGED,
        "session",
        "its head cannot be read",
        "take the recording from a backup");
  }
}
