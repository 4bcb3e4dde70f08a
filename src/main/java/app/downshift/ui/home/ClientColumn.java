package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.ui.House;
import app.downshift.ui.Records;
import app.downshift.ui.SmallCard;
import app.downshift.ui.records.Answers;
import app.downshift.ui.records.ClientCard;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import net.miginfocom.swing.MigLayout;

/** The clients to choose from, and the way to a new one. */
final class ClientColumn extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient House house;
  private final transient Consumer<ClientId> saved;
  private final transient Consumer<String> say;
  private final transient Answers answers;
  private final ClientList clients;
  private final ActionButton newClient;

  /**
   * @param chosen called with who was chosen in the list
   * @param saved called with whose card was filled in
   * @param say tells a person what was refused
   */
  ClientColumn(
      Records records,
      Words words,
      House house,
      Consumer<Optional<ClientLine>> chosen,
      Consumer<ClientId> saved,
      Consumer<String> say) {
    super(new MigLayout("insets 20 16 18 16, gap 0 12, fill, wrap 1", "[grow,fill]"));
    this.records = records;
    this.house = house;
    this.saved = saved;
    this.say = say;
    answers = new Answers(words);
    clients = new ClientList(records, words, true, chosen);
    newClient =
        new ActionButton(words.text("clients.add"), words.text("clients.add.key"), this::newClient);
    add(new Text(words.text("clients.title"), Type.SEMIBOLD.of(14), Palette::text), "gapleft 8");
    add(clients, "grow, push, wmin 0, hmin 0");
    add(newClient, "growx");
    add(
        new Prose(words.text("app.notMedical"), Type.REGULAR.of(11), Palette::secondary),
        "wmin 0, gapleft 8");
  }

  void takeFocus() {
    clients.takeFocus();
  }

  /** Marks who is chosen. */
  void choose(Optional<ClientId> id) {
    clients.choose(id);
  }

  /** The records are open, and the clients may be others now. */
  void opened() {
    clients.opened();
    newClient.setEnabled(true);
    clients.reload();
  }

  /** The records are not open. */
  void closed(String why) {
    newClient.setEnabled(false);
    clients.closed(why);
  }

  /** Asks for a new client. */
  void newClient() {
    if (!house.covered() && newClient.isEnabled()) {
      house.lay(spoken -> new ClientCard(records, spoken, Optional.empty(), new FromCard()));
    }
  }

  /** Shows the card of a client. */
  void showCard(ClientLine client) {
    answers.await(
        records.client(client.id()),
        all ->
            house.lay(spoken -> new ClientCard(records, spoken, Optional.of(all), new FromCard())),
        say);
  }

  /** What a card about a client may do. */
  private final class FromCard implements ClientCard.Ways {
    @Override
    public void close() {
      house.putAway();
    }

    @Override
    public void lay(Function<Words, SmallCard> made) {
      house.lay(made);
    }

    @Override
    public void saved(ClientId id) {
      saved.accept(id);
    }

    @Override
    public PlaceChooser places() {
      return PlaceChooser.dialog();
    }
  }
}
