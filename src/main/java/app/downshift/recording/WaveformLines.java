package app.downshift.recording;

import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.session.SessionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers samples, which may come one by one, into blocks: what the engine is given and the lines
 * of the file.
 */
public final class WaveformLines {
  private static final long LOOKED_AT_MICROS = 1_000_000;
  private static final long SEARCHED_MICROS = 200_000;

  private final long lineMicros;
  private final Map<String, Open> open = new LinkedHashMap<>();

  /** Blocks of about a second, or of a fifth where beats are to be found in them. */
  public WaveformLines(boolean searched) {
    lineMicros = searched ? SEARCHED_MICROS : LOOKED_AT_MICROS;
  }

  private static final class Open {
    private final Waveform first;
    private final long sinceMicros;
    private long lastMicros;
    private int[] samples;
    private int count;

    private Open(Waveform first, long atMicros) {
      this.first = first;
      sinceMicros = atMicros;
      samples = new int[Math.max(64, first.values().length)];
    }

    private void add(Waveform wave, long atMicros) {
      int needed = count + wave.values().length;
      if (needed > samples.length) {
        samples = Arrays.copyOf(samples, Math.max(needed, samples.length * 2));
      }
      System.arraycopy(wave.values(), 0, samples, count, wave.values().length);
      count = needed;
      lastMicros = atMicros;
    }

    private SessionEvent.Sensed line() {
      return new SessionEvent.Sensed(
          lastMicros,
          new Waveform(
              first.source(),
              first.channel(),
              first.sampleRateHz(),
              Arrays.copyOf(samples, count)));
    }
  }

  /**
   * Takes samples whose last was heard at {@code atMicros}; answers the block they complete, if
   * any.
   */
  public List<SessionEvent.Sensed> add(long atMicros, Waveform wave) {
    String channel = wave.source() + "/" + wave.channel();
    Open line = open.computeIfAbsent(channel, none -> new Open(wave, atMicros));
    line.add(wave, atMicros);
    if (atMicros - line.sinceMicros < lineMicros) {
      return List.of();
    }
    open.remove(channel);
    return List.of(line.line());
  }

  /** What is still open, at the end. */
  public List<SessionEvent.Sensed> rest() {
    List<SessionEvent.Sensed> lines = new ArrayList<>();
    open.values().forEach(line -> lines.add(line.line()));
    open.clear();
    return lines;
  }
}
