package app.downshift.ui;

import app.downshift.library.CheckIn;
import app.downshift.library.ClientId;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.Export;
import app.downshift.library.LibraryUnavailable;
import app.downshift.library.RecoveryKey;
import app.downshift.library.StartGuard;
import app.downshift.ui.diary.SessionFigures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the windows ask of the library of records. Every call returns at once and is done elsewhere,
 * one after another; a future that fails carries {@code LibraryUnavailable} or {@code
 * UnreadableFile}, which say what is wrong and what to do. Before the records are open all but the
 * ways in fail so.
 */
public interface Records {
  /**
   * Opens the records where that was not done yet, and makes them where there are none; otherwise
   * looks what other computers have changed.
   */
  void open();

  /** How the records stand. Cheap, from any thread; looked at a few times a second. */
  Standing standing();

  /** How the records stand. */
  sealed interface Standing {
    /** They are being opened, or something that takes long is done with all of them. */
    record Busy(Work work, int done, int of) implements Standing {}

    /**
     * A passphrase is needed.
     *
     * @param trying whether one is being tried, which takes about two seconds
     */
    record Locked(boolean trying) implements Standing {}

    /** They cannot be had. */
    record Closed(LibraryUnavailable why) implements Standing {}

    /**
     * They are open.
     *
     * @param sealed whether a passphrase is set
     * @param changes another number whenever lists may be others than before
     * @param waiting whether something waits in memory because the disk refuses it
     * @param news what a person has to be told once, in order
     */
    record Open(boolean sealed, long changes, boolean waiting, List<News> news)
        implements Standing {
      public Open {
        news = List.copyOf(news);
      }
    }
  }

  /** What takes long. */
  enum Work {
    OPENING,
    INDEX,
    SEALING,
    RESTORE
  }

  /** What a person is told once. */
  sealed interface News {
    /** The index was damaged and is made anew from the files; nothing is lost. */
    record IndexMadeAnew() implements News {}

    /** Files are not as they were written. */
    record Damage(String code, List<String> what) implements News {
      public Damage {
        what = List.copyOf(what);
      }
    }

    /** A backup that was due could not be made. */
    record BackupFailed(Path place, String why) implements News {}

    /** A backup that was due was made. */
    record BackedUp(Path place, Instant at) implements News {}
  }

  /** A piece of news was read and need not be told again. */
  void told(News news);

  /** Opens sealed records. The array is wiped afterwards. */
  CompletableFuture<Void> unlock(char[] passphrase);

  /** Opens sealed records whose passphrase was forgotten. */
  CompletableFuture<Void> unlock(RecoveryKey key);

  /**
   * The clients of whom all words are found, all of them without words; the one of the newest
   * session first. The record of sessions without a client is among them, under {@link
   * ClientRecords#NOBODY}.
   */
  CompletableFuture<List<ClientLine>> clients(String words);

  /** All that is known of a client: profile, diary, sessions, moves. */
  CompletableFuture<ClientRecords> client(ClientId client);

  /**
   * What panels of how a client is doing are made from. Sessions take time to read, the first time.
   *
   * @param since sessions before that are left out
   */
  CompletableFuture<Course> course(ClientId client, Instant since);

  /**
   * A client with what the sessions of a time say.
   *
   * @param sessions oldest first; those that cannot be read are left out
   */
  record Course(ClientRecords records, List<SessionFigures> sessions) {
    public Course {
      sessions = List.copyOf(sessions);
    }
  }

  /** A new client; the code must be among the fields and new. */
  CompletableFuture<ClientId> add(Map<String, String> profile);

  /** Sets fields of the profile; an empty value takes a field away. */
  CompletableFuture<Void> change(ClientId client, Map<String, String> fields);

  /** Puts a note into the diary. */
  CompletableFuture<Void> note(ClientId client, String text);

  /** Puts a check-in into the diary. */
  CompletableFuture<Void> checkIn(ClientId client, CheckIn checkIn);

  /** Lets a note or check-in no longer count. */
  CompletableFuture<Void> withdraw(ClientId client, String id);

  /** Who sits here now: straps are looked for as this client wore them last. */
  void chosen(Optional<ClientId> client);

  /** Why to ask before a session of this client is started now; empty where all fits. */
  CompletableFuture<Optional<Doubt>> doubt(ClientId client, Instant chosenAt);

  /**
   * Why to ask before a session is started.
   *
   * @param other the code of whom it may be instead, or the client's own
   * @param at when that session ended, or when the client was chosen
   */
  record Doubt(StartGuard.Doubt why, String other, Instant at) {}

  /** Writes everything of a client as open files into a new folder below {@code folder}. */
  CompletableFuture<Export.Written> export(ClientId client, Path folder);

  /**
   * Erases a client for good.
   *
   * @return places of backups that could not be reached; they forget at the next backup there
   */
  CompletableFuture<List<Path>> erase(ClientId client);

  /** Tries again to write what the disk refused. */
  void retry();

  /** The sessions in them. */
  KeptSessions sessions();

  /** What keeps them safe. */
  Safekeeping safe();

  /** The time of day. */
  Instant now();
}
