package app.downshift.ui.home;

import app.downshift.library.ClientLine;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.QuietButton;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** With whom a session is about to begin, and what is begun less often than the start cards. */
final class StartHead extends JPanel {
  @Serial private static final long serialVersionUID = 1;

  private final transient Words words;
  private final Text title = new Text("", Type.SEMIBOLD.of(22), Palette::text);
  private final QuietButton card;
  private final QuietButton virtual;

  /**
   * @param card opens what is known of the client
   * @param virtual begins without a sensor
   * @param protocols leads to other protocols
   */
  StartHead(Words words, Runnable card, Runnable virtual, Runnable protocols) {
    super(new MigLayout("insets 0, gap 14, fillx", "[]push[][][]"));
    this.words = words;
    this.card = new QuietButton(words.text("client.open"), 13, card);
    this.virtual = new QuietButton(words.text("home.virtual"), 13, virtual);
    setOpaque(false);
    add(title);
    add(this.card);
    add(this.virtual);
    add(new ActionButton(words.text("home.protocols"), "", protocols).low());
  }

  /** Says whose session the next one is. */
  void show(Optional<ClientLine> client) {
    title.setText(
        client
            .map(each -> words.text("home.startWith", each.code()))
            .orElseGet(() -> words.text("home.title")));
    card.setVisible(client.isPresent());
  }

  /** Lets nobody choose while a choice is on its way. */
  void busy(boolean busy) {
    virtual.setEnabled(!busy);
  }
}
