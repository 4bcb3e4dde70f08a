package app.downshift.beat.wave;

import app.downshift.sensor.virtual.HeartProfile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints what the detectors find, recording by recording, and what a sample costs. Recordings
 * without known beats are only counted: they are for looking at.
 */
final class DetectionTable {
  private static final String MITDB = "data/mitdb/orig/";
  private static final String ICU = "data/cinc2015-icu/orig/v102s.dat";

  private DetectionTable() {}

  /** A recording whose beats are known, and what was found in it. */
  record Scored(String name, Found found, Score score) {}

  /** MIT-BIH records, against the annotations of their authors. */
  static Scored mitBih(String record, int lead) {
    double[] truth = Recordings.beats(MITDB + record + ".atr");
    Found found = Found.ecg(Recordings.format212(MITDB + record + ".dat", 2, lead), 360);
    double[] seconds = Arrays.stream(truth).map(at -> at / 360).toArray();
    String name = "MIT-BIH " + record + (lead == 0 ? " MLII" : " second lead");
    return new Scored(name, found, Score.of(seconds, found.seconds()));
  }

  /** The ICU record's pulse wave, against our own reading of the ECG beside it. */
  static Scored icuPulse(int thin, boolean inverted) {
    double[] ecg = Recordings.unwrapped(Recordings.format212(ICU, 4, 0));
    double[] pulse = Recordings.unwrapped(Recordings.format212(ICU, 4, 2));
    if (inverted) {
      pulse = Arrays.stream(pulse).map(value -> -value).toArray();
    }
    double rate = 250.0 / thin;
    Found found = Found.ppg(Recordings.thinned(pulse, thin), rate);
    double[] truth = followed(Found.ecg(ecg, 250).seconds(), found.seconds());
    String name = "CinC 2015 v102s, pulse at " + rate + " Hz" + (inverted ? ", inverted" : "");
    return new Scored(name, found, Score.of(truth, found.seconds()));
  }

  /** When the pulses of these beats are due: later by the median delay of up to 0.7 s. */
  private static double[] followed(double[] beats, double[] pulses) {
    double[] delays =
        Arrays.stream(beats)
            .map(
                beat ->
                    Arrays.stream(pulses).filter(at -> at > beat + 0.1).findFirst().orElse(1e9)
                        - beat)
            .filter(delay -> delay < 0.7)
            .sorted()
            .toArray();
    double median = delays[delays.length / 2];
    double first = pulses[0] - Score.WINDOW_SECONDS;
    return Arrays.stream(beats).map(beat -> beat + median).filter(at -> at >= first).toArray();
  }

  /** A pulse wave of known instants. */
  static Scored syntheticPulse(double sampleRateHz, double noise) {
    var wave = SyntheticWave.ppg(HeartProfile.CALM, sampleRateHz, 300, noise, 1);
    Found found = Found.ppg(wave.samples(), sampleRateHz);
    String name = "synthetic pulse at " + sampleRateHz + " Hz, noise " + noise;
    return new Scored(name, found, Score.of(wave.beats(), found.seconds()));
  }

  private static Found pulse(double[] samples, double sampleRateHz) {
    return Found.ppg(samples, sampleRateHz);
  }

  public static void main(String[] args) {
    PrintStream out = System.out;
    List<Supplier<Scored>> rows = new ArrayList<>();
    rows.add(() -> mitBih("100", 0));
    rows.add(() -> mitBih("105", 0));
    rows.add(() -> mitBih("100", 1));
    rows.add(() -> mitBih("105", 1));
    for (int thin : new int[] {1, 2, 5}) {
      rows.add(() -> icuPulse(thin, false));
    }
    rows.add(() -> icuPulse(1, true));
    for (double noise : new double[] {0, 0.01, 0.03}) {
      for (double rate : new double[] {25, 50, 100, 250}) {
        rows.add(() -> syntheticPulse(rate, noise));
      }
    }
    for (Supplier<Scored> row : rows) {
      Scored scored = row.get();
      out.printf(
          Locale.ROOT,
          "%-46s %s, %d gaps, %d doubted, latest %.2f s%n",
          scored.name,
          scored.score,
          scored.found.gaps(),
          scored.found.doubted(),
          scored.found.latestSeconds());
    }
    looked(
        out,
        "heartpy-ppg",
        pulse(Recordings.column("data/heartpy-ppg/orig/data.csv", ",", 0), 100));
    looked(out, "biosppy", pulse(Recordings.column("data/biosppy/orig/ppg.txt", ",", 0), 1000));
    looked(out, "peakdet", pulse(Recordings.column("data/peakdet/orig/PPG.csv", ",", 0), 40));
    looked(
        out,
        "plux-bvp",
        pulse(Recordings.column("data/plux-bvp/orig/bvp_sample.txt", "\t", 2), 1000));
    looked(
        out,
        "neurokit-bio, ECG taken for one of 125 Hz",
        Found.ecg(
            Recordings.column("data/neurokit-bio/orig/bio_resting_8min_100hz.csv", ",", 0), 125));
    for (String record :
        List.of("A00001", "A00002", "A00004", "A00005", "A00020", "A00022", "A00034")) {
      looked(
          out,
          "CinC 2017 " + record,
          Found.ecg(Recordings.shorts("data/cinc2017-af/orig/" + record + ".mat", 24), 300));
    }
    cost(out);
  }

  private static void looked(PrintStream out, String name, Found found) {
    out.printf(
        Locale.ROOT,
        "%-46s %5d beats found, %d gaps, %d doubted (no known beats)%n",
        name,
        found.beats().size(),
        found.gaps(),
        found.doubted());
  }

  /** Fifty streams of 250 Hz side by side in one thread, sample by sample. */
  private static void cost(PrintStream out) {
    var wave = SyntheticWave.ecg(HeartProfile.CALM, 250, 120, 0.05, 1);
    double[] nanos = new double[9];
    for (int round = 0; round < nanos.length; round++) {
      WaveDetector[] streams = new WaveDetector[50];
      Arrays.setAll(streams, i -> WaveDetector.ecg(250));
      int beats = 0;
      long start = System.nanoTime();
      for (double sample : wave.samples()) {
        for (WaveDetector stream : streams) {
          beats += stream.accept(sample).isPresent() ? 1 : 0;
        }
      }
      nanos[round] = (System.nanoTime() - start) / (50.0 * wave.samples().length);
      if (beats == 0) {
        throw new IllegalStateException("no beats");
      }
    }
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2];
    out.printf(
        Locale.ROOT,
        "%nECG at 250 Hz: %.0f ns a sample (median of %d); 50 streams take %.2f %% of a core%n",
        median,
        nanos.length,
        median * 50 * 250 / 1e7);
  }
}
