package app.downshift.beat.wave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.virtual.HeartProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveDetectorTest {
  private static final long SEED = 20261121;
  private static final double SECONDS = 120;
  private static final double FROM = 3;

  /** A signal, which detector is for it, and how exact it must be. */
  record Kind(String name, boolean isEcg, SyntheticWave wave, double jitterMillis) {
    WaveDetector detector() {
      return isEcg ? WaveDetector.ecg(wave.sampleRateHz()) : WaveDetector.ppg(wave.sampleRateHz());
    }

    Found found(SyntheticWave changed) {
      return Found.in(changed.samples(), detector());
    }

    @Override
    public String toString() {
      return name + ", seed " + SEED;
    }
  }

  private static Kind ecg(double sampleRateHz, double noise, double jitterMillis) {
    var wave = SyntheticWave.ecg(HeartProfile.CALM, sampleRateHz, SECONDS, noise, SEED);
    return new Kind("ECG " + sampleRateHz + " Hz, noise " + noise, true, wave, jitterMillis);
  }

  private static Kind ppg(double sampleRateHz, double noise, double jitterMillis) {
    var wave = SyntheticWave.ppg(HeartProfile.CALM, sampleRateHz, SECONDS, noise, SEED);
    return new Kind("PPG " + sampleRateHz + " Hz, noise " + noise, false, wave, jitterMillis);
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        ecg(125, 0.02, 1),
        ecg(250, 0.02, 1),
        ecg(250, 0.1, 3),
        ecg(1000, 0.05, 1.5),
        ppg(50, 0.005, 1),
        ppg(50, 0.03, 5),
        ppg(100, 0.03, 4),
        ppg(250, 0.05, 4));
  }

  static Stream<Kind> oneOfEach() {
    return Stream.of(ecg(250, 0.03, 2), ppg(50, 0.01, 3));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void findsEveryBeatFromTheThirdSecondOnAndNothingElse(Kind kind) {
    Found found = kind.found(kind.wave);
    Score score = score(kind, found, FROM);
    assertEquals(0, score.missed(), score.toString());
    assertEquals(0, score.extra(), score.toString());
    assertEquals(1, found.gaps());
    assertTrue(score.jitterMillis() <= kind.jitterMillis, score.toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tellsABeatWithinASecond(Kind kind) {
    double latest = kind.found(kind.wave).latestSeconds();
    assertTrue(latest <= 1, latest + " s");
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void eitherPolarityWill(Kind kind) {
    Found found = kind.found(kind.wave.mapped(value -> -value));
    Score score = score(kind, found, FROM);
    assertEquals(0, score.missed() + score.extra(), score.toString());
    assertTrue(score.jitterMillis() <= kind.jitterMillis, score.toString());
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void scaleAndOffsetChangeNothing(Kind kind) {
    List<WaveBeat> beats = kind.found(kind.wave).beats();
    assertEquals(beats, kind.found(kind.wave.mapped(v -> v * 0x1p-40)).beats());
    assertEquals(beats, kind.found(kind.wave.mapped(v -> v * 0x1p40)).beats());
    Found shifted = kind.found(kind.wave.mapped(v -> 1e6 + v * 1000));
    assertEquals(beats.size(), shifted.beats().size());
    for (int i = 0; i < beats.size(); i++) {
      assertEquals(beats.get(i).atSample(), shifted.beats().get(i).atSample(), 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {38, 50, 66, 90, 120, 165})
  void findsSlowAndFastHearts(double bpm) {
    HeartProfile heart = HeartProfile.CALM.withMeanBpm(bpm).withSwingBpm(4);
    for (Kind kind :
        List.of(
            new Kind("ECG", true, SyntheticWave.ecg(heart, 250, SECONDS, 0.03, SEED), 2),
            new Kind("PPG", false, SyntheticWave.ppg(heart, 100, SECONDS, 0.01, SEED), 3))) {
      Score score = score(kind, kind.found(kind.wave), FROM);
      assertEquals(0, score.missed() + score.extra(), kind.name + " " + score);
    }
  }

  @Test
  void findsTheBeatsOfAnIrregularHeartAndEarlyOnes() {
    for (String profile : List.of("irregular", "ectopics")) {
      HeartProfile heart = HeartProfile.named(profile).orElseThrow();
      var wave = SyntheticWave.ecg(heart, 250, SECONDS, 0.03, SEED);
      Score score = Score.of(wave.beatsFrom(FROM), inside(Found.ecg(wave.samples(), 250), wave));
      assertEquals(0, score.missed() + score.extra(), profile + " " + score);
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void aFlatLineIsAGapAndBeatsComeBackAfterIt(Kind kind) {
    Found found = kind.found(silenced(kind, 40, 50, 0.7));
    assertNothingIn(found, 40.3, 50);
    assertEquals(2, found.gaps());
    Score after = Score.of(kind.wave.beatsFrom(53), inside(found, kind.wave, 53));
    assertEquals(0, after.missed() + after.extra(), after.toString());
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void missingSamplesAreBridgedWhenFewAndAGapWhenMany(Kind kind) {
    double[] samples = kind.wave.samples().clone();
    int few = (int) (20 * kind.wave.sampleRateHz());
    samples[few] = Double.NaN;
    samples[few + 1] = Double.POSITIVE_INFINITY;
    Found bridged = kind.found(kind.wave.with(samples));
    assertEquals(1, bridged.gaps());
    Score score = score(kind, bridged, FROM);
    assertEquals(0, score.missed() + score.extra(), score.toString());

    Found gap = kind.found(silenced(kind, 40, 41, Double.NaN));
    assertEquals(2, gap.gaps());
    Score after = Score.of(kind.wave.beatsFrom(44), inside(gap, kind.wave, 44));
    assertEquals(0, after.missed() + after.extra(), after.toString());
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void lostSamplesAreAGapAndTimeGoesOn(Kind kind) {
    double rate = kind.wave.sampleRateHz();
    WaveDetector detector = kind.detector();
    List<WaveBeat> beats = new ArrayList<>();
    int from = (int) (60 * rate);
    int to = (int) (67 * rate);
    for (int i = 0; i < kind.wave.samples().length; i++) {
      if (i == from) {
        detector.lost(to - from);
        i = to;
      }
      detector.accept(kind.wave.samples()[i]).ifPresent(beats::add);
    }
    Found found = new Found(rate, beats, 0);
    assertEquals(2, found.gaps());
    assertNothingIn(found, 60.2, 67);
    Score after = Score.of(kind.wave.beatsFrom(70), inside(found, kind.wave, 70));
    assertEquals(0, after.missed() + after.extra(), after.toString());
    assertEquals(kind.wave.samples().length, detector.samples());
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void aStepOfTheBaselineMakesNoBeatAndHidesNone(Kind kind) {
    double[] samples = kind.wave.samples().clone();
    for (double at = 20.3; at < SECONDS - 5; at += 11.7) {
      for (int i = (int) (at * kind.wave.sampleRateHz()); i < samples.length; i++) {
        samples[i] += 15;
      }
    }
    Score score = score(kind, kind.found(kind.wave.with(samples)), FROM);
    assertEquals(0, score.missed() + score.extra(), score.toString());
  }

  @Test
  void aClippedPeakIsFoundAndDoubted() {
    Kind kind = ecg(1000, 0.005, 2);
    Found found = kind.found(kind.wave.mapped(value -> Math.min(value, 0.5)));
    Score score = score(kind, found, FROM);
    assertEquals(0, score.missed() + score.extra(), score.toString());
    long clipped = found.beats().stream().filter(b -> b.doubts().contains(Doubt.CLIPPED)).count();
    assertTrue(clipped > found.beats().size() / 2, clipped + " of " + found.beats().size());
    assertFalse(
        kind.found(kind.wave).beats().stream().anyMatch(b -> b.doubts().contains(Doubt.CLIPPED)));
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void followsASuddenChangeOfSizeAfterAtMostFiveSeconds(Kind kind) {
    for (double factor : new double[] {0.1, 10}) {
      double[] samples = kind.wave.samples().clone();
      for (int i = (int) (60 * kind.wave.sampleRateHz()); i < samples.length; i++) {
        samples[i] *= factor;
      }
      Found found = kind.found(kind.wave.with(samples));
      Score after = Score.of(kind.wave.beatsFrom(66), inside(found, kind.wave, 66));
      assertEquals(0, after.missed() + after.extra(), factor + " " + after);
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void aMovementDoesNotDeafenItForLong(Kind kind) {
    double[] samples = kind.wave.samples().clone();
    Random random = new Random(SEED);
    int from = (int) (30 * kind.wave.sampleRateHz());
    int to = (int) (34 * kind.wave.sampleRateHz());
    double walk = 0;
    for (int i = from; i < to; i++) {
      walk = 0.9 * walk + 2 * random.nextGaussian();
      samples[i] += walk;
    }
    Found found = kind.found(kind.wave.with(samples));
    Score after = Score.of(kind.wave.beatsFrom(40), inside(found, kind.wave, 40));
    assertEquals(0, after.missed() + after.extra(), after.toString());
  }

  @Test
  void survivesWhateverMayCome() {
    Random random = new Random(SEED);
    double[] odd = {
      0, 1, -1, 1e99, -1e99, 1e300, Double.NaN, Double.NEGATIVE_INFINITY, 1e-300, 1023, 0.5
    };
    for (int round = 0; round < 40; round++) {
      WaveDetector detector = round % 2 == 0 ? WaveDetector.ecg(250) : WaveDetector.ppg(50);
      double before = Double.NEGATIVE_INFINITY;
      int run = 0;
      double value = 0;
      for (int i = 0; i < 5000; i++) {
        if (run-- <= 0) {
          run = random.nextInt(1 + random.nextInt(300));
          value = odd[random.nextInt(odd.length)];
          if (random.nextInt(30) == 0) {
            detector.lost(random.nextInt(3) - 1);
          }
        }
        var beat = detector.accept(random.nextInt(3) == 0 ? value * random.nextGaussian() : value);
        if (beat.isPresent()) {
          double at = beat.get().atSample();
          String where = "seed " + SEED + " round " + round + " sample " + i;
          assertTrue(at > before && at <= detector.samples(), where);
          before = at;
        }
      }
      var wave = SyntheticWave.ppg(HeartProfile.CALM, 50, 30, 0.01, SEED);
      if (round % 2 == 1) {
        detector.lost(0);
        Found again = Found.in(wave.samples(), detector);
        assertTrue(again.beats().size() > 25, "seed " + SEED + " round " + round);
      }
    }
  }

  @Test
  void refusesRatesThatAreTooLow() {
    assertThrows(IllegalArgumentException.class, () -> WaveDetector.ecg(100));
    assertThrows(IllegalArgumentException.class, () -> WaveDetector.ppg(20));
    assertThrows(IllegalArgumentException.class, () -> WaveDetector.ppg(Double.NaN));
  }

  private static SyntheticWave silenced(Kind kind, double from, double to, double value) {
    double[] samples = kind.wave.samples().clone();
    double rate = kind.wave.sampleRateHz();
    Arrays.fill(samples, (int) (from * rate), (int) (to * rate), value);
    return kind.wave.with(samples);
  }

  private static void assertNothingIn(Found found, double from, double to) {
    assertEquals(
        0, Arrays.stream(found.seconds()).filter(at -> at > from && at < to).count(), "beats");
  }

  private static Score score(Kind kind, Found found, double from) {
    return Score.of(kind.wave.beatsFrom(from), inside(found, kind.wave, from));
  }

  private static double[] inside(Found found, SyntheticWave wave) {
    return inside(found, wave, FROM);
  }

  /** Found beats that can only stand for a true one that is asked for. */
  private static double[] inside(Found found, SyntheticWave wave, double from) {
    double[] asked = wave.beatsFrom(from);
    return Arrays.stream(found.seconds())
        .filter(at -> at >= asked[0] - 0.15 && at <= asked[asked.length - 1] + 0.15)
        .toArray();
  }
}
