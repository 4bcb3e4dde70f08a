package app.downshift.ui;

import app.downshift.library.LibraryUnavailable;
import app.downshift.recording.LineAppender;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.Refusal;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.ProtocolInvalid;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What did not work, in the words of the window. The English lines of failures are for commands and
 * logs; here each is told by its kind.
 */
public final class FailureWords {
  private FailureWords() {}

  /** What went wrong and what to do; of what nobody foresaw only that the log says more. */
  public static String of(Throwable failure, Words words) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof PortUnavailable port) {
      return words.text(key("port", port.reason()), port.port(), port.detail());
    }
    if (cause instanceof UnreadableFile file) {
      return words.text(key("file", file.reason()), file.where());
    }
    if (cause instanceof ProtocolInvalid protocol) {
      return of(protocol, words);
    }
    if (cause instanceof LibraryUnavailable records) {
      return records.matter() == LibraryUnavailable.Matter.NONE
          ? words.text(key("records", records.reason()))
          : words.text(key("refused", records.matter()));
    }
    return words.text("no.other");
  }

  private static String of(ProtocolInvalid invalid, Words words) {
    List<Object> parts = new ArrayList<>();
    parts.add(invalid.where());
    parts.addAll(invalid.parts());
    String what = words.text(key("protocol", invalid.reason()), parts.toArray());
    return invalid.phase() == 0
        ? what
        : words.text("no.protocol.phase", words.count(invalid.phase()), what);
  }

  /** What to do about a sensor that cannot be used, or what its stick refuses; or empty. */
  public static String of(Desk.SensorStatus status, Words words) {
    if (status.why().isPresent()) {
      return of(status.why().get(), words);
    }
    Optional<Refusal> refusal = Refusal.in(status.advice());
    return refusal
        .map(
            each ->
                (words.text("no.stick." + each.name().toLowerCase(Locale.ROOT))
                        + " "
                        + each.code(status.advice()))
                    .strip())
        .orElse(status.advice());
  }

  /** What the disk says of a recording that waits in memory; its own words are the system's. */
  public static String trouble(String told, Words words) {
    return told.equals(LineAppender.CHANGED) ? words.text("no.recording.changed") : told;
  }

  private static String key(String family, Enum<?> reason) {
    return "no." + family + "." + reason.name().toLowerCase(Locale.ROOT);
  }
}
