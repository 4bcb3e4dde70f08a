package app.downshift.ui.records;

import app.downshift.library.CheckIn.PainSince;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.ui.Records;
import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** Who a client is: a code, a name if one is wanted, since when it hurts. EDT only. */
public final class ClientCard implements SmallCard {
  private static final List<PainSince> SINCE = List.of(PainSince.values());

  private final Records records;
  private final Words words;
  private final Optional<ClientRecords> of;
  private final Ways ways;
  private final Answers answers;
  private final RecordsCard card;
  private final JTextField code = new JTextField();
  private final JTextField name = new JTextField();
  private final Segments since;
  private final ActionButton save;
  private int painSince;

  /** Where a person goes from here. */
  public interface Ways {
    /** Puts the card away. */
    void close();

    /** Lays another card in its place. */
    void lay(Function<Words, SmallCard> made);

    /** A client was made or changed. */
    void saved(ClientId client);

    /** Asks for a folder. */
    PlaceChooser places();
  }

  /**
   * @param of the client to change; empty for a new one
   */
  public ClientCard(Records records, Words words, Optional<ClientRecords> of, Ways ways) {
    this.records = records;
    this.words = words;
    this.of = of;
    this.ways = ways;
    answers = new Answers(words);
    card =
        new RecordsCard(
            of.isPresent() ? words.text("client.card", of.get().code()) : words.text("client.new"),
            ways::close);
    List<String> choices = new ArrayList<>(List.of(words.text("client.since.unsaid")));
    SINCE.forEach(each -> choices.add(words.text("client.since." + each.word())));
    since = new Segments(words.text("client.since"), choices, index -> painSince = index).low();
    save =
        new ActionButton(words.text("client.save"), words.text("home.enter"), this::save).leading();
    of.ifPresent(
        client -> {
          code.setText(client.code());
          name.setText(client.name());
          String word = client.profile().getOrDefault(ClientRecords.PAIN_SINCE, "");
          painSince = SINCE.stream().map(PainSince::word).toList().indexOf(word) + 1;
        });
    since.select(painSince);
    build();
  }

  private void build() {
    card.prose(words.text("client.what"));
    card.row(words.text("client.code"), code);
    card.row(words.text("client.name"), name);
    card.heading(words.text("client.since"));
    card.wide(since);
    code.addActionListener(event -> save());
    name.addActionListener(event -> save());
    card.buttons(
        save,
        new ActionButton(
            words.text("client.cancel"), words.text("action.key.escape"), ways::close));
    of.ifPresent(
        client -> {
          client.damage().forEach(each -> card.prose(words.text("client.damage", each)));
          moves(client);
          card.buttons(
              new ActionButton(words.text("client.export"), "", () -> export(client)).low(),
              new ActionButton(
                      words.text("client.erase"),
                      "",
                      () -> ways.lay(spoken -> new EraseCard(records, spoken, client, ways)))
                  .low());
        });
  }

  private void moves(ClientRecords client) {
    long came = client.moves().stream().filter(each -> each.to().equals(client.id())).count();
    long went = client.moves().size() - came;
    if (came + went > 0) {
      card.prose(words.text("client.moves", came, went));
    }
  }

  private void save() {
    assert Edt.here() : Edt.who();
    String called = code.getText().strip();
    if (called.isEmpty() || called.equals(ClientRecords.NOBODY)) {
      card.say(words.text("client.noCode"));
      code.requestFocusInWindow();
      return;
    }
    Map<String, String> fields = new HashMap<>();
    fields.put(ClientRecords.CODE, called);
    fields.put(ClientRecords.NAME, name.getText().strip());
    fields.put(ClientRecords.PAIN_SINCE, painSince == 0 ? "" : SINCE.get(painSince - 1).word());
    save.setEnabled(false);
    Consumer<String> refused =
        why -> {
          save.setEnabled(true);
          card.say(why);
        };
    if (of.isPresent()) {
      ClientId id = of.get().id();
      answers.await(records.change(id, fields), nothing -> saved(id), refused);
    } else {
      fields.values().removeIf(String::isEmpty);
      answers.await(records.add(fields), this::saved, refused);
    }
  }

  private void saved(ClientId id) {
    ways.close();
    ways.saved(id);
  }

  private void export(ClientRecords client) {
    Optional<Path> folder = ways.places().folder(card, words.text("client.export.where"));
    if (folder.isPresent()) {
      card.say(words.text("client.exporting"));
      answers.await(
          records.export(client.id(), folder.get()),
          written ->
              card.say(
                  words.text("client.exported", written.sessions(), written.folder().toString())
                      + (written.damage().isEmpty()
                          ? ""
                          : " " + String.join("; ", written.damage()))),
          card::say);
    }
  }

  @Override
  public JComponent component() {
    return card;
  }

  @Override
  public void takeFocus() {
    code.requestFocusInWindow();
  }

  @Override
  public SmallCard again(Words spoken) {
    ClientCard next = new ClientCard(records, spoken, of, ways);
    next.code.setText(code.getText());
    next.name.setText(name.getText());
    next.painSince = painSince;
    next.since.select(painSince);
    return next;
  }
}
