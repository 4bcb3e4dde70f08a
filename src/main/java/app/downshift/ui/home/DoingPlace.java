package app.downshift.ui.home;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.ui.House;
import app.downshift.ui.Records;
import app.downshift.ui.diary.CheckInScreen;
import app.downshift.ui.diary.Diary;
import app.downshift.ui.diary.DiaryScreen;
import app.downshift.ui.diary.Doing;
import app.downshift.ui.diary.DoingPanel;
import app.downshift.ui.diary.LastTold;
import app.downshift.ui.records.Answers;
import app.downshift.ui.theme.Card;
import app.downshift.ui.theme.Palette;
import app.downshift.ui.theme.Prose;
import app.downshift.ui.theme.Type;
import app.downshift.ui.theme.Words;
import java.awt.BorderLayout;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** How the chosen client is doing, and the ways to a check-in and to the diary. */
final class DoingPlace extends JPanel {
  private static final Duration SHOWN = Duration.ofDays(29);

  @Serial private static final long serialVersionUID = 1;

  private final transient Records records;
  private final transient Words words;
  private final transient House house;
  private final transient Consumer<String> say;
  private final transient Answers answers;
  private final ZoneId zone = ZoneId.systemDefault();
  private int asked;

  /**
   * @param say tells a person what was refused
   */
  DoingPlace(Records records, Words words, House house, Consumer<String> say) {
    super(new BorderLayout());
    this.records = records;
    this.words = words;
    this.house = house;
    this.say = say;
    answers = new Answers(words);
    setOpaque(false);
  }

  /** Asks how a client is doing, and shows it when it comes. */
  void show(Optional<ClientLine> client) {
    int mine = ++asked;
    if (client.isEmpty()) {
      plain(words.text("home.doing.nobody"));
      return;
    }
    ClientId id = client.get().id();
    answers.await(
        records.course(id, records.now().minus(SHOWN)),
        course -> {
          if (mine == asked) {
            put(new DoingPanel(words, doing(course), new FromDoing(id)));
          }
        },
        why -> {
          if (mine == asked) {
            plain(why);
          }
        });
  }

  private void plain(String says) {
    Card card = new Card(new MigLayout("insets 18 24 16 24, fillx", "[grow,fill]"));
    card.add(new Prose(says, Type.REGULAR.of(13), Palette::secondary), "wmin 0");
    put(card);
  }

  private void put(Card card) {
    removeAll();
    add(card);
    revalidate();
    repaint();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(records.now(), zone);
  }

  private Doing doing(Records.Course course) {
    return Doing.of(course.records(), course.sessions(), course.records().weeks(), today(), zone);
  }

  private void diary(ClientId client) {
    answers.await(
        records.course(client, Instant.EPOCH),
        course -> {
          Diary diary =
              Diary.of(
                  course.records(), course.sessions(), course.records().weeks(), today(), zone);
          house.enter(spoken -> new DiaryScreen(spoken, diary, new FromDiary(client)));
        },
        say);
  }

  /** Asks for a check-in; {@code then} is where a person comes from. */
  private void checkIn(ClientId client, Runnable then) {
    answers.await(
        records.client(client),
        all ->
            house.enter(
                spoken ->
                    new CheckInScreen(
                        spoken,
                        new CheckInScreen.Asking(all.code(), today(), LastTold.of(all)),
                        told ->
                            answers.await(
                                records.checkIn(client, told),
                                nothing -> then.run(),
                                why -> {
                                  house.home();
                                  say.accept(why);
                                }),
                        then)),
        say);
  }

  /** Where a person goes from the panel. */
  private final class FromDoing implements DoingPanel.Exits {
    private final ClientId client;

    FromDoing(ClientId client) {
      this.client = client;
    }

    @Override
    public void checkIn() {
      DoingPlace.this.checkIn(client, house::home);
    }

    @Override
    public void diary() {
      DoingPlace.this.diary(client);
    }
  }

  /** Where a person goes from the diary. */
  private final class FromDiary implements DiaryScreen.Exits {
    private final ClientId client;

    FromDiary(ClientId client) {
      this.client = client;
    }

    @Override
    public void leave() {
      house.home();
    }

    @Override
    public void checkIn() {
      DoingPlace.this.checkIn(client, () -> diary(client));
    }

    @Override
    public void withdraw(String id) {
      answers.await(records.withdraw(client, id), nothing -> diary(client), say);
    }
  }
}
