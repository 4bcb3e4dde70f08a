package app.downshift;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reference series and values: synthetic ones from the resources, real ones from the shared folder.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** Intervals in ms: {@code syn_*} are always there, others skip the test where they are not. */
  public static double[] intervals(String name) {
    String file = "rr/" + name + ".txt";
    List<String> lines =
        name.startsWith("syn_") ? resource(file) : shared("science/reference/" + file);
    return lines.stream().filter(l -> !l.isBlank()).mapToDouble(Double::parseDouble).toArray();
  }

  /** Lines of a reference file among the test resources. */
  public static List<String> resource(String name) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a file of the shared folder; skips the test when it is absent. */
  public static List<String> shared(String name) {
    Path file = Path.of(System.getProperty("downshift.shared", "../shared")).resolve(name);
    assumeTrue(Files.isReadable(file), "needs the shared reference data: " + name);
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
