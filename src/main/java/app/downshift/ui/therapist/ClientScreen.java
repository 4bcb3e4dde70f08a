package app.downshift.ui.therapist;

import app.downshift.session.Rating;
import app.downshift.session.Reading;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.live.Frames;
import app.downshift.ui.live.PaceWords;
import app.downshift.ui.live.PacerView;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.theme.Chip;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.Font;
import java.awt.Graphics;
import java.io.Serial;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * What the client looks at: the breath, what to do in a few words, how the signal is, and the
 * dimmer as a soft bar. Numbers only where somebody asked for them. Everything grows with the
 * window. It sends nothing.
 */
public final class ClientScreen extends JPanel implements SessionScreen {
  private static final double DESIGN_WIDTH = 1440;
  private static final double DESIGN_HEIGHT = 900;

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Running running;
  private final transient Words words;
  private final boolean numbers;
  private final PacerView pacer;
  private final CentredLines said = new CentredLines(Type.REGULAR.of(14), Palette::text);
  private final CentredLines figures = new CentredLines(Type.REGULAR.of(14), Palette::secondary);
  private final CentredLines signal = new CentredLines(Type.REGULAR.of(14), Palette::secondary);
  private final SoftBar dimmer;
  private final transient Frames frames;
  private double fontScale;

  /**
   * @param numbers whether seconds, rates and the heart rate are shown
   */
  public ClientScreen(Desk.Running running, Words words, Desk.Preferences looks, boolean numbers) {
    super(null);
    this.running = running;
    frames = new Frames(running, this::look);
    this.words = words;
    this.numbers = numbers;
    PacerView view = new PacerView(words, looks.pacer(), looks.reducedMotion());
    pacer = numbers ? view : view.withoutCount();
    dimmer = new SoftBar(words);
    figures.setVisible(numbers);
    add(pacer);
    add(said);
    add(figures);
    add(dimmer);
    add(signal);
    getAccessibleContext().setAccessibleName(words.text("client.title"));
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public void begin() {
    resume();
  }

  @Override
  public void resume() {
    frames.start();
  }

  @Override
  public void end() {
    frames.stop();
  }

  /** There is nothing to press. */
  @Override
  public void takeFocus() {
    requestFocusInWindow();
  }

  @Override
  public ClientScreen again(Words spoken, Desk.Preferences looks) {
    return new ClientScreen(running, spoken, looks, numbers);
  }

  @Override
  public void tick(long nanos) {
    frames.tick(nanos);
  }

  private void look(Frames.Frame frame) {
    SessionView view = frame.view();
    Snapshot snapshot = frame.snapshot();
    long micros = frame.micros();
    boolean ended = frame.ended() && view.mode() == SessionView.Mode.LIVE;
    pacer.setVisible(!ended);
    if (!ended) {
      pacer.show(snapshot, micros);
    }
    if (frame.fresh()) {
      said.say(instruction(snapshot, micros, ended));
      figures.say(numbers && !ended ? figures(snapshot, micros) : "");
      dimmer.show(snapshot);
      dimmer.setVisible(!ended);
      SignalWord now = SignalWord.of(snapshot.sensor(), words);
      signal.say(ended ? "" : dotted(now));
    }
  }

  /** Where all is well the word stays quiet; otherwise a sign makes one look. */
  private static String dotted(SignalWord now) {
    return now.tone() == Chip.Tone.CARE ? "○ " + now.words() : "● " + now.words();
  }

  private String instruction(Snapshot snapshot, long micros, boolean ended) {
    if (ended) {
      return words.text("client.ended");
    }
    if (snapshot.prompt().isPresent()) {
      return words.text("client.feel");
    }
    if (snapshot.practice().due().equals(Optional.of(Rating.When.BEFORE))) {
      return words.text("client.soon");
    }
    if (snapshot.state() instanceof SessionState.Paused) {
      return words.text("client.paused");
    }
    PaceWords now = PaceWords.of(snapshot, micros, words);
    if (snapshot.practice().subtraction().isPresent()) {
      return now.ownPace();
    }
    String told = snapshot.instruction().in(words.language());
    if (!told.isEmpty() && !(snapshot.state() instanceof SessionState.Finishing)) {
      return told;
    }
    return snapshot.paced() ? now.manner() : now.ownPace();
  }

  private String figures(Snapshot snapshot, long micros) {
    String rate = PaceWords.of(snapshot, micros, words).rate();
    String heart =
        snapshot.figures().heartRateBpm() instanceof Reading.Value bpm
            ? words.number(bpm.value(), 0) + " " + words.text("unit.bpm")
            : "";
    return heart.isEmpty() || rate.isEmpty() ? heart + rate : heart + " · " + rate;
  }

  @Override
  public void doLayout() {
    double width = Zoom.width(this);
    double height = Zoom.height(this);
    double scale = Math.max(0.5, Math.min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT));
    if (scale != fontScale) {
      fontScale = scale;
      said.setFont(sized(34, 16));
      figures.setFont(sized(22, 13));
      signal.setFont(sized(20, 13));
    }
    double side = 0.06 * width;
    double room = width - 2 * side;
    double bottom = height - 0.04 * height;
    double word = signal.heightIn(room);
    CentredLines.place(signal, side, bottom - word, room, word);
    bottom -= word + 0.025 * height;
    double bar = 30 * scale;
    double wide = Math.min(room, 0.36 * width);
    CentredLines.place(dimmer, (width - wide) / 2, bottom - bar, wide, bar);
    bottom -= bar + 0.025 * height;
    double line = figures.heightIn(room);
    if (numbers) {
      CentredLines.place(figures, side, bottom - line, room, line);
      bottom -= line + 0.01 * height;
    }
    double sentence = Math.min(bottom * 0.5, said.heightIn(room));
    double two = Math.max(sentence, 2 * said.getFont().getSize2D() * 1.4);
    double top = pacer.isVisible() ? bottom - two : (height - sentence) / 2;
    CentredLines.place(said, side, top, room, sentence);
    double above = 0.045 * height;
    CentredLines.place(pacer, side, above, room, Math.max(60, bottom - two - 2 * above * 0.6));
  }

  private Font sized(double size, double least) {
    return Type.REGULAR.of((float) Math.max(least, size * fontScale));
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
