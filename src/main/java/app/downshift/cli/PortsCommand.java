package app.downshift.cli;

import app.downshift.sensor.Recognition;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPortInfo;
import app.downshift.sensor.link.SerialPorts;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The serial ports, and what speaks behind each. */
@Command(
    name = "ports",
    mixinStandardHelpOptions = true,
    description = {
      "Lists serial ports and listens which sensor is behind each (up to 12 seconds a port).",
      "Nothing is ever sent."
    })
final class PortsCommand implements Callable<Integer> {
  private static final List<String> NO_PORTS =
      List.of(
          "no serial ports; plug a sensor in. If one is plugged in:",
          "  Linux: join the group dialout; remove brltty, or tell ModemManager to leave it alone",
          "  Windows, macOS: boards with a CH340 or CP210x may need the driver of the chip's maker",
          "  emWave2, newer Contec CMS50D and E, ANT sticks but ANTUSB1: no serial port, no use");

  @Option(names = "--json", description = "print one JSON object per port")
  private boolean json;

  @Option(names = "--no-listen", description = "only list, do not open any port")
  private boolean noListen;

  private final SerialPorts ports;
  private final Ear ear;
  private final PrintStream out;
  private final PrintStream err;

  /** Finds out what speaks on a port. */
  public interface Ear {
    /** Listens for as long as it takes; nothing when no known sensor speaks. */
    Optional<Recognition> listen(String port) throws PortUnavailable, InterruptedException;
  }

  /** A port, what probably speaks there, and why, or why not. */
  private record Found(SerialPortInfo port, String probably, String why) {}

  PortsCommand(SerialPorts ports, Ear ear, PrintStream out, PrintStream err) {
    this.ports = ports;
    this.ear = ear;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<SerialPortInfo> there = ports.list();
    if (there.isEmpty()) {
      NO_PORTS.forEach(err::println);
    }
    for (SerialPortInfo port : there) {
      Found found = found(port);
      out.println(json ? json(found) : text(found));
    }
    return 0;
  }

  private Found found(SerialPortInfo port) throws InterruptedException {
    if (noListen) {
      return new Found(port, "", "not listened to");
    }
    try {
      return ear.listen(port.name())
          .map(heard -> new Found(port, heard.type().name(), heard.why()))
          .orElseGet(() -> new Found(port, "", "no known sensor speaks there"));
    } catch (PortUnavailable unavailable) {
      return new Found(port, "", unavailable.what() + "; " + unavailable.remedy());
    }
  }

  private static String text(Found found) {
    String probably = found.probably().isEmpty() ? "–" : found.probably();
    return "%-14s %-36s %s  %-13s %s"
        .formatted(
            found.port().name(),
            found.port().description(),
            ids(found.port()),
            probably,
            found.why());
  }

  private static String ids(SerialPortInfo port) {
    return port.vendorId().isPresent()
        ? hex(port.vendorId()) + ":" + hex(port.productId())
        : "         ";
  }

  private static String json(Found found) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("port", found.port().name()).put("description", found.port().description());
    if (found.port().vendorId().isPresent()) {
      line.put("vid", hex(found.port().vendorId())).put("pid", hex(found.port().productId()));
    }
    found.port().serial().ifPresent(serial -> line.put("serial", serial));
    if (!found.probably().isEmpty()) {
      line.put("probably", found.probably());
    }
    line.put("why", found.why());
    return JsonMapper.builder().build().writeValueAsString(line);
  }

  private static String hex(OptionalInt id) {
    return id.isPresent() ? "%04X".formatted(id.getAsInt()) : "";
  }
}
