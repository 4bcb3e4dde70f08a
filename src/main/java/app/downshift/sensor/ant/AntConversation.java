package app.downshift.sensor.ant;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Refusal;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversation with a stick: it is restarted, its first channel is set up for heart rate straps
 * and opened, command by command; then it is listened to. The channel takes the first strap it
 * hears, or the one whose number was chosen.
 *
 * @param stage which command of {@link #START} is out; beyond them the channel is open
 * @param sinceNanos when that was given
 * @param failures how often in a row it failed
 * @param number of the wanted strap, 0 for any
 * @param told number of the strap that is heard, as far as it was told, or 0
 */
record AntConversation(
    AntFraming framing,
    AntHeart heart,
    int stage,
    long sinceNanos,
    int failures,
    int number,
    int told)
    implements Conversation {

  private static final int CHANNEL = 0;
  private static final int HEART_RATE_STRAP = 120;
  private static final int MOST_NUMBER = 0xFFFF;
  private static final int SILENT = -1;

  static final AntFrame RESTART = AntFrame.of(0x4A, 0);
  static final AntFrame CLOSE = AntFrame.of(0x4C, CHANNEL);
  private static final AntFrame WHO = AntFrame.of(0x4D, CHANNEL, AntFrame.CHANNEL_ID);

  /** Which strap is wanted stands in the fourth, once it is known. */
  private static final List<AntFrame> START =
      List.of(
          RESTART,
          AntFrame.of(0x46, 0, 0xB9, 0xA5, 0x21, 0xFB, 0xBD, 0x72, 0xC3, 0x45), // ANT+ network
          AntFrame.of(0x42, CHANNEL, 0, 0), // receives, on that network
          AntFrame.of(AntFrame.CHANNEL_ID, CHANNEL, 0, 0, HEART_RATE_STRAP, 0),
          AntFrame.of(0x44, CHANNEL, 0xFF), // searches for ever
          AntFrame.of(0x43, CHANNEL, 0x86, 0x1F), // 8070: 4.06 messages a second
          AntFrame.of(0x45, CHANNEL, 57), // 2457 MHz
          AntFrame.of(0x4B, CHANNEL)); // open

  private static final int IDENTITY = 3;
  private static final int OPEN = START.size();

  private static final int SEARCH_ENDED = 1;
  private static final int TO_SEARCH = 8;
  private static final int CLOSED = 7;

  private static final long RESTART_NANOS = 500_000_000L;
  private static final long ANSWER_NANOS = 1_000_000_000L;
  private static final int MOST_FAILURES = 3;

  static final AntConversation NEW =
      new AntConversation(AntFraming.FRESH, AntHeart.UNHEARD, SILENT, 0, 0, 0, 0);

  @Override
  public Step opened(long nowNanos) {
    Turn turn = new Turn(this, nowNanos);
    turn.enter(0);
    return turn.end(framing);
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Turn turn = new Turn(this, nowNanos);
    AntFraming next = framing.accept(bytes, length, turn::hear, turn.events::add);
    return turn.end(next);
  }

  @Override
  public Step tick(long nowNanos) {
    Turn turn = new Turn(this, nowNanos);
    turn.tick();
    return turn.end(framing);
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    Turn turn = new Turn(this, nowNanos);
    turn.wish(wish);
    return turn.end(framing);
  }

  /** One call: begins with a state, sends and tells, and gives the state that came of it. */
  private static final class Turn {
    private final long now;
    private final List<byte[]> send = new ArrayList<>();
    private final List<SensorEvent> events = new ArrayList<>();
    private AntHeart heart;
    private int stage;
    private long since;
    private int failures;
    private int number;
    private int told;

    Turn(AntConversation from, long nowNanos) {
      now = nowNanos;
      heart = from.heart;
      stage = from.stage;
      since = from.sinceNanos;
      failures = from.failures;
      number = from.number;
      told = from.told;
    }

    Step end(AntFraming framing) {
      var next = new AntConversation(framing, heart, stage, since, failures, number, told);
      return new Step(next, send, events);
    }

    void enter(int next) {
      stage = next;
      since = now;
      if (next < OPEN) {
        send.add(command().bytes());
      } else {
        failures = 0;
        events.add(Info.of(0, Reach.SCANNING));
      }
    }

    private AntFrame command() {
      return stage == IDENTITY
          ? AntFrame.of(
              AntFrame.CHANNEL_ID, CHANNEL, number & 0xFF, number >> 8, HEART_RATE_STRAP, 0)
          : START.get(stage);
    }

    void hear(AntFrame frame) {
      if (stage == SILENT) {
        return;
      }
      boolean unheard = heart.equals(AntHeart.UNHEARD);
      heart = AntDecoder.hear(frame, heart, events);
      if (unheard && !heart.equals(AntHeart.UNHEARD)) {
        events.add(Info.of(0, Reach.SUBSCRIBED));
        send.add(WHO.bytes());
      }
      if (frame.id() == AntFrame.RESPONSE && frame.data().length >= 3) {
        response(frame);
      } else if (frame.id() == AntFrame.STARTED && stage == 0) {
        enter(1);
      } else if (frame.id() == AntFrame.STARTED) {
        enter(0); // it restarted by itself
      } else if (frame.id() == AntFrame.CHANNEL_ID && frame.data().length >= 5) {
        identify(frame.word(1));
      }
    }

    private void response(AntFrame frame) {
      int code = frame.octet(2);
      if (frame.octet(1) == AntFrame.EVENT) {
        event(code);
      } else if (stage < OPEN && stage > 0 && frame.octet(1) == command().id()) {
        if (code == 0) {
          enter(stage + 1);
        } else {
          failed(Refusal.STICK_REFUSES.text() + " (0x%02X)".formatted(code));
          enter(0);
        }
      }
    }

    private void event(int code) {
      if (code == TO_SEARCH) {
        events.add(Info.of(0, Reach.LOST));
      } else if ((code == SEARCH_ENDED || code == CLOSED) && stage == OPEN) {
        heart = heart.outOfReach(events);
        enter(0);
      }
    }

    private void identify(int heard) {
      if (heard != 0 && heard != told) {
        told = heard;
        number = heard; // from now on this heart and no other
        String address = Integer.toString(heard);
        events.add(new SensorEvent.Found(0, address, "", 0));
        events.add(new Info(0, Map.of(Info.STATE, Reach.CONNECTED.word(), "address", address)));
      }
    }

    private void failed(String why) {
      failures++;
      if (failures == MOST_FAILURES) {
        events.add(new Info(0, Map.of(Info.STATE, Reach.REFUSED.word(), "text", why)));
      }
    }

    void tick() {
      if (stage == 0 && now - since >= RESTART_NANOS) {
        enter(1); // some say that they have started, some do not
      } else if (stage > 0 && stage < OPEN && now - since >= ANSWER_NANOS) {
        failed(Refusal.STICK_SILENT.text());
        enter(failures % MOST_FAILURES == 0 ? 0 : stage);
      }
    }

    void wish(SensorWish wish) {
      if (wish instanceof SensorWish.Stop && stage != SILENT) {
        send.add(CLOSE.bytes());
        stage = SILENT;
      } else if (wish instanceof SensorWish.Choose choice) {
        numbered(choice.sensor()).ifPresent(this::choose);
      }
    }

    private void choose(int wanted) {
      if (wanted != number) {
        number = wanted;
        told = 0;
        if (stage > IDENTITY) {
          heart = heart.outOfReach(events);
          enter(0);
        }
      }
    }

    private static Optional<Integer> numbered(String sensor) {
      String digits = sensor.strip();
      return digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= MOST_NUMBER
          ? Optional.of(Integer.parseInt(digits))
          : Optional.empty();
    }
  }
}
