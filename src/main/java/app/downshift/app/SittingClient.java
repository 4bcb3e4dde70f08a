package app.downshift.app;

import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.StartGuard;
import app.downshift.sensor.SensorEvent;
import app.downshift.ui.Records.Doubt;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Who is chosen at home, and which sensor belongs to whom. */
final class SittingClient {
  private final OpenRecords records;
  private final Settings settings;
  private final Clock wall;
  private final Supplier<Optional<SensorNow>> sensor;
  private volatile Optional<ClientId> chosen = Optional.empty();

  /**
   * The sensor that is there.
   *
   * @param name the word of the catalogue
   * @param strap address of the strap behind it, or empty
   */
  record SensorNow(String name, String strap) {}

  SittingClient(
      OpenRecords records, Settings settings, Clock wall, Supplier<Optional<SensorNow>> sensor) {
    this.records = records;
    this.settings = settings;
    this.wall = wall;
    this.sensor = sensor;
  }

  void chosen(Optional<ClientId> client) {
    chosen = client;
  }

  /** Who is chosen at home. */
  Optional<ClientId> chosen() {
    return chosen;
  }

  /** Why to ask before a session of this client is started now. */
  CompletableFuture<Optional<Doubt>> doubt(ClientId client, Instant chosenAt) {
    return records.ask(
        open -> {
          ClientRecords who = open.client(client);
          StartGuard guard = open.guard();
          Optional<StartGuard.Doubt> why = guard.doubt(client, chosenAt, wall.instant());
          if (why.isPresent() && guard.last().isPresent()) {
            boolean long_ = why.get() == StartGuard.Doubt.CHOSEN_LONG_AGO;
            return Optional.of(
                new Doubt(
                    why.get(),
                    long_ ? who.code() : guard.last().get().code(),
                    long_ ? chosenAt : guard.last().get().started()));
          }
          return why.isPresent()
              ? Optional.of(new Doubt(why.get(), who.code(), chosenAt))
              : ofSensor(open, who);
        });
  }

  private Optional<Doubt> ofSensor(Library open, ClientRecords who) throws LibraryUnavailable {
    Optional<SensorNow> now = sensor.get();
    if (now.isEmpty()) {
      return Optional.empty();
    }
    String field = ClientRecords.strap(now.get().name());
    String strap = now.get().strap();
    Optional<ClientLine> other = Optional.empty();
    if (!strap.isEmpty() && !strap.equals(who.profile().get(field))) {
      other =
          open.searchClients(strap).stream()
              .filter(each -> !each.id().equals(who.id()))
              .findFirst();
    }
    String code = other.map(ClientLine::code).orElse(who.code());
    return StartGuard.ofSensor(who.profile(), now.get().name(), other.isPresent())
        .map(why -> new Doubt(why, code, wall.instant()));
  }

  /** What this client wore last behind a kind of sensor; empty when that is not known. */
  String strap(String type) {
    Optional<ClientId> client = chosen;
    Optional<Library> open = client.isEmpty() ? Optional.empty() : records.ifOpen();
    if (client.isEmpty() || open.isEmpty()) {
      return records.sealedForSure() ? "" : settings.strap(type, "");
    }
    try {
      return open.get()
          .client(client.get())
          .profile()
          .getOrDefault(ClientRecords.strap(type), settings.strap(type, ""));
    } catch (LibraryUnavailable gone) {
      return "";
    }
  }

  /** A client begins a session with this sensor, and what it said of itself. */
  void remember(ClientId client, String type, List<SensorEvent> known) {
    Map<String, String> fields = new HashMap<>();
    fields.put(ClientRecords.SENSOR, type);
    for (SensorEvent each : known) {
      if (each instanceof SensorEvent.Info info && info.fields().containsKey("address")) {
        fields.put(ClientRecords.strap(type), info.fields().get("address"));
      }
    }
    var unused = // the next session tells it again
        records.ask(
            open -> {
              Map<String, String> profile = open.client(client).profile();
              fields.entrySet().removeIf(e -> e.getValue().equals(profile.get(e.getKey())));
              if (!fields.isEmpty()) {
                open.change(client, fields);
              }
              return null;
            });
  }
}
