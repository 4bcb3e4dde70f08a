package app.downshift.ui.records;

import app.downshift.library.Backups;
import app.downshift.library.RecoveryKey;
import app.downshift.ui.Records;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.Safekeeping.BackupPlan;
import app.downshift.ui.SmallCard;
import app.downshift.ui.theme.ActionButton;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.Timer;

/** Keeping the records safe: the passphrase, and copies in another place. EDT only. */
public final class SafeCard implements SmallCard {
  private static final int SHORTEST = 8;
  private static final int LOOK_MILLIS = 300;

  private final Records records;
  private final Words words;
  private final PlaceChooser places;
  private final Runnable close;
  private final Answers answers;
  private final RecordsCard card;
  private final JPasswordField first = new JPasswordField();
  private final JPasswordField second = new JPasswordField();
  private final Timer looks = new Timer(LOOK_MILLIS, event -> look());
  private Optional<KeyCheck> shownKey = Optional.empty();
  private boolean changing;
  private boolean empty;
  private String built = "";

  public SafeCard(Records records, Words words, PlaceChooser places, Runnable close) {
    this.records = records;
    this.words = words;
    this.places = places;
    this.close = close;
    answers = new Answers(words);
    card = new RecordsCard(words.text("safe.title"), this::leave);
    first.addActionListener(event -> second.requestFocusInWindow());
    second.addActionListener(event -> seal());
    build();
  }

  @Override
  public void begin() {
    looks.start();
    answers.await(
        records.clients(""),
        all -> {
          empty = all.isEmpty();
          build();
        },
        why -> build());
  }

  @Override
  public void end() {
    looks.stop();
  }

  private void leave() {
    if (shownKey.isPresent() && !shownKey.get().closing()) {
      card.say(words.text("safe.key.unchecked"));
    } else {
      close.run();
    }
  }

  /** Builds itself anew when something of it has changed by itself. */
  private void look() {
    if (!state().equals(built) && shownKey.isEmpty() && !card.isAncestorOf(focused())) {
      build();
    } else if (records.standing() instanceof Standing.Busy busy && busy.of() > 0) {
      card.say(words.text("safe.working", busy.done(), busy.of()));
    } else if (records.safe().backups().of() > 0) {
      card.say(
          words.text(
              "safe.copying", records.safe().backups().done(), records.safe().backups().of()));
    }
  }

  private java.awt.Component focused() {
    return java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner()
            instanceof JPasswordField field
        ? field
        : null;
  }

  private String state() {
    Standing now = records.standing();
    String door = now instanceof Standing.Open open ? "open " + open.sealed() : "other";
    BackupPlan plan = records.safe().backups();
    return door + changing + empty + plan.place() + plan.last();
  }

  private void build() {
    assert Edt.here() : Edt.who();
    built = state();
    card.empty();
    if (shownKey.isPresent()) {
      shownKey.get().build();
      card.resized();
      return;
    }
    boolean open = records.standing() instanceof Standing.Open;
    boolean sealed = records.standing() instanceof Standing.Open now && now.sealed();
    card.heading(words.text("safe.passphrase"));
    if (!open) {
      card.prose(words.text("safe.locked"));
    } else if (sealed && !changing) {
      card.prose(words.text("safe.sealed"));
      card.buttons(
          new ActionButton(words.text("safe.change"), "", this::change).low(),
          new ActionButton(words.text("safe.newKey"), "", this::newKey).low());
    } else {
      card.prose(words.text(sealed ? "safe.changing" : "safe.unsealed"));
      card.row(words.text("safe.first"), first);
      card.row(words.text("safe.second"), second);
      card.buttons(
          new ActionButton(words.text(sealed ? "safe.change.now" : "safe.seal"), "", this::seal)
              .low());
    }
    backup(open);
    card.wide(RecordsCard.closing(words, this::leave));
    card.resized();
  }

  private void backup(boolean open) {
    BackupPlan plan = records.safe().backups();
    card.heading(words.text("safe.backup"));
    card.prose(
        plan.place()
            .map(place -> words.text("safe.backup.at", place.toString(), last(plan.last())))
            .orElseGet(() -> words.text("safe.backup.none")));
    ActionButton choose =
        new ActionButton(words.text("safe.backup.choose"), "", this::choosePlace).low();
    ActionButton now = new ActionButton(words.text("safe.backup.now"), "", this::copyNow).low();
    now.setEnabled(open && !empty);
    if (plan.place().isPresent()) {
      card.buttons(
          now,
          choose,
          new ActionButton(
                  words.text("safe.backup.stop"),
                  "",
                  () -> {
                    records.safe().backUpTo(Optional.empty());
                    build();
                  })
              .low());
    } else {
      card.buttons(choose, now);
    }
    if (empty || !open) {
      card.prose(words.text("safe.restore.what"));
      card.buttons(new ActionButton(words.text("safe.restore"), "", this::restore).low());
    }
  }

  private String last(Optional<Instant> at) {
    return at.map(when -> words.text("safe.backup.last", moment(when)))
        .orElseGet(() -> words.text("safe.backup.never"));
  }

  private String moment(Instant at) {
    return words.moment(LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
  }

  private void change() {
    changing = true;
    card.say("");
    build();
    first.requestFocusInWindow();
  }

  private void seal() {
    char[] typed = first.getPassword();
    if (typed.length < SHORTEST) {
      card.say(words.text("safe.short", SHORTEST));
      first.requestFocusInWindow();
    } else if (!Arrays.equals(typed, second.getPassword())) {
      card.say(words.text("safe.notSame"));
      second.requestFocusInWindow();
    } else if (changing) {
      card.say(words.text("unlock.trying"));
      answers.await(
          records.safe().changePassphrase(typed),
          nothing -> {
            wiped();
            changing = false;
            build();
            card.say(words.text("safe.changed"));
          },
          card::say);
    } else {
      card.say(words.text("safe.sealing"));
      answers.await(records.safe().seal(typed), this::show, card::say);
    }
  }

  private void wiped() {
    first.setText("");
    second.setText("");
  }

  private void newKey() {
    answers.await(records.safe().newRecoveryKey(), this::show, card::say);
  }

  private void show(RecoveryKey key) {
    wiped();
    shownKey =
        Optional.of(
            new KeyCheck(
                key,
                words,
                card,
                () -> {
                  shownKey = Optional.empty();
                  build();
                  card.say(words.text("safe.key.checked"));
                }));
    card.say("");
    build();
    shownKey.get().takeFocus();
  }

  private void choosePlace() {
    places
        .folder(card, words.text("safe.backup.choose"))
        .ifPresent(
            place -> {
              records.safe().backUpTo(Optional.of(place));
              build();
            });
  }

  private void copyNow() {
    Optional<Path> place = records.safe().backups().place();
    if (place.isEmpty()) {
      place = places.folder(card, words.text("safe.backup.now"));
    }
    if (place.isPresent()) {
      card.say(words.text("safe.copying", 0, 0));
      answers.await(
          records.safe().backUpNow(place.get()),
          made -> {
            build();
            card.say(words.text("safe.copied", made.files(), made.copy().folder().toString()));
          },
          card::say);
    }
  }

  private void restore() {
    Optional<Path> place = places.folder(card, words.text("safe.restore"));
    if (place.isPresent()) {
      answers.await(records.safe().copies(place.get()), this::choices, card::say);
    }
  }

  private void choices(List<Backups.Dated> copies) {
    card.empty();
    card.prose(words.text(copies.isEmpty() ? "safe.restore.none" : "safe.restore.choose"));
    for (Backups.Dated each : copies.subList(0, Math.min(5, copies.size()))) {
      card.buttons(new ActionButton(moment(each.at()), "", () -> restore(each)).low());
    }
    card.wide(RecordsCard.closing(words, close));
    card.say("");
  }

  private void restore(Backups.Dated copy) {
    card.say(words.text("safe.restoring"));
    answers.await(
        records.safe().restore(copy),
        restored -> {
          build();
          card.say(
              words.text("safe.restored", restored.files())
                  + (restored.damage().isEmpty()
                      ? ""
                      : " " + String.join("; ", restored.damage())));
        },
        card::say);
  }

  @Override
  public JComponent component() {
    return card;
  }

  @Override
  public void takeFocus() {
    if (shownKey.isPresent()) {
      shownKey.get().takeFocus();
    } else {
      card.requestFocusInWindow();
      javax.swing.SwingUtilities.invokeLater(card::transferFocusDownCycle);
    }
  }

  @Override
  public SmallCard again(Words spoken) {
    SafeCard next = new SafeCard(records, spoken, places, close);
    next.changing = changing;
    next.first.setText(new String(first.getPassword()));
    next.second.setText(new String(second.getPassword()));
    shownKey.ifPresent(key -> next.show(key.key()));
    return next;
  }
}
