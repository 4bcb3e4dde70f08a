package app.downshift.ui.home;

import app.downshift.library.ClientLine;
import app.downshift.ui.Records;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Text;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.io.Serial;
import java.util.Optional;
import net.miginfocom.swing.MigLayout;

/** How the chosen client is doing. */
final class DoingPlace extends Card {
  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient Words words;
  private final Text title = new Text("", Type.SEMIBOLD.of(14), Palette::text);
  private final Prose says = new Prose("", Type.REGULAR.of(13), Palette::secondary);

  DoingPlace(Records records, Words words) {
    super(new MigLayout("insets 18 24 16 24, gap 0 10, fillx, wrap 1", "[grow,fill]", "[][]"));
    this.records = records;
    this.words = words;
    add(title);
    add(says, "wmin 0");
  }

  void show(Optional<ClientLine> client) {
    title.setText(
        client
            .map(each -> words.text("doing.title", each.code()))
            .orElseGet(() -> words.text("doing.nobody")));
    says.say(
        client
            .flatMap(ClientLine::last)
            .map(
                last ->
                    words.text(
                        "clients.last",
                        ClientRow.count(client.get().sessions(), words),
                        Day.of(last, records.now(), words)))
            .orElseGet(() -> words.text("doing.nothing")));
  }
}
