package app.downshift.library;

import app.downshift.recording.SessionWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A program that writes records as fast as it can and says of each when it is safe. Arguments: the
 * folder, the folder of the computer, the client, its own name, the passphrase or nothing.
 */
final class AppendingLibrary {
  private AppendingLibrary() {}

  public static void main(String[] args) throws Exception {
    var door =
        new LibraryDoor(
            Path.of(args[0]),
            Path.of(args[1]),
            Clock.systemUTC(),
            "test",
            Migrations.shipped(),
            Shelf.ROUNDS);
    Library library = args.length > 4 ? door.unlock(args[4].toCharArray()) : door.open();
    library.refresh(Progress.NOBODY);
    var client = new ClientId(args[2]);
    SessionWriter session =
        library.begin(client, new Shelf(Path.of(args[1])).plan("C-1"), Shelf.LINES).writer();
    System.out.println("begun");
    var line = new StringBuilder();
    for (int i = 1; ; i++) {
      session.append(Shelf.beats(i, 1));
      line.setLength(0);
      line.append("beat ").append(i);
      if (i % 10 == 0) {
        library.note(client, args[3] + " " + i);
        line.append(" note ").append(i);
      }
      if (session.trouble().isPresent() || library.trouble().isPresent()) {
        System.out.println("trouble");
        return;
      }
      System.out.println(line.append(" ."));
      if (System.in.available() > 0) {
        break; // told to end in order
      }
    }
    session.append(List.of(Shelf.end(1)));
    session.close();
    library.close();
    System.out.println("closed");
  }
}
