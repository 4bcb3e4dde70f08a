package app.downshift.app;

import app.downshift.recording.SessionWriter;
import app.downshift.recording.UnreadableFile;
import app.downshift.session.SessionPlan;
import app.downshift.ui.Recording;

/** Where a session is written to. */
interface Place {
  /** What stands in the head of the session as the client; empty for nobody. */
  String client();

  /**
   * Begins a session there.
   *
   * @throws UnreadableFile when that cannot be
   */
  Begun begin(SessionPlan plan) throws UnreadableFile;

  /** A session that begins: who writes it, and how it is found again. */
  record Begun(SessionWriter writer, Recording recording) {}
}
