package app.downshift.ui.home;

import app.downshift.sensor.SensorCatalogue;
import app.downshift.sensor.SensorType;
import app.downshift.ui.Desk.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;

/** On which port, and which of the sensors that have to be spoken to: a row for each. */
final class PortChoice {
  private static final int ROWS_OF_PORTS = 2;

  private final Function<SensorType, String> worth;
  private final Runnable changed;
  private final Map<String, SensorRow> portRows = new LinkedHashMap<>();
  private final Map<String, SensorRow> typeRows = new LinkedHashMap<>();
  private final JPanel portList = RowScroll.list(2);
  private List<Port> there = List.of();
  private String port = "";
  private String type;
  private boolean listed;

  /**
   * @param type the word of the sensor that is proposed, or empty
   * @param worth what a sensor's beats are worth, in words
   * @param changed called when a person chose
   */
  PortChoice(String type, Function<SensorType, String> worth, Runnable changed) {
    this.type = type;
    this.worth = worth;
    this.changed = changed;
  }

  /** Goes on where another was. */
  void like(PortChoice before) {
    port = before.port;
    type = before.type;
    listed = before.listed;
    there = before.there;
  }

  String port() {
    return port;
  }

  /** Whether it is known that there is no port. */
  boolean none() {
    return listed && there.isEmpty();
  }

  /** The sensor that was chosen, once a port was too. */
  Optional<SensorType> chosen() {
    return portRows.containsKey(port) && typeRows.containsKey(type)
        ? SensorCatalogue.named(type).filter(SensorType::speaks)
        : Optional.empty();
  }

  /** The rows of both lists. */
  List<SensorRow> rows() {
    List<SensorRow> rows = new ArrayList<>(portRows.values());
    rows.addAll(typeRows.values());
    return rows;
  }

  /**
   * Takes over which ports there are.
   *
   * @return whether there are some where there were none, or the other way round
   */
  boolean takes(List<Port> now) {
    boolean otherSide = !listed || there.isEmpty() != now.isEmpty();
    there = now;
    listed = true;
    return otherSide;
  }

  boolean knows(List<Port> now) {
    return listed && now.equals(there);
  }

  /** Nothing is to be chosen. */
  void clear() {
    portRows.clear();
    typeRows.clear();
  }

  RowScroll ports() {
    showPorts();
    return new RowScroll(portList, ROWS_OF_PORTS);
  }

  /** Shows the ports there are. */
  void showPorts() {
    portList.removeAll();
    portRows.clear();
    for (Port each : there) {
      SensorRow row = new SensorRow(each.name(), () -> portChosen(each.name()));
      row.say(each.name(), each.description().equals(each.name()) ? "" : each.description());
      portRows.put(each.name(), row);
      portList.add(row);
    }
    if (!portRows.containsKey(port)) {
      long usb = there.stream().filter(Port::usb).count();
      port = usb == 1 || there.size() == 1 ? there.get(0).name() : "";
    }
  }

  JPanel types() {
    JPanel types = RowScroll.list(2);
    for (SensorType each : SensorCatalogue.all()) {
      if (each.speaks()) {
        SensorRow row = new SensorRow(each.title(), () -> typeChosen(each.name()));
        row.say(each.title(), worth.apply(each));
        typeRows.put(each.name(), row);
        types.add(row);
      }
    }
    return types;
  }

  private void portChosen(String name) {
    port = name;
    choose();
  }

  private void typeChosen(String name) {
    type = name;
    choose();
  }

  /** Shows what is chosen. */
  void choose() {
    portRows.forEach((name, row) -> row.setSelected(name.equals(port)));
    typeRows.forEach((name, row) -> row.setSelected(name.equals(type)));
    changed.run();
  }
}
