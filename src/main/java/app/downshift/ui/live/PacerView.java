package app.downshift.ui.live;

import app.downshift.breath.BreathPattern.Stroke;
import app.downshift.breath.Pacer;
import app.downshift.session.Phase;
import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk.PacerForm;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import java.util.Optional;
import javax.swing.JPanel;

/**
 * The breath to follow, in the form a person chose, with words and a count. All forms show the same
 * pacer at the same moment; where motion is unwelcome there is one form that only changes its
 * light. At the own pace it lies still and there is nothing to follow.
 */
public final class PacerView extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient PacerShape shape;
  private transient Optional<Pacer> pacer = Optional.empty();
  private long atMicros;
  private transient Says says = new Says("", "");
  private boolean counting = true;

  public PacerView(Words words, PacerForm form, boolean reducedMotion) {
    this.words = words;
    this.shape = reducedMotion ? new CircleShape(true) : shape(form);
    setOpaque(false);
    getAccessibleContext().setAccessibleName(words.text("pacer.name"));
  }

  /** Leaves the seconds of a stroke unsaid. */
  public PacerView withoutCount() {
    counting = false;
    return this;
  }

  private static PacerShape shape(PacerForm form) {
    return switch (form) {
      case CIRCLE -> new CircleShape(false);
      case WAVE -> new WaveShape();
      case BAR -> new BarShape();
    };
  }

  /** Asks for what the pacer asks for at {@code nowMicros}. */
  public void show(Snapshot snapshot, long nowMicros) {
    assert Edt.here() : Edt.who();
    atMicros = snapshot.frozenAtMicros() >= 0 ? snapshot.frozenAtMicros() : nowMicros;
    pacer = snapshot.pacer();
    Says next = Says.of(snapshot, atMicros, words);
    if (!next.big.equals(says.big)) {
      getAccessibleContext().setAccessibleDescription(next.big);
    }
    says = counting || pacer.isEmpty() ? next : new Says(next.big, "");
    repaint();
  }

  /**
   * What is to be done.
   *
   * @param big in one or two words
   * @param small for how many seconds, counted down to 1, or more words
   */
  record Says(String big, String small) {
    static Says of(Snapshot snapshot, long atMicros, Words words) {
      if (snapshot.state() instanceof SessionState.Paused) {
        return new Says(words.text("pacer.paused"), "");
      }
      if (snapshot.pacer().isPresent()) {
        Pacer.Reading now = snapshot.pacer().get().at(atMicros);
        double left = Math.max(1, Math.ceil(now.strokeSecondsLeft()));
        return new Says(word(now.stroke(), words), words.number(left, 0));
      }
      if (snapshot.state() instanceof SessionState.Finishing) {
        return both("pacer.done", words);
      }
      if (snapshot.state() instanceof SessionState.Ended) {
        return both("pacer.ended", words);
      }
      var task = snapshot.practice().subtraction();
      if (task.isPresent()) {
        return new Says(
            words.text(
                "pacer.subtraction",
                String.valueOf(task.get().from()),
                String.valueOf(task.get().step())),
            words.text("pacer.subtraction.hint"));
      }
      String kind = "pacer.do." + snapshot.current().phase().kind().word();
      if (words.has(kind + ".hint")) {
        return both(kind, words);
      }
      return new Says(
          words.text("pacer.own"),
          words.text(pacedNext(snapshot) ? "pacer.own.first" : "pacer.own.hint"));
    }

    private static Says both(String key, Words words) {
      return new Says(words.text(key), words.text(key + ".hint"));
    }

    private static boolean pacedNext(Snapshot snapshot) {
      int next = snapshot.phase() + 1;
      return next < snapshot.phases().size()
          && snapshot.phases().get(next).phase().kind() instanceof Phase.Paced;
    }

    private static String word(Stroke stroke, Words words) {
      return switch (stroke) {
        case IN -> words.text("pacer.in");
        case HOLD_FULL -> words.text("pacer.holdFull");
        case OUT -> words.text("pacer.out");
        case HOLD_EMPTY -> words.text("pacer.holdEmpty");
      };
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return Zoom.size(460, 460);
  }

  @Override
  public Dimension getMinimumSize() {
    return Zoom.size(120, 120);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Zoom.graphics(graphics);
    shape.paint(
        g,
        Palette.current(),
        Zoom.width(this),
        Zoom.height(this),
        new PacerShape.Breath(pacer, atMicros, says.big, says.small));
    g.dispose();
  }
}
