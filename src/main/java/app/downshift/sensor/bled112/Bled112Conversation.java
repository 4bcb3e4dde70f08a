package app.downshift.sensor.bled112;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorWish;
import app.downshift.sensor.heartrate.Strap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversation with a stick: what a crashed program left is cleaned up, straps are looked for,
 * one is called, its handles are asked for, its beats are asked to be sent; when the link breaks
 * the same strap is called again. One command is out at a time. What is done in which stage is in
 * {@link Bled112Turn}.
 *
 * @param stage where it stands
 * @param sinceNanos when this stage began
 * @param answered whether the stage's command has been answered, and its completion is awaited
 * @param failures how often in a row this failed
 * @param wish which strap is wanted
 * @param stale connections that were left by somebody and are still to be ended, a bit for each
 * @param target the strap that is or was being called
 * @param avoided address of a device that turned out to be no strap, or empty
 * @param bonded whether bonding was tried with this strap, or is not needed because it sends
 * @param subscribedNanos when it was asked to send
 * @param batteryNanos when its battery was last asked for
 */
record Bled112Conversation(
    BgapiFraming framing,
    BgapiEars.Known known,
    Stage stage,
    long sinceNanos,
    boolean answered,
    int failures,
    Optional<SensorWish> wish,
    int stale,
    Strap target,
    String avoided,
    boolean bonded,
    long subscribedNanos,
    long batteryNanos)
    implements Conversation {

  /** Nothing was said yet. */
  static final Bled112Conversation NEW =
      new Bled112Conversation(
          BgapiFraming.AT_BOUNDARY,
          BgapiEars.Known.NOTHING,
          Stage.SILENT,
          0,
          false,
          0,
          Optional.empty(),
          0,
          Strap.NONE,
          "",
          false,
          0,
          0);

  @Override
  public Step opened(long nowNanos) {
    return turn(nowNanos, turn -> turn.enter(Stage.HANG_UP));
  }

  @Override
  public Step heard(byte[] bytes, int length, long nowNanos) {
    List<byte[]> send = new ArrayList<>();
    List<SensorEvent> events = new ArrayList<>();
    Bled112Turn turn = new Bled112Turn(this, nowNanos, send, events);
    BgapiFraming next = framing.accept(bytes, length, turn::hear, events::add);
    return new Step(turn.end(next), send, events);
  }

  @Override
  public Step tick(long nowNanos) {
    return turn(nowNanos, Bled112Turn::tick);
  }

  @Override
  public Step wish(SensorWish wished, long nowNanos) {
    return turn(nowNanos, turn -> turn.wish(wished));
  }

  private Step turn(long nowNanos, Consumer<Bled112Turn> what) {
    List<byte[]> send = new ArrayList<>();
    List<SensorEvent> events = new ArrayList<>();
    Bled112Turn turn = new Bled112Turn(this, nowNanos, send, events);
    what.accept(turn);
    return new Step(turn.end(framing), send, events);
  }
}
