package app.downshift.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.recording.LineAppender;
import app.downshift.recording.SessionWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed can neither be read nor be changed unseen, and is forgotten with its key. */
class SealedRecordsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> TEXTS =
      List.of("the first line", "", "a longer line with ümlauts and all that", "the last");

  @TempDir Path place;
  private Shelf shelf;
  private final KeyBytes key = KeyBytes.fresh(RANDOM);

  @BeforeEach
  void shelf() {
    shelf = new Shelf(place);
  }

  private SealedLines seal(String owner, String name) {
    return new SealedLines(key.key("file"), owner, name, RANDOM);
  }

  private Path file(String name, List<String> texts) throws Exception {
    Path file = place.resolve(name);
    try (var out = LineAppender.create(file, seal("owner", name))) {
      assertTrue(out.append(texts));
    }
    return file;
  }

  private KeptLines read(Path file, String name) throws Exception {
    return KeptLines.read(file, Optional.of(seal("owner", name)));
  }

  private static boolean whole(KeptLines lines) {
    return lines.unread().isEmpty() && !lines.torn() && lines.ended() && !lines.inMiddle();
  }

  @Test
  void aSealedFileReadsAsItWasWritten() throws Exception {
    KeptLines lines = read(file("a", TEXTS), "a");
    assertTrue(whole(lines));
    assertEquals(TEXTS, lines.texts());
  }

  @Test
  void everyFlippedByteIsSeen() throws Exception {
    Path file = file("a", TEXTS);
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(7);
    for (int i = 0; i < whole.length; i++) {
      for (int bit : new int[] {1, 1 << random.nextInt(8), 0xff}) {
        byte[] bytes = whole.clone();
        bytes[i] ^= (byte) bit;
        Files.write(file, bytes);
        int at = i;
        assertFalse(whole(read(file, "a")), () -> "byte " + at + " xor " + bit);
      }
    }
  }

  @Test
  void swappedRepeatedAndCutLinesAreSeen() throws Exception {
    Path file = file("a", TEXTS);
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i, j);
        assertChanged(file, swapped);
      }
      List<String> without = new ArrayList<>(lines);
      without.remove(i);
      assertChanged(file, without);
      List<String> twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      assertChanged(file, twice);
      assertChanged(file, lines.subList(0, i));
    }
    byte[] whole = Files.readAllBytes(file("b", TEXTS));
    for (int length = 0; length < whole.length; length++) {
      Files.write(place.resolve("b"), java.util.Arrays.copyOf(whole, length));
      int cut = length;
      assertFalse(whole(read(place.resolve("b"), "b")), () -> "cut after " + cut);
    }
  }

  private void assertChanged(Path file, List<String> lines) throws Exception {
    Files.write(file, lines);
    assertFalse(whole(read(file, "a")));
  }

  @Test
  void aLineFromAnotherFileAndAFileUnderAnotherNameAreSeen() throws Exception {
    Path one = file("a", TEXTS);
    List<String> lines = new ArrayList<>(Files.readAllLines(one));
    lines.set(2, Files.readAllLines(file("c", TEXTS)).get(2));
    Files.write(one, lines);
    assertEquals(List.of(3L), read(one, "a").unread());
    assertEquals(0, read(place.resolve("c"), "d").lines().size());
    KeptLines other = KeptLines.read(place.resolve("c"), Optional.of(seal("somebody else", "c")));
    assertEquals(0, other.lines().size());
  }

  @Test
  void theSameLineIsNeverSealedAlike() {
    SealedLines seal = seal("owner", "a");
    assertNotEquals(seal.seal(1, "text"), seal.seal(1, "text"));
  }

  @Test
  void theKeyFromThePassphraseIsThatOfTheStandard() throws Exception {
    // RFC 7914, section 11: PBKDF2-HMAC-SHA256, "Password", "NaCl", 80000 rounds, first 32 bytes.
    var spec =
        new javax.crypto.spec.PBEKeySpec(
            "Password".toCharArray(), "NaCl".getBytes(StandardCharsets.US_ASCII), 80000, 256);
    byte[] bytes =
        javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(spec)
            .getEncoded();
    assertEquals(
        "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56",
        java.util.HexFormat.of().formatHex(bytes));
    assertTrue(Lock.ROUNDS >= 600_000);
  }

  @Test
  void aWrongPassphraseIsRefusedInTheSameWordsWhateverItIs() throws Exception {
    shelf.sealed("one").close();
    LibraryDoor door = shelf.door("one");
    assertTrue(door.locked());
    String words = null;
    for (String wrong : List.of("", "x", "slow breath by the se", "SLOW BREATH BY THE SEA")) {
      var refusal = assertThrows(LibraryUnavailable.class, () -> door.unlock(wrong.toCharArray()));
      assertEquals(LibraryUnavailable.Reason.WRONG_PASSPHRASE, refusal.reason());
      assertTrue(words == null || words.equals(refusal.getMessage()));
      words = refusal.getMessage();
    }
    assertEquals(
        LibraryUnavailable.Reason.LOCKED,
        assertThrows(LibraryUnavailable.class, door::open).reason());
  }

  @Test
  void aSealedLibraryWhoseHeadIsLostIsNotBegunAnew() throws Exception {
    try (Library library = shelf.sealed("one")) {
      library.add(Shelf.profile("C-1"));
    }
    Path head = shelf.folder.resolve(LibraryHead.NAME);
    byte[] kept = Files.readAllBytes(head);
    Files.delete(head);
    var refusal = assertThrows(LibraryUnavailable.class, () -> shelf.door("one").open());
    assertEquals(LibraryUnavailable.Reason.DAMAGED, refusal.reason());
    assertTrue(refusal.getMessage().contains("backup"), refusal.getMessage());
    assertFalse(Files.exists(head));
    Files.write(head, kept);
    try (Library again = shelf.unlock("one")) {
      assertEquals("C-1", again.clients().get(0).code());
    }
  }

  @Test
  void composedAndDecomposedLettersAreOnePassphrase() throws Exception {
    try (Library library = shelf.door("one").open()) {
      library.seal("Atemzüge am Meer".toCharArray(), Progress.NOBODY);
    }
    shelf.door("one").unlock("Atemzu\u0308ge am Meer".toCharArray()).close();
  }

  @Test
  void changingThePassphraseChangesTheLockAndNothingElse() throws Exception {
    try (Library library = shelf.sealed("one")) {
      shelf.record(library, library.add(Shelf.profile("C-1")), 5, "x");
    }
    List<Path> files = Shelf.files(shelf.folder, "");
    List<byte[]> before = new ArrayList<>();
    for (Path file : files) {
      before.add(Files.readAllBytes(file));
    }
    char[] other = "another tide comes in".toCharArray();
    Library library = shelf.door("one").unlock(Shelf.PASSPHRASE.clone());
    library.changePassphrase(other.clone());
    library.close();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).endsWith("library.json")) {
        continue;
      }
      assertArrayEquals(before.get(i), Files.readAllBytes(files.get(i)));
    }
    assertThrows(
        LibraryUnavailable.class, () -> shelf.door("one").unlock(Shelf.PASSPHRASE.clone()));
    shelf.door("one").unlock(other.clone()).close();
  }

  @Test
  void theRecoveryKeyOpensUntilThereIsAnother() throws Exception {
    RecoveryKey first;
    try (Library library = shelf.door("one").open()) {
      first = library.seal(Shelf.PASSPHRASE.clone(), Progress.NOBODY);
    }
    String shown = first.words();
    assertEquals(14, shown.split("-").length);
    assertEquals(List.of(), Shelf.holding(shown.substring(0, 9), place));
    RecoveryKey typed =
        RecoveryKey.typed(" " + shown.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
            .orElseThrow();
    Library library = shelf.door("one").unlock(typed);
    RecoveryKey second = library.newRecoveryKey();
    library.close();
    assertThrows(LibraryUnavailable.class, () -> shelf.door("one").unlock(first));
    shelf.door("one").unlock(second).close();
    shelf.unlock("one").close();
  }

  @Test
  void aMistypedRecoveryKeyIsNoticed() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String words = RecoveryKey.fresh(RANDOM).words();
    int noticed = 0;
    for (int i = 0; i < 200; i++) {
      var typed = new StringBuilder(words);
      int at = random.nextInt(typed.length());
      typed.setCharAt(at, typed.charAt(at) == 'A' ? 'B' : 'A');
      noticed += RecoveryKey.typed(typed.toString()).isEmpty() ? 1 : 0;
    }
    assertEquals(200, noticed, "seed " + seed);
  }

  @Test
  void aForgedLockNeitherOpensNorHangs() throws Exception {
    shelf.sealed("one").close();
    Path head = shelf.folder.resolve("library.json");
    String whole = Files.readString(head);
    Files.writeString(head, whole.replace("\"rounds\":1000", "\"rounds\":2000000000"));
    assertThrows(LibraryUnavailable.class, () -> shelf.unlock("one"));
    Files.writeString(head, whole.replace("\"rounds\":1000", "\"rounds\":1"));
    assertThrows(LibraryUnavailable.class, () -> shelf.unlock("one"));
    Files.writeString(head, whole.substring(0, whole.length() / 2));
    assertEquals(
        LibraryUnavailable.Reason.DAMAGED,
        assertThrows(LibraryUnavailable.class, () -> shelf.unlock("one")).reason());
  }

  @Test
  void nothingOfAClientCanBeReadInAnyFileWhateverIsUnderWay() throws Exception {
    Path backups = place.resolve("backups");
    try (Library library = shelf.open("one")) { // before the passphrase
      ClientId client = library.add(Map.of("code", "XKCD-4711", "name", "Zebulon Quist"));
      library.note(client, "walked to the lighthouse");
      shelf.record(library, client, 30, "jawunclenched");
      new Backups(backups, shelf.clock).make(library, 5, Progress.NOBODY);
      assertFalse(Shelf.holding("XKCD-4711", place).isEmpty(), "open files can be read");
      library.seal(Shelf.PASSPHRASE.clone(), Progress.NOBODY);
    }
    Library library = shelf.unlock("one");
    ClientId client = library.withCode("XKCD-4711").orElseThrow();
    assertEquals("walked to the lighthouse", library.client(client).notes().get(0).text());
    assertEquals(
        List.of(), library.session(client, library.client(client).sessions().get(0).id()).damage());
    library.note(client, "walked to the lighthouse");
    shelf.record(library, client, 30, "jawunclenched");
    shelf.clock.forward(Duration.ofDays(1));
    Backups.Made made = new Backups(backups, shelf.clock).make(library, 5, Progress.NOBODY);
    assertEquals(1, made.droppedOpen());
    SessionWriter running = library.begin(client, shelf.plan("XKCD-4711"), Shelf.LINES).writer();
    running.append(Shelf.beats(1, 10));
    running.append(List.of(Shelf.marker(11, "jawunclenched")));
    assertUnreadable();
    running.append(List.of(Shelf.end(12)));
    running.close();
    library.refresh(Progress.NOBODY);
    assertUnreadable();
    library.close();
    assertUnreadable();
  }

  private void assertUnreadable() throws Exception {
    for (String secret :
        List.of("XKCD-4711", "Zebulon", "lighthouse", "jawunclenched", "breathe", "rr_ms")) {
      assertEquals(List.of(), Shelf.holding(secret, place), secret);
      String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.US_ASCII));
      assertEquals(List.of(), Shelf.holding(coded.substring(0, 7), place), secret);
    }
  }

  @Test
  void sealingThatWasCutShortGoesOnAtTheNextStart() throws Exception {
    ClientId client;
    try (Library library = shelf.open("one")) {
      client = library.add(Shelf.profile("C-1"));
      library.note(client, "kept");
      shelf.record(library, client, 5, "x");
    }
    Path journal = Shelf.files(shelf.folder.resolve("clients"), Places.JOURNAL).get(0);
    Path session = Shelf.files(shelf.folder, Places.SESSION).get(0);
    Path aside = Files.createDirectory(place.resolve("aside"));
    Files.copy(journal, aside.resolve("journal"));
    Files.copy(session, aside.resolve("session"));
    try (Library library = shelf.door("one").open()) {
      library.seal(Shelf.PASSPHRASE.clone(), Progress.NOBODY);
    }
    // As if the program had been killed before it could delete the open journal, and before the
    // session was sealed.
    Files.copy(aside.resolve("journal"), journal);
    Files.copy(aside.resolve("session"), session);
    Files.delete(
        session.resolveSibling(session.getFileName().toString().replace("jsonl", "sealed")));
    try (Library library = shelf.unlock("one")) {
      assertEquals(
          List.of("kept"), library.client(client).notes().stream().map(n -> n.text()).toList());
      assertEquals(List.of(), library.client(client).damage());
      SessionId id = library.client(client).sessions().get(0).id();
      assertEquals(List.of(), library.session(client, id).damage());
    }
    assertEquals(List.of(), Shelf.files(shelf.folder.resolve("clients"), Places.OPEN));
  }

  @Test
  void anErasedClientIsForgottenByAllBackupsToo() throws Exception {
    Path backups = place.resolve("backups");
    Path away = place.resolve("unplugged");
    var copies = new Backups(backups, shelf.clock);
    ClientId gone;
    ClientId stays;
    try (Library library = shelf.sealed("one")) {
      gone = library.add(Shelf.profile("C-1"));
      stays = library.add(Shelf.profile("C-2"));
      shelf.record(library, gone, 5, "x");
      shelf.record(library, stays, 5, "x");
      copies.make(library, 5, Progress.NOBODY);
      shelf.clock.forward(Duration.ofDays(1));
      copies.make(library, 5, Progress.NOBODY);
      // Somebody's copy of the dated folders alone, out of reach.
      Path copied = place.resolve("cloud");
      copy(copies.all().get(0).folder(), copied);
      assertEquals(List.of(away), library.erase(gone, List.of(backups, away)));
      assertEquals(List.of("C-2"), library.clients().stream().map(ClientLine::code).toList());
      assertThrows(LibraryUnavailable.class, () -> library.client(gone));
      assertEquals(List.of(), Shelf.holding(gone.text(), shelf.folder, backups));
      assertEquals(List.of(), Shelf.files(copied, ".key"));
    }
    // The copy out of reach comes back, and is noise now.
    Path dated = copies.all().get(1).folder();
    copy(
        place.resolve("cloud").resolve("clients").resolve(gone.text()),
        dated.resolve("clients").resolve(gone.text()));
    Files.write(
        dated.resolve("manifest.jsonl"), Files.readAllBytes(place.resolve("cloud/manifest.jsonl")));
    Path machine = place.resolve("new machine");
    copies.restore(copies.all().get(1), machine, Progress.NOBODY);
    var door = new LibraryDoor(machine, place.resolve("new local"), shelf.clock, "test");
    try (Library restored = door.unlock(Shelf.PASSPHRASE.clone())) {
      restored.refresh(Progress.NOBODY);
      assertEquals(List.of("C-2", ""), restored.clients().stream().map(ClientLine::code).toList());
      assertTrue(restored.clients().get(1).damage().get(0).contains("no key"));
      assertEquals(1, restored.client(stays).sessions().size());
    }
  }

  @Test
  void aBackupPlaceThatWasOutOfReachForgetsAtTheNextBackup() throws Exception {
    Path backups = place.resolve("backups");
    Path unplugged = place.resolve("unplugged");
    try (Library library = shelf.sealed("one")) {
      ClientId gone = library.add(Shelf.profile("C-1"));
      var copies = new Backups(backups, shelf.clock);
      copies.make(library, 5, Progress.NOBODY);
      Files.move(backups, unplugged);
      assertEquals(List.of(backups), library.erase(gone, List.of(backups)));
      Files.move(unplugged, backups);
      assertFalse(Shelf.holding(gone.text(), backups).isEmpty());
      shelf.clock.forward(Duration.ofDays(1));
      copies.make(library, 5, Progress.NOBODY);
      assertEquals(List.of(), Shelf.holding(gone.text(), backups));
    }
  }

  @Test
  void whatOneComputerErasedAnotherOneDoesNotKeep() throws Exception {
    Library one = shelf.sealed("one");
    ClientId gone = one.add(Shelf.profile("C-1"));
    Library two = shelf.unlock("two");
    assertEquals(1, two.clients().size());
    one.erase(gone, List.of());
    two.refresh(Progress.NOBODY);
    assertEquals(0, two.clients().size());
    one.close();
    two.close();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(
            each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
