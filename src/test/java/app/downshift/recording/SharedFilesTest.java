package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real files of many sources: what each is taken for, and that the same beats come out. */
class SharedFilesTest {
  private static Path data() {
    Path data = Path.of(System.getProperty("downshift.shared", "../shared"), "data");
    assumeTrue(Files.isDirectory(data), "needs the shared recordings");
    return data;
  }

  @Test
  void annotationsGiveTheIntervalsThatOthersTookFromThem() throws Exception {
    for (String name : List.of("100", "105")) {
      Intervals atr = Intervals.read(data().resolve("mitdb/orig/" + name + ".atr"));
      Intervals text = Intervals.read(data().resolve("mitdb/rr/" + name + ".rr.txt"));
      assertEquals("wfdb", atr.format());
      assertEquals(text.series().size(), atr.series().size());
      for (int i = 0; i < text.series().size(); i++) {
        assertEquals(text.series().rrMillis(i), atr.series().rrMillis(i), 0.51, name + " " + i);
      }
    }
  }

  @Test
  void timesOfPeaksGiveTheirIntervals() throws Exception {
    Intervals times = Intervals.read(data().resolve("crnl-airflow/2_rpeak_times_s.txt"));
    Intervals text = Intervals.read(data().resolve("crnl-airflow/2.rr.txt"));
    assertEquals("beat-times", times.format());
    assertEquals(text.series().size(), times.series().size());
    for (int i = 0; i < text.series().size(); i++) {
      assertEquals(text.series().rrMillis(i), times.series().rrMillis(i), 0.11);
    }
  }

  @Test
  void everyFileIsReadOrRefusedAndEveryTextOfIntervalsIsRead() throws Exception {
    List<String> rows = ForeignFilesTable.rows(data());
    rows.forEach(System.out::println);
    assertTrue(rows.size() > 30);
    for (Path file : ForeignFilesTable.files(data())) {
      if (file.toString().endsWith(".rr.txt") || file.endsWith("rr.txt")) {
        Intervals read = Intervals.read(file);
        assertEquals("rr-text", read.format(), file::toString);
        long lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).count();
        assertEquals(lines, read.series().size() + read.unusable(), file::toString);
      }
    }
  }
}
