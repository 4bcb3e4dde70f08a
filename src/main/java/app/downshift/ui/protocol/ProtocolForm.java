package app.downshift.ui.protocol;

import app.downshift.session.Asking;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.util.EnumSet;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What can be written of a protocol as a whole: its name, what it is for, what it asks. */
final class ProtocolForm {
  private final Words words;
  private final PartEdit edit;
  private final PartFields fields;

  ProtocolForm(Words words, PartEdit edit, PartFields fields) {
    this.words = words;
    this.edit = edit;
    this.fields = fields;
  }

  void build() {
    Protocol now = edit.now();
    fields.text(
        "edit.name",
        now.title(),
        "edit.limit.title",
        1,
        text ->
            !text.isBlank()
                && edit.change(
                    new Protocol(
                        edit.now().name(),
                        fields.wording(edit.now().title(), text),
                        edit.now().purpose(),
                        edit.now().asks(),
                        edit.now().phases()),
                    "title"));
    fields.text(
        "edit.purpose",
        now.purpose(),
        "edit.limit.sentence",
        3,
        text ->
            edit.change(
                new Protocol(
                    edit.now().name(),
                    edit.now().title(),
                    fields.wording(edit.now().purpose(), text),
                    edit.now().asks(),
                    edit.now().phases()),
                "purpose"));
    asked(Rating.When.BEFORE);
    asked(Rating.When.AFTER);
  }

  private void asked(Rating.When when) {
    fields
        .form()
        .add(
            new Text(
                words.text("edit.asks") + " " + words.text("edit.asks." + when.word()),
                Type.REGULAR.of(13),
                Palette::secondary));
    JPanel boxes = new JPanel(new MigLayout("insets 0, gap 14 0", "[]"));
    boxes.setOpaque(false);
    for (Rating.Item item : Rating.Item.values()) {
      JCheckBox box =
          fields.box(
              words.text("edit.item." + item.word()),
              edit.now().asks().items(when).contains(item),
              on -> ask(when, item, on));
      box.getAccessibleContext()
          .setAccessibleName(box.getText() + " " + words.text("edit.asks." + when.word()));
      boxes.add(box);
    }
    fields.form().add(boxes, "span, growx, wrap");
  }

  private void ask(Rating.When when, Rating.Item item, boolean on) {
    Protocol now = edit.now();
    Set<Rating.Item> items = EnumSet.noneOf(Rating.Item.class);
    items.addAll(now.asks().items(when));
    if (on) {
      items.add(item);
    } else {
      items.remove(item);
    }
    boolean first = when == Rating.When.BEFORE;
    var asks = new Asking(first ? items : now.asks().before(), first ? now.asks().after() : items);
    edit.change(
        new Protocol(now.name(), now.title(), now.purpose(), asks, now.phases()), new Object());
  }
}
