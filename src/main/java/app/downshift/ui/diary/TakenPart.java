package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import app.downshift.ui.theme.Zoom;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** What was taken or done, in the person's words: noted beside the rest, and judged by nobody. */
final class TakenPart extends JPanel {
  @Serial private static final long serialVersionUID = 1;
  private static final int ROWS = 3;

  private final transient List<JTextField> what = new ArrayList<>();
  private final transient List<JTextField> dose = new ArrayList<>();

  TakenPart(Words words) {
    super(new MigLayout("insets 0, gap 12 6, fillx, wrap 2", "[grow 3,fill][grow 2,fill]"));
    setOpaque(false);
    for (int i = 0; i < ROWS; i++) {
      what.add(field(words.text("checkin.taken.what"), words.text("checkin.taken.what.example")));
      dose.add(field(words.text("checkin.taken.dose"), words.text("checkin.taken.dose.example")));
    }
    add(
        new Prose(words.text("checkin.taken.caution"), Type.REGULAR.of(13), Palette::secondary),
        "span, growx, wmin 0, gaptop 4");
  }

  private JTextField field(String name, String hint) {
    JTextField field = new JTextField();
    field.setFont(Zoom.font(Type.REGULAR.of(14)));
    field.putClientProperty("JTextField.placeholderText", hint);
    field.getAccessibleContext().setAccessibleName(name);
    add(field, "growx, wmin 0, h %d!".formatted(Zoom.px(Type.px(36))));
    return field;
  }

  List<CheckIn.Taken> told() {
    List<CheckIn.Taken> told = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      if (!what.get(i).getText().isBlank()) {
        told.add(new CheckIn.Taken(what.get(i).getText().strip(), dose.get(i).getText().strip()));
      }
    }
    return told;
  }

  /** Whether there is a dose of nothing. */
  boolean wrong() {
    for (int i = 0; i < ROWS; i++) {
      if (what.get(i).getText().isBlank() && !dose.get(i).getText().isBlank()) {
        return true;
      }
    }
    return false;
  }

  void show(CheckIn told) {
    for (int i = 0; i < Math.min(ROWS, told.taken().size()); i++) {
      what.get(i).setText(told.taken().get(i).what());
      dose.get(i).setText(told.taken().get(i).dose());
    }
  }
}
