package app.downshift.app;

import app.downshift.library.ClientId;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.recording.SessionLines;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.SessionPlan;
import app.downshift.ui.Recording;

/** A client in the library of records: sessions begin there, sealed where a passphrase is set. */
final class KeptPlace implements Place {
  private final Library library;
  private final ClientId owner;
  private final String client;
  private final SessionLines lines;

  /**
   * @param client what the head of the session says; for nobody's record a name that was told, or
   *     nothing
   */
  KeptPlace(Library library, ClientId owner, String client, SessionLines lines) {
    this.library = library;
    this.owner = owner;
    this.client = client;
    this.lines = lines;
  }

  @Override
  public String client() {
    return client;
  }

  @Override
  public Begun begin(SessionPlan plan) throws UnreadableFile {
    try {
      Library.Begun begun = library.begin(owner, plan, lines);
      return new Begun(
          begun.writer(),
          new Recording.Kept(
              owner, begun.session(), client, plan.started(), plan.protocol().name()));
    } catch (LibraryUnavailable refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED, "records", refused.what(), refused.advice());
    }
  }
}
