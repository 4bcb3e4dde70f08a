package app.downshift.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.downshift.session.SessionPlan;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Snapshot.SensorView;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Look;
import app.downshift.ui.therapist.HiddenName;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorTest {
  private static final String CODE = "C-017";

  @BeforeEach
  void look() throws Exception {
    Rendering.onEdt(
        () -> {
          Look.DARK.install(true);
          return true;
        });
  }

  @Test
  void aProjectorHoldsTheCodeOfTheClientNowhere() throws Exception {
    for (String state :
        List.of("baseline", "breathe", "recover", "poor", "symptoms-early", "trouble", "ended")) {
      SessionView view = everywhere(SampleViews.all().get(state), CODE);
      assertTrue(
          said(view, false).stream().anyMatch(words -> words.contains(CODE)),
          "the therapist sees whose session it is: " + state);
      List<String> projected = said(view, true);
      assertTrue(projected.contains("Name hidden"), state);
      for (String words : projected) {
        assertFalse(words.contains(CODE) || words.contains("kim"), state + ": " + words);
      }
    }
  }

  @Test
  void aNameIsHiddenInTheSpellingOfFilesTooAndOnlyAsAWordOfItsOwn() throws Exception {
    SessionView view = everywhere(SampleViews.breathe(), "Ann");
    SessionView hidden = hide(view);
    assertEquals("…s strap, Annex, … and …", hidden.snapshot().sensor().name().replace("'", ""));
    SessionView accented = hide(everywhere(SampleViews.breathe(), "Jörg M."));
    assertFalse(accented.snapshot().sensor().name().contains("rg"), "in both spellings");
  }

  @Test
  void allButTheNameIsTheSameAndTheSameViewStaysTheSame() throws Exception {
    SessionView view = SampleViews.breathe();
    Desk.Running running = new FakeDesk(Desk.SensorStatus.State.FOUND, false, view).running();
    HiddenName hidden = Rendering.onEdt(() -> new HiddenName(running));
    assertSame(hidden.view(), hidden.view());
    Snapshot then = hidden.view().snapshot();
    assertEquals("", then.plan().client());
    assertEquals(view.snapshot().beats(), then.beats());
    assertEquals(view.snapshot().figures(), then.figures());
    assertEquals(view.snapshot().practice(), then.practice());
    assertEquals(view.time(), hidden.view().time());
    assertEquals("….session.jsonl", hidden.view().recording().path());
  }

  private static SessionView hide(SessionView view) throws Exception {
    return Rendering.onEdt(
        () ->
            new HiddenName(new FakeDesk(Desk.SensorStatus.State.FOUND, false, view).running())
                .view());
  }

  /** The code in every place that a session lets it get to. */
  private static SessionView everywhere(SessionView view, String code) {
    UnaryOperator<String> file = name -> name.replaceAll("[^A-Za-z0-9-]", "-");
    Snapshot now = view.snapshot();
    SessionPlan plan = now.plan();
    SensorView sensor = now.sensor();
    String path = "/home/kim/Downshift/2026-11-21_" + file.apply(code) + ".session.jsonl";
    return new SessionView(
        new Snapshot(
            new SessionPlan(
                plan.started(),
                code,
                plan.sensor(),
                plan.traits(),
                plan.simulated(),
                plan.protocol(),
                plan.swingReferenceBpm()),
            now.atMicros(),
            now.state(),
            now.phases(),
            now.phase(),
            now.pacer(),
            now.frozenAtMicros(),
            new SensorView(
                code
                    + "'s strap, "
                    + code
                    + "ex, "
                    + code.toLowerCase(Locale.ROOT)
                    + " and "
                    + file.apply(code),
                sensor.link(),
                sensor.contact(),
                sensor.batteryPercent(),
                sensor.cleanShare(),
                sensor.quality(),
                sensor.rhythm(),
                sensor.unscored()),
            now.figures(),
            now.baseline(),
            now.dimming(),
            now.beats(),
            now.gaps(),
            now.response(),
            now.swings(),
            now.markers().with(new MarkerView(now.atMicros(), code + " sighed")),
            now.spectrum(),
            now.prompt(),
            now.counts()),
        view.time(),
        new Recording(
            path,
            view.recording().writing(),
            view.recording().trouble().isEmpty() ? "" : path + ": no space left"),
        view.mode(),
        view.heard());
  }

  /** All that is written, spoken or shown as a tip. */
  private static List<String> said(SessionView view, boolean projector) throws Exception {
    return Rendering.onEdt(
        () -> {
          Component screen = TherapistStates.therapist(view, projector);
          Rendering.layOut(screen, 1440, 900);
          List<String> said = new ArrayList<>();
          Rendering.visit(screen, part -> said(part, said));
          return said;
        });
  }

  private static void said(Component part, List<String> said) {
    if (part instanceof JLabel label) {
      said.add(label.getText());
    } else if (part instanceof AbstractButton button) {
      said.add(button.getText());
    } else if (part instanceof JTextComponent text) {
      said.add(text.getText());
    } else if (part instanceof Chip chip) {
      said.add(chip.words());
    }
    if (part instanceof JComponent component && component.getToolTipText() != null) {
      said.add(component.getToolTipText());
    }
    AccessibleContext spoken =
        part instanceof Accessible accessible ? accessible.getAccessibleContext() : null;
    if (spoken != null) {
      said.add(String.valueOf(spoken.getAccessibleName()));
      said.add(String.valueOf(spoken.getAccessibleDescription()));
    }
  }
}
