package app.downshift.app;

import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.Heard;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPortInfo;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.ui.Desk.InReach;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.Desk.SensorStatus.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Finds a sensor by itself while nobody is in a session: looks which ports there are, listens on
 * those it has not heard yet, and keeps the first sensor open, so that a session can begin at once.
 * Never sends a byte.
 */
final class SensorSearch implements Runnable {
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS_BETWEEN_LISTS = 8;
  private static final SensorStatus NOTHING = new SensorStatus(State.NONE, "", "", "");

  private final SerialPorts ports;
  private final Sensors sensors;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<String> silentPorts = new HashSet<>();
  private volatile SensorStatus status = NOTHING;

  private Optional<Sensors.Opened> found = Optional.empty(); // guarded by this, as the next two
  private final Map<String, SensorEvent> known = new LinkedHashMap<>();
  private boolean lent;
  private Optional<Stick> wanted = Optional.empty();
  private final Map<String, SensorEvent.Found> straps = new ConcurrentHashMap<>();

  /** A port that a person wants to be spoken to, and the strap worn last, or nothing. */
  private record Stick(String port, SensorType type, String strap) {}

  SensorSearch(SerialPorts ports, Sensors sensors) {
    this.ports = ports;
    this.sensors = sensors;
  }

  SensorStatus status() {
    return status;
  }

  /** A sensor lent to a session, and what it has said of itself. */
  record Lent(Sensors.Opened sensor, List<SensorEvent> known) {}

  /** Speaks to this port as soon as no session uses the sensor found before. */
  synchronized void speakTo(String port, SensorType type, String strap) {
    wanted = Optional.of(new Stick(port, type, strap));
  }

  /** The straps in reach of the stick that is spoken to, strongest first. */
  List<InReach> inReach() {
    return straps.values().stream()
        .sorted(
            Comparator.comparingInt((SensorEvent.Found each) -> each.rssiDbm())
                .reversed()
                .thenComparing(SensorEvent.Found::address))
        .map(each -> new InReach(each.address(), each.name(), each.rssiDbm()))
        .toList();
  }

  /** Uses the strap of this address. */
  synchronized void choose(String address) {
    found.ifPresent(sensor -> sensor.reader().wish(new SensorWish.Choose(address)));
  }

  /** Lends the sensor to a session, if there is one and it is free. */
  synchronized Optional<Lent> lend() {
    if (lent || found.isEmpty()) {
      return Optional.empty();
    }
    lent = true;
    return Optional.of(new Lent(found.get(), new ArrayList<>(known.values())));
  }

  /** The session is over. */
  synchronized void giveBack() {
    lent = false;
  }

  @Override
  public void run() {
    try {
      for (int look = 0; !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
        Optional<Stick> stick = takeWanted();
        if (stick.isPresent()) {
          open(stick.get());
        } else if (opened().isPresent()) {
          keepUp();
        } else if (look % LOOKS_BETWEEN_LISTS == 0) {
          search();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      opened().ifPresent(sensor -> sensor.reader().close());
    }
  }

  void close() {
    closed.countDown();
  }

  private synchronized Optional<Stick> takeWanted() {
    Optional<Stick> taken = lent ? Optional.empty() : wanted;
    wanted = lent ? wanted : Optional.empty();
    return taken;
  }

  private void open(Stick stick) {
    opened().ifPresent(sensor -> sensor.reader().close());
    straps.clear();
    try {
      Sensors.Opened sensor =
          sensors.open(
              stick.port(),
              stick.type(),
              stick.type().line(),
              System::nanoTime,
              event -> {
                if (event instanceof SensorEvent.Found strap) {
                  straps.put(strap.address(), strap);
                }
              });
      if (!stick.strap().isEmpty()) {
        sensor.reader().wish(new SensorWish.Prefer(stick.strap()));
      }
      synchronized (this) {
        found = Optional.of(sensor);
        known.clear();
      }
      status = new SensorStatus(State.LISTENING, "", stick.port(), "");
    } catch (PortUnavailable unavailable) {
      synchronized (this) {
        found = Optional.empty();
      }
      status =
          new SensorStatus(
              State.TROUBLE, "", stick.port(), unavailable.what() + ". " + unavailable.remedy());
    }
  }

  private void search() throws InterruptedException {
    List<SerialPortInfo> there = ports.list();
    silentPorts.retainAll(there.stream().map(SerialPortInfo::name).toList());
    if (there.isEmpty()) {
      status = NOTHING;
    }
    // What hangs on USB was plugged in for a reason; ports of the board are tried one at a time
    // after them.
    Optional<SerialPortInfo> next =
        there.stream()
            .filter(port -> !silentPorts.contains(port.name()))
            .max(Comparator.comparing(port -> port.vendorId().isPresent()));
    if (next.isPresent()) {
      listen(next.get());
    }
  }

  private void listen(SerialPortInfo info) throws InterruptedException {
    String port = info.name();
    if (info.vendorId().isPresent()) {
      status = new SensorStatus(State.LISTENING, "", port, "");
    }
    try {
      Optional<Recognition> recognised = sensors.listen(port);
      if (recognised.isPresent() && recognised.get().type().speaks()) {
        silentPorts.add(port);
        status =
            new SensorStatus(
                State.TROUBLE,
                "",
                port,
                "This is " + recognised.get().why() + ". Say what it is before it is spoken to.");
      } else if (recognised.isPresent()) {
        Sensors.Opened sensor =
            sensors.open(port, recognised.get().type(), recognised.get().line(), System::nanoTime);
        synchronized (this) {
          found = Optional.of(sensor);
          known.clear();
        }
        status = new SensorStatus(State.FOUND, sensor.type().title(), port, "");
      } else {
        silentPorts.add(port);
        status = NOTHING;
      }
    } catch (PortUnavailable unavailable) {
      silentPorts.add(port);
      if (info.vendorId().isPresent()) {
        status =
            new SensorStatus(
                State.TROUBLE, "", port, unavailable.what() + ". " + unavailable.remedy());
      }
    }
  }

  /** Between sessions what is heard is only remembered as far as it lasts. */
  private void keepUp() throws InterruptedException {
    Optional<Sensors.Opened> sensor;
    synchronized (this) {
      if (lent) {
        return;
      }
      sensor = found;
    }
    for (Heard heard : sensor.orElseThrow().heard().poll(0)) {
      remember(heard.event(), sensor.orElseThrow());
    }
  }

  private synchronized void remember(SensorEvent event, Sensors.Opened sensor) {
    if (event instanceof SensorEvent.Link link && link.state() == SensorEvent.LinkState.UNPLUGGED) {
      sensor.reader().close();
      found = Optional.empty();
      status = NOTHING;
    } else if (Sensors.lasting(event)) {
      known.put(event.getClass().getSimpleName(), event);
      if (event instanceof SensorEvent.Info info && sensor.type().speaks()) {
        reached(info, sensor);
      } else if (event instanceof SensorEvent.Info info && info.fields().containsKey("name")) {
        status = new SensorStatus(State.FOUND, info.fields().get("name"), sensor.port(), "");
      }
    }
  }

  /** A stick is a sensor once its strap has agreed to send. */
  private void reached(SensorEvent.Info info, Sensors.Opened sensor) {
    if (info.fields().containsKey("name")) {
      known.put("strap", info);
    }
    String told =
        known.get("strap") instanceof SensorEvent.Info strap ? strap.fields().get("name") : "";
    SensorEvent.Reach.named(info.fields().getOrDefault(SensorEvent.Info.STATE, ""))
        .ifPresent(
            reach ->
                status =
                    reach == SensorEvent.Reach.SUBSCRIBED
                        ? new SensorStatus(
                            State.FOUND,
                            told == null || told.isEmpty() ? sensor.type().title() : told,
                            sensor.port(),
                            "")
                        : new SensorStatus(
                            State.LISTENING,
                            "",
                            sensor.port(),
                            info.fields().getOrDefault("text", "")));
  }

  private synchronized Optional<Sensors.Opened> opened() {
    return found;
  }
}
