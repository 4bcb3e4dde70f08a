package app.downshift.sensor.virtual;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.SensorWish;
import java.util.Optional;

/**
 * What a virtual device says while its own conversation speaks to it, in virtual time: the capture
 * of an undisturbed session. Ends when the device has said nothing for ten minutes.
 */
public final class SpokenTo implements TimedStream {
  private static final long LOOK_MICROS = 5_000;
  private static final long TICK_MICROS = 250_000;
  private static final long PATIENCE_MICROS = 600_000_000;

  private final VirtualDevice device;
  private Conversation conversation;
  private long nowMicros;
  private long tickedMicros;
  private boolean opened;

  public SpokenTo(VirtualDevice device, Conversation conversation) {
    this.device = device;
    this.conversation = conversation;
  }

  @Override
  public Optional<TimedBytes> next() {
    if (!opened) {
      opened = true;
      say(conversation.opened(0));
      say(conversation.wish(new SensorWish.Prefer(""), 0));
    }
    for (long until = nowMicros + PATIENCE_MICROS; nowMicros < until; nowMicros += LOOK_MICROS) {
      Optional<TimedBytes> chunk = device.due(nowMicros);
      if (chunk.isPresent()) {
        byte[] bytes = chunk.get().bytes();
        say(conversation.heard(bytes, bytes.length, nowMicros * 1000));
        return chunk;
      }
      if (nowMicros - tickedMicros >= TICK_MICROS) {
        tickedMicros = nowMicros;
        say(conversation.tick(nowMicros * 1000));
      }
    }
    return Optional.empty();
  }

  private void say(Conversation.Step step) {
    conversation = step.next();
    for (byte[] bytes : step.send()) {
      device.told(bytes, bytes.length, nowMicros);
    }
  }
}
