package app.downshift.ui;

import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.ui.Desk.InReach;
import app.downshift.ui.Desk.Port;
import app.downshift.ui.Desk.SensorStatus.State;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The question which sensor is spoken to, in every state. */
final class SensorStates {
  static final Port STICK = new Port("ttyACM0", "BleuIO Dongle", true);
  static final Port BOARD = new Port("ttyUSB0", "CP2102N USB to UART Bridge Controller", true);
  static final List<InReach> STRAPS =
      List.of(
          new InReach("EC:EA:02:85:D9:7A", "Polar H10 0285D97A", -54, true),
          new InReach("D0:5B:A1:09:44:31", "HRM2", -70, false),
          new InReach("D2:00:11:22:33:44", "TICKR 4A1C", -83, false),
          new InReach("F1:10:0D:55:21:08", "", -92, false),
          new InReach("C4:B3:01:CB:89:82", "HRM-Dual:123456", 0, false));

  private SensorStates() {}

  static Map<String, Supplier<Component>> all() {
    Map<String, Supplier<Component>> all = new LinkedHashMap<>();
    all.put(
        "speak-which",
        () -> shown(State.NONE, List.of(STICK, BOARD), List.of(), Optional.empty(), false));
    all.put("speak-noport", () -> shown(State.NONE, List.of(), List.of(), Optional.empty(), false));
    all.put(
        "speak-scanning",
        () -> shown(State.LISTENING, List.of(STICK), List.of(), Optional.of(Reach.SCANNING), true));
    all.put(
        "speak-straps",
        () -> shown(State.LISTENING, List.of(STICK), STRAPS, Optional.of(Reach.SCANNING), true));
    all.put("speak-ready", () -> Rendering.sensors(ready(), true));
    all.put(
        "speak-trouble",
        () -> shown(State.TROUBLE, List.of(STICK), List.of(), Optional.empty(), true));
    return all;
  }

  private static FakeDesk ready() {
    FakeDesk desk =
        FakeDesk.stick(State.LISTENING, List.of(STICK), STRAPS, Optional.of(Reach.SCANNING));
    desk.subscribed("Polar H10 0285D97A");
    return desk;
  }

  private static Component shown(
      State state,
      List<Port> ports,
      List<InReach> straps,
      Optional<Reach> reached,
      boolean spokenTo) {
    return Rendering.sensors(FakeDesk.stick(state, ports, straps, reached), spokenTo);
  }
}
