package app.downshift.library;

/** The opaque name of a recorded session; it keeps it when it is moved to another client. */
public record SessionId(String text) {
  public SessionId {
    OpaqueNames.checked(text);
  }
}
