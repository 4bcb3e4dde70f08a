package app.downshift.recording;

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
  void aTextWithoutIntervalsIsRefused() {
    assertThrows(UnreadableFile.class, () -> text("Dear diary,\nall is well.\n"));
    assertThrows(UnreadableFile.class, () -> text("\n\n"));
  }

  private static Intervals text(String content) throws UnreadableFile {
    return Intervals.text(ForeignText.of(content, "f"));
  }
}
