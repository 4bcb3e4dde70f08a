package app.downshift.app;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.link.PseudoTerminal;
import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The other side of {@link LoadMain}, in a process of its own: as many twins as wanted, each on a
 * pseudo-terminal. Prints the paths of the ports, speaks from the first line on its standard input
 * until the second, then writes when each chunk of each was written, in nanoTime, and its length.
 */
public final class LoadTwins {
  private static final long LOOK_NANOS = 1_000_000;
  private static final int LOOKS_BETWEEN_READS = 10;
  private static final double BPM = 75;

  private LoadTwins() {}

  /** A twin, and when it wrote. */
  private static final class Twin {
    final PseudoTerminal cable = PseudoTerminal.open();
    final VirtualDevice device;
    final long laterMicros;
    long[] wrote = new long[1024];
    int[] lengths = new int[1024];
    int writes;

    Twin(VirtualDevice device, long laterMicros) {
      this.device = device;
      this.laterMicros = laterMicros;
    }

    void speak(long micros) {
      for (Optional<TimedBytes> chunk = device.due(micros - laterMicros);
          chunk.isPresent();
          chunk = device.due(micros - laterMicros)) {
        if (writes == wrote.length) {
          wrote = Arrays.copyOf(wrote, 2 * writes);
          lengths = Arrays.copyOf(lengths, 2 * writes);
        }
        lengths[writes] = chunk.get().bytes().length;
        wrote[writes++] = System.nanoTime();
        cable.write(chunk.get().bytes());
      }
    }
  }

  /** Arguments: the sensor, how many, and the file to write. */
  public static void main(String[] args) throws Exception {
    SensorType type = SensorCatalogue.named(args[0]).orElseThrow();
    int count = Integer.parseInt(args[1]);
    HeartProfile profile = HeartProfile.CALM.withMeanBpm(BPM);
    List<Twin> twins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var heart = new VirtualHeart(profile, Breathing.steady(6), i);
      twins.add(new Twin(type.device(heart, List.of()), 1_000_000L * i / count));
      System.out.println(twins.get(i).cable.path());
    }
    System.out.println("ready");
    System.in.read();
    long start = System.nanoTime();
    long worst = 0;
    byte[] buffer = new byte[256];
    for (int look = 0; System.in.available() == 0; look++) {
      long began = System.nanoTime();
      long micros = (began - start) / 1000;
      for (Twin twin : twins) {
        if (type.speaks() && look % LOOKS_BETWEEN_READS == 0) {
          int length = twin.cable.read(buffer);
          twin.device.told(buffer, length, micros - twin.laterMicros);
        }
        twin.speak(micros);
      }
      long took = System.nanoTime() - began;
      worst = look > 1000 ? Math.max(worst, took) : worst; // the first looks are still compiled
      LockSupport.parkNanos(Math.max(0, LOOK_NANOS - took));
    }
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[2]))))) {
      out.writeLong(worst);
      for (Twin twin : twins) {
        out.writeInt(twin.writes);
        for (int i = 0; i < twin.writes; i++) {
          out.writeLong(twin.wrote[i]);
          out.writeInt(twin.lengths[i]);
        }
      }
    }
    twins.forEach(twin -> twin.cable.close());
    System.out.println("written");
  }
}
