package app.downshift.session;

/** Where a session stands. */
public sealed interface SessionState {
  /** The phase clock runs. */
  record Running() implements SessionState {}

  /** Somebody paused it. */
  record Paused(long sinceMicros) implements SessionState {}

  /** No beats: the phase clock waits until the signal is back. */
  record Waiting(long sinceMicros) implements SessionState {}

  /** All phases are done; the last symptom check is open. */
  record Finishing(long sinceMicros) implements SessionState {}

  /** Over. */
  record Ended(Why why) implements SessionState {}

  /** Why a session ended. */
  enum Why {
    COMPLETE,
    STOPPED,
    SYMPTOMS
  }
}
