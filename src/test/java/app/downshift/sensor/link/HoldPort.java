package app.downshift.sensor.link;

import app.downshift.sensor.LineSettings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Another program that holds a port: says {@code o} when it has it and keeps it until it is ended.
 */
final class HoldPort {
  private HoldPort() {}

  public static void main(String[] args) throws Exception {
    try (SerialSource source = new SerialPorts().open(args[0], LineSettings.of(9_600))) {
      System.out.println("open");
      while (source.read(new byte[64]) >= 0) {
        System.out.flush();
      }
    }
  }

  static Process inAnotherProcess(String port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HoldPort.class.getName(),
            port)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
