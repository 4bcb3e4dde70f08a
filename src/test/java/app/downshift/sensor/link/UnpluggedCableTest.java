package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.sensor.SensorEvent.LinkState;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader on real pseudo-terminals, in real time. */
@Timeout(60)
class UnpluggedCableTest {
  @Test
  void turnsBytesIntoEventsInOrder() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        ReaderRun run = ReaderRun.of(cable)) {
      run.expectLink(LinkState.CONNECTED);
      StringBuilder text = new StringBuilder("torn\n");
      for (int rr = 300; rr < 2_300; rr++) {
        text.append(rr).append(".5\n");
      }
      cable.write(text.toString());
      for (int rr = 300; rr < 2_300; rr++) {
        run.expectBeat(rr + 0.5);
      }
      run.expectNothingMore();
    }
  }

  @Test
  void aPulledCableIsSaidWithinATenthOfASecondAndOnlyOnce() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        ReaderRun run = ReaderRun.of(cable)) {
      run.expectLink(LinkState.CONNECTED);
      cable.write("torn\n800\n");
      run.expectBeat(800);
      long pulledAtNanos = System.nanoTime();
      cable.unplug();
      Heard gone = run.next();
      long millis = TimeUnit.NANOSECONDS.toMillis(gone.seenAtNanos() - pulledAtNanos);
      assertTrue(millis < 100, () -> "noticed after " + millis + " ms");
      run.thread.join(1_300); // more than one attempt to reopen
      assertTrue(run.thread.isAlive());
      run.expectNothingMore();
    }
  }

  @Test
  void aCableThatComesBackIsFoundAndReadWithAFreshDecoder() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open();
        ReaderRun run = ReaderRun.of(cable)) {
      run.expectLink(LinkState.CONNECTED);
      cable.write("torn\n");
      for (int round = 0; round < 3; round++) {
        cable.write("800\n81");
        run.expectBeat(800);
        cable.unplug();
        run.expectLink(LinkState.UNPLUGGED);
        long backAtNanos = System.nanoTime();
        cable.plugIn();
        Heard back = run.next();
        long millis = TimeUnit.NANOSECONDS.toMillis(back.seenAtNanos() - backAtNanos);
        assertTrue(millis < 2_000, () -> "took " + millis + " ms");
        cable.write("7\n820\n");
        run.expectBeat(820);
      }
      run.expectNothingMore();
    }
  }

  @Test
  void closingEndsAReaderOfASilentPortAtOnceAndFreesThePort() throws Exception {
    try (PseudoTerminal cable = PseudoTerminal.open()) {
      for (int round = 0; round < 10; round++) {
        ReaderRun run = ReaderRun.of(cable);
        run.expectLink(LinkState.CONNECTED);
        long before = System.nanoTime();
        run.close();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        assertTrue(millis < 250, () -> "took " + millis + " ms");
        run.expectNothingMore();
        assertEquals(0, run.faults.size());
      }
    }
  }
}
