package app.downshift.session;

import app.downshift.beat.Marks;
import app.downshift.beat.wave.Doubt;
import app.downshift.breath.Pacer;
import app.downshift.sensor.SensorEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one step of the engine did: the lines of the session file. {@link Sensed} and {@link
 * Commanded} repeat what went in, so that a replay can feed it again; the others are what the
 * engine made of it.
 */
public sealed interface SessionEvent {
  /** Session time in microseconds. */
  long atMicros();

  /** A phase began. */
  record PhaseBegan(long atMicros, Phase phase) implements SessionEvent {}

  /** The pacer was started or changed. */
  record PaceSet(long atMicros, Pacer pacer) implements SessionEvent {}

  /** A stretch of known rate began, which is to be compared with others. */
  record StepBegan(long atMicros, Practice.Step step) implements SessionEvent {}

  /** It is over, at its end or before. */
  record StepEnded(long atMicros, Practice.Step step) implements SessionEvent {}

  /** A set of a movement began, or ended. */
  record SetMarked(long atMicros, int set, boolean began) implements SessionEvent {}

  /** What became of the heart rate after a set; final. */
  record RecoveryTold(long atMicros, int set, Practice.Recovery recovery) implements SessionEvent {}

  /**
   * A beat was taken in; {@code arrivedMicros} is when it was heard, {@code atMicros} when it was.
   * {@code found} tells of one that was found in a waveform.
   */
  record BeatTaken(
      long atMicros,
      long arrivedMicros,
      SensorEvent.Beat beat,
      Marks marks,
      Optional<FoundInWaveform> found)
      implements SessionEvent {}

  /**
   * Where a beat was found that the sensor did not tell, and why it is doubted; a replay finds it
   * again.
   */
  record FoundInWaveform(String channel, Set<Doubt> doubts) {
    public FoundInWaveform {
      doubts = Set.copyOf(doubts);
    }
  }

  /** A later decision about an earlier beat. */
  record BeatMarked(long atMicros, long beatMicros, Marks marks) implements SessionEvent {}

  /** Beats are missing from here. */
  record GapBegan(long atMicros, GapCause cause, int beats) implements SessionEvent {}

  /** The sensor said something other than a beat, or a beat that does not count. */
  record Sensed(long atMicros, SensorEvent event) implements SessionEvent {}

  /** Somebody asked for something. */
  record Commanded(long atMicros, Command command) implements SessionEvent {}

  /** A question was put. */
  record Asked(long atMicros, Snapshot.Question question) implements SessionEvent {}

  /** The phase clock stopped for want of a signal, or runs again. */
  record Waited(long atMicros, boolean waiting) implements SessionEvent {}

  /** The session is over. */
  record Ended(long atMicros, SessionState.Why why) implements SessionEvent {}

  /** Why beats are missing: told by the sensor, or found by the session itself. */
  enum GapCause {
    LOST_BEATS,
    LOST_LINES,
    CHECKSUM,
    RESTART,
    UNPLUGGED,
    CONTACT,
    SILENCE,
    LONG_INTERVAL,
    IMPOSSIBLE,
    LATE,
    /** No beats could be found in the waveform for a while, or samples are missing. */
    SIGNAL;

    /** The word of session files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
