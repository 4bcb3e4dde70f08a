package app.downshift.sensor.heartrate;

import java.util.ArrayList;
import java.util.List;

/**
 * Unpacks Polar's delta frames: a reference sample, then blocks of differences of a width each, bit
 * by bit from the lowest, channel after channel, each block at a byte (Polar BLE SDK).
 */
final class PolarDeltas {
  private static final int WIDEST_BITS = 32;

  private PolarDeltas() {}

  /**
   * The samples in {@code bytes[from..to)}, what comes behind the last whole block left out.
   *
   * @return one row a channel; rows are empty where not even the reference sample is whole
   */
  static int[][] read(byte[] bytes, int from, int to, int channels, int resolutionBits) {
    int wide = (resolutionBits + 7) / 8;
    int at = from + channels * wide;
    List<int[]> samples = new ArrayList<>();
    int[] last = new int[channels];
    if (at <= to) {
      for (int channel = 0; channel < channels; channel++) {
        last[channel] = (int) bits(bytes, (from + channel * wide) * 8L, 8 * wide);
      }
      samples.add(last);
    }
    while (at + 2 <= to) {
      int width = bytes[at] & 0xFF;
      int count = bytes[at + 1] & 0xFF;
      long bit = (at + 2) * 8L;
      long end = bit + (long) count * channels * width;
      if (width > WIDEST_BITS || end > to * 8L) {
        break;
      }
      for (int i = 0; i < count; i++) {
        int[] next = last.clone();
        for (int channel = 0; channel < channels; channel++, bit += width) {
          next[channel] += (int) bits(bytes, bit, width);
        }
        samples.add(next);
        last = next;
      }
      at = (int) ((end + 7) / 8);
    }
    int[][] rows = new int[channels][];
    for (int channel = 0; channel < channels; channel++) {
      int row = channel;
      rows[channel] = samples.stream().mapToInt(sample -> sample[row]).toArray();
    }
    return rows;
  }

  /** A number of two's complement whose lowest bit is {@code bit}. */
  private static long bits(byte[] bytes, long bit, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      long at = bit + i;
      value |= (long) ((bytes[(int) (at / 8)] >> (at % 8)) & 1) << i;
    }
    boolean negative = width > 0 && ((value >> (width - 1)) & 1) == 1;
    return negative ? value - (1L << width) : value;
  }
}
