package app.downshift.ui.live;

import app.downshift.breath.resonance.Verdict;
import app.downshift.session.Practice;
import app.downshift.session.SessionView;
import app.downshift.ui.chart.FoundChart;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.awt.event.ActionEvent;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The end: what was measured in plain words, where the recording is, and one button. */
public final class EndPanel extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final ActionButton done;
  private final ActionButton review;
  private final Prose standing;
  private transient @Nullable PaceSuggestion suggestion;

  private transient @Nullable Runnable looked;
  private transient @Nullable String keptWith;
  private String reviewed = "";

  public EndPanel(Words words, Runnable close) {
    super(
        new MigLayout(
            "insets 28 32 36 32, gap 0, fill, hidemode 3",
            "[grow,fill]",
            "[]16[]20[]0[grow,shrink 200]0[]20[]10:push[]4[]20[]"));
    this.words = words;
    this.done = new ActionButton(words.text("end.done"), words.text("home.enter"), close).leading();
    review = new ActionButton(words.text("end.review"), words.text("end.review.key"), this::review);
    standing = new Prose(words.text("found.kept"), Type.REGULAR.of(13), Palette::secondary);
    String key = "done";
    getInputMap(WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ENTER"), key);
    getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Serial private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                if (isShowing()) {
                  close.run();
                }
              }
            });
    setVisible(false);
  }

  /** Says how it was. */
  public void show(SessionView view) {
    assert Edt.here() : Edt.who();
    EndWords end = EndWords.of(view, words);
    removeAll();
    add(new Prose(end.title(), Type.SEMIBOLD.of(24), Palette::text), "cell 0 0, wmin 0");
    NoticeArea notices = new NoticeArea();
    notices.show(Notice.of(view, words));
    add(notices, "cell 0 1, wmin 0");
    boolean searched = search(view);
    // What was found takes the room of what a search is not about.
    List<EndWords.Line> lines = end.lines();
    add(figures(searched ? lines.subList(0, 1) : lines), "cell 0 2, wmin 0");
    add(new Prose(end.advice(), Type.REGULAR.of(13), Palette::secondary), "cell 0 5, wmin 0");
    add(new Text(words.text("end.recording"), Type.REGULAR.of(13), Palette::secondary), "cell 0 6");
    add(recording(view, searched), "cell 0 7, wmin 0");
    reviewed = view.recording().path();
    boolean offered = !reviewed.isEmpty() && looked != null;
    add(done, "cell 0 8, growx, pushx" + (offered ? ", split 2" : ""));
    if (offered) {
      add(review, "cell 0 8, growx, pushx");
    }
    getAccessibleContext().setAccessibleName(end.title());
    revalidate();
    repaint();
  }

  /** What a search for the pace has found: its curve, and in words what may be said. */
  private boolean search(SessionView view) {
    Optional<Practice.Search> search = view.snapshot().practice().search();
    Optional<Verdict> verdict = search.flatMap(Practice.Search::verdict);
    if (search.isEmpty() || verdict.isEmpty()) {
      return false;
    }
    String says = FoundWords.verdict(verdict.get(), words);
    FoundChart chart = new FoundChart(words, search.get(), says);
    if (chart.tells()) {
      add(chart, "cell 0 3, grow, wmin 0, gaptop 16");
    }
    add(new Prose(says, Type.SEMIBOLD.of(14), Palette::text), "cell 0 4, wmin 0, gaptop 8");
    standing.setVisible(false);
    add(standing, "cell 0 4, newline, wmin 0");
    PaceSuggestion paces = suggestion;
    if (paces != null) {
      paces.whenChanged(() -> tellKept(paces));
      paces.keep(view);
      tellKept(paces);
    }
    return true;
  }

  private void tellKept(PaceSuggestion paces) {
    standing.setVisible(paces.kept());
    revalidate();
    repaint();
  }

  /** Keeps a pace that is found with the client, where there is one. */
  public void suggest(PaceSuggestion paces) {
    suggestion = paces;
  }

  /** Offers to look at the recording afterwards. */
  public void offerReview(Runnable look) {
    looked = look;
  }

  /** Says with whom the records keep it, instead of where the file is. */
  public void keptWith(String code) {
    keptWith = code;
  }

  /** Looks at it, where that is offered. */
  public void review() {
    if (looked != null && !reviewed.isEmpty()) {
      looked.run();
    }
  }

  /** Puts the keyboard on the button. */
  public void takeFocus() {
    done.requestFocusInWindow();
  }

  private static JComponent figures(List<EndWords.Line> lines) {
    JPanel figures = new JPanel(new MigLayout("insets 0, gap 16 14, fillx, wrap 2", "[][grow]"));
    figures.setOpaque(false);
    for (EndWords.Line line : lines) {
      figures.add(new Text(line.what(), Type.REGULAR.of(13), Palette::secondary), "top, gaptop 2");
      figures.add(new Prose(line.says(), Type.REGULAR.of(15), Palette::text), "growx, wmin 0");
    }
    return figures;
  }

  private JComponent recording(SessionView view, boolean brief) {
    if (view.recording().path().isEmpty()) {
      return new Prose(words.text("end.notRecorded"), Type.REGULAR.of(13), Palette::text);
    }
    if (keptWith != null) {
      return new Prose(
          keptWith.isEmpty() ? words.text("end.kept.nobody") : words.text("end.kept", keptWith),
          Type.REGULAR.of(13),
          Palette::text);
    }
    Path file = Path.of(view.recording().path());
    Path folder = file.getParent();
    JTextArea path =
        new JTextArea(file.getFileName() + (folder == null || brief ? "" : "\n" + folder));
    path.setEditable(false);
    path.setLineWrap(true);
    path.setFont(Zoom.font(Type.REGULAR.of(13)));
    int inset = Zoom.px(brief ? 6 : 12);
    path.setBorder(BorderFactory.createEmptyBorder(inset, inset, inset, inset));
    path.setToolTipText(view.recording().path());
    path.getAccessibleContext().setAccessibleName(words.text("end.recording"));
    return path;
  }
}
