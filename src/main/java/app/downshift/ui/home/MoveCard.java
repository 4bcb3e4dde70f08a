package app.downshift.ui.home;

import app.downshift.library.ClientLine;
import app.downshift.ui.Records;
import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Keys;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** Asks whose a session is. EDT only. */
final class MoveCard extends Card implements SmallCard {
  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient Consumer<ClientLine> to;
  private final transient Runnable close;
  private final String session;
  private final ClientList clients;
  private final ActionButton move;
  private transient Optional<ClientLine> chosen = Optional.empty();

  /**
   * @param session what is moved, in words
   */
  MoveCard(Records records, Words words, String session, Consumer<ClientLine> to, Runnable close) {
    super(new MigLayout("insets 22 26 22 26, gap 0 12, wrap 1", "[" + Type.px(420) + "!,fill]"));
    this.records = records;
    this.to = to;
    this.close = close;
    this.session = session;
    clients = new ClientList(records, words, false, this::choose);
    move = new ActionButton(words.text("move.here"), "", this::move).leading();
    move.setEnabled(false);
    add(new Text(words.text("move.title"), Type.SEMIBOLD.of(18), Palette::text));
    add(new Prose(session, Type.REGULAR.of(14), Palette::text), "wmin 0");
    add(new Prose(words.text("move.what"), Type.REGULAR.of(13), Palette::secondary), "wmin 0");
    add(clients, "h " + Type.px(260) + "!");
    add(move, "split 2, growx, sg");
    add(
        new ActionButton(words.text("client.cancel"), words.text("action.key.escape"), close),
        "growx, sg");
    Keys.bindInside(this, KeyStroke.getKeyStroke("ESCAPE"), close);
    setFocusCycleRoot(true);
    getAccessibleContext().setAccessibleName(words.text("move.title"));
  }

  private void choose(Optional<ClientLine> client) {
    chosen = client;
    move.setEnabled(client.isPresent());
    move.repaint();
  }

  private void move() {
    close.run();
    chosen.ifPresent(to);
  }

  @Override
  public void begin() {
    clients.reload();
  }

  @Override
  public JComponent component() {
    return this;
  }

  @Override
  public void takeFocus() {
    clients.takeFocus();
  }

  @Override
  public SmallCard again(Words spoken) {
    return new MoveCard(records, spoken, session, to, close);
  }
}
