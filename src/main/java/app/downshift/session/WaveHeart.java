package app.downshift.session;

import app.downshift.beat.wave.Doubt;
import app.downshift.beat.wave.WaveBeat;
import app.downshift.beat.wave.WaveDetector;
import app.downshift.sensor.SensorEvent.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The beats of a sensor that sends a waveform and none of its own. It listens to one channel, the
 * first that can be a heart. Decides by what it is given alone, so that a replay finds the same.
 */
final class WaveHeart {
  private static final List<String> PULSES = List.of("ppg", "ir", "red", "green");
  private static final String ECG = "ecg";

  /** Bare samples of a board that does not say what they are. */
  private static final String UNTOLD = "raw";

  private static final double LEAST_ECG_HZ = 125;
  private static final double LEAST_PULSE_HZ = 25;
  private static final double MOST_HZ = 2_000;
  private static final int MOST_HELD = 8_192;

  private final Set<String> modes;
  private boolean called;
  private boolean tooSlow;
  private String channel = "";
  private SampleClock clock = new SampleClock(0);
  private Optional<WaveDetector> detector = Optional.empty();
  private int[] held = new int[64];
  private int holds;
  private double lastAt = Double.NaN;

  /**
   * A beat that was found.
   *
   * @param rrMillis ms since the beat found before it, NaN when beats may be missing between them
   * @param atMillis when it was
   */
  record FoundBeat(double rrMillis, double atMillis, Set<Doubt> doubts) {}

  /** {@code modes} are those in which it is needed. */
  WaveHeart(Set<String> modes) {
    this.modes = modes;
  }

  /** The sensor told its mode; true when from now on its beats come from elsewhere than before. */
  boolean mode(String mode) {
    boolean before = inCharge();
    called = modes.contains(mode);
    tooSlow = false;
    forget();
    return before != inCharge();
  }

  /** Whether beats are to be found here, so that those the sensor tells do not count. */
  boolean inCharge() {
    return called && !tooSlow;
  }

  /** The channel it listens to, empty before the first sample. */
  String channel() {
    return channel;
  }

  /** Nobody knows how many samples are missing here. */
  void forget() {
    clock = new SampleClock(0);
    detector = Optional.empty();
    channel = "";
    holds = 0;
    lastAt = Double.NaN;
  }

  /** One sample is missing; answers the beat that time completed. */
  List<FoundBeat> missing(double nowMillis) {
    if (detector.isEmpty()) {
      return List.of();
    }
    clock.heard(1, nowMillis);
    return detector.get().accept(Double.NaN).map(this::timed).stream().toList();
  }

  /** Takes samples of which the last was heard now; answers the beats they complete. */
  List<FoundBeat> take(Waveform wave, double nowMillis) {
    if (!inCharge() || wave.source() != 0 || !mine(wave)) {
      return List.of();
    }
    if (!clock.heard(wave.values().length, nowMillis)) {
      detector.ifPresent(running -> running.lost(0));
    }
    if (detector.isPresent()) {
      return found(wave.values(), wave.values().length);
    }
    hold(wave.values());
    if (!clock.runs() && holds < MOST_HELD) {
      return List.of();
    }
    detector = suitable();
    tooSlow = detector.isEmpty();
    int waiting = holds;
    holds = 0;
    return tooSlow ? List.of() : found(held, waiting);
  }

  private boolean mine(Waveform wave) {
    if (channel.isEmpty()) {
      String name = wave.channel();
      if (!PULSES.contains(name) && !name.equals(ECG) && !name.equals(UNTOLD)) {
        return false;
      }
      channel = name;
      clock = new SampleClock(wave.sampleRateHz());
    }
    return wave.channel().equals(channel);
  }

  private void hold(int[] values) {
    if (holds + values.length > held.length) {
      held = Arrays.copyOf(held, Math.max(holds + values.length, 2 * held.length));
    }
    System.arraycopy(values, 0, held, holds, values.length);
    holds += values.length;
  }

  /** Samples that nobody has named come from a finger unless they are many. */
  private Optional<WaveDetector> suitable() {
    double rate = 1000 / clock.periodMillis();
    boolean electrodes = channel.equals(ECG) || (channel.equals(UNTOLD) && rate >= LEAST_ECG_HZ);
    double least = electrodes ? LEAST_ECG_HZ : LEAST_PULSE_HZ;
    if (!(rate >= least && rate <= MOST_HZ)) {
      return Optional.empty();
    }
    return Optional.of(electrodes ? WaveDetector.ecg(rate) : WaveDetector.ppg(rate));
  }

  private List<FoundBeat> found(int[] values, int count) {
    List<FoundBeat> beats = new ArrayList<>(2);
    WaveDetector running = detector.orElseThrow();
    for (int i = 0; i < count; i++) {
      running.accept(values[i]).ifPresent(beat -> beats.add(timed(beat)));
    }
    return beats;
  }

  private FoundBeat timed(WaveBeat beat) {
    double rrMillis =
        beat.afterGap() ? Double.NaN : (beat.atSample() - lastAt) * clock.periodMillis();
    lastAt = beat.atSample();
    return new FoundBeat(rrMillis, clock.millisOf(beat.atSample()), beat.doubts());
  }
}
