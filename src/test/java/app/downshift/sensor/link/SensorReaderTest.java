package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent.LinkState;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader's own rules, on scripted sources and a clock turned by hand. */
@Timeout(60)
class SensorReaderTest {
  private final HandClock clock = new HandClock();
  private final ScriptedSources sources = new ScriptedSources();

  @Test
  void saysConnectedAndThenTheEventsInOrderWithTheTimeOfTheirRead() throws Exception {
    clock.set(1_000);
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      assertEquals(1_000, run.next().seenAtNanos());
      clock.set(5_000);
      sources.say("torn\n800\n81");
      Heard first = run.next();
      assertEquals(new Heard(LineDecoder.beat(800), 5_000), first);
      clock.set(9_000);
      sources.say("0\n820\n");
      assertEquals(new Heard(LineDecoder.beat(810), 9_000), run.next());
      assertEquals(new Heard(LineDecoder.beat(820), 9_000), run.next());
    }
    assertEquals(1, sources.opened());
    assertEquals(1, sources.closed());
  }

  @Test
  void aSourceThatDoesNotReturnEndsTheReadingWithoutALinkEvent() throws Exception {
    ReaderRun run = new ReaderRun(sources, false, clock);
    sources.say("torn\n800\n");
    sources.end();
    run.expectLink(LinkState.CONNECTED);
    run.expectBeat(800);
    run.expectEnd();
    assertEquals(1, sources.closed());
  }

  @Test
  void aPulledCableIsSaidOnceHoweverLongItStaysAway() throws Exception {
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      run.expectLink(LinkState.CONNECTED);
      sources.refuse(4);
      clock.set(77);
      sources.end();
      Heard gone = run.next();
      assertEquals(77, gone.seenAtNanos());
      for (int attempt = 0; attempt < 5; attempt++) {
        clock.forward(SensorReader.RETRY_NANOS);
        sources.awaitAttempts(2 + attempt);
        assertEquals(attempt < 4 ? 1 : 2, sources.opened());
      }
      run.expectLink(LinkState.CONNECTED);
      sources.say("torn\n800\n");
      run.expectBeat(800);
      run.expectNothingMore();
    }
  }

  @Test
  void triesToReopenOnceASecondOfTheGivenClock() throws Exception {
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      run.expectLink(LinkState.CONNECTED);
      sources.refuse(1);
      sources.end();
      run.expectLink(LinkState.UNPLUGGED);
      clock.forward(SensorReader.RETRY_NANOS - 1);
      clock.awaitReadings(5);
      assertEquals(1, sources.attempts(), "tried before the second was over");
      clock.forward(1);
      sources.awaitAttempts(2);
    }
  }

  @Test
  void goesOnWithAFreshDecoderAfterReopening() throws Exception {
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      run.expectLink(LinkState.CONNECTED);
      sources.say("torn\n800\n81");
      run.expectBeat(800);
      sources.end();
      run.expectLink(LinkState.UNPLUGGED);
      clock.forward(SensorReader.RETRY_NANOS);
      run.expectLink(LinkState.CONNECTED);
      sources.say("7\n820\n"); // 81 and 7 must not become 817, nor 7 a beat
      run.expectBeat(820);
    }
  }

  @Test
  void tenSilentSecondsReopenThePortOnceWithoutAWord() throws Exception {
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      run.expectLink(LinkState.CONNECTED);
      sources.say("torn\n800\n");
      run.expectBeat(800);
      clock.forward(SensorReader.SILENCE_NANOS - 1);
      sources.idle();
      sources.idle();
      assertEquals(1, sources.opened());
      clock.forward(1);
      sources.idle();
      sources.awaitAttempts(2);
      clock.forward(SensorReader.SILENCE_NANOS * 3);
      sources.idle();
      sources.idle();
      assertEquals(2, sources.opened(), "once a silence is enough");
      sources.say("torn\n810\n");
      run.expectBeat(810);
      clock.forward(SensorReader.SILENCE_NANOS);
      sources.idle();
      sources.awaitAttempts(3);
      run.expectNothingMore();
    }
    assertEquals(sources.opened(), sources.closed());
  }

  @Test
  void aSilentPortThatCannotBeReopenedIsUnplugged() throws Exception {
    try (ReaderRun run = new ReaderRun(sources, true, clock)) {
      run.expectLink(LinkState.CONNECTED);
      sources.refuse(1);
      clock.forward(SensorReader.SILENCE_NANOS);
      sources.idle();
      run.expectLink(LinkState.UNPLUGGED);
      clock.forward(SensorReader.RETRY_NANOS);
      run.expectLink(LinkState.CONNECTED);
    }
  }

  @Test
  void aFirstOpeningThatFailsIsTheCallersToKnow() {
    sources.refuse(1);
    PortUnavailable refused =
        assertThrows(PortUnavailable.class, () -> new ReaderRun(sources, true, clock));
    assertEquals(Reason.NO_SUCH_PORT, refused.reason());
    assertEquals(1, sources.attempts());
  }

  @Test
  void aBugEndsTheReadingAndIsReported() throws Exception {
    ReaderRun run = new ReaderRun(sources, true, clock);
    run.expectLink(LinkState.CONNECTED);
    sources.say("torn\n!\n");
    assertInstanceOf(IllegalStateException.class, run.faults.poll(10, TimeUnit.SECONDS));
    run.expectEnd();
    assertEquals(1, sources.closed());
  }

  @Test
  void closingEndsTheWaitForACable() throws Exception {
    ReaderRun run = new ReaderRun(sources, true, clock);
    run.expectLink(LinkState.CONNECTED);
    sources.end();
    run.expectLink(LinkState.UNPLUGGED);
    run.reader.close();
    run.reader.close();
    run.expectEnd();
    assertTrue(run.faults.isEmpty());
  }

  @Test
  void closingFreesAReaderThatWaitsForAFullSink() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    HeardSink full =
        heard -> {
          stuck.countDown();
          new Exchanger<Heard>().exchange(heard);
        };
    Feed feed = Feed.listening("port", sources, LineDecoder::midStream, true);
    SensorReader reader = SensorReader.open(feed, clock, full, fault -> {});
    AtomicBoolean interruptLeft = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              reader.run();
              interruptLeft.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    assertTrue(stuck.await(10, TimeUnit.SECONDS));
    reader.close();
    thread.join(5_000);
    assertFalse(thread.isAlive());
    assertFalse(interruptLeft.get(), "the owner's thread is given back as it was");
    assertEquals(1, sources.closed());
  }

  @Test
  void anInterruptOfTheOwnerEndsTheReadingAndStaysSet() throws Exception {
    Feed feed = Feed.listening("port", sources, LineDecoder::midStream, true);
    SensorReader reader = SensorReader.open(feed, clock, heard -> {}, fault -> {});
    Thread.currentThread().interrupt();
    reader.run();
    assertTrue(Thread.interrupted());
    assertEquals(1, sources.closed());
  }

  @Test
  void aReaderClosedBeforeItRanReadsNothing() throws Exception {
    Feed feed = Feed.listening("port", sources, LineDecoder::midStream, true);
    SensorReader reader = SensorReader.open(feed, clock, heard -> {}, fault -> {});
    reader.close();
    reader.run();
    assertEquals(1, sources.opened());
    assertEquals(1, sources.closed());
  }
}
