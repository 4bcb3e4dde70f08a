package app.downshift.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.virtual.Breathing;
import app.downshift.sensor.virtual.HeartEvent;
import app.downshift.sensor.virtual.HeartProfile;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A conversation and a virtual device talking to each other, in virtual time. */
public final class Talk {
  private static final long STEP_MICROS = 5_000;
  private static final long TICK_MICROS = 100_000;

  private final VirtualDevice device;
  private final List<SensorEvent> events = new ArrayList<>();
  private final List<byte[]> sent = new ArrayList<>();
  private Conversation conversation;
  private long nowMicros;

  public Talk(VirtualDevice device, Conversation conversation) {
    this.device = device;
    this.conversation = conversation;
    follow(conversation.opened(0));
  }

  /** Lets them talk for so long. */
  public Talk run(double seconds) {
    long until = nowMicros + Math.round(seconds * 1e6);
    while (nowMicros < until) {
      for (Optional<TimedBytes> chunk = device.due(nowMicros);
          chunk.isPresent();
          chunk = device.due(nowMicros)) {
        byte[] bytes = chunk.get().bytes();
        follow(conversation.heard(bytes, bytes.length, nowMicros * 1000));
      }
      if (nowMicros % TICK_MICROS == 0) {
        follow(conversation.tick(nowMicros * 1000));
      }
      nowMicros += STEP_MICROS;
    }
    return this;
  }

  public Talk wish(SensorWish wish) {
    follow(conversation.wish(wish, nowMicros * 1000));
    return this;
  }

  private void follow(Conversation.Step step) {
    conversation = step.next();
    events.addAll(step.events());
    for (byte[] bytes : step.send()) {
      sent.add(bytes);
      device.told(bytes, bytes.length, nowMicros);
    }
  }

  public List<SensorEvent> events() {
    return events;
  }

  public List<byte[]> sent() {
    return sent;
  }

  public Conversation conversation() {
    return conversation;
  }

  /** All events of one kind, in order. */
  public <E extends SensorEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The states told, in order. */
  public List<String> states() {
    return all(SensorEvent.Info.class).stream()
        .filter(info -> info.fields().containsKey(SensorEvent.Info.STATE))
        .map(info -> info.fields().get(SensorEvent.Info.STATE))
        .toList();
  }

  public List<Double> beats() {
    return all(SensorEvent.Beat.class).stream().map(SensorEvent.Beat::rrMillis).toList();
  }

  /** The heart all virtual devices of the tests have. */
  public static VirtualHeart heart(String profile) {
    return new VirtualHeart(HeartProfile.named(profile).orElseThrow(), Breathing.steady(6), 42);
  }

  /** Its intervals on the grid of a device, computed from the instants of its beats alone. */
  public static List<Double> truth(String profile, int perSecond, double seconds) {
    VirtualHeart heart = heart(profile);
    List<Double> intervals = new ArrayList<>();
    double before = Double.NaN;
    for (HeartEvent event = heart.next(); event.seconds() <= seconds; event = heart.next()) {
      if (event instanceof HeartEvent.Skin) {
        before = Double.NaN;
      } else {
        if (!Double.isNaN(before)) {
          long ticks = Math.round(event.seconds() * perSecond) - Math.round(before * perSecond);
          intervals.add(ticks * 1000.0 / perSecond);
        }
        before = event.seconds();
      }
    }
    return intervals;
  }

  /** Asserts that what was told stands in the truth without a hole; answers where it begins. */
  public static int assertUnbroken(List<Double> truth, List<Double> told, int atLeast) {
    assertTrue(told.size() >= atLeast, told.size() + " beats only");
    int at = Collections.indexOfSubList(truth, told);
    assertTrue(at >= 0, () -> "not a piece of the truth: " + told);
    return at;
  }

  /** Asserts that how received bytes are cut changes neither what is sent nor what is told. */
  public static void assertCutsDoNotMatter(Conversation fresh, byte[] bytes, int most) {
    Conversation.Step whole = fresh.heard(bytes, bytes.length, 0);
    for (int size = 1; size <= most; size++) {
      List<SensorEvent> events = new ArrayList<>();
      List<String> sent = new ArrayList<>();
      Conversation state = fresh;
      for (int at = 0; at < bytes.length; at += size) {
        byte[] piece = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
        Conversation.Step step = state.heard(piece, piece.length, 0);
        state = step.next();
        events.addAll(step.events());
        step.send().forEach(words -> sent.add(java.util.Arrays.toString(words)));
      }
      assertEquals(whole.events(), events, "pieces of " + size);
      assertEquals(
          whole.send().stream().map(java.util.Arrays::toString).toList(),
          sent,
          "pieces of " + size);
    }
  }
}
