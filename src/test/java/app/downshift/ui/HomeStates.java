package app.downshift.ui;

import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.Library;
import app.downshift.library.SessionId;
import app.downshift.library.StartGuard;
import app.downshift.ui.Desk.SensorStatus.State;
import app.downshift.ui.Records.News;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.home.HomeScreen;
import app.downshift.ui.records.ClientCard;
import app.downshift.ui.records.PlaceChooser;
import app.downshift.ui.records.SafeCard;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Words;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JList;

/** The start with clients, in every state, and the cards about the records. */
final class HomeStates {
  private static final ClientId FIRST = new ClientId(FakeRecords.opaque(1));
  private static final Path DISK = Path.of("/media/backups/clinic");

  private HomeStates() {}

  static Map<String, Supplier<Component>> all() {
    Map<String, Supplier<Component>> all = new LinkedHashMap<>();
    all.put("clients", () -> home(records -> {}, true));
    all.put("clients-nobody", () -> home(records -> {}, false));
    all.put("clients-many", HomeStates::many);
    all.put("clients-sessions", () -> tab(home(records -> {}, true), 1));
    all.put("clients-shape", () -> tab(home(records -> {}, true), 2));
    all.put(
        "clients-locked", () -> home(records -> records.stand(new Standing.Locked(false)), false));
    all.put(
        "clients-index",
        () ->
            home(records -> records.stand(new Standing.Busy(Records.Work.INDEX, 120, 500)), false));
    all.put("clients-unfinished", () -> home(HomeStates::unfinished, true));
    all.put(
        "clients-news",
        () ->
            home(
                records ->
                    records.stand(
                        new Standing.Open(true, 1, false, List.of(new News.IndexMadeAnew()))),
                false));
    all.put(
        "clients-waiting",
        () -> home(records -> records.stand(new Standing.Open(true, 1, true, List.of())), true));
    all.put("clients-guard", HomeStates::guard);
    all.put("card-new", () -> card(Optional.empty()));
    all.put("card-client", () -> card(Optional.of(FIRST)));
    all.put("card-erase", HomeStates::erase);
    all.put("card-move", HomeStates::move);
    all.put("safe-open", () -> safe(false, records -> {}));
    all.put(
        "safe-sealed",
        () ->
            safe(
                true,
                records ->
                    records.plan =
                        new Safekeeping.BackupPlan(
                            Optional.of(DISK),
                            Duration.ofHours(24),
                            Optional.of(FakeRecords.NOW.minusSeconds(50_000)),
                            0,
                            0)));
    all.put("safe-key", HomeStates::key);
    return all;
  }

  private static FakeDesk desk(Consumer<FakeRecords> set, State state) {
    FakeDesk desk = new FakeDesk(state, false, SampleViews.breathe());
    FakeRecords.ofTheDesign(desk.records);
    set.accept(desk.records);
    return desk;
  }

  private static HomeScreen home(Consumer<FakeRecords> set, boolean chosen) {
    HomeScreen home = Rendering.home(desk(set, State.NONE));
    if (chosen) {
      home.choose(FIRST);
    }
    home.look();
    return home;
  }

  private static Component many() {
    return home(
        records -> {
          for (int i = 0; i < 60; i++) {
            records.client(
                200 + i, "C-1" + (10 + i), i % 7, i % 7 == 0 ? "" : "2026-10-02T08:00:00Z");
          }
        },
        true);
  }

  private static void unfinished(FakeRecords records) {
    records.unfinished =
        List.of(
            new Library.Unfinished(
                new SessionId(FakeRecords.opaque(77)),
                FIRST,
                "C-017",
                FakeRecords.NOW.minusSeconds(3600),
                false));
  }

  private static Component guard() {
    HomeScreen home =
        Rendering.home(
            desk(
                records ->
                    records.doubt =
                        Optional.of(
                            new Records.Doubt(
                                StartGuard.Doubt.ANOTHER_JUST_NOW, "C-021", FakeRecords.NOW)),
                State.FOUND));
    home.choose(FIRST);
    press(home, Rendering.words().text("home.breathe"));
    return home;
  }

  private static Component tab(Component home, int index) {
    Rendering.visit(
        home,
        part -> {
          if (part instanceof Segments tabs
              && tabs.getAccessibleContext()
                  .getAccessibleName()
                  .equals(Rendering.words().text("home.below"))) {
            ((AbstractButton) tabs.getComponent(index)).doClick(0);
          }
        });
    return home;
  }

  private static ClientCard clientCard(FakeRecords records, Optional<ClientId> of, Holder holder) {
    Optional<ClientRecords> client = of.map(id -> records.client(id).join());
    return new ClientCard(records, Rendering.words(), client, holder);
  }

  private static Component card(Optional<ClientId> of) {
    FakeDesk desk = desk(records -> {}, State.NONE);
    return Rendering.over(
        Rendering.home(desk), clientCard(desk.records, of, new Holder()).component());
  }

  private static Component erase() {
    FakeDesk desk = desk(records -> {}, State.NONE);
    Holder holder = new Holder();
    ClientCard card = clientCard(desk.records, Optional.of(FIRST), holder);
    press(card.component(), Rendering.words().text("client.erase"));
    return Rendering.over(
        Rendering.home(desk), Objects.requireNonNull(holder.house.laid).component());
  }

  private static Component move() {
    FakeDesk desk = desk(records -> {}, State.NONE);
    Holder holder = new Holder();
    HomeScreen home =
        new HomeScreen(
            desk,
            Rendering.words(),
            choice -> {},
            holder.house,
            new HomeScreen.Ways(() -> {}, () -> {}, () -> {}));
    home.resume();
    home.end();
    home.choose(FIRST);
    tab(home, 1);
    press(home, Rendering.words().text("sessions.move"));
    SmallCard laid = Objects.requireNonNull(holder.house.laid);
    laid.begin();
    Rendering.visit(
        laid.component(),
        part -> {
          if (part instanceof JList<?> list) {
            list.setSelectedIndex(1);
          }
        });
    return Rendering.over(home, laid.component());
  }

  private static Component safe(boolean sealed, Consumer<FakeRecords> set) {
    FakeDesk desk = desk(set, State.NONE);
    desk.records.stand(new Standing.Open(sealed, 1, false, List.of()));
    return Rendering.over(Rendering.home(desk), safeCard(desk.records).component());
  }

  private static SafeCard safeCard(FakeRecords records) {
    SafeCard card =
        new SafeCard(records, Rendering.words(), (above, title) -> Optional.of(DISK), () -> {});
    card.begin();
    card.end();
    return card;
  }

  private static Component key() {
    FakeDesk desk = desk(records -> {}, State.NONE);
    desk.records.stand(new Standing.Open(true, 1, false, List.of()));
    SafeCard card = safeCard(desk.records);
    press(card.component(), Rendering.words().text("safe.newKey"));
    return Rendering.over(Rendering.home(desk), card.component());
  }

  static void press(Component screen, String name) {
    AbstractButton[] found = {null};
    Rendering.visit(
        screen,
        part -> {
          if (part instanceof AbstractButton button
              && (name.equals(button.getText())
                  || name.equals(button.getAccessibleContext().getAccessibleName()))) {
            found[0] = button;
          }
        });
    if (found[0] == null) {
      throw new AssertionError("no button " + name + " in " + ((Container) screen).getName());
    }
    found[0].doClick(0);
  }

  /** Holds the card that would be laid over the room. */
  private static final class Holder implements ClientCard.Ways {
    private final FakeHouse house = new FakeHouse();

    @Override
    public void close() {}

    @Override
    public void lay(Function<Words, SmallCard> made) {
      house.lay(made);
    }

    @Override
    public void saved(ClientId client) {}

    @Override
    public PlaceChooser places() {
      return (above, title) -> Optional.of(DISK);
    }
  }
}
