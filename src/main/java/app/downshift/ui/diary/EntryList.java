package app.downshift.ui.diary;

import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import net.miginfocom.swing.MigLayout;

/**
 * What was told, newest first. Each entry can be withdrawn with a second press; it stays in the
 * file.
 */
final class EntryList extends Page {
  @Serial private static final long serialVersionUID = 1;
  private static final int AT_ONCE = 30;
  private static final int ROOM = 14;

  private final transient Words words;
  private final transient List<Diary.Entry> entries;
  private final transient Consumer<Diary.Entry> looked;
  private final transient Consumer<String> withdraw;
  private int shown;

  /**
   * @param looked given the entry the keyboard or a press is on
   * @param withdraw given the name of what no longer counts
   */
  EntryList(
      Words words,
      List<Diary.Entry> entries,
      Consumer<Diary.Entry> looked,
      Consumer<String> withdraw) {
    super(new MigLayout("insets 0 0 0 10, gap 0, fillx, wrap 2", "[grow,fill][]"));
    this.words = words;
    this.entries = List.copyOf(entries);
    this.looked = looked;
    this.withdraw = withdraw;
    if (entries.isEmpty()) {
      add(
          new Prose(words.text("diary.entries.none"), Type.REGULAR.of(13), Palette::secondary),
          "span, growx, wmin 0, gaptop 8");
    }
    more();
  }

  private void more() {
    assert Edt.here() : Edt.who();
    EntryWords says = new EntryWords(words);
    DoingWords days = new DoingWords(words);
    int to = Math.min(entries.size(), shown + AT_ONCE);
    for (; shown < to; shown++) {
      Diary.Entry entry = entries.get(shown);
      String day = days.day(entry.day());
      QuietButton head = new QuietButton(day, 13, () -> looked.accept(entry)).plain();
      head.setToolTipText(words.text("diary.entry.show"));
      add(head, "gaptop 12, growx 0");
      QuietButton away = new QuietButton(words.text("diary.withdraw"), 12, () -> {});
      away.getAccessibleContext().setAccessibleName(words.text("diary.withdraw.of", day));
      away.addActionListener(event -> asked(away, entry));
      add(away, "gaptop 12, alignx right");
      Prose told = new Prose(says.of(entry), Type.REGULAR.of(12), Palette::secondary);
      // Lines are broken at whole widths; at other scales of the screen they come out wider.
      told.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, Zoom.px(ROOM)));
      add(told, "span, growx, wmin 0, gapleft 4");
    }
    if (shown < entries.size()) {
      QuietButton next =
          new QuietButton(words.text("diary.more", entries.size() - shown), 13, () -> {});
      next.addActionListener(
          event -> {
            remove(next);
            more();
            revalidate();
            repaint();
          });
      add(next, "span, growx 0, gaptop 12");
    }
  }

  /** The first press asks, the second does it. */
  private void asked(QuietButton button, Diary.Entry entry) {
    String sure = words.text("diary.withdraw.sure");
    if (button.getText().equals(sure)) {
      button.setEnabled(false);
      withdraw.accept(entry.id());
    } else {
      button.setText(sure);
      button.setToolTipText(words.text("diary.withdraw.stays"));
      revalidate();
    }
  }

  /** A line above the list. */
  static Text title(Words words, int count) {
    return new Text(words.text("diary.entries", count), Type.SEMIBOLD.of(14), Palette::text);
  }
}
