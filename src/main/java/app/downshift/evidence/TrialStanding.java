package app.downshift.evidence;

import java.util.List;

/**
 * How far a client's comparison of breathing with sitting quietly has come. What comes next is not
 * in it.
 *
 * @param many what the sessions say together
 * @param lots how many lots were drawn, 0 where none ever was
 * @param practised sessions that were practised because a lot said so
 * @param begunAgain how often one was begun again after its kind had been seen
 * @param open whether a lot is drawn and still to be practised
 */
public record TrialStanding(
    ManySessions many, int lots, int practised, int begunAgain, boolean open) {
  /** Of sessions of one client, in any order, and the lots that were drawn for them. */
  public static TrialStanding of(List<SessionEvidence> sessions, Trial trial) {
    return new TrialStanding(
        ManySessions.of(sessions),
        trial.lots().size(),
        trial.practised(sessions),
        trial.begunAgain(),
        trial.standing(sessions).isPresent());
  }
}
