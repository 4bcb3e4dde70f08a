package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.Conversation;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.LinkState;
import app.downshift.sensor.SensorWish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the reader sends, and when: the conversation says "hello", then "at" its time and so on. */
@Timeout(30)
class SpeakingReaderTest {
  private final ScriptedSources sources = new ScriptedSources();
  private final HandClock clock = new HandClock();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final SensorReader reader;
  private final Thread thread;

  SpeakingReaderTest() throws Exception {
    reader =
        SensorReader.open(
            new Feed("port", sources, Parrot::new, true), clock, heard::add, fault -> {});
    thread = new Thread(reader);
    thread.start();
  }

  @AfterEach
  void end() throws Exception {
    reader.close();
    thread.join(5_000);
    assertFalse(thread.isAlive());
  }

  @Test
  void speaksFirstRepeatsWhatItHearsAndSaysGoodbyeOnce() throws Exception {
    sources.say("beat ");
    sources.idle();
    assertEquals("hello beat ", sources.written());
    reader.close();
    reader.close();
    thread.join(5_000);
    assertEquals("hello beat bye ", sources.written());
    assertEquals(1, sources.closed());
  }

  @Test
  void ticksOftenEnoughAndNotMore() throws Exception {
    sources.idle();
    sources.idle();
    assertEquals("hello ", sources.written());
    clock.forward(SensorReader.TICK_NANOS);
    sources.idle();
    sources.idle();
    sources.idle();
    assertEquals("hello tick ", sources.written());
  }

  @Test
  void startsAnewAfterEachOpeningAndWishesTheSameAgain() throws Exception {
    reader.wish(new SensorWish.Choose("polar"));
    sources.idle();
    sources.idle();
    assertEquals("hello polar ", sources.written());
    sources.end();
    awaitLink(LinkState.UNPLUGGED);
    clock.forward(SensorReader.RETRY_NANOS);
    awaitLink(LinkState.CONNECTED);
    sources.idle();
    assertEquals("hello polar hello polar ", sources.written());
  }

  @Test
  void afterAStrapHasAnsweredItIsTheOneThatIsWishedAgain() throws Exception {
    sources.say("EC:EA ");
    sources.end();
    awaitLink(LinkState.UNPLUGGED);
    clock.forward(SensorReader.RETRY_NANOS);
    awaitLink(LinkState.CONNECTED);
    sources.idle();
    assertEquals("hello EC:EA hello EC:EA", sources.written().strip());
  }

  @Test
  void aSourceThatTakesNoMoreBytesIsGone() throws Exception {
    sources.idle();
    sources.refuseToBeWrittenTo();
    sources.say("beat ");
    awaitLink(LinkState.UNPLUGGED);
    clock.forward(SensorReader.RETRY_NANOS);
    awaitLink(LinkState.CONNECTED);
    sources.idle();
    assertTrue(sources.written().startsWith("hello hello"), sources.written());
  }

  private void awaitLink(LinkState state) throws InterruptedException {
    SensorEvent.Link wanted = new SensorEvent.Link(state, "port");
    Heard next = heard.poll(10, TimeUnit.SECONDS);
    while (next != null && !next.event().equals(wanted)) {
      next = heard.poll(10, TimeUnit.SECONDS);
    }
    assertTrue(next != null, "no " + wanted);
    if (state == LinkState.CONNECTED && sources.opened() == 1) {
      awaitLink(state); // that was the first opening
    }
  }

  /** Says each word it hears again, and takes one with a colon for an address. */
  private record Parrot() implements Conversation {
    @Override
    public Step opened(long nowNanos) {
      return says("hello ");
    }

    @Override
    public Step heard(byte[] bytes, int length, long nowNanos) {
      String word = new String(bytes, 0, length, StandardCharsets.US_ASCII);
      Step step = says(word);
      return word.contains(":")
          ? new Step(
              this, step.send(), List.of(new SensorEvent.Info(0, Map.of("address", word.strip()))))
          : step;
    }

    @Override
    public Step tick(long nowNanos) {
      return says("tick ");
    }

    @Override
    public Step wish(SensorWish wish, long nowNanos) {
      return says(wish instanceof SensorWish.Choose choice ? choice.sensor() + " " : "bye ");
    }

    private Step says(String words) {
      return new Step(this, List.of(words.getBytes(StandardCharsets.US_ASCII)), List.of());
    }
  }
}
