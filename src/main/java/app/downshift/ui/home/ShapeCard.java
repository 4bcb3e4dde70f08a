package app.downshift.ui.home;

import app.downshift.session.Protocol;
import app.downshift.ui.protocol.ProtocolPicture;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import net.miginfocom.swing.MigLayout;

/** The shape of the standard session, and how long its parts are. */
final class ShapeCard extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final transient Runnable changed;
  private final Lengths lengths;
  private final ProtocolPicture picture;
  private final Text note = new Text("", Type.REGULAR.of(12), Palette::secondary);

  ShapeCard(Words words, Runnable changed) {
    super(new MigLayout("insets 18 24 16 24, gap 0, fill", "[][grow]", "[][grow,fill]8[]"));
    this.words = words;
    this.changed = changed;
    lengths = new Lengths(words, this::reshape);
    picture = new ProtocolPicture(words, lengths.protocol());
    add(new Text(words.text("home.shape"), Type.SEMIBOLD.of(14), Palette::text));
    add(note, "gapleft push, wrap");
    add(picture, "span, grow, height 16:140:, wrap");
    add(lengths, "span");
  }

  private void reshape() {
    picture.show(lengths.protocol());
    note.setText(
        words.text("home.shape.note", words.brief(lengths.protocol().plannedSeconds() / 60, 1)));
    changed.run();
  }

  /** Says everything once. */
  void begin() {
    reshape();
  }

  Protocol protocol() {
    return lengths.protocol();
  }

  double pacePerMinute() {
    return lengths.pacePerMinute();
  }

  void like(ShapeCard other) {
    lengths.like(other.lengths);
  }
}
