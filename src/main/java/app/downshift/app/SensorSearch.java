package app.downshift.app;

import app.downshift.sensor.Recognition;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.LinkState;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorType;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.link.Heard;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.sensor.link.PortUnavailable.Reason;
import app.downshift.sensor.link.SerialPortInfo;
import app.downshift.ui.Desk.InReach;
import app.downshift.ui.Desk.Port;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.Desk.SensorStatus.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds a sensor by itself while nobody is in a session: looks which ports there are, listens on
 * those it has not heard yet, and keeps the first sensor open, so that a session can begin at once.
 * Never sends a byte, unless a person has said what hangs on a port that has to be spoken to.
 */
final class SensorSearch implements Runnable {
  private static final long LOOK_MILLIS = 250;
  private static final long REST_MILLIS = 50;
  private static final int LOOKS_BETWEEN_LISTS = 8;
  private static final SensorStatus NOTHING = new SensorStatus(State.NONE, "", "", "");

  private final Supplier<List<SerialPortInfo>> listed;
  private final Sensors sensors;
  private final BiConsumer<SensorType, SensorEvent> gossip;
  private final CountDownLatch closed = new CountDownLatch(1);

  // Of the searching thread alone.
  private final Set<String> silentPorts = new HashSet<>();
  private final Set<String> refusedPorts = new LinkedHashSet<>();

  private final Map<String, SensorEvent.Found> straps = new ConcurrentHashMap<>();
  private volatile SensorStatus status = NOTHING;
  private volatile Optional<Reach> reached = Optional.empty();
  private volatile String wornLast = "";

  private Optional<Sensors.Opened> found = Optional.empty(); // guarded by this, as all below
  private final Map<String, SensorEvent> known = new LinkedHashMap<>();
  private boolean lent;
  private Optional<Stick> wanted = Optional.empty();
  private boolean silenceWanted;
  private @Nullable Thread listening;
  private boolean hurried;
  private boolean resting;

  /** A port that a person wants to be spoken to, and the strap worn last, or nothing. */
  private record Stick(String port, SensorType type, String strap) {}

  /**
   * A search that has not begun.
   *
   * @param listed the ports there are at the moment
   * @param gossip told what a sensor that is spoken to says of itself and of others in reach, on
   *     the thread that reads it
   */
  SensorSearch(
      Supplier<List<SerialPortInfo>> listed,
      Sensors sensors,
      BiConsumer<SensorType, SensorEvent> gossip) {
    this.listed = listed;
    this.sensors = sensors;
    this.gossip = gossip;
  }

  SensorStatus status() {
    return status;
  }

  /** How far it is with the sensor that is spoken to. */
  Optional<Reach> reached() {
    return reached;
  }

  /** A sensor lent to a session, and what it has said of itself. */
  record Lent(Sensors.Opened sensor, List<SensorEvent> known) {}

  /** The ports there are now, those on USB first. */
  List<Port> ports() {
    return listed.get().stream()
        .map(port -> new Port(port.name(), port.description(), port.vendorId().isPresent()))
        .sorted(Comparator.comparing(Port::usb).reversed())
        .toList();
  }

  /** Speaks to this port as soon as no session uses the sensor found before. */
  synchronized void speakTo(String port, SensorType type, String strap) {
    wanted = Optional.of(new Stick(port, type, strap));
    silenceWanted = false;
    if (listening != null) {
      hurried = true;
      listening.interrupt();
    }
  }

  /** Lets go of what is spoken to, and searches by listening again. */
  synchronized void speakNoMore() {
    wanted = Optional.empty();
    silenceWanted = true;
  }

  /** The straps in reach of the stick that is spoken to, strongest first. */
  List<InReach> inReach() {
    return straps.values().stream()
        .sorted(
            Comparator.comparingInt((SensorEvent.Found each) -> strength(each))
                .reversed()
                .thenComparing(SensorEvent.Found::address))
        .map(
            each ->
                new InReach(
                    each.address(), each.name(), each.rssiDbm(), each.address().equals(wornLast)))
        .toList();
  }

  /** An unknown strength is none, though its number is the largest. */
  private static int strength(SensorEvent.Found strap) {
    return strap.rssiDbm() == 0 ? Integer.MIN_VALUE : strap.rssiDbm();
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

  /** What is lent to a session now. */
  synchronized Optional<Lent> lentNow() {
    return lent
        ? found.map(sensor -> new Lent(sensor, new ArrayList<>(known.values())))
        : Optional.empty();
  }

  /** The sensor that is there: its kind, and the strap behind it as far as it said so. */
  synchronized Optional<SittingClient.SensorNow> now() {
    return found.map(
        sensor ->
            new SittingClient.SensorNow(
                sensor.type().name(),
                known.values().stream()
                    .filter(SensorEvent.Info.class::isInstance)
                    .map(each -> ((SensorEvent.Info) each).fields().getOrDefault("address", ""))
                    .filter(address -> !address.isEmpty())
                    .findFirst()
                    .orElse("")));
  }

  /** The same for the sensor at one port. */
  synchronized Optional<Lent> lendAt(String port) {
    return found.filter(sensor -> sensor.port().equals(port)).isPresent()
        ? lend()
        : Optional.empty();
  }

  /**
   * Listens nowhere until {@link #goOn}: others want the ports. Waits until the last one is free.
   */
  synchronized void rest() throws InterruptedException {
    resting = true;
    while (listening != null) {
      hurried = true;
      listening.interrupt();
      wait(REST_MILLIS);
    }
  }

  /** Searches again. */
  synchronized void goOn() {
    resting = false;
  }

  private synchronized boolean isResting() {
    return resting;
  }

  /** The session is over. */
  synchronized void giveBack() {
    lent = false;
  }

  @Override
  public void run() {
    try {
      for (int look = 0; !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
        boolean mayList = look % LOOKS_BETWEEN_LISTS == 0;
        fallSilent();
        Optional<Stick> stick = takeWanted(mayList);
        if (stick.isPresent()) {
          open(stick.get());
        } else if (opened().isPresent()) {
          keepUp();
        } else if (mayList && !isWanting() && !isResting()) {
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

  /** A stick that could not be opened is tried again as seldom as ports are listed. */
  private synchronized Optional<Stick> takeWanted(boolean mayTryAgain) {
    boolean refused = status.state() == State.TROUBLE && isWantedAt(status.where());
    return lent || (refused && !mayTryAgain) ? Optional.empty() : wanted;
  }

  private boolean isWantedAt(String port) {
    return wanted.filter(stick -> stick.port().equals(port)).isPresent();
  }

  private synchronized boolean isWanting() {
    return wanted.isPresent();
  }

  /** A person changed their mind about the sensor that is spoken to. */
  private void fallSilent() {
    Optional<Sensors.Opened> left = Optional.empty();
    synchronized (this) {
      if (silenceWanted && !lent) {
        silenceWanted = false;
        boolean spokenTo = found.filter(sensor -> sensor.type().speaks()).isPresent();
        left = spokenTo ? found : Optional.empty();
        if (spokenTo || found.isEmpty()) {
          found = Optional.empty();
          status = NOTHING;
        }
        reached = Optional.empty();
        straps.clear();
      }
    }
    left.ifPresent(sensor -> sensor.reader().close());
  }

  private void open(Stick stick) {
    Optional<Sensors.Opened> before;
    synchronized (this) {
      before = found;
      found = Optional.empty();
    }
    before.ifPresent(sensor -> sensor.reader().close());
    straps.clear();
    reached = Optional.empty();
    wornLast = stick.strap();
    try {
      Sensors.Opened sensor =
          sensors.open(
              stick.port(),
              stick.type(),
              stick.type().line(),
              System::nanoTime,
              event -> told(stick.type(), event));
      synchronized (this) {
        found = Optional.of(sensor);
        known.clear();
        status = new SensorStatus(State.LISTENING, stick.type().title(), stick.port(), "");
        if (wanted.equals(Optional.of(stick))) {
          wanted = Optional.empty();
        }
      }
    } catch (PortUnavailable unavailable) {
      status = trouble(stick.port(), unavailable);
    }
  }

  private void told(SensorType type, SensorEvent event) {
    if (event instanceof SensorEvent.Found strap) {
      straps.put(strap.address(), strap);
    }
    gossip.accept(type, event);
  }

  private static SensorStatus trouble(String port, PortUnavailable unavailable) {
    return new SensorStatus(State.TROUBLE, "", port, "", Optional.of(unavailable));
  }

  private void search() throws InterruptedException {
    List<SerialPortInfo> there = listed.get();
    List<String> names = there.stream().map(SerialPortInfo::name).toList();
    silentPorts.retainAll(names);
    refusedPorts.retainAll(names);
    if (there.isEmpty()
        || (status.state() == State.TROUBLE && !names.contains(status.where()))
        || (status.state() == State.NONE && !names.contains(status.where()))) {
      status = NOTHING;
    }
    // What hangs on USB was plugged in for a reason; ports of the board are tried one at a time
    // after them. What could not be opened is tried again once all others have been heard.
    Optional<SerialPortInfo> next =
        there.stream()
            .filter(port -> !silentPorts.contains(port.name()))
            .filter(port -> !refusedPorts.contains(port.name()))
            .max(Comparator.comparing(port -> port.vendorId().isPresent()))
            .or(() -> refusedLongest(there));
    if (next.isPresent()) {
      listen(next.get());
    }
  }

  private Optional<SerialPortInfo> refusedLongest(List<SerialPortInfo> there) {
    Optional<String> first = refusedPorts.stream().findFirst();
    return there.stream().filter(port -> first.equals(Optional.of(port.name()))).findFirst();
  }

  private void listen(SerialPortInfo info) throws InterruptedException {
    String port = info.name();
    boolean usb = info.vendorId().isPresent();
    if (usb && !refusedPorts.contains(port)) {
      status = new SensorStatus(State.LISTENING, "", port, "");
    }
    try {
      Optional<Recognition> recognised = heard(port);
      refusedPorts.remove(port);
      if (wasHurried()) {
        return; // a person said what hangs here, or elsewhere
      }
      if (recognised.isPresent() && recognised.get().type().speaks()) {
        silentPorts.add(port);
        status =
            new SensorStatus(
                State.TROUBLE,
                recognised.get().type().title(),
                port,
                "",
                Optional.of(
                    new PortUnavailable(
                        Reason.MUST_BE_NAMED,
                        port,
                        recognised.get().type().title(),
                        "this is " + recognised.get().why(),
                        "Say what it is before it is spoken to.")));
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
        status = usb ? new SensorStatus(State.NONE, "", port, "") : NOTHING;
      }
    } catch (PortUnavailable unavailable) {
      boolean passes =
          unavailable.reason() == Reason.IN_USE || unavailable.reason() == Reason.NO_PERMISSION;
      refusedPorts.remove(port);
      (usb && passes ? refusedPorts : silentPorts).add(port);
      if (usb) {
        status = trouble(port, unavailable);
      }
    }
  }

  /** What listening finds; nothing when a person wanted to speak meanwhile. */
  private Optional<Recognition> heard(String port) throws PortUnavailable, InterruptedException {
    synchronized (this) {
      listening = Thread.currentThread();
      hurried = wanted.isPresent() || resting;
      if (resting) {
        listening = null;
        return Optional.empty();
      }
    }
    try {
      return sensors.listen(port);
    } catch (InterruptedException perhapsForThePerson) {
      if (isHurried()) {
        return Optional.empty();
      }
      throw perhapsForThePerson;
    } finally {
      synchronized (this) {
        listening = null;
        notifyAll();
        if (hurried) {
          Thread.interrupted(); // it has done what it was for
        }
      }
    }
  }

  private synchronized boolean isHurried() {
    return hurried;
  }

  private synchronized boolean wasHurried() {
    boolean was = hurried;
    hurried = false;
    return was;
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
      if (heard.event() instanceof SensorEvent.Link link && link.state() == LinkState.UNPLUGGED) {
        forget(sensor.orElseThrow());
        return;
      }
      remember(heard.event(), sensor.orElseThrow());
    }
  }

  private void forget(Sensors.Opened sensor) {
    synchronized (this) {
      found = Optional.empty();
      status = NOTHING;
      reached = Optional.empty();
      straps.clear();
    }
    sensor.reader().close();
  }

  private synchronized void remember(SensorEvent event, Sensors.Opened sensor) {
    boolean data = event instanceof SensorEvent.Beat || event instanceof SensorEvent.Waveform;
    if (data && sensor.type().speaks() && status.state() != State.FOUND) {
      status = new SensorStatus(State.FOUND, called(sensor), sensor.port(), "");
      reached = Optional.of(Reach.SUBSCRIBED);
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
    Optional<Reach> told = Reach.named(info.fields().getOrDefault(SensorEvent.Info.STATE, ""));
    if (told.isPresent()) {
      reached = told;
      String text = info.fields().getOrDefault("text", "");
      status =
          told.get() == Reach.SUBSCRIBED
              ? new SensorStatus(State.FOUND, called(sensor), sensor.port(), "")
              : new SensorStatus(State.LISTENING, sensor.type().title(), sensor.port(), text);
    }
  }

  /** The strap's own name, or what the catalogue calls the sensor. Guarded by this. */
  private String called(Sensors.Opened sensor) {
    String told =
        known.get("strap") instanceof SensorEvent.Info strap
            ? strap.fields().getOrDefault("name", "")
            : "";
    return told.isEmpty() ? sensor.type().title() : told;
  }

  private synchronized Optional<Sensors.Opened> opened() {
    return found;
  }
}
