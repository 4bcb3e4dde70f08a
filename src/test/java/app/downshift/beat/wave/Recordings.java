package app.downshift.beat.wave;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Samples and annotations of real recordings in the shared folder; absent ones skip the test. */
final class Recordings {
  private static final int SKIP = 59;
  private static final int AUX = 63;
  private static final List<Integer> NO_TIME = List.of(60, 61, 62);

  /** The codes of WFDB that stand for a beat. */
  private static final List<Integer> BEATS =
      List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25, 30, 34, 35, 38);

  private Recordings() {}

  private static byte[] bytes(String name) {
    Path file = Path.of(System.getProperty("downshift.shared", "../shared")).resolve(name);
    assumeTrue(Files.isReadable(file), "needs the shared recordings: " + name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** One signal of a WFDB file of format 212: pairs of 12-bit numbers in three bytes. */
  static double[] format212(String name, int signals, int signal) {
    byte[] bytes = bytes(name);
    int numbers = bytes.length / 3 * 2;
    return IntStream.range(0, numbers / signals)
        .map(i -> i * signals + signal)
        .mapToDouble(i -> twelveBits(bytes, i))
        .toArray();
  }

  private static int twelveBits(byte[] bytes, int number) {
    int at = number / 2 * 3;
    int middle = bytes[at + 1] & 0xFF;
    int value =
        number % 2 == 0
            ? bytes[at] & 0xFF | (middle & 0x0F) << 8
            : bytes[at + 2] & 0xFF | (middle & 0xF0) << 4;
    return value << 20 >> 20;
  }

  /**
   * Undoes the loss of the highest bits: of all numbers that agree in the lowest twelve bits the
   * one nearest to where the signal was heading.
   */
  static double[] unwrapped(double[] wrapped) {
    double[] whole = wrapped.clone();
    for (int i = 2; i < whole.length; i++) {
      double heading = whole[i - 1] + 0.8 * (whole[i - 1] - whole[i - 2]);
      whole[i] = wrapped[i] + 4096 * Math.rint((heading - wrapped[i]) / 4096);
    }
    return whole;
  }

  /** Samples at which the annotations of a WFDB file place beats. */
  static double[] beats(String name) {
    byte[] bytes = bytes(name);
    List<Double> beats = new ArrayList<>();
    long time = 0;
    for (int at = 0; at + 1 < bytes.length; at += 2) {
      int word = word(bytes, at);
      int code = word >> 10;
      int step = word & 0x3FF;
      if (word == 0) {
        break;
      } else if (code == SKIP) {
        time += ((long) word(bytes, at + 2) << 16) + word(bytes, at + 4);
        at += 4;
      } else if (code == AUX) {
        at += (step + 1) / 2 * 2;
      } else if (!NO_TIME.contains(code)) {
        time += step;
        if (BEATS.contains(code)) {
          beats.add((double) time);
        }
      }
    }
    return beats.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  /** A column of a text file; lines that hold no number there are left out. */
  static double[] column(String name, String separator, int column) {
    return new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(separator))
        .filter(cells -> cells.length > column && cells[column].matches("-?[0-9.]+(e-?\\d+)?"))
        .mapToDouble(cells -> Double.parseDouble(cells[column]))
        .toArray();
  }

  /** 16-bit samples behind a header. */
  static double[] shorts(String name, int header) {
    byte[] bytes = bytes(name);
    return IntStream.range(0, (bytes.length - header) / 2)
        .mapToDouble(i -> (short) word(bytes, header + 2 * i))
        .toArray();
  }

  /** Every {@code n}th of the means over {@code n} samples. */
  static double[] thinned(double[] samples, int n) {
    return IntStream.range(0, samples.length / n)
        .mapToDouble(i -> IntStream.range(0, n).mapToDouble(k -> samples[i * n + k]).sum() / n)
        .toArray();
  }
}
