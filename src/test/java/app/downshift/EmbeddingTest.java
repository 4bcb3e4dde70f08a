package app.downshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.beat.BeatTests;
import app.downshift.beat.RrSeries;
import app.downshift.hrv.TimeDomain;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of embedding.md, compiled and run with the rooms of figures and nothing else. */
class EmbeddingTest {
  @TempDir Path folder;

  @Test
  void theExampleOfTheDocumentationRuns() throws Exception {
    String page = Files.readString(Path.of("src/site/markdown/embedding.md"));
    String source = page.substring(page.indexOf("```java\n") + 8);
    source = source.substring(0, source.indexOf("```"));
    Path file = folder.resolve("FromABatchEngine.java");
    Files.writeString(file, source);
    Path house = Path.of("target", "classes").toAbsolutePath();
    var said = new ByteArrayOutputStream();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, "-cp", house.toString(), "-proc:none", file.toString());
    assertEquals(0, compiled, () -> said.toString(StandardCharsets.UTF_8));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + java.io.File.pathSeparator + house,
                "FromABatchEngine")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    List<String> lines = Files.readAllLines(folder.resolve("out.txt"));
    assertEquals(8, lines.size(), lines::toString);
    for (int id = 0; id < 8; id++) {
      String[] cells = lines.get(id).split(" ");
      TimeDomain time = TimeDomain.of(BeatTests.mark(RrSeries.ofIntervals(intervals(id))));
      assertEquals(String.format(Locale.ROOT, "%.3f", time.rmssdMillis()), cells[2]);
      assertEquals(id == 3, Double.parseDouble(cells[1]) < 99.9, lines.get(id));
    }
  }

  private static double[] intervals(int id) {
    double[] rr = new double[330];
    double seconds = 0;
    for (int i = 0; i < rr.length; i++) {
      rr[i] = 900 + (20 + 10 * id) * Math.sin(2 * Math.PI * 0.1 * seconds) + 7 * (i % 3);
      seconds += rr[i] / 1000;
    }
    rr[100] = id == 3 ? 450 : rr[100];
    return rr;
  }
}
