package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Protocol;
import app.downshift.session.Sitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFileTest {
  @TempDir Path folder;

  private UnreadableFile refused(byte[] content) throws Exception {
    Path file = folder.resolve("x.session.jsonl");
    Files.write(file, content);
    UnreadableFile refusal = assertThrows(UnreadableFile.class, () -> SessionFile.read(file));
    assertTrue(refusal.getMessage().startsWith(file.toString()), refusal::getMessage);
    assertEquals(1, refusal.getMessage().lines().count());
    return refusal;
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws Exception {
    assertTrue(refused(new byte[0]).what().contains("empty"));
  }

  @Test
  void aBinaryFileIsNoSession() throws Exception {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    assertTrue(refused(bytes).what().contains("not the head of a session"));
  }

  @Test
  void aNewerFormatAsksForAnUpdate() throws Exception {
    String head = "{\"type\":\"session\",\"format\":2,\"started\":\"2026-11-21T10:04:00Z\"}\n";
    assertEquals("update Downshift", refused(head.getBytes()).advice());
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    var refusal =
        assertThrows(
            UnreadableFile.class, () -> SessionFile.read(folder.resolve("none.session.jsonl")));
    assertTrue(refusal.what().contains("no such file"));
  }

  @Test
  void aRecordingIsNeverOverwritten() throws Exception {
    Path file = folder.resolve("a.session.jsonl");
    var plan = Sitting.plan(Protocol.breathe(6));
    SessionWriter.begin(file, plan, new SessionLines("test")).close();
    assertThrows(
        UnreadableFile.class, () -> SessionWriter.begin(file, plan, new SessionLines("test")));
  }

  @Test
  void intervalsInSecondsOrMillisecondsOrInATableAreTheSame() throws Exception {
    double[] expected = {812, 798.5, 805};
    assertArrayEquals(expected, RrText.parse("# rest\n812\n798.5\n805\n", "f").rrMillis());
    assertArrayEquals(expected, RrText.parse("0.812\r\n0.7985\r\n0.805", "f").rrMillis(), 1e-9);
    assertArrayEquals(expected, RrText.parse("t,RR_ms\n1,812\n2,798.5\n3,805\n", "f").rrMillis());
  }

  @Test
  void impossibleIntervalsAreCountedAndLeaveAGap() throws Exception {
    RrText read = RrText.parse("800\n0\n810\n-5\n4294967295\nNaN\nabc\n790\n800\n805\n801\n", "f");
    assertArrayEquals(new double[] {800, 810, 790, 800, 805, 801}, read.rrMillis());
    assertEquals(5, read.unusable());
    assertArrayEquals(new boolean[] {false, true, true, false, false, false}, read.gapBefore());
  }

  @Test
  void aTextWithoutIntervalsIsRefused() {
    assertThrows(UnreadableFile.class, () -> RrText.parse("Dear diary,\nall is well.\n", "f"));
    assertThrows(UnreadableFile.class, () -> RrText.parse("\n\n", "f"));
  }
}
