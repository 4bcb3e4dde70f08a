package app.downshift.sensor.nonin;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.Decoder;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorEvent.Rejected;
import app.downshift.sensor.SensorWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is said to a Nonin: nothing, when it sends pulse waves by itself. Within the first five
 * seconds after opening, and only when it is silent or sends rates alone, format 7 is asked for,
 * and when that is refused or not answered, once more in the way of a WristOx2 3150. The device
 * keeps the format it is given.
 *
 * @param stage what has been asked so far
 * @param openedNanos when the port was opened
 * @param saidNanos when it was last told something
 * @param waves whether frames with pulse waves have been heard
 */
record NoninConversation(
    Decoder decoder, Stage stage, long openedNanos, long saidNanos, boolean waves)
    implements Conversation {
  private static final int FORMAT = 7;
  private static final int OPTION = 1;
  private static final long LISTEN_NANOS = 1_000_000_000L;
  private static final long ANSWER_NANOS = 1_000_000_000L;
  private static final long LATEST_NANOS = 5_000_000_000L;

  /** What has been asked. */
  enum Stage {
    LISTENING,
    ASKED,
    ASKED_3150,
    DONE
  }

  NoninConversation(Decoder decoder) {
    this(decoder, Stage.LISTENING, 0, 0, false);
  }

  /** Asks an Onyx or Xpod for a format. */
  static byte[] select(int format) {
    return new byte[] {0x02, 0x70, 0x02, 0x02, (byte) format, 0x03};
  }

  /** Asks a WristOx2 3150 for a format. */
  static byte[] select3150(int format, int option) {
    int sum = 0x70 + 0x04 + 0x02 + format + option;
    return new byte[] {0x02, 0x70, 0x04, 0x02, (byte) format, (byte) option, (byte) sum, 0x03};
  }

  @Override
  public Step opened(long nowNanos) {
    return Step.silent(new NoninConversation(decoder, Stage.LISTENING, nowNanos, nowNanos, false));
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    Decoder.Decoded decoded = decoder.accept(bytes, length);
    boolean found =
        waves || decoded.events().stream().anyMatch(event -> event instanceof SensorEvent.Waveform);
    boolean refused =
        stage != Stage.DONE
            && decoded.events().stream()
                .anyMatch(event -> event instanceof Rejected no && no.reason().equals("refused"));
    NoninConversation next =
        new NoninConversation(decoded.next(), stage, openedNanos, saidNanos, found);
    if (!refused) {
      return new Step(next, List.of(), decoded.events());
    }
    Step further = next.further(nowNanos);
    List<SensorEvent> events = new ArrayList<>(decoded.events());
    events.addAll(further.events());
    return new Step(further.next(), further.send(), events);
  }

  @Override
  public Step tick(long nowNanos) {
    boolean listening = stage == Stage.LISTENING;
    boolean due = nowNanos - saidNanos >= (listening ? LISTEN_NANOS : ANSWER_NANOS);
    return waves || stage == Stage.DONE || !due ? Step.silent(this) : further(nowNanos);
  }

  /** Goes on to the next question, while there is time for one. */
  private Step further(long nowNanos) {
    boolean late = nowNanos - openedNanos >= LATEST_NANOS;
    if (stage == Stage.LISTENING && !late) {
      return ask(Stage.ASKED, select(FORMAT), nowNanos);
    }
    if (stage == Stage.ASKED && !late) {
      return ask(Stage.ASKED_3150, select3150(FORMAT, OPTION), nowNanos);
    }
    SensorEvent refused =
        new Info(
            0,
            Map.of(
                Info.STATE,
                Reach.REFUSED.word(),
                "text",
                "it does not send pulse waves; choose data format 7 or 2 on the device"));
    return new Step(
        new NoninConversation(decoder, Stage.DONE, openedNanos, saidNanos, waves),
        List.of(),
        List.of(refused));
  }

  private Step ask(Stage now, byte[] question, long nowNanos) {
    return new Step(
        new NoninConversation(decoder, now, openedNanos, nowNanos, waves),
        List.of(question),
        List.of());
  }

  @Override
  public Step wish(SensorWish wish, long nowNanos) {
    return Step.silent(this);
  }
}
