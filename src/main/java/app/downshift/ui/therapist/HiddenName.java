package app.downshift.ui.therapist;

import app.downshift.session.Command;
import app.downshift.session.SessionView;
import app.downshift.session.SessionView.Recording;
import app.downshift.session.Snapshot;
import app.downshift.session.Snapshot.MarkerView;
import app.downshift.session.Trail;
import app.downshift.ui.Desk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session for other people's eyes: the same in all but the client's code, which is left out where
 * the plan, the file, a note or the name of the sensor holds it. What is not in the views no screen
 * can show. EDT only.
 */
public final class HiddenName implements Desk.Running {
  private static final String LEFT_OUT = "…";
  private static final String FILE = LEFT_OUT + ".session.jsonl";

  private final Desk.Running named;
  private SessionView seen;
  private SessionView hidden;

  public HiddenName(Desk.Running named) {
    this.named = named;
    seen = named.view();
    hidden = hide(seen);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a view is new when it is another object
  public SessionView view() {
    SessionView now = named.view();
    if (now != seen) {
      seen = now;
      hidden = hide(now);
    }
    return hidden;
  }

  @Override
  public void send(Command command) {
    named.send(command);
  }

  @Override
  public void close() {
    named.close();
  }

  private static SessionView hide(SessionView view) {
    Recording recording = view.recording();
    Snapshot now = view.snapshot();
    var code = new Code(now.plan().client());
    return new SessionView(
        hide(now, code),
        view.time(),
        new Recording(
            recording.path().isEmpty() ? "" : FILE,
            recording.writing(),
            code.outOf(withoutPath(recording))),
        view.mode(),
        view.heard());
  }

  /** What went wrong, without where: folders have names too. */
  private static String withoutPath(Recording recording) {
    return recording.path().isEmpty()
        ? recording.trouble()
        : recording.trouble().replace(recording.path(), FILE);
  }

  private static Snapshot hide(Snapshot now, Code code) {
    Trail<MarkerView> markers = Trail.empty();
    for (MarkerView marker : now.markers()) {
      markers = markers.with(new MarkerView(marker.atMicros(), code.outOf(marker.text())));
    }
    return now.with(
        now.plan().of(""), now.sensor().named(code.outOf(now.sensor().name())), markers);
  }

  /**
   * The code as it was given, and as names of files have it. A short one, such as 7 or Ann, counts
   * only as a word of its own.
   */
  private static final class Code {
    private static final int SHORT = 3;

    private final Set<Pattern> spellings = new LinkedHashSet<>();

    Code(String client) {
      for (String spelling : List.of(client, client.replaceAll("[^A-Za-z0-9-]", "-"))) {
        if (!spelling.isBlank()) {
          String quoted = Pattern.quote(spelling);
          spellings.add(
              Pattern.compile(
                  spelling.length() > SHORT
                      ? quoted
                      : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
      }
    }

    String outOf(String text) {
      String left = text;
      for (Pattern spelling : spellings) {
        left = spelling.matcher(left).replaceAll(Matcher.quoteReplacement(LEFT_OUT));
      }
      return left;
    }
  }
}
