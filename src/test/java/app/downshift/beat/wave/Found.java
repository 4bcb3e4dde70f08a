package app.downshift.beat.wave;

import java.util.ArrayList;
import java.util.List;

/**
 * What a detector found in a whole recording.
 *
 * @param latestSeconds the longest time from a beat to its telling
 */
record Found(double sampleRateHz, List<WaveBeat> beats, double latestSeconds) {
  static Found in(double[] samples, WaveDetector detector) {
    List<WaveBeat> beats = new ArrayList<>();
    double latest = 0;
    for (double sample : samples) {
      var beat = detector.accept(sample);
      if (beat.isPresent()) {
        beats.add(beat.get());
        double late = detector.samples() - 1 - beat.get().atSample();
        latest = Math.max(latest, late / detector.sampleRateHz());
      }
    }
    return new Found(detector.sampleRateHz(), beats, latest);
  }

  static Found ecg(double[] samples, double sampleRateHz) {
    return in(samples, WaveDetector.ecg(sampleRateHz));
  }

  static Found ppg(double[] samples, double sampleRateHz) {
    return in(samples, WaveDetector.ppg(sampleRateHz));
  }

  double[] seconds() {
    return beats.stream().mapToDouble(beat -> beat.atSample() / sampleRateHz).toArray();
  }

  long gaps() {
    return beats.stream().filter(WaveBeat::afterGap).count();
  }

  long doubted() {
    return beats.stream().filter(beat -> !beat.doubts().isEmpty()).count();
  }
}
