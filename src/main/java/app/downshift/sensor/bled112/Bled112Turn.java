package app.downshift.sensor.bled112;

import app.downshift.sensor.Refusal;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.heartrate.Strap;
import app.downshift.sensor.heartrate.Straps;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the conversation: begins with its state, sends and tells, and gives the state that
 * came of it.
 */
final class Bled112Turn {
  static final long ANSWER_NANOS = 1_000_000_000L;
  static final long PROCEDURE_NANOS = 10_000_000_000L;
  static final long FIRST_VALUE_NANOS = 5_000_000_000L;
  static final long BATTERY_NANOS = 600_000_000_000L;

  private static final int MOST_FAILURES = 3;
  private static final int SWITCHED_ON = 1;
  private static final int CONNECTED = 1;
  private static final int MOST_CONNECTIONS = 8;
  private static final int ENCRYPTED = 2;
  private static final int NEEDS_CONFIRMATION = 5;
  private static final int NOT_AUTHENTICATED = 0x0405;
  private static final int NOT_ENCRYPTED = 0x040F;

  private final long now;
  private final List<byte[]> send;
  private final List<SensorEvent> events;
  private final BgapiEars ears;

  private Stage stage;
  private long since;
  private boolean answered;
  private int failures;
  private Optional<SensorWish> wish;
  private int stale;
  private Strap target;
  private String avoided;
  private boolean bonded;
  private long subscribedNanos;
  private long batteryNanos;

  Bled112Turn(
      Bled112Conversation from, long nowNanos, List<byte[]> send, List<SensorEvent> events) {
    now = nowNanos;
    this.send = send;
    this.events = events;
    ears = new BgapiEars(from.known(), events);
    stage = from.stage();
    since = from.sinceNanos();
    answered = from.answered();
    failures = from.failures();
    wish = from.wish();
    stale = from.stale();
    target = from.target();
    avoided = from.avoided();
    bonded = from.bonded();
    subscribedNanos = from.subscribedNanos();
    batteryNanos = from.batteryNanos();
  }

  Bled112Conversation end(BgapiFraming framing) {
    return new Bled112Conversation(
        framing,
        ears.known,
        stage,
        since,
        answered,
        failures,
        wish,
        stale,
        target,
        avoided,
        bonded,
        subscribedNanos,
        batteryNanos);
  }

  /** Begins a stage and gives its command. */
  void enter(Stage next) {
    stage = next;
    since = now;
    answered = false;
    if (next.commands()) {
      send.add(command());
    }
  }

  private byte[] command() {
    int connection = Math.max(0, ears.known.connection());
    return switch (stage) {
      case HANG_UP, DROP -> Bgapi.disconnect(connection);
      case LINKS -> Bgapi.GET_CONNECTIONS;
      case BE_QUIET -> Bgapi.STOP_ADVERTISING;
      case LET_GO -> Bgapi.disconnect(Integer.numberOfTrailingZeros(stale));
      case END, END_SCAN, END_CALL -> Bgapi.END_PROCEDURE;
      case TUNE -> Bgapi.SCAN_ACTIVELY;
      case DISCOVER -> Bgapi.DISCOVER;
      case CALL -> Bgapi.connect(target.address(), target.addressType());
      case SERVICES -> Bgapi.services(connection);
      case HANDLES -> Bgapi.handles(connection, ears.known.heart());
      case SUBSCRIBE -> Bgapi.write(connection, ears.known.configuration(), SWITCHED_ON);
      case ALLOW_BONDING -> Bgapi.ALLOW_BONDING;
      case ENCRYPT -> Bgapi.encrypt(connection);
      case BATTERY_HANDLES -> Bgapi.handles(connection, ears.known.battery());
      case BATTERY -> Bgapi.read(connection, ears.known.level());
      default -> Bgapi.HELLO;
    };
  }

  void hear(BgapiPacket packet) {
    if (stage == Stage.SILENT) {
      return;
    }
    if (packet.isEvent(6, 0) && stage.compareTo(Stage.SCANNING) < 0) {
      return; // of a scan that was left over
    }
    if (packet.isEvent(3, 0) && stage.compareTo(Stage.END) < 0) {
      left(packet);
      return;
    }
    int connection = ears.known.connection();
    ears.hear(packet);
    if (packet.event()) {
      event(packet, connection);
    } else if (stage.commands() && !answered && packet.answers(command())) {
      answer(packet);
    }
  }

  private void answer(BgapiPacket packet) {
    int result = result(packet);
    switch (stage) {
      case HANG_UP -> enter(Stage.LINKS); // no connection to end is as good
      case LINKS -> enter(Stage.BE_QUIET);
      case BE_QUIET -> letGo(); // by now the connections have been told too
      case LET_GO -> {
        stale &= stale - 1;
        letGo();
      }
      case END -> enter(Stage.HELLO); // nothing to end is as good
      case HELLO -> enter(Stage.TUNE);
      case TUNE -> enter(Stage.DISCOVER);
      case DISCOVER -> discovering(result);
      case END_SCAN -> enter(Stage.CALL);
      case CALL -> calling(result);
      case END_CALL -> callAgain();
      case DROP -> dropped(result);
      case ALLOW_BONDING -> enter(Stage.ENCRYPT);
      case BATTERY_HANDLES, BATTERY -> answeredOrElse(result, this::listen);
      default -> answeredOrElse(result, () -> refusedToAsk(result));
    }
  }

  /** A connection that is none of ours. */
  private void left(BgapiPacket packet) {
    int connection = packet.octet(0);
    if ((packet.octet(1) & CONNECTED) != 0 && connection < MOST_CONNECTIONS) {
      stale |= 1 << connection;
    }
  }

  private void letGo() {
    enter(stale == 0 ? Stage.END : Stage.LET_GO);
  }

  /** Where the result stands differs: behind the number of a connection, or at the beginning. */
  private static int result(BgapiPacket packet) {
    boolean ofConnection = packet.group() >= 3 && packet.group() <= 5;
    int at = ofConnection ? 1 : 0;
    return packet.payload().length >= at + 2 ? packet.word(at) : 0;
  }

  private void answeredOrElse(int result, Runnable failed) {
    answered = result == 0;
    since = now;
    if (!answered) {
      failed.run();
    }
  }

  /** Perhaps for the moment only: as if it had not been answered, until that has failed too. */
  private void refusedToAsk(int result) {
    if (failures + 1 >= MOST_FAILURES) {
      refuse(Refusal.STRAP_NOT_ASKED.text(), result);
    }
  }

  private void discovering(int result) {
    if (result == 0) {
      failures = 0;
      ears.known = ears.known.with(Straps.NONE);
      enter(Stage.SCANNING);
      events.add(Info.of(0, Reach.SCANNING));
    } else {
      failed(Refusal.STICK_CANNOT_LOOK.text(), result);
      enter(Stage.END); // something else is still under way
    }
  }

  private void calling(int result) {
    if (result != 0) {
      failed(Refusal.STICK_CANNOT_CALL.text(), result);
      enter(Stage.END_CALL);
    } else if (ears.known.connection() >= 0) {
      connected(); // the strap was faster than the answer
    } else {
      enter(Stage.CALLING);
    }
  }

  private void event(BgapiPacket packet, int connectionBefore) {
    switch (packet.group() << 8 | packet.id()) {
      case 0x000 -> {
        failures = 0;
        enter(Stage.HELLO); // it has just started: there is nothing to clean up
      }
      case 0x300 -> status(packet, connectionBefore);
      case 0x304 -> disconnected(packet, connectionBefore);
      case 0x401 -> completed(packet);
      case 0x405 -> value(packet);
      case 0x501 -> {
        if (stage == Stage.ENCRYPT) {
          refuse(Refusal.STRAP_NOT_BONDED.text(), packet.word(1));
        }
      }
      case 0x600 -> call();
      default -> {
        // of no use to us
      }
    }
  }

  private void status(BgapiPacket packet, int connectionBefore) {
    boolean ours = packet.octet(0) == ears.known.connection();
    if (ours && connectionBefore < 0 && stage == Stage.CALLING) {
      connected();
    } else if (ours && stage == Stage.ENCRYPT && (packet.octet(1) & ENCRYPTED) != 0) {
      enter(Stage.SUBSCRIBE);
    }
  }

  private void connected() {
    failures = 0;
    bonded = false;
    enter(Stage.SERVICES);
  }

  private void disconnected(BgapiPacket packet, int connectionBefore) {
    boolean ours = connectionBefore == packet.octet(0);
    if (stage == Stage.DROP) {
      enter(Stage.DISCOVER);
    } else if (ours && stage.linked()) {
      enter(Stage.CALL); // the same strap and no other: it is one person's heart
    } else if (stage == Stage.CALLING) {
      callAgain();
    }
  }

  private void completed(BgapiPacket packet) {
    int result = packet.word(1);
    if (!answered || packet.octet(0) != ears.known.connection()) {
      return;
    }
    switch (stage) {
      case SERVICES -> {
        if (ears.known.heart().exists()) {
          enter(Stage.HANDLES);
        } else {
          refuse(Refusal.NO_HEART_RATE.text(), result);
        }
      }
      case HANDLES -> {
        if (ears.known.value() > 0 && ears.known.configuration() > 0) {
          enter(Stage.SUBSCRIBE);
        } else {
          refuse(Refusal.NO_HEART_RATE.text(), result);
        }
      }
      case SUBSCRIBE -> subscribed(result);
      case BATTERY_HANDLES -> {
        if (ears.known.level() > 0) {
          enter(Stage.BATTERY);
        } else {
          listen();
        }
      }
      case BATTERY -> listen();
      default -> {
        // not one of ours
      }
    }
  }

  private void subscribed(int result) {
    if (result == 0) {
      wish = Optional.of(new SensorWish.Choose(target.address()));
      subscribedNanos = now;
      batteryNanos = now;
      events.add(Info.of(0, Reach.SUBSCRIBED));
      if (ears.known.battery().exists()) {
        enter(Stage.BATTERY_HANDLES);
      } else {
        listen();
      }
    } else if (!bonded && (result == NOT_AUTHENTICATED || result == NOT_ENCRYPTED)) {
      bonded = true;
      enter(Stage.ALLOW_BONDING);
    } else {
      refuse(Refusal.STRAP_SENDS_NOTHING.text(), result);
    }
  }

  private void listen() {
    enter(Stage.LISTENING);
  }

  private void value(BgapiPacket packet) {
    int kind = packet.octet(3);
    if (packet.word(1) == ears.known.value()) {
      bonded = true; // or needs no bonding
    }
    if (kind == NEEDS_CONFIRMATION) {
      send.add(Bgapi.confirm(packet.octet(0)));
    }
    if (kind == 0 && stage == Stage.BATTERY) {
      listen();
    }
  }

  /** Calls a strap if the time has come for one. */
  private void call() {
    if (stage != Stage.SCANNING) {
      return;
    }
    Optional<Strap> next = ears.known.straps().without(avoided).toCall(wish, now - since);
    if (next.isPresent()) {
      target = next.get();
      failures = 0;
      enter(Stage.END_SCAN);
      events.add(Info.of(0, Reach.CONNECTING));
    }
  }

  private void callAgain() {
    failures++;
    if (ears.known.connection() >= 0) {
      connected(); // it answered at the last moment
    } else if (failures < MOST_FAILURES && isWanted(target)) {
      enter(Stage.CALL);
    } else {
      enter(Stage.DISCOVER);
    }
  }

  private boolean isWanted(Strap strap) {
    return !(wish.isPresent()
        && wish.get() instanceof SensorWish.Choose choice
        && !strap.isCalled(choice.sensor()));
  }

  private void dropped(int result) {
    answered = true;
    since = now;
    if (result != 0) {
      enter(Stage.DISCOVER); // it has gone already
    }
  }

  /** This strap will not do: it is let go and not called again. */
  private void refuse(String text, int result) {
    failed(text, result);
    avoided = target.address();
    enter(Stage.DROP);
  }

  private void failed(String text, int result) {
    failures++;
    String code = result == 0 ? text : text + " (0x%04X)".formatted(result);
    events.add(new Info(0, Map.of(Info.STATE, Reach.REFUSED.word(), "text", code)));
  }

  void tick() {
    long waited = now - since;
    switch (stage) {
      case SILENT -> {
        // nobody has opened the port yet
      }
      case SCANNING -> call();
      case CALLING -> {
        if (waited >= PROCEDURE_NANOS) {
          enter(Stage.END_CALL);
        }
      }
      case LISTENING -> watch();
      default -> {
        if (answered && waited >= PROCEDURE_NANOS) {
          overdue();
        } else if (!answered && waited >= ANSWER_NANOS) {
          unanswered();
        }
      }
    }
  }

  private void watch() {
    if (!bonded && now - subscribedNanos >= FIRST_VALUE_NANOS) {
      bonded = true; // some straps agree to send and do not, until they are bonded
      enter(Stage.ALLOW_BONDING);
    } else if (ears.known.level() > 0 && now - batteryNanos >= BATTERY_NANOS) {
      batteryNanos = now;
      enter(Stage.BATTERY);
    }
  }

  private void overdue() {
    if (stage == Stage.BATTERY || stage == Stage.BATTERY_HANDLES) {
      listen();
    } else if (stage == Stage.DROP) {
      enter(Stage.HANG_UP);
    } else {
      failed(Refusal.STRAP_SILENT.text(), 0);
      enter(Stage.DROP);
    }
  }

  /** The same command once more; after three, everything from the beginning. */
  private void unanswered() {
    if (stage == Stage.LINKS) {
      enter(Stage.BE_QUIET); // a stick that cannot tell is cleaned up without
      return;
    }
    failures++;
    if (failures % MOST_FAILURES != 0) {
      enter(stage);
      return;
    }
    if (failures == MOST_FAILURES) {
      events.add(
          new Info(
              0, Map.of(Info.STATE, Reach.REFUSED.word(), "text", Refusal.STICK_SILENT.text())));
    }
    enter(Stage.HANG_UP);
  }

  void wish(SensorWish wished) {
    if (wished instanceof SensorWish.Stop) {
      stop();
      return;
    }
    wish = Optional.of(wished);
    avoided = "";
    if (stage == Stage.SCANNING) {
      call();
    } else if (stage.linked() && stage != Stage.DROP && !isWanted(target)) {
      enter(Stage.DROP);
    } else if (stage == Stage.CALLING && !isWanted(target)) {
      enter(Stage.END_CALL);
    }
  }

  private void stop() {
    if (stage.linked() && ears.known.connection() >= 0) {
      send.add(Bgapi.disconnect(ears.known.connection()));
    } else if (stage != Stage.SILENT) {
      send.add(Bgapi.END_PROCEDURE);
    }
    stage = Stage.SILENT;
  }
}
