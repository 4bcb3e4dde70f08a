package app.downshift.library;

/** The opaque name of a client, which is that of the folder too. */
public record ClientId(String text) {
  public ClientId {
    OpaqueNames.checked(text);
  }
}
