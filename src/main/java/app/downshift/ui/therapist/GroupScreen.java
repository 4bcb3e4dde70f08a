package app.downshift.ui.therapist;

import app.downshift.session.SessionState;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.chart.CommonRange;
import app.downshift.ui.live.Frames;
import app.downshift.ui.live.NoteField;
import app.downshift.ui.live.PaceWords;
import app.downshift.ui.live.PacerView;
import app.downshift.ui.live.SessionScreen;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.Graphics;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * People who breathe together: one pacer in the middle, a small picture of each beside it, always
 * in the same order and on the same scale. Nobody is compared with anybody. EDT only.
 */
public final class GroupScreen extends JPanel implements SessionScreen {
  /** A picture higher than wide would make every swing look steep. */
  private static final String PLACE = "grow, aligny center, wmin 0, height 40:200:340lp";

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk.Group group;
  private final transient Executor charts;
  private final transient Words words;
  private final transient Runnable left;
  private final transient Runnable looks;
  private final transient CommonRange range = new CommonRange();
  private final transient List<MemberCard> members = new ArrayList<>();
  private final Banner banner;
  private final PacerView pacer;
  private final Text rate = new Text(" ", Type.REGULAR.of(16), Palette::text);
  private final CentredLines manner =
      new CentredLines(Type.REGULAR.of(14), Palette::secondary).atLeast(2);
  private final PhaseList phases;
  private final Controls controls;
  private final NoteField note;
  private final JPanel going = column("[grow,fill]4[]2[]10[]10[]");
  private final JPanel over = column("push[]12[]24[]push");
  private final ActionButton done;
  private final transient Frames frames;

  /**
   * @param charts paints charts, one at a time; not the EDT
   * @param left called once everybody is done
   * @param looks called to change how things look
   */
  public GroupScreen(
      Desk.Group group,
      Executor charts,
      Words words,
      Desk.Preferences preferences,
      Runnable left,
      Runnable looks) {
    super(
        new MigLayout(
            "insets 0 20 20 20, gap 0, fill",
            "[grow,fill,sg]12[28%!]12[grow,fill,sg]",
            "[]4[grow,fill]"));
    this.group = group;
    this.charts = charts;
    this.words = words;
    this.left = left;
    this.looks = looks;
    banner = new Banner(words);
    banner.offer("therapist.view.looks", words.text("action.key.settings"), looks);
    pacer = new PacerView(words, preferences.pacer(), preferences.reducedMotion());
    phases = new PhaseList(words);
    controls = new Controls(words, group::send, this::askForMark);
    frames = new Frames(group, this::look);
    note = new NoteField(words, group, controls, this::takeFocus);
    done = new ActionButton(words.text("end.done"), words.text("home.enter"), left).leading();
    for (Desk.Member member : group.members()) {
      members.add(new MemberCard(member, members.size() + 1, words, range, charts));
    }
    int rows = (members.size() + 1) / 2;
    add(banner, "span, growx, wmin 0, wrap");
    add(side(members.subList(0, rows), rows), "grow, wmin 0");
    add(middle(), "grow, wmin 0");
    add(side(members.subList(rows, members.size()), rows), "grow, wmin 0");
    controls.bindKeys(this);
  }

  private static JPanel column(String rows) {
    JPanel column =
        new JPanel(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow,fill]", rows));
    column.setOpaque(false);
    return column;
  }

  /** As many places on either side, so that all pictures are of one size. */
  private static JPanel side(List<MemberCard> cards, int rows) {
    JPanel side =
        new JPanel(
            new MigLayout("insets 0, gap 0 10, fill, wrap 1", "[grow,fill]", "[grow,fill,sg]"));
    side.setOpaque(false);
    cards.forEach(card -> side.add(card, PLACE));
    for (int i = cards.size(); i < rows; i++) {
      JPanel nobody = new JPanel(null);
      nobody.setOpaque(false);
      side.add(nobody, PLACE);
    }
    return side;
  }

  private Card middle() {
    going.add(pacer, "grow, wmin 0, height 100:420:, wrap");
    going.add(rate, "alignx center, growx 0, wrap");
    going.add(manner, "growx, wmin 0, wrap");
    going.add(phases, "growx, wmin 0, wrap");
    going.add(controls, "cell 0 4, growx, wmin 0");
    going.add(note, "cell 0 4, growx, wmin 0");
    CentredLines title = new CentredLines(Type.SEMIBOLD.of(22), Palette::text);
    title.say(words.text("group.over"));
    CentredLines kept = new CentredLines(Type.REGULAR.of(14), Palette::secondary).atLeast(3);
    kept.say(words.text("group.kept"));
    over.add(title, "growx, wmin 0, wrap");
    over.add(kept, "growx, wmin 0, wrap");
    over.add(done, "growx");
    over.setVisible(false);
    Card middle =
        new Card(
            new MigLayout(
                "insets 14 12 12 12, gap 0, fill, hidemode 3", "[grow,fill]", "[grow,fill]"));
    middle.add(going, "cell 0 0, grow, wmin 0");
    middle.add(over, "cell 0 0, grow, wmin 0");
    return middle;
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public void resume() {
    frames.start();
  }

  @Override
  public void end() {
    frames.stop();
  }

  @Override
  public void takeFocus() {
    if (over.isVisible()) {
      done.requestFocusInWindow();
    } else if (note.isVisible()) {
      note.takeFocus();
    } else {
      controls.takeFocus();
    }
  }

  @Override
  public GroupScreen again(Words spoken, Desk.Preferences preferences) {
    assert Edt.here() : Edt.who();
    var next = new GroupScreen(group, charts, spoken, preferences, left, looks);
    if (note.isVisible()) {
      next.note.resume(note);
    } else {
      next.controls.show(group.view().snapshot());
      next.controls.resume(controls);
    }
    return next;
  }

  @Override
  public void tick(long nanos) {
    frames.tick(nanos);
  }

  private void look(Frames.Frame frame) {
    Snapshot snapshot = frame.snapshot();
    range.of(group.members().stream().map(each -> each.running().view().snapshot()).toList());
    members.forEach(card -> card.tick(frame.nanos()));
    boolean ended =
        group.members().stream()
            .allMatch(
                each -> each.running().view().snapshot().state() instanceof SessionState.Ended);
    if (frame.fresh()) {
      banner.showAll(frame.view(), words.text("group.of", members.size()));
      phases.show(snapshot);
      controls.show(snapshot);
    }
    if (ended && !over.isVisible()) {
      going.setVisible(false);
      over.setVisible(true);
      done.requestFocusInWindow();
    } else if (!ended) {
      pacer.show(snapshot, frame.micros());
      PaceWords now = PaceWords.of(snapshot, frame.micros(), words);
      rate.setText(now.rate().isEmpty() ? " " : now.rate());
      manner.say(now.ownPace().isEmpty() ? now.manner() : now.ownPace());
    }
  }

  private void askForMark() {
    note.ask();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Palette.current().background());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
