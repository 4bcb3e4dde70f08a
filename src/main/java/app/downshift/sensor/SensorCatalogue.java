package app.downshift.sensor;

import app.downshift.sensor.ant.AntSensor;
import app.downshift.sensor.bitalino.BitalinoSensor;
import app.downshift.sensor.bled112.Bled112Sensor;
import app.downshift.sensor.bleuio.BleuioSensor;
import app.downshift.sensor.bridge.BridgeSensor;
import app.downshift.sensor.contec.ContecSensor;
import app.downshift.sensor.cyton.CytonSensor;
import app.downshift.sensor.hrmi.HrmiSensor;
import app.downshift.sensor.max30003.Max30003Sensor;
import app.downshift.sensor.nonin.NoninSensor;
import app.downshift.sensor.pulsesensor.PulseSensor;
import app.downshift.sensor.text.TextSensor;
import app.downshift.sensor.wearlink.WearLinkSensor;
import app.downshift.sensor.zephyr.BioHarnessSensor;
import app.downshift.sensor.zephyr.HxmSensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sensors Downshift can use, likeliest first. */
public final class SensorCatalogue {
  private static final List<SensorType> ALL =
      List.of(
          new BridgeSensor(),
          new PulseSensor(),
          new TextSensor(),
          new BleuioSensor(),
          new Bled112Sensor(),
          new AntSensor(),
          new ContecSensor(),
          new NoninSensor(),
          new CytonSensor(),
          new BitalinoSensor(),
          new Max30003Sensor(),
          new HxmSensor(),
          new BioHarnessSensor(),
          new WearLinkSensor(),
          new HrmiSensor());

  private SensorCatalogue() {}

  /** All types, in the order in which they should be offered. */
  public static List<SensorType> all() {
    return ALL;
  }

  /** The type called {@code name}, or nothing; {@link #names} is what to tell the person then. */
  public static Optional<SensorType> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return ALL.stream().filter(type -> type.name().equals(wanted)).findFirst();
  }

  /** The names of those that can choose a strap, for a message. */
  public static String sticks() {
    return ALL.stream()
        .filter(SensorType::reachesStraps)
        .map(SensorType::name)
        .collect(Collectors.joining(", "));
  }

  /** All names, for a message: {@code bridge, pulse-sensor, text} and so on. */
  public static String names() {
    return ALL.stream().map(SensorType::name).collect(Collectors.joining(", "));
  }
}
