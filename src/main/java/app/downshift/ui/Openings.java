package app.downshift.ui;

import app.downshift.recording.SessionFile;
import app.downshift.ui.batch.BatchScreen;
import app.downshift.ui.batch.Batches;
import app.downshift.ui.home.CautionScreen;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.home.HomeScreen.Choice;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.review.ReviewScreen;
import app.downshift.ui.theme.Words;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens what takes a while: sessions, after the caution where that is due, replays, and recordings
 * to look at. What fails is told at home. EDT only.
 */
final class Openings {
  private final Desk desk;
  private final House house;
  private final Supplier<HomeScreen> home;
  private final Supplier<Words> words;
  private final Consumer<Desk.Running> started;
  private boolean closed;

  /**
   * @param home where everything begins, as it is now
   * @param started given a session or replay that is under way
   */
  Openings(
      Desk desk,
      House house,
      Supplier<HomeScreen> home,
      Supplier<Words> words,
      Consumer<Desk.Running> started) {
    this.desk = desk;
    this.house = house;
    this.home = home;
    this.words = words;
    this.started = started;
  }

  /** Nothing is opened any more: the window is gone. */
  void close() {
    closed = true;
  }

  /** Opens what a person chose. */
  void choose(Choice choice) {
    if (choice instanceof Choice.Review look) {
      review(look.recording());
    } else if (choice instanceof Choice.Files files) {
      files(files.words());
    } else if (choice instanceof Choice.Replay) {
      begin(() -> start(choice));
    } else {
      afterCaution(() -> start(choice));
    }
  }

  private CompletableFuture<Desk.Running> start(Choice choice) {
    if (choice instanceof Choice.Session session) {
      return desk.start(session.protocol(), session.client());
    }
    if (choice instanceof Choice.Virtual virtual) {
      return desk.startWithoutSensor(virtual.protocol(), virtual.client());
    }
    return desk.replay(((Choice.Replay) choice).recording(), 1);
  }

  /** Begins a session once the caution was read, now or before. */
  void afterCaution(Supplier<CompletableFuture<Desk.Running>> start) {
    home.get().say("");
    if (desk.cautionDue()) {
      house.enter(spoken -> new CautionScreen(spoken, () -> accepted(start), house::home));
    } else {
      begin(start);
    }
  }

  private void accepted(Supplier<CompletableFuture<Desk.Running>> start) {
    desk.cautionAccepted();
    house.home();
    begin(start);
  }

  private void begin(Supplier<CompletableFuture<Desk.Running>> start) {
    home.get().busy(true);
    home.get().say(words.get().text("home.starting"));
    var unused = // the failure is told in started
        start
            .get()
            .whenComplete(
                (running, failure) -> EventQueue.invokeLater(() -> started(running, failure)));
  }

  private void started(Desk.@Nullable Running running, @Nullable Throwable failure) {
    home.get().busy(false);
    home.get().say("");
    if (failure != null) {
      home.get().say(message(failure));
    } else if (running != null && closed) {
      running.close(); // the window went away meanwhile
    } else if (running != null) {
      started.accept(running);
    }
  }

  private String message(Throwable failure) {
    return words.get().text("home.failed") + " " + FailureWords.of(failure, words.get());
  }

  /** Looks at one file; asks what shall become of several, or of a folder. */
  void files(List<Path> words) {
    home.get().busy(true);
    var unused = // the failure is told in found
        desk.batches()
            .behind(words)
            .whenComplete((found, failure) -> EventQueue.invokeLater(() -> found(found, failure)));
  }

  private void found(Batches.@Nullable Found found, @Nullable Throwable failure) {
    home.get().busy(false);
    if (closed) {
      return;
    }
    if (found == null || found.files().isEmpty()) {
      house.home();
      home.get()
          .say(
              failure != null
                  ? message(failure)
                  : String.join(" ", found == null ? List.of() : found.complaints()));
    } else if (found.files().size() == 1 && found.complaints().isEmpty()) {
      review(new Recording.File(found.files().get(0)));
    } else {
      house.enter(
          spoken ->
              new BatchScreen(
                  desk.batches(),
                  spoken,
                  PlaceChooser.dialog(),
                  new BatchScreen.Asked(found),
                  house::home));
    }
  }

  /** Looks at a recording, in the place of whatever is shown. */
  void review(Recording file) {
    home.get().busy(true);
    var unused = // the failure is told in reviewing
        desk.recording(file)
            .whenComplete(
                (recording, failure) ->
                    EventQueue.invokeLater(() -> reviewing(file, recording, failure)));
  }

  private void reviewing(
      Recording file, @Nullable SessionFile recording, @Nullable Throwable failure) {
    home.get().busy(false);
    if (closed) {
      return;
    }
    if (recording == null || failure != null) {
      house.home();
      home.get().say(failure == null ? "" : message(failure));
      return;
    }
    house.enter(spoken -> new ReviewScreen(desk, spoken, file, recording, new FromReview()));
  }

  /** Where a person goes from a review. */
  private final class FromReview implements ReviewScreen.Exits {
    @Override
    public void leave() {
      house.home();
    }

    @Override
    public void replay(Recording file, long fromMicros) {
      var unused = // the failure is told in started
          desk.replay(file, 1)
              .whenComplete(
                  (running, failure) ->
                      EventQueue.invokeLater(
                          () -> {
                            if (running instanceof Desk.Replaying replaying) {
                              replaying.seek(fromMicros);
                            }
                            if (failure != null) {
                              house.home();
                            }
                            started(running, failure);
                          }));
    }

    @Override
    public void settings() {
      house.settings();
    }
  }
}
