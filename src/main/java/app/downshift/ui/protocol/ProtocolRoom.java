package app.downshift.ui.protocol;

import app.downshift.library.FoundPace;
import app.downshift.recording.ProtocolFolder.Entry;
import app.downshift.session.Asking;
import app.downshift.session.Phase;
import app.downshift.session.Protocol;
import app.downshift.session.Wording;
import app.downshift.ui.Desk;
import app.downshift.ui.FailureWords;
import app.downshift.ui.Room;
import app.downshift.ui.theme.Edt;
import app.downshift.ui.theme.Words;
import java.awt.CardLayout;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** The chooser and, behind it, the editor of protocols. */
public final class ProtocolRoom extends JPanel implements Room {
  private static final String CHOOSER = "chooser";
  private static final String EDITOR = "editor";

  @Serial private static final long serialVersionUID = 1;

  private final transient Desk desk;
  private final transient Words words;
  private final transient Consumer<Protocol> start;
  private final transient Consumer<Protocol> startWithoutSensor;
  private final transient Runnable back;
  private final CardLayout cards = new CardLayout();
  private final ChooserScreen chooser;
  private transient List<Entry> known = List.of();
  private transient Optional<FoundPace> suggested = Optional.empty();
  private @Nullable EditorScreen editor;

  /**
   * @param start called to begin a protocol, once a sensor is found
   * @param startWithoutSensor called to begin a protocol with the virtual heart
   * @param back called when the person would rather not
   */
  public ProtocolRoom(
      Desk desk,
      Words words,
      Consumer<Protocol> start,
      Consumer<Protocol> startWithoutSensor,
      Runnable back) {
    this.desk = desk;
    this.words = words;
    this.start = start;
    this.startWithoutSensor = startWithoutSensor;
    this.back = back;
    setLayout(cards);
    chooser =
        new ChooserScreen(
            words,
            new ChooserScreen.Wishes() {
              @Override
              public void start(Protocol protocol) {
                start.accept(protocol);
              }

              @Override
              public void startWithoutSensor(Protocol protocol) {
                startWithoutSensor.accept(protocol);
              }

              @Override
              public void copy(Optional<Protocol> protocol) {
                edit(new Draft(copied(protocol), Optional.empty()), 0);
              }

              @Override
              public void lookAtTrial() {
                var unused = // without an answer it says that it counts
                    desk.trial().thenAccept(t -> Edt.soon(() -> chooser.trial().show(t)));
              }

              @Override
              public void startTrial() {
                beginTrial(start);
              }

              @Override
              public void change(Entry entry) {
                entry.protocol().ifPresent(own -> edit(new Draft(own, entry.origin()), 0));
              }

              @Override
              public void delete(Entry entry) {
                entry.origin().ifPresent(ProtocolRoom.this::delete);
              }

              @Override
              public void back() {
                back.run();
              }
            });
    add(chooser, CHOOSER);
  }

  @Override
  public JComponent component() {
    return this;
  }

  /** Looks which protocols there are and puts the keyboard on the list. */
  @Override
  public void begin() {
    assert Edt.here() : Edt.who();
    look("");
    takeFocus();
    var unused = // without an answer there is no suggestion
        desk.foundPace().thenAccept(found -> Edt.soon(() -> suggest(found)));
  }

  private void suggest(Optional<FoundPace> found) {
    suggested = found;
    chooser.suggest(found);
  }

  @Override
  public ProtocolRoom again(Words spoken, Desk.Preferences looks) {
    var next = new ProtocolRoom(desk, spoken, start, startWithoutSensor, back);
    next.known = known;
    next.chooser.show(known);
    next.suggest(suggested);
    next.chooser.resume(chooser);
    if (editor != null) {
      next.edit(editor.draft(), editor.part());
    }
    return next;
  }

  /** Puts the keyboard where it is needed. */
  @Override
  public void takeFocus() {
    if (editor != null) {
      editor.takeFocus();
    } else {
      chooser.takeFocus();
    }
  }

  /** Opens the editor on the protocol that is chosen, as a press of its button does. */
  void edit(Draft draft, int part) {
    leaveEditor();
    EditorScreen screen = new EditorScreen(words, draft, this::keep, this::close);
    editor = screen;
    add(screen, EDITOR);
    cards.show(this, EDITOR);
    screen.part(part);
    revalidate();
    screen.takeFocus();
  }

  private void look(String choose) {
    var unused = // without a list there is nothing to choose, and Escape goes back
        desk.protocols()
            .thenAccept(
                entries ->
                    Edt.soon(
                        () -> {
                          known = entries;
                          chooser.show(entries);
                          if (!choose.isEmpty()) {
                            chooser.choose(choose);
                          }
                        }));
  }

  private Protocol copied(Optional<Protocol> from) {
    Set<String> taken =
        known.stream()
            .flatMap(entry -> entry.protocol().stream())
            .map(Protocol::name)
            .collect(Collectors.toSet());
    if (from.isEmpty()) {
      String title = words.text("edit.new");
      Wording titled = new Wording(new TreeMap<>(Map.of(words.language(), title)));
      Phase first = Protocol.breatheShort(Protocol.DEFAULT_PACE_PER_MINUTE).phases().get(1);
      return new Protocol(
          Draft.name(title, taken), titled, Wording.NONE, Asking.NOTHING, List.of(first));
    }
    Protocol protocol = from.get();
    var titles = new TreeMap<String, String>();
    String title = words.text("edit.copyOf", ProtocolRow.title(words, protocol));
    titles.put(words.language(), title);
    return new Protocol(
        Draft.name(protocol.name(), taken),
        new Wording(titles),
        protocol.purpose(),
        protocol.asks(),
        protocol.phases());
  }

  /** Draws only when a session can begin: whoever sees a lot has begun. */
  private void beginTrial(Consumer<Protocol> start) {
    if (desk.sensor().state() != Desk.SensorStatus.State.FOUND) {
      chooser.trial().say(words.text("trial.sensor"));
      return;
    }
    chooser.trial().busy(true);
    var unused = // a failure is told
        desk.beginTrial()
            .whenComplete(
                (protocol, failure) ->
                    Edt.soon(
                        () -> {
                          chooser.trial().busy(false);
                          chooser.trial().say(failure == null ? "" : message(failure));
                          if (failure == null) {
                            start.accept(protocol);
                          }
                        }));
  }

  private String message(Throwable failure) {
    return FailureWords.of(failure, words);
  }

  private void delete(Path file) {
    var unused = // a failure is told
        desk.delete(file)
            .whenComplete(
                (done, failure) ->
                    Edt.soon(
                        () -> {
                          if (failure == null) {
                            look("");
                            takeFocus();
                          } else {
                            chooser.say(message(failure));
                          }
                        }));
  }

  private void keep(Draft draft) {
    var unused = // a failure is told in kept
        desk.keep(draft.now(), draft.file())
            .whenComplete((file, failure) -> Edt.soon(() -> kept(file, failure)));
  }

  private void kept(@Nullable Path file, @Nullable Throwable failure) {
    if (failure != null) {
      if (editor != null) {
        editor.say(message(failure));
      }
    } else if (file != null) {
      leaveEditor();
      look(file.toString());
      takeFocus();
    }
  }

  private void close() {
    leaveEditor();
    takeFocus();
  }

  private void leaveEditor() {
    if (editor != null) {
      remove(editor);
      editor = null;
      cards.show(this, CHOOSER);
      revalidate();
      repaint();
    }
  }
}
