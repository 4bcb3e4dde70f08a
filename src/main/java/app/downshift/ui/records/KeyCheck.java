package app.downshift.ui.records;

import app.downshift.library.RecoveryKey;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Shows a recovery key once, and asks for two groups of it back. EDT only. */
final class KeyCheck {
  /** Which groups are asked for, from 0: one of the middle, one near the end. */
  private static final List<Integer> ASKED = List.of(4, 11);

  private final RecoveryKey key;
  private final Words words;
  private final RecordsCard card;
  private final Runnable checked;
  private final String[] groups;
  private final List<JTextField> typed = ASKED.stream().map(each -> new JTextField()).toList();
  private boolean warned;

  KeyCheck(RecoveryKey key, Words words, RecordsCard card, Runnable checked) {
    this.key = key;
    this.words = words;
    this.card = card;
    this.checked = checked;
    groups = key.words().split("-");
    typed.get(0).addActionListener(event -> typed.get(1).requestFocusInWindow());
    typed.get(1).addActionListener(event -> check());
  }

  RecoveryKey key() {
    return key;
  }

  void build() {
    card.heading(words.text("safe.key"));
    card.prose(words.text("safe.key.what"));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      lines.append(groups[i]).append((i + 1) % 7 == 0 ? "\n" : "   ");
    }
    JTextArea shown = new JTextArea(lines.toString().strip());
    shown.setEditable(false);
    shown.setFont(Zoom.font(Type.SEMIBOLD.of(14)));
    int inset = Zoom.px(12);
    shown.setBorder(BorderFactory.createEmptyBorder(inset, inset, inset, inset));
    shown.getAccessibleContext().setAccessibleName(words.text("safe.key"));
    card.wide(shown);
    for (int i = 0; i < ASKED.size(); i++) {
      card.row(words.text("safe.key.group", ASKED.get(i) + 1), typed.get(i));
    }
    card.buttons(new ActionButton(words.text("safe.key.check"), "", this::check).leading());
  }

  void takeFocus() {
    typed.get(0).requestFocusInWindow();
  }

  /** Whether it may be put away unchecked: only when it was asked for twice. */
  boolean closing() {
    boolean again = warned;
    warned = true;
    return again;
  }

  private void check() {
    for (int i = 0; i < ASKED.size(); i++) {
      String said = typed.get(i).getText().strip().toUpperCase(Locale.ROOT);
      if (!said.equals(groups[ASKED.get(i)])) {
        card.say(words.text("safe.key.wrong", ASKED.get(i) + 1));
        typed.get(i).requestFocusInWindow();
        return;
      }
    }
    checked.run();
  }
}
