package app.downshift.app;

import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.link.Heard;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.SerialPortInfo;
import app.downshift.sensor.link.SerialPorts;
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

  SensorSearch(SerialPorts ports, Sensors sensors) {
    this.ports = ports;
    this.sensors = sensors;
  }

  SensorStatus status() {
    return status;
  }

  /** A sensor lent to a session, and what it has said of itself. */
  record Lent(Sensors.Opened sensor, List<SensorEvent> known) {}

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
        if (opened().isPresent()) {
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
      if (recognised.isPresent()) {
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
      if (event instanceof SensorEvent.Info info && info.fields().containsKey("name")) {
        status = new SensorStatus(State.FOUND, info.fields().get("name"), sensor.port(), "");
      }
    }
  }

  private synchronized Optional<Sensors.Opened> opened() {
    return found;
  }
}
