package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.RrSeries;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs write: recognised, named, and read to the last interval. */
class ForeignFormatsTest {
  private static final double[] EXPECTED = {812, 798.5, 805};

  @TempDir Path folder;

  private Intervals read(String name, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return Intervals.read(file);
  }

  private Intervals read(String content) throws Exception {
    return read("x.txt", content.getBytes(StandardCharsets.UTF_8));
  }

  private UnreadableFile refused(String content) {
    UnreadableFile refusal = assertThrows(UnreadableFile.class, () -> read(content));
    assertEquals(1, refusal.getMessage().lines().count());
    return refusal;
  }

  static double[] intervals(RrSeries series) {
    double[] rr = new double[series.size()];
    for (int i = 0; i < rr.length; i++) {
      rr[i] = series.rrMillis(i);
    }
    return rr;
  }

  private static void reads(String format, double[] expected, Intervals read) {
    assertEquals(format, read.format());
    assertArrayEquals(expected, intervals(read.series()), 1e-9);
  }

  @Test
  void textsInSecondsOrMillisecondsWithPointOrCommaAreTheSame() throws Exception {
    reads("rr-text", EXPECTED, read("# rest\n812\n798.5\n805\n"));
    reads("rr-text", EXPECTED, read("\uFEFF812\r\n798,5\r\n805"));
    Intervals seconds = read("0.812\r\n0.7985\r\n0.805");
    reads("rr-text", EXPECTED, seconds);
    assertTrue(seconds.note().orElseThrow().contains("seconds"));
    reads("rr-text", EXPECTED, read("x.txt", "812\n798.5\n805".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void tablesAreReadWhateverPartsTheirCells() throws Exception {
    reads("rr-csv", EXPECTED, read("t,RR_ms\n1,812\n2,798.5\n3,805\n"));
    reads("rr-csv", EXPECTED, read("nr;ibi\n1;812\n2;798,5\n3;805\n"));
    reads("rr-csv", EXPECTED, read("rr\tlabel\n812\tN\n798.5\tV\n805\tN\n"));
    reads("rr-csv", EXPECTED, read("\"label\",\"RR (s)\"\n\"a,b\",\"0.812\"\nN,0.7985\nN,0.805\n"));
    reads("rr-csv", EXPECTED, read("# sampling rate: 500\nrr_samples\n406\n399.25\n402.5\n"));
    reads("rr-csv", new double[] {750, 1000}, read("rr [1/1024 s]\n768\n1024\n"));
    assertTrue(refused("rr_samples\n406\n399\n").what().contains("samples"));
  }

  @Test
  void impossibleIntervalsAreCountedByKindAndLeaveAGap() throws Exception {
    Intervals read = read("800\n0\n810\n-5\n4294967295\nNaN\nabc\n790\n800\n805\n801\n");
    reads("rr-text", new double[] {800, 810, 790, 800, 805, 801}, read);
    assertEquals(5, read.unusable());
    boolean[] gaps = {false, true, true, false, false, false};
    for (int i = 0; i < gaps.length; i++) {
      assertEquals(gaps[i], read.series().gapBefore(i), "at " + i);
    }
    assertEquals(
        "5 values are no intervals and were left out"
            + " (1 zero, 1 negative, 1 above 10 s, 2 no number)",
        read.note().orElseThrow());
  }

  @Test
  void timesThatCannotBeAreCounted() throws Exception {
    Intervals read =
        read("t_ms,rr_ms,gap_before\n800,800,0\n1e999,800,0\n1e300,800,0\n700,800,0\n1600,800,0\n");
    assertArrayEquals(new double[] {800, 800}, intervals(read.series()));
    assertEquals(3, read.unusable());
    assertEquals(1600, read.series().timeMillis(1));
    assertTrue(read.series().gapBefore(1));
  }

  @Test
  void rowsInsideABrokenQuoteAreCounted() throws Exception {
    Intervals read = read("rr_ms,text\n800,a\n810,\"b\n820,c\n830,d\n");
    assertArrayEquals(new double[] {800}, intervals(read.series()));
    assertEquals(3, read.unusable());
  }

  @Test
  void exportsOfAppsAreNamed() throws Exception {
    Intervals polar =
        read(
            "Phone timestamp;RR-interval [ms]\n2026-04-24T14:10:16.752;812\n"
                + "2026-04-24T14:10:17.550;798.5\n2026-04-24T14:10:18.355;805\n");
    reads("polar-sensor-logger", EXPECTED, polar);
    assertEquals(Instant.parse("2026-04-24T14:10:16.752Z"), polar.started().orElseThrow());
    Intervals logger =
        read(
            "date, timestamp, rr, since start \n"
                + "2019-05-16 19:52:59 +0000, 1558036379.264, 812, 812\n"
                + "2019-05-16 19:53:00 +0000, 1558036380.062, 798.5, 1610.5\n"
                + "2019-05-16 19:53:00 +0000, 1558036380.868, 805, 2415.5\n");
    reads("hrv-logger", EXPECTED, logger);
    reads("kubios", EXPECTED, read("# SIGNAL/SERIES EXPORT - KUBIOS\n# Comment:\n812\n798.5\n805"));
    reads(
        "kubios",
        EXPECTED,
        read("Kubios HRV report\nx: 1\nTime (s);RR (s)\n0,8;0,812\n1,6;0,7985\n2,4;0,805\n"));
  }

  @Test
  void aHrmOfIntervalsIsReadAndOneOfRatesIsRefused() throws Exception {
    String head =
        "[Params]\nVersion=107\nDate=20080128\nStartTime=14:05:09.0\nInterval=%s\n[HRData]\n";
    Intervals read = read(head.formatted("238") + "812\n798\n805\n");
    reads("polar-hrm", new double[] {812, 798, 805}, read);
    assertEquals(Instant.parse("2008-01-28T14:05:09Z"), read.started().orElseThrow());
    assertTrue(refused(head.formatted("5") + "72\n73\n").what().contains("every 5 s"));
  }

  @Test
  void aLogOfTheSerialMonitorIsDecoded() throws Exception {
    var log = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      log.append("14:10:16.752 -> S").append(500 + i).append('\n');
      if (i % 10 == 9) {
        log.append("14:10:16.752 -> B75\n14:10:16.752 -> Q").append(790 + i).append('\n');
      }
    }
    reads("pulse-sensor-log", new double[] {799, 809, 819, 829}, read(log.toString()));
  }

  /** 500 intervals beside a clock that tells up to a second late, with or without a hole. */
  private Intervals clocked(double unitsPerSecond, double holeSeconds, long seed) throws Exception {
    var random = new Random(seed);
    var table = new StringBuilder("timestamp,rr\n");
    double at = 1_700_000_000;
    for (int i = 0; i < 500; i++) {
      double seconds = 0.7 + 0.2 * random.nextDouble();
      at += seconds + (i == 301 ? holeSeconds : 0);
      long units = Math.round(seconds * unitsPerSecond);
      table.append(String.format(Locale.ROOT, "%.3f", at + random.nextDouble()));
      table.append(',').append(units).append('\n');
    }
    return read(table.toString());
  }

  @Test
  void aClockBesideThemTellsWhatIntervalsCount() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      Intervals millis = clocked(1000, 0, seed);
      Intervals ticks = clocked(1024, 0, seed);
      Intervals samples = clocked(128, 0, seed);
      assertEquals(java.util.Optional.empty(), millis.note(), "seed " + seed);
      assertTrue(ticks.note().orElseThrow().contains("1/1024 s"), "seed " + seed);
      assertTrue(samples.note().orElseThrow().contains("samples at 128 Hz"), "seed " + seed);
      for (int i = 0; i < 500; i++) {
        double expected = millis.series().rrMillis(i);
        assertEquals(expected, ticks.series().rrMillis(i), 1, "seed " + seed);
        assertEquals(expected, samples.series().rrMillis(i), 5, "seed " + seed);
      }
      assertEquals(0, millis.series().gaps(), "seed " + seed);
      assertEquals(1_700_000_000_000L, millis.started().orElseThrow().toEpochMilli(), 3000);
    }
  }

  @Test
  void aHoleInTheClockIsAGap() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      RrSeries series = clocked(1000, 20, seed).series();
      assertEquals(1, series.gaps(), "seed " + seed);
      assertTrue(series.gapBefore(301), "seed " + seed);
      double lost = series.timeMillis(301) - series.timeMillis(300) - series.rrMillis(301);
      assertEquals(20_000, lost, 1100, "seed " + seed);
    }
  }

  @Test
  void timesOfBeatsAreNotTakenForIntervals() throws Exception {
    var times = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      times.append(0.64 + i * 0.8).append('\n');
    }
    Intervals read = read(times.toString());
    assertEquals("beat-times", read.format());
    assertEquals(49, read.series().size());
    assertEquals(800, read.series().rrMillis(20), 1e-6);
    var dated = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      dated.append(String.format(Locale.ROOT, "%.3f%n", 1_763_719_440 + i * 0.8));
    }
    assertEquals(800, read(dated.toString()).series().rrMillis(20), 0.01);
    var growing = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      growing.append(700 + 2 * i).append('\n');
    }
    assertEquals("rr-text", read(growing.toString()).format());
  }

  @Test
  void samplesAreNotTakenForIntervalsWithoutAWord() throws Exception {
    var wave = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      wave.append(Math.round(600 + 200 * Math.sin(i / 12.0))).append('\n');
    }
    assertTrue(read(wave.toString()).note().orElseThrow().contains("samples"));
    assertTrue(refused(wave.toString().replace('6', '-')).what().contains("no intervals"));
    assertTrue(refused("t_s,airflow\n0.1,5\n0.2,6\n").what().contains("no intervals"));
  }

  @Test
  void annotationsNeedTheRateOfTheirHeader() throws Exception {
    var bytes = new ByteArrayOutputStream();
    word(bytes, 28 << 10 | 18);
    word(bytes, 63 << 10 | 3);
    bytes.writeBytes(new byte[] {'(', 'N', 0, 0});
    word(bytes, 1 << 10 | 59);
    word(bytes, 1 << 10 | 293);
    word(bytes, 59 << 10);
    word(bytes, 1);
    word(bytes, 0);
    word(bytes, 5 << 10);
    word(bytes, 14 << 10 | 10);
    word(bytes, 1 << 10 | 278);
    word(bytes, 0);
    UnreadableFile refusal =
        assertThrows(UnreadableFile.class, () -> read("r.atr", bytes.toByteArray()));
    assertTrue(refusal.what().contains("r.hea"), refusal::getMessage);
    Files.writeString(folder.resolve("r.hea"), "r 2 360 650000\nr.dat 212 200\n");
    Intervals read = read("r.atr", bytes.toByteArray());
    reads("wfdb", new double[] {293 / 0.36, 288 / 0.36}, read);
    assertEquals(1, read.unusable(), "65536 samples are 182 s");
    assertEquals(List.of(new Intervals.Remark(50, Intervals.MARKER, "(N")), read.remarks());
  }

  private static void word(ByteArrayOutputStream bytes, int word) {
    bytes.write(word);
    bytes.write(word >> 8);
  }

  @Test
  void aWrongNameDoesNotMatter() throws Exception {
    reads("rr-text", EXPECTED, read("x.edf", "812\n798.5\n805\n".getBytes(StandardCharsets.UTF_8)));
    assertFalse(read("x.session.jsonl", "812\n798\n".getBytes()).series().size() == 0);
  }
}
