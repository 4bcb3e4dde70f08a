package app.downshift.sensor;

import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A conversation with a virtual device, in virtual time, and what came of it. */
public final class DeviceTalk {
  private static final long STEP_MICROS = 1000;
  private static final long TICK_MICROS = 100_000;

  private final VirtualDevice device;
  private Conversation conversation;
  private long nowMicros;
  private boolean cut;

  /** What was sent: {@code seconds hex}. */
  public final List<String> sent = new ArrayList<>();

  /** What was learnt. */
  public final List<SensorEvent> events = new ArrayList<>();

  public DeviceTalk(VirtualDevice device, Conversation conversation) {
    this.device = device;
    this.conversation = conversation;
    take(conversation.opened(0));
  }

  /** The calm heart of these tests. */
  public static VirtualHeart heart() {
    return heart("calm");
  }

  /** A heart of this profile. */
  public static VirtualHeart heart(String profile) {
    return new VirtualHeart(HeartProfile.named(profile).orElseThrow(), Breathing.steady(6), 42);
  }

  /** Lets them talk until then. */
  public DeviceTalk until(double seconds) {
    for (; nowMicros < seconds * 1e6; nowMicros += STEP_MICROS) {
      for (Optional<TimedBytes> due = device.due(nowMicros);
          due.isPresent();
          due = device.due(nowMicros)) {
        if (!cut) {
          byte[] bytes = due.get().bytes();
          take(conversation.heard(bytes, bytes.length, nowMicros * 1000));
        }
      }
      if (nowMicros % TICK_MICROS == 0) {
        take(conversation.tick(nowMicros * 1000));
      }
    }
    return this;
  }

  /** Nothing reaches either side any more, or again. */
  public DeviceTalk cut(boolean now) {
    cut = now;
    return this;
  }

  /** A person wishes something. */
  public DeviceTalk wish(SensorWish wish) {
    take(conversation.wish(wish, nowMicros * 1000));
    return this;
  }

  private void take(Conversation.Step step) {
    conversation = step.next();
    for (byte[] bytes : step.send()) {
      sent.add(
          String.format(
              "%.1f %s",
              nowMicros / 1e6, HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes)));
      if (!cut) {
        device.told(bytes, bytes.length, nowMicros);
      }
    }
    events.addAll(step.events());
  }

  /** What was sent, without its time. */
  public List<String> words() {
    return sent.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  /** How many events of a kind were learnt. */
  public long count(Class<? extends SensorEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }
}
