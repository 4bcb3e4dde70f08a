package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
import app.downshift.ui.Records;
import app.downshift.ui.home.HomeNotes.Act;
import app.downshift.ui.home.HomeNotes.Note;
import app.downshift.ui.home.HomeScreen.Choice;
import app.downshift.ui.records.Answers;
import app.downshift.ui.theme.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * What is begun next. It waits for a sensor, or for a person's word where something speaks against
 * the client; the row of messages says so, and otherwise what else there is to tell. EDT only.
 */
final class NextStart {
  private final Records records;
  private final Words words;
  private final BooleanSupplier found;
  private final Supplier<Chosen> whose;
  private final RecordsNotes told;
  private final Consumer<Choice> chosen;
  private final Answers answers;
  private final HomeNotes notes = new HomeNotes();
  private String said = "";
  private String advice = "";
  private @Nullable Choice wanted;
  private @Nullable Note doubt;

  /**
   * Whose session the next one is.
   *
   * @param client empty for nobody's
   * @param at when that was chosen
   */
  record Chosen(Optional<ClientLine> client, Instant at) {
    Optional<ClientId> id() {
      return client.map(ClientLine::id);
    }
  }

  /**
   * @param found whether there is a sensor
   * @param told what there is to tell of the records
   * @param chosen called with what is begun
   */
  NextStart(
      Records records,
      Words words,
      BooleanSupplier found,
      Supplier<Chosen> whose,
      RecordsNotes told,
      Consumer<Choice> chosen) {
    this.records = records;
    this.words = words;
    this.found = found;
    this.whose = whose;
    this.told = told;
    this.chosen = chosen;
    answers = new Answers(words);
  }

  /** The row of messages. */
  JComponent row() {
    return notes;
  }

  /** Takes over what waits and was told. */
  void like(NextStart before) {
    wanted = before.wanted;
    say(before.said);
  }

  /** Tells the person something; empty takes it away. */
  void say(String words) {
    said = words;
    showNote();
  }

  /** Another client is chosen: what spoke against the one before is gone. */
  void another() {
    doubt = null;
    showNote();
  }

  /** How the sensor is now; what waited for it begins. */
  void look(SensorStatus status) {
    advice = status.state() == SensorStatus.State.TROUBLE ? FailureWords.of(status, words) : "";
    showNote();
    Choice waited = wanted;
    if (waited instanceof Choice.Session session && status.state() == SensorStatus.State.FOUND) {
      wanted = null;
      said = "";
      guarded(session);
    }
  }

  /** Begins a protocol, once a sensor is found. */
  void begin(Protocol protocol) {
    said = "";
    var session = new Choice.Session(protocol, whose.get().id());
    if (found.getAsBoolean()) {
      guarded(session);
    } else {
      wanted = session; // it waits for a sensor, and says so
      showNote();
    }
  }

  /** Asks first where something speaks against the client. */
  private void guarded(Choice.Session session) {
    if (session.client().isEmpty()) {
      choose(session);
      return;
    }
    answers.await(
        records.doubt(session.client().get(), whose.get().at()),
        why -> {
          if (why.isEmpty()) {
            choose(session);
          } else {
            ask(session, why.get());
          }
        },
        refused -> choose(session));
  }

  private void ask(Choice.Session session, Records.Doubt why) {
    String code = whose.get().client().map(ClientLine::code).orElse("");
    doubt =
        new Note(
            told.doubt(why, code),
            List.of(
                new Act(words.text("guard.start", code), () -> choose(session)),
                new Act(words.text("guard.not"), this::waitNoLonger)));
    showNote();
  }

  /**
   * Begins what waits for a sensor without one.
   *
   * @param otherwise where nothing waits
   */
  void withoutSensor(Supplier<Protocol> otherwise) {
    wantWithoutSensor(
        wanted instanceof Choice.Session session ? session.protocol() : otherwise.get());
  }

  /** Begins a protocol with the virtual heart. */
  void wantWithoutSensor(Protocol protocol) {
    choose(new Choice.Virtual(protocol, whose.get().id()));
  }

  /** Begins this; nothing waits any more. */
  void choose(Choice choice) {
    wanted = null;
    doubt = null;
    said = "";
    chosen.accept(choice);
  }

  /** Nothing is to be begun, and what was told was read. */
  void waitNoLonger() {
    if (wanted != null || doubt != null || !said.isEmpty()) {
      wanted = null;
      doubt = null;
      said = "";
      showNote();
    }
  }

  private void showNote() {
    Choice waited = wanted;
    Note note = doubt;
    if (waited instanceof Choice.Session session) {
      note =
          new Note(
              (words.text("home.waiting") + " " + advice).strip(),
              List.of(
                  new Act(
                      words.text("home.virtual.now"), () -> wantWithoutSensor(session.protocol())),
                  new Act(words.text("home.notNow"), this::waitNoLonger)));
    } else if (!said.isEmpty()) {
      note = new Note(said, List.of());
    } else if (note == null && !advice.isEmpty()) {
      note = new Note(advice, List.of());
    } else if (note == null) {
      note = told.note();
    }
    notes.show(note);
  }
}
