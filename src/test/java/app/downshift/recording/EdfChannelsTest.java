package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EDF of other recorders: the channels in which beats can be. */
class EdfChannelsTest {
  @TempDir Path folder;

  /** Times of beats in s, breathing at 0.1 Hz. */
  private static double[] beats() {
    double[] beats = new double[200];
    double at = 1;
    for (int i = 0; i < beats.length; i++) {
      beats[i] = at;
      at += 0.9 + 0.08 * Math.sin(2 * Math.PI * 0.1 * at);
    }
    return beats;
  }

  private Intervals read(byte[] edf) throws Exception {
    Path file = folder.resolve("x.edf");
    Files.write(file, edf);
    return Intervals.read(file);
  }

  /** A spike of the given width at every beat. */
  private static int wave(double[] beats, double seconds, double width, Random noise) {
    double sum = 0;
    for (double beat : beats) {
      double x = (seconds - beat) / width;
      sum += Math.abs(x) < 6 ? Math.exp(-x * x / 2) : 0;
    }
    return (int) Math.round(1000 * sum + 10 * noise.nextGaussian());
  }

  @Test
  void beatsAreFoundInAnEcg() throws Exception {
    double[] beats = beats();
    var noise = new Random(3);
    Intervals read =
        read(EdfMaker.of("ECG II", "uV", 250, 175, i -> wave(beats, i / 250.0, 0.012, noise)));
    assertEquals("edf", read.format());
    assertEquals(Instant.parse("2026-11-21T10:04:00Z"), read.started().orElseThrow());
    assertTrue(read.note().orElseThrow().contains("ECG II"));
    assertTrue(read.series().size() > 180);
    int found = read.series().size();
    for (int i = 2; i < found; i++) {
      double at = read.series().timeMillis(i) / 1000;
      double nearest = Double.POSITIVE_INFINITY;
      for (double beat : beats) {
        nearest = Math.min(nearest, Math.abs(beat - at));
      }
      assertEquals(0, nearest, 0.004);
    }
  }

  @Test
  void pulsesAreFoundInAPulseWave() throws Exception {
    double[] beats = beats();
    var noise = new Random(4);
    Intervals read =
        read(EdfMaker.of("Pleth", "", 100, 175, i -> wave(beats, i / 100.0, 0.08, noise)));
    assertTrue(read.note().orElseThrow().contains("pulse wave"));
    assertTrue(read.series().size() > 180);
    assertEquals(900, read.series().durationMillis() / read.series().size(), 10);
  }

  @Test
  void intervalsThatStandAtTheirBeatsAreExact() throws Exception {
    double[] beats = beats();
    int[] samples = new int[4 * 180];
    for (int i = 1; i < beats.length && beats[i] < 179; i++) {
      samples[(int) (beats[i] * 4)] = (int) Math.round(1000 * (beats[i] - beats[i - 1]));
    }
    Intervals read = read(EdfMaker.of("RR", "ms", 4, 180, i -> samples[i]));
    assertTrue(read.note().orElseThrow().contains("one at each beat"));
    for (int i = 0; i < 150; i++) {
      assertEquals(Math.round(1000 * (beats[i + 1] - beats[i])), read.series().rrMillis(i));
    }
  }

  @Test
  void intervalsHeldFromBeatToBeatAreWalkedThrough() throws Exception {
    double[] beats = beats();
    Intervals read =
        read(
            EdfMaker.of(
                "RR interval",
                "ms",
                8,
                170,
                i -> {
                  int next = 1;
                  while (beats[next] <= i / 8.0) {
                    next++;
                  }
                  return (int) Math.round(1000 * (beats[next] - beats[next - 1]));
                }));
    assertTrue(read.note().orElseThrow().contains("about right"));
    assertEquals(188, read.series().size(), 3);
    assertEquals(900, read.series().durationMillis() / read.series().size(), 10);
  }

  @Test
  void aFileWithoutAHeartIsRefusedWithItsChannels() {
    var refusal =
        assertThrows(
            UnreadableFile.class,
            () -> read(EdfMaker.of("EEG Fpz-Cz", "uV", 100, 10, i -> i % 50)));
    assertTrue(refusal.what().contains("eeg fpz-cz"), refusal::getMessage);
  }
}
