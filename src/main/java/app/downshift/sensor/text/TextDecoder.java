package app.downshift.sensor.text;

import app.downshift.sensor.Decoder;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.text.TextMemory.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Text lines of any known shape, told apart line by line. Two things no single line can tell:
 *
 * <ul>
 *   <li><b>Intervals or samples.</b> Bare numbers are intervals until two lines {@code !} (leads
 *       off) in a row, which only sample sketches print; {@link #samples} begins with samples, and
 *       {@link #forCapture} looks at the whole: a {@code !} anywhere, or 15 lines a second and
 *       more, means samples.
 *   <li><b>Seconds or milliseconds.</b> A stream is in seconds when its first interval has a
 *       decimal point and lies in 0.2–2.5. It turns to milliseconds at the first value above 10,
 *       and to seconds at the third such value in a row. A capture is in seconds when all its
 *       values are such.
 * </ul>
 */
public final class TextDecoder implements Decoder {
  private final LineFraming framing;
  private final TextMemory memory;

  private TextDecoder(LineFraming framing, TextMemory memory) {
    this.framing = framing;
    this.memory = memory;
  }

  /** Bare numbers are intervals; begins at a line. */
  public static TextDecoder intervals() {
    return new TextDecoder(LineFraming.atBoundary(), TextMemory.INTERVALS);
  }

  /** Bare numbers are samples; begins at a line. */
  public static TextDecoder samples() {
    return new TextDecoder(LineFraming.atBoundary(), TextMemory.SAMPLES);
  }

  /**
   * The same decoder, before its first byte, for a port opened at any moment: half a line is not
   * believed.
   */
  public TextDecoder midStream() {
    return new TextDecoder(LineFraming.midStream(), memory);
  }

  /** The decoder for a whole capture that took {@code seconds} to arrive (NaN when unknown). */
  public static TextDecoder forCapture(byte[] capture, int length, double seconds) {
    BareNumbers bare = BareNumbers.in(capture, length);
    if (bare.leadsOff() || bare.fasterThanAHeart(seconds)) {
      return samples();
    }
    Unit unit = bare.count() == 0 ? Unit.UNKNOWN : bare.allSeconds() ? Unit.SECONDS : Unit.MILLIS;
    return new TextDecoder(LineFraming.atBoundary(), TextMemory.INTERVALS.in(unit));
  }

  @Override
  public Decoded accept(byte[] bytes, int length) {
    List<SensorEvent> events = new ArrayList<>();
    TextLines lines = new TextLines(memory, events);
    LineFraming rest = framing.accept(bytes, length, lines);
    return new Decoded(new TextDecoder(rest, lines.memory()), events);
  }
}
