package app.downshift.ui.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.ProtocolFile;
import app.downshift.session.ProtocolText;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final Protocol ONE =
      new Protocol("own", List.of(new Phase("rest", 60, new Phase.OwnPace())));

  private final Draft draft = new Draft(ONE, Optional.empty());

  private static Protocol lasting(double seconds) {
    return ONE.lasting(List.of(seconds));
  }

  @Test
  void whatTheReaderOfFilesRefusesIsNotTakenOver() {
    assertTrue(draft.change(lasting(3600), "length"));
    assertFalse(draft.change(lasting(3601), "length"));
    assertEquals(lasting(3600), draft.now());
    Wording longTitle = Wording.of("x".repeat(81));
    Protocol titled = new Protocol("own", longTitle, Wording.NONE, ONE.asks(), ONE.phases());
    assertFalse(draft.change(titled, "title"));
  }

  @Test
  void undoTakesBackOneThingAtATime() {
    draft.change(lasting(61), "length");
    draft.change(lasting(62), "length");
    draft.change(lasting(70), "other");
    assertTrue(draft.changed());
    assertTrue(draft.undo());
    assertEquals(lasting(62), draft.now());
    assertTrue(draft.undo());
    assertEquals(ONE, draft.now());
    assertFalse(draft.undo());
    assertFalse(draft.changed());
  }

  @Test
  void aNameIsAWordOfFilesThatIsStillFree() {
    assertEquals("fur-die-schultern", Draft.name("Für die Schultern!", Set.of()));
    assertEquals("breathe-2", Draft.name("Breathe", Set.of("breathe")));
    assertEquals("protocol", Draft.name("—", Set.of()));
    assertTrue(Draft.name("a".repeat(80), Set.of()).length() <= 40);
  }

  @Test
  void everyKindBeginsAsAPhaseThatCanBeKept() throws Exception {
    for (String from : Kinds.WORDS) {
      for (String to : Kinds.WORDS) {
        Phase first = Kinds.turned(ONE.phases().get(0), from, "mark");
        Phase turned = Kinds.turned(first, to, "mark");
        assertEquals(to, Kinds.word(turned.kind()));
        Protocol protocol = new Protocol("own", List.of(turned));
        String text = new ProtocolText().of(protocol);
        assertEquals(to, Kinds.word(new ProtocolFile().read(text, to).phases().get(0).kind()));
      }
    }
  }

  @Test
  void whatShipsCanBeCopiedAndKept() {
    for (String name : new ShippedProtocols().names()) {
      Protocol shipped = new ShippedProtocols().named(name);
      Protocol copy =
          new Protocol(
              Draft.name(name, Set.of(name)),
              Wording.of("mine"),
              shipped.purpose(),
              shipped.asks(),
              shipped.phases());
      assertTrue(new Draft(ONE, Optional.empty()).change(copy, name), name);
    }
  }
}
