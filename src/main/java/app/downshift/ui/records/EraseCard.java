package app.downshift.ui.records;

import app.downshift.library.ClientRecords;
import app.downshift.ui.Records;
import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Words;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Erases a client for good, once the code was typed. EDT only. */
final class EraseCard implements SmallCard {
  private final Records records;
  private final Words words;
  private final ClientRecords client;
  private final ClientCard.Ways ways;
  private final RecordsCard card;
  private final JTextField typed = new JTextField();
  private final ActionButton erase;

  EraseCard(Records records, Words words, ClientRecords client, ClientCard.Ways ways) {
    this.records = records;
    this.words = words;
    this.client = client;
    this.ways = ways;
    card = new RecordsCard(words.text("erase.title", client.code()), ways::close);
    erase = new ActionButton(words.text("erase.now"), "", this::erase);
    boolean sealed = records.standing() instanceof Records.Standing.Open open && open.sealed();
    card.prose(words.text("erase.what", client.sessions().size()));
    card.prose(words.text(sealed ? "erase.sealed" : "erase.open"));
    card.prose(words.text("erase.cannot"));
    card.row(words.text("erase.type", client.code()), typed);
    card.buttons(
        erase,
        new ActionButton(
            words.text("client.cancel"), words.text("action.key.escape"), ways::close));
    typed
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                look();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                look();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                look();
              }
            });
    look();
  }

  private void look() {
    erase.setEnabled(typed.getText().strip().equals(client.code()));
    erase.repaint();
  }

  private void erase() {
    erase.setEnabled(false);
    typed.setEnabled(false);
    new Answers(words)
        .await(
            records.erase(client.id()),
            unreached -> {
              if (unreached.isEmpty()) {
                ways.close();
                return;
              }
              card.empty();
              StringBuilder places = new StringBuilder();
              unreached.forEach(each -> places.append('\n').append(each));
              card.say(words.text("erase.unreached", places));
            },
            why -> {
              typed.setEnabled(true);
              look();
              card.say(why);
            });
  }

  @Override
  public JComponent component() {
    return card;
  }

  @Override
  public void takeFocus() {
    typed.requestFocusInWindow();
  }

  @Override
  public SmallCard again(Words spoken) {
    EraseCard next = new EraseCard(records, spoken, client, ways);
    next.typed.setText(typed.getText());
    return next;
  }
}
