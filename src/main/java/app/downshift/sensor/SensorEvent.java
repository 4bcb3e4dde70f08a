package app.downshift.sensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a sensor, or the cable it hangs on, can tell. Decoders make all of these but {@link
 * Link}, which is the reader's word about the port. {@code source} numbers the sensors behind one
 * port, from 0.
 */
public sealed interface SensorEvent {

  /**
   * One interval between two beats, as the device measured it and never rounded.
   *
   * @param rrMillis the interval in ms
   * @param ticks the device's own count behind {@code rrMillis}, or 0 where the device speaks
   *     milliseconds
   * @param followedBy how many further intervals the same message still carries; a burst has one
   *     arrival
   * @param deviceTime the device's clock, where it has one
   * @param inferred true when the beat was only seen as a change of a repeated value, so that an
   *     equal successor would have been lost unseen
   */
  record Beat(
      int source,
      double rrMillis,
      int ticks,
      int followedBy,
      Optional<DeviceTime> deviceTime,
      boolean inferred)
      implements SensorEvent {
    /**
     * Longest time between two beats that can be an interval at all; plausibility is judged
     * elsewhere.
     */
    public static final double LONGEST_MILLIS = 10_000;

    /** Whether a number that a device calls an interval is one: above zero and not absurd. */
    public static boolean possible(double rrMillis) {
      return rrMillis > 0 && rrMillis <= LONGEST_MILLIS;
    }
  }

  /**
   * Beats are missing here: no difference may be formed across this place.
   *
   * @param beats how many are missing, or 0 when nobody knows
   */
  record Gap(int source, GapReason reason, int beats) implements SensorEvent {}

  /** Skin contact found or lost. */
  record Contact(int source, boolean on) implements SensorEvent {}

  /** Charge in percent, 0 to 100. */
  record Battery(int source, int percent) implements SensorEvent {}

  /** A heart rate the device computed itself, in beats per minute. Shown to nobody as a beat. */
  record Rate(int source, double bpm) implements SensorEvent {}

  /**
   * Samples of a waveform, oldest first, in device units; {@code sampleRateHz} is nominal, 0 if
   * unknown.
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // many samples; equality is by content, and nobody writes into them
  record Waveform(int source, String channel, double sampleRateHz, int[] values)
      implements SensorEvent {
    @Override
    public boolean equals(Object other) {
      return other instanceof Waveform that
          && source == that.source
          && channel.equals(that.channel)
          && Double.compare(sampleRateHz, that.sampleRateHz) == 0
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return 31 * channel.hashCode() + Arrays.hashCode(values);
    }
  }

  /**
   * What a device says of itself: {@code name}, {@code model}, {@code firmware}, {@code state}, and
   * so on. A conversation that still looks for its sensor says how far it is in the field {@link
   * #STATE}, with one of {@link Reach}'s words.
   */
  record Info(int source, Map<String, String> fields) implements SensorEvent {
    public Info {
      fields = Map.copyOf(fields);
    }

    /** The field that says how a connection stands. */
    public static final String STATE = "state";

    /** How far a conversation has got. */
    public static Info of(int source, Reach reach) {
      return new Info(source, Map.of(STATE, reach.word()));
    }
  }

  /** How far a conversation has got with the sensor behind its port. */
  enum Reach {
    /** The stick answers, and listens which sensors are in reach. */
    SCANNING,
    /** A sensor was chosen and is being called. */
    CONNECTING,
    /** The sensor answers; what it offers is being asked. */
    CONNECTED,
    /** It was told to send, and agreed: beats will come. */
    SUBSCRIBED,
    /** The sensor is gone, and is looked for again. */
    LOST,
    /** The sensor, or the stick, refuses; the field {@code text} says why. */
    REFUSED;

    /** The one with this word, if it is one of these. */
    public static Optional<Reach> named(String word) {
      return Arrays.stream(values()).filter(reach -> reach.word().equals(word)).findFirst();
    }

    /** The word in events and files, such as {@code scanning}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sensor in reach that could be chosen, told when it is found and when more is known of it.
   *
   * @param address what to choose it by; unique
   * @param name what it calls itself, empty while unknown
   * @param rssiDbm signal strength in dBm, 0 if unknown; nearer to 0 is stronger
   */
  record Found(int source, String address, String name, int rssiDbm) implements SensorEvent {}

  /**
   * Bytes that were understood as nothing; {@code reason} is one word such as {@code crc} or {@code
   * text}. With {@code impossible} a number stood where an interval should: it is no beat, it is
   * counted, and no difference may be formed across it.
   */
  record Rejected(String reason, String text) implements SensorEvent {
    /** The reason that stands for a number which cannot be an interval. */
    public static final String IMPOSSIBLE = "impossible";

    /** Whether a beat stood here whose interval nobody knows. */
    public boolean impossible() {
      return reason.equals(IMPOSSIBLE);
    }
  }

  /** The port was opened, or pulled out. Says nothing about beats; the session draws the gap. */
  record Link(LinkState state, String port) implements SensorEvent {}

  /** State of the cable. */
  enum LinkState {
    CONNECTED,
    UNPLUGGED
  }

  /** Why beats are missing, as far as the sensor can tell. */
  enum GapReason {
    LOST_BEATS,
    LOST_LINES,
    CHECKSUM,
    RESTART
  }

  /**
   * The device's own clock in ms since its boot, unwrapped; {@code moment} says what was stamped.
   */
  record DeviceTime(long millis, Moment moment) {
    /**
     * {@code BEAT}: the instant of the beat itself. {@code ARRIVAL}: when the relay board heard of
     * it.
     */
    public enum Moment {
      BEAT,
      ARRIVAL
    }
  }
}
