package app.downshift.library;

import app.downshift.recording.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything of clients as open files that need no Downshift: the profile, the diary and the weeks
 * as JSON, every session as it would be without a passphrase.
 */
public final class Export {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Library library;

  public Export(Library library) {
    this.library = library;
  }

  /** What was written, and what could not be or is damaged. */
  public record Written(Path folder, int sessions, List<String> damage) {
    public Written {
      damage = List.copyOf(damage);
    }
  }

  /** Writes a client into a new folder below {@code folder}, named by the code. */
  public Written client(ClientId client, Path folder) throws LibraryUnavailable {
    ClientRecords records = library.client(client);
    List<String> damage = new ArrayList<>(records.damage());
    try {
      Files.createDirectories(folder);
      Path own = Files.createDirectory(free(folder, plain(records.code()), ""));
      Path sessions = Files.createDirectory(own.resolve("sessions"));
      int written = 0;
      List<SessionId> all = new ArrayList<>();
      records.sessions().forEach(each -> all.add(each.id()));
      records.begun().forEach(each -> all.add(each.session()));
      TreeMap<String, String> names = new TreeMap<>();
      records
          .sessions()
          .forEach(
              each ->
                  names.put(
                      each.id().text(),
                      NAME.format(each.started()) + "_" + plain(each.protocol())));
      for (SessionId session : all) {
        try {
          String name = names.getOrDefault(session.text(), "unfinished");
          Files.write(free(sessions, name, ".session.jsonl"), library.texts(client, session));
          damage.addAll(library.session(client, session).damage());
          written++;
        } catch (UnreadableFile broken) {
          damage.add(broken.getMessage());
        }
      }
      Files.writeString(own.resolve("profile.json"), profile(records) + "\n");
      Files.write(own.resolve("diary.jsonl"), diary(records));
      Files.write(own.resolve("weeks.jsonl"), weeks(records));
      if (!damage.isEmpty()) {
        Files.write(own.resolve("damage.txt"), damage);
      }
      return new Written(own, written, damage);
    } catch (IOException refused) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.DISK,
          folder.toString(),
          "the export cannot be written (" + refused.getMessage() + ")",
          "choose a folder with room that can be written to");
    }
  }

  private static String profile(ClientRecords records) {
    ObjectNode node = JSON.createObjectNode();
    new TreeMap<>(records.profile()).forEach(node::put);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  private static List<String> diary(ClientRecords records) {
    List<String> lines = new ArrayList<>();
    for (ClientRecords.Note note : records.notes()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("type", "note").put("at", note.at().toString()).put("text", note.text());
      lines.add(JSON.writeValueAsString(line));
    }
    for (ClientRecords.Told told : records.checkIns()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("type", "check-in").put("at", told.at().toString());
      new JournalRecord.Checked(told.id(), told.checkIn()).put(line);
      line.remove("id");
      lines.add(JSON.writeValueAsString(line));
    }
    for (ClientRecords.Move move : records.moves()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("type", "session-moved").put("at", move.at().toString());
      line.put("came", move.to().equals(records.id()));
      lines.add(JSON.writeValueAsString(line));
    }
    return lines;
  }

  private static List<String> weeks(ClientRecords records) {
    List<String> lines = new ArrayList<>();
    for (WeekBalance week : records.weeks()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("week_from", week.monday().toString());
      week.load().ifPresent(each -> estimate(line.putObject("load"), each));
      week.capacity().ifPresent(each -> estimate(line.putObject("capacity"), each));
      line.put("flare_ups", week.flareUps()).put("says", CheckIn.word(week.says()));
      lines.add(JSON.writeValueAsString(line));
    }
    return lines;
  }

  private static void estimate(ObjectNode node, WeekBalance.Estimate of) {
    node.put("mean", of.mean()).put("from", of.from()).put("to", of.to());
    node.put("answers", of.answers()).put("days", of.days());
  }

  private static String plain(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceAll("^\\.+", "");
    return plain.isEmpty() ? "client" : plain;
  }

  private static Path free(Path folder, String name, String ending) {
    Path file = folder.resolve(name + ending);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(name + "_" + i + ending);
    }
    return file;
  }
}
