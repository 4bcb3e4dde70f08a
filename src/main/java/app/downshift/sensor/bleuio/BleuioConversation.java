package app.downshift.sensor.bleuio;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.LineFraming;
import app.downshift.sensor.Refusal;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.heartrate.Strap;
import app.downshift.sensor.heartrate.Straps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversation with a stick: it is brought to plain text and to rest, scans three seconds at a
 * time, calls a strap, lists its handles, and is asked to print its heart rate; when the link
 * breaks the same strap is called again.
 *
 * @param stage which command is out
 * @param sinceNanos when it was given
 * @param failures how often in a row something failed
 * @param wish which strap is wanted
 * @param target the strap that is or was being called
 * @param avoided address of a device that turned out to be no strap, or empty
 * @param heard whether a value has come since it was asked to send
 */
record BleuioConversation(
    LineFraming framing,
    BleuioEars.Known known,
    Stage stage,
    long sinceNanos,
    int failures,
    Optional<SensorWish> wish,
    Strap target,
    String avoided,
    boolean heard)
    implements Conversation {

  /** Which command is out. */
  enum Stage {
    SILENT,
    PLAIN_TEXT,
    HANG_UP,
    CENTRAL,
    SCAN,
    CALL,
    CANCEL,
    SERVICES,
    SUBSCRIBE,
    BATTERY,
    LISTENING,
    DROP
  }

  static final BleuioConversation NEW =
      new BleuioConversation(
          LineFraming.atBoundary(),
          BleuioEars.Known.NOTHING,
          Stage.SILENT,
          0,
          0,
          Optional.empty(),
          Strap.NONE,
          "",
          false);

  @Override
  public Step opened(long nowNanos) {
    return step(nowNanos, Turn::open, framing);
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Turn turn = new Turn(this, nowNanos);
    LineFraming next = framing.accept(bytes, length, turn.ears);
    return turn.end(next);
  }

  @Override
  public Step tick(long nowNanos) {
    return step(nowNanos, Turn::tick, framing);
  }

  @Override
  public Step wish(SensorWish wished, long nowNanos) {
    return step(nowNanos, turn -> turn.wish(wished), framing);
  }

  private Step step(long nowNanos, Consumer<Turn> what, LineFraming framing) {
    Turn turn = new Turn(this, nowNanos);
    what.accept(turn);
    return turn.end(framing);
  }

  /** One call: begins with a state, sends and tells, and gives the state that came of it. */
  private static final class Turn implements BleuioEars.Listener {
    private static final long ANSWER_NANOS = 2_000_000_000L;
    private static final long SCAN_NANOS = 6_000_000_000L;
    private static final long PROCEDURE_NANOS = 10_000_000_000L;
    private static final long FIRST_VALUE_NANOS = 5_000_000_000L;
    private static final int MOST_FAILURES = 3;
    private static final String INTERRUPT = "\u0003";

    private final long now;
    private final List<byte[]> send = new ArrayList<>();
    private final List<SensorEvent> events = new ArrayList<>();
    private final BleuioEars ears;
    private Stage stage;
    private long since;
    private int failures;
    private Optional<SensorWish> wish;
    private Strap target;
    private String avoided;
    private boolean heard;

    Turn(BleuioConversation from, long nowNanos) {
      now = nowNanos;
      ears = new BleuioEars(from.known, events, this);
      stage = from.stage;
      since = from.sinceNanos;
      failures = from.failures;
      wish = from.wish;
      target = from.target;
      avoided = from.avoided;
      heard = from.heard;
    }

    Step end(LineFraming framing) {
      var next =
          new BleuioConversation(
              framing, ears.known, stage, since, failures, wish, target, avoided, heard);
      return new Step(next, send, events);
    }

    void open() {
      say(INTERRUPT); // a scan without an end that a crashed program has left
      enter(Stage.PLAIN_TEXT);
    }

    private void say(String text) {
      send.add(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void enter(Stage next) {
      stage = next;
      since = now;
      switch (next) {
        case PLAIN_TEXT -> say("ATV0\r");
        case HANG_UP, DROP -> say("AT+GAPDISCONNECT\r");
        case CENTRAL -> say("AT+CENTRAL\r");
        case SCAN -> say("AT+GAPSCAN=3\r");
        case CALL -> say("AT+GAPCONNECT=[" + target.addressType() + "]" + target.address() + "\r");
        case CANCEL -> say("AT+CANCELCONNECT\r");
        case SERVICES -> say("AT+GETSERVICES\r");
        case SUBSCRIBE -> say("AT+SETNOTI=%04X\r".formatted(ears.known.value()));
        case BATTERY -> say("AT+GATTCREAD=%04X\r".formatted(ears.known.level()));
        default -> {
          // nothing to say
        }
      }
    }

    @Override
    public void said(BleuioEars.Word word) {
      switch (word) {
        case OK -> ended(true);
        case ERROR -> ended(false);
        case SCAN_COMPLETE -> {
          if (stage == Stage.SCAN) {
            call();
          }
        }
        case CONNECTED -> {
          if (stage == Stage.CALL || stage == Stage.CANCEL) {
            failures = 0;
            ears.connected(target);
            enter(Stage.SERVICES);
          }
        }
        case DISCONNECTED -> disconnected();
        case BROWSED -> {
          if (stage == Stage.SERVICES) {
            browsed();
          }
        }
        case WRITTEN -> {
          if (stage == Stage.SUBSCRIBE) {
            subscribed();
          }
        }
        case BEATS -> {
          heard = true;
          failures = 0;
          if (stage == Stage.SUBSCRIBE) {
            subscribed();
          }
        }
        case READ -> {
          if (stage == Stage.BATTERY) {
            enter(Stage.LISTENING);
          }
        }
        default -> {
          // a prompt, an echo, or something of a newer firmware
        }
      }
    }

    /** The end of a command; prompts and the ends of others may come in between. */
    private void ended(boolean well) {
      switch (stage) {
        case PLAIN_TEXT -> enter(Stage.HANG_UP);
        case HANG_UP -> enter(Stage.CENTRAL); // nothing to end is as good
        case CENTRAL -> scan();
        case CANCEL -> callAgain();
        case SUBSCRIBE -> {
          if (well) {
            subscribed();
          }
        }
        case DROP -> {
          if (!well) {
            scan(); // it has gone already
          }
        }
        case BATTERY -> {
          if (!well) {
            enter(Stage.LISTENING);
          }
        }
        default -> {
          // the command itself is not over; what is refused is tried again when its time is up
        }
      }
    }

    private void scan() {
      ears.known = ears.known.with(Straps.NONE);
      enter(Stage.SCAN);
      events.add(Info.of(0, Reach.SCANNING));
    }

    /** A scan is over: long enough to know who is in reach. */
    private void call() {
      Optional<Strap> next = ears.known.straps().without(avoided).toCall(wish, Long.MAX_VALUE);
      if (next.isPresent()) {
        target = next.get();
        failures = 0;
        events.add(Info.of(0, Reach.CONNECTING));
        enter(Stage.CALL);
      } else {
        enter(Stage.SCAN);
      }
    }

    private void browsed() {
      if (ears.known.value() > 0) {
        enter(Stage.SUBSCRIBE);
      } else {
        refuse(Refusal.NO_HEART_RATE.text());
      }
    }

    private void subscribed() {
      wish = Optional.of(new SensorWish.Choose(target.address()));
      events.add(Info.of(0, Reach.SUBSCRIBED));
      heard = false;
      enter(ears.known.level() > 0 ? Stage.BATTERY : Stage.LISTENING);
    }

    private void disconnected() {
      switch (stage) {
        case DROP -> scan();
        case SERVICES, SUBSCRIBE, BATTERY, LISTENING -> enter(Stage.CALL);
        default -> {
          // one that was left over, or the second word about the same
        }
      }
    }

    private void callAgain() {
      failures++;
      if (failures < MOST_FAILURES && isWanted()) {
        enter(Stage.CALL);
      } else {
        scan();
      }
    }

    private boolean isWanted() {
      return !(wish.isPresent()
          && wish.get() instanceof SensorWish.Choose choice
          && !target.isCalled(choice.sensor()));
    }

    private void refuse(String text) {
      events.add(new Info(0, Map.of(Info.STATE, Reach.REFUSED.word(), "text", text)));
      avoided = target.address();
      enter(Stage.DROP);
    }

    void tick() {
      long waited = now - since;
      switch (stage) {
        case SILENT -> {
          // nobody has opened the port yet
        }
        case SCAN -> {
          if (waited >= SCAN_NANOS) {
            unanswered();
          }
        }
        case CALL -> {
          if (waited >= PROCEDURE_NANOS) {
            enter(Stage.CANCEL);
          }
        }
        case SERVICES -> {
          if (waited >= PROCEDURE_NANOS) {
            again();
          }
        }
        case LISTENING -> {
          if (!heard && waited >= FIRST_VALUE_NANOS) {
            again();
          }
        }
        case BATTERY -> {
          if (waited >= ANSWER_NANOS) {
            enter(Stage.LISTENING);
          }
        }
        case CANCEL -> {
          if (waited >= ANSWER_NANOS) {
            callAgain();
          }
        }
        case DROP -> {
          if (waited >= PROCEDURE_NANOS) {
            scan();
          }
        }
        default -> {
          if (waited >= ANSWER_NANOS) {
            unanswered();
          }
        }
      }
    }

    /** The strap was asked and did not do it: once more, three times in all. */
    private void again() {
      failures++;
      if (failures >= MOST_FAILURES) {
        failures = 0;
        enter(Stage.DROP);
      } else {
        enter(stage == Stage.LISTENING ? Stage.SUBSCRIBE : stage);
      }
    }

    /** The same command once more; after three, everything from the beginning. */
    private void unanswered() {
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
      open();
    }

    void wish(SensorWish wished) {
      if (wished instanceof SensorWish.Stop) {
        stop();
        return;
      }
      wish = Optional.of(wished);
      avoided = "";
      boolean linked =
          stage == Stage.SERVICES
              || stage == Stage.SUBSCRIBE
              || stage == Stage.BATTERY
              || stage == Stage.LISTENING;
      if (linked && !isWanted()) {
        enter(Stage.DROP);
      } else if (stage == Stage.CALL && !isWanted()) {
        enter(Stage.CANCEL);
      }
    }

    private void stop() {
      switch (stage) {
        case SILENT -> {
          // nothing was begun
        }
        case SCAN -> say(INTERRUPT);
        case CALL -> say("AT+CANCELCONNECT\r");
        default -> say("AT+GAPDISCONNECT\r");
      }
      stage = Stage.SILENT;
    }
  }
}
