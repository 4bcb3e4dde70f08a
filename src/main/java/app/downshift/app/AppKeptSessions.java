package app.downshift.app;

import app.downshift.evidence.SessionEvidence;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.Library;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import app.downshift.recording.SessionLines;
import app.downshift.recording.UnreadableFile;
import app.downshift.ui.KeptSessions;
import app.downshift.ui.Recording;
import app.downshift.ui.Records.Standing;
import app.downshift.ui.diary.SessionFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.tinylog.Logger;

/** The sessions in the records: where the next one is written to, and what those kept say. */
final class AppKeptSessions implements KeptSessions {
  private final OpenRecords records;
  private final SessionLines lines;
  private final Map<SessionId, SessionEvidence> evidence = new ConcurrentHashMap<>();
  private final Map<SessionId, SessionFigures> figures = new ConcurrentHashMap<>();

  AppKeptSessions(OpenRecords records, SessionLines lines) {
    this.records = records;
    this.lines = lines;
  }

  /**
   * Where a session of this client is written to; waits until the records are open.
   *
   * @param client empty for nobody's record
   * @param name what nobody's session says of its client
   */
  Place place(Optional<ClientId> client, String name, Place otherwise) throws UnreadableFile {
    if (records.standing() instanceof Standing.Locked) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED,
          "records",
          "they are locked, and nothing is written beside them",
          "unlock them first");
    }
    records.open();
    try {
      Library open = records.awaited();
      ClientId owner = client.isPresent() ? client.get() : known(open, name);
      String code = open.client(owner).code();
      return new KeptPlace(open, owner, code.equals(ClientRecords.NOBODY) ? name : code, lines);
    } catch (LibraryUnavailable refused) {
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED, "records", refused.what(), refused.advice());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnreadableFile(
          UnreadableFile.Reason.RECORDS_CLOSED,
          "records",
          "opening them was interrupted",
          "start again");
    } catch (ExecutionException closed) {
      if (records.sealedForSure()) {
        throw new UnreadableFile(
            UnreadableFile.Reason.RECORDS_CLOSED,
            "records",
            "they cannot be opened, and nothing is written beside them",
            "see home");
      }
      return otherwise;
    }
  }

  private static ClientId known(Library open, String name) throws LibraryUnavailable {
    Optional<ClientId> named = name.isEmpty() ? Optional.empty() : open.withCode(name);
    return named.isPresent() ? named.get() : open.nobody();
  }

  /** What screens of how a client is doing take from a session; empty where it cannot be read. */
  Optional<SessionFigures> figures(Library open, ClientId client, SessionId session)
      throws LibraryUnavailable {
    SessionFigures before = figures.get(session);
    if (before == null) {
      try {
        before = SessionFigures.of(session, open.session(client, session).file());
        figures.put(session, before);
      } catch (UnreadableFile damaged) {
        Logger.info("Left out: {}", damaged.getMessage());
        return Optional.empty();
      }
    }
    return Optional.of(before);
  }

  /** What the other sessions of a client say, oldest first, at most {@code most}. */
  List<SessionEvidence> beside(Recording.Kept kept, boolean simulated, int most)
      throws LibraryUnavailable {
    Library open = records.library();
    List<SessionSummary> others =
        open.client(kept.client()).sessions().stream()
            .filter(each -> each.simulated() == simulated && !each.id().equals(kept.session()))
            .toList();
    List<SessionEvidence> sayings = new ArrayList<>();
    for (SessionSummary each : others.subList(Math.max(0, others.size() - most), others.size())) {
      says(open, kept.client(), each.id()).ifPresent(sayings::add);
    }
    return sayings;
  }

  /** What the measured sessions without a client say; nothing while the records are not open. */
  List<SessionEvidence> ofNobody() {
    List<SessionEvidence> sayings = new ArrayList<>();
    try {
      Optional<Library> open = records.ifOpen();
      Optional<ClientId> nobody =
          open.isPresent() ? open.get().withCode(ClientRecords.NOBODY) : Optional.empty();
      if (nobody.isPresent()) {
        for (SessionSummary each : open.get().client(nobody.get()).sessions()) {
          if (!each.simulated()) {
            says(open.get(), nobody.get(), each.id()).ifPresent(sayings::add);
          }
        }
      }
    } catch (LibraryUnavailable refused) {
      Logger.info("Left out: {}", refused.getMessage());
    }
    return sayings;
  }

  private Optional<SessionEvidence> says(Library open, ClientId client, SessionId session)
      throws LibraryUnavailable {
    SessionEvidence before = evidence.get(session);
    if (before == null) {
      try {
        before = SessionEvidence.of(open.session(client, session).file());
        evidence.put(session, before);
      } catch (UnreadableFile damaged) {
        Logger.info("Left out: {}", damaged.getMessage());
        return Optional.empty();
      }
    }
    return Optional.of(before);
  }

  /** A session is of another client now, or of none; what it says names its client. */
  void forget(SessionId session) {
    evidence.remove(session);
  }

  @Override
  public CompletableFuture<Void> move(SessionId session, ClientId from, ClientId to) {
    return records.change(
        open -> {
          open.move(session, from, to);
          forget(session);
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> keep(ClientId client, Path file) {
    return records.change(
        open -> {
          open.keep(client, file);
          return null;
        });
  }

  @Override
  public CompletableFuture<List<Library.Unfinished>> unfinished() {
    return records.ask(Library::unfinished);
  }

  @Override
  public CompletableFuture<Void> recover(Library.Unfinished session) {
    return records.change(
        open -> {
          open.recover(session.client(), session.session());
          return null;
        });
  }

  @Override
  public CompletableFuture<Void> discard(Library.Unfinished session) {
    return records.change(
        open -> {
          open.discard(session.client(), session.session());
          return null;
        });
  }
}
