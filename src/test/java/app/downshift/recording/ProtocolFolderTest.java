package app.downshift.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolInvalid;
import app.downshift.session.ShippedProtocols;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolFolderTest {
  private static final Protocol OWN =
      new Protocol("mornings", List.of(new Phase("rest", 60, new Phase.OwnPace())));

  @TempDir private Path data;

  @Test
  void whatIsKeptIsReadAgain() throws Exception {
    var folder = new ProtocolFolder(data.resolve("protocols"));
    Path file = folder.keep(OWN, Optional.empty());
    assertEquals(OWN, folder.read(file));
    assertEquals(OWN, folder.find("mornings"));
    try (Stream<Path> all = Files.list(folder.folder())) {
      assertEquals(List.of(file), all.toList(), "nothing else is left behind");
    }
  }

  @Test
  void onlyFilesOfTheFolderAreDeletedThoseThatCannotBeReadToo() throws Exception {
    var folder = new ProtocolFolder(data.resolve("protocols"));
    Path file = folder.keep(OWN, Optional.empty());
    Path broken = folder.folder().resolve("broken.protocol.json");
    Files.writeString(broken, "{");
    Path elsewhere = Files.writeString(data.resolve("mine.protocol.json"), "{");
    Path other = Files.writeString(folder.folder().resolve("notes.txt"), "mine");
    folder.delete(file);
    folder.delete(broken);
    for (Path kept : List.of(elsewhere, other)) {
      assertThrows(ProtocolInvalid.class, () -> folder.delete(kept));
      assertTrue(Files.exists(kept));
    }
    assertFalse(Files.exists(file));
    assertFalse(Files.exists(broken));
  }

  @Test
  void aProtocolThatShipsIsNeverHidden() {
    var folder = new ProtocolFolder(data);
    for (String name : new ShippedProtocols().names()) {
      Protocol hiding = new Protocol(name, OWN.phases());
      assertThrows(ProtocolInvalid.class, () -> folder.keep(hiding, Optional.empty()), name);
    }
    assertFalse(Files.exists(data.resolve("breathe.protocol.json")));
  }

  @Test
  void anotherFileIsNeverOverwrittenUnlessItIsTheOneThatIsChanged() throws Exception {
    var folder = new ProtocolFolder(data);
    Path file = folder.keep(OWN, Optional.empty());
    Protocol longer = new Protocol("mornings", List.of(new Phase("rest", 90, new Phase.OwnPace())));
    assertThrows(ProtocolInvalid.class, () -> folder.keep(longer, Optional.empty()));
    assertEquals(OWN, folder.read(file));
    folder.keep(longer, Optional.of(file));
    assertEquals(longer, folder.read(file));
    Path elsewhere = data.resolve("other").resolve("mornings.protocol.json");
    assertThrows(ProtocolInvalid.class, () -> folder.keep(longer, Optional.of(elsewhere)));
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() throws Exception {
    var folder = new ProtocolFolder(data);
    Protocol endless =
        new Protocol("endless", List.of(new Phase("rest", 7200, new Phase.OwnPace())));
    assertThrows(ProtocolInvalid.class, () -> folder.keep(endless, Optional.empty()));
    try (Stream<Path> all = Files.list(data)) {
      assertTrue(all.findAny().isEmpty());
    }
  }
}
