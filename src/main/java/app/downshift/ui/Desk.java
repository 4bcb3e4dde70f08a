package app.downshift.ui;

import app.downshift.beat.Marks;
import app.downshift.evidence.ManySessions;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.evidence.TrialStanding;
import app.downshift.library.ClientId;
import app.downshift.library.FoundPace;
import app.downshift.recording.Export;
import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.SessionFile;
import app.downshift.recording.Tape;
import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.SessionView;
import app.downshift.ui.batch.Batches;
import app.downshift.ui.therapist.TherapistSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the windows ask of the application. Every call returns at once; work happens elsewhere and
 * answers through futures or the next look.
 */
public interface Desk extends Sounding {
  /** How the search for a sensor stands; looked at a few times a second. */
  SensorStatus sensor();

  /**
   * The serial ports there are now, those on USB first. Looks at the machine, and answers later.
   */
  default CompletableFuture<List<Port>> ports() {
    return CompletableFuture.completedFuture(List.of());
  }

  /** The kind of sensor that was spoken to last, as the catalogue calls it, or empty. */
  default String spokenToLast() {
    return "";
  }

  /**
   * Speaks to a port as this kind of sensor; only for a person who says what hangs there. How that
   * goes is seen in {@link #sensor}, {@link #reached} and {@link #inReach}.
   */
  default void speakTo(String port, String sensor) {}

  /** Lets go of what is spoken to, and listens again which sensor speaks by itself. */
  default void speakNoMore() {}

  /**
   * How far it is with the sensor that is spoken to; nothing while none is, or none has answered.
   */
  default Optional<Reach> reached() {
    return Optional.empty();
  }

  /** The straps in reach of the stick that is spoken to, strongest first. */
  default List<InReach> inReach() {
    return List.of();
  }

  /** Uses this one of the straps in reach. */
  default void choose(InReach strap) {}

  /**
   * A strap in reach.
   *
   * @param name what it calls itself, or empty
   * @param rssiDbm signal strength, 0 if unknown; nearer to 0 is stronger
   * @param wornLast whether it is the one that was used last
   */
  record InReach(String address, String name, int rssiDbm, boolean wornLast) {}

  /**
   * A serial port.
   *
   * @param name what to open it by, such as {@code ttyUSB0}
   * @param description what the system says of it
   * @param usb whether it hangs on USB, as nearly all sensors do
   */
  record Port(String name, String description, boolean usb) {}

  /** Whether the caution before a first session has still to be shown. */
  boolean cautionDue();

  /** The caution was read and accepted. */
  void cautionAccepted();

  /**
   * Keeps a protocol of the user's own; fails with a line for people when that cannot be.
   *
   * @param instead the file it replaces, empty for a new one
   */
  default CompletableFuture<Path> keep(Protocol protocol, Optional<Path> instead) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** Deletes the file of a protocol of the user's own; fails when that cannot be. */
  default CompletableFuture<Void> delete(Path file) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** The library of records. */
  Records records();

  /** Work on many files. */
  default Batches batches() {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts a session with the sensor found; fails with a message for people when there is none.
   *
   * @param client whose session it is; empty for nobody's yet
   */
  CompletableFuture<Running> start(Protocol protocol, Optional<ClientId> client);

  /** Starts a session with the virtual heart. */
  CompletableFuture<Running> startWithoutSensor(Protocol protocol, Optional<ClientId> client);

  /** The protocols there are: those that ship, then the user's own, unusable files with the why. */
  default CompletableFuture<List<ProtocolFolder.Entry>> protocols() {
    return CompletableFuture.completedFuture(List.of());
  }

  /** Opens a recording; fails with a message for people when it cannot be read. */
  CompletableFuture<Running> replay(Recording recording, double speed);

  /** Reads a recorded session to look at it; fails with a message for people. */
  default CompletableFuture<SessionFile> recording(Recording recording) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** Judges a recording: its beats, the figures of its phases, before against after. */
  default CompletableFuture<SessionReview> review(SessionFile recording) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * Keeps a person's word on the marks of an interval with the recording, and gives the review that
   * follows; fails with a message for people when it cannot be kept.
   */
  default CompletableFuture<SessionReview> rule(
      Recording recording, SessionReview review, int interval, Marks.Ruling ruling) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * What the other recordings of the same client, or in the same folder, say, oldest first. Reading
   * them may take a while.
   */
  default CompletableFuture<List<SessionEvidence>> sessionsBeside(
      Recording recording, SessionFile file) {
    return CompletableFuture.completedFuture(List.of());
  }

  /** What sessions of one client say together. */
  default CompletableFuture<ManySessions> together(List<SessionEvidence> sessions) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** How far the comparison of breathing with sitting quietly has come, and not what is next. */
  default CompletableFuture<TrialStanding> trial() {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * Which of the two is practised now. Asked only when it begins: it is drawn here and kept before
   * it is told, and stands until it has been practised. Fails with a message for people.
   */
  default CompletableFuture<Protocol> beginTrial() {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * Writes a recording for another program and gives the files made; nothing is overwritten. Fails
   * with a message for people.
   */
  default CompletableFuture<List<Path>> export(
      Recording recording, SessionFile file, Export format, Path out) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * Prints a recording as a PDF, for the client or for a colleague; nothing is overwritten. Fails
   * with a message for people.
   */
  default CompletableFuture<Path> report(
      Recording recording, SessionFile file, boolean colleague, Language language, Path out) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** The pace found last for the client who was chosen; empty without one. */
  default CompletableFuture<Optional<FoundPace>> foundPace() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** The pace found last for whose session this is; empty where nobody is known. */
  default CompletableFuture<Optional<FoundPace>> foundPace(Running running) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * Keeps a pace as a suggestion with the client whose session this is; false where there is none,
   * and nothing is kept.
   */
  default CompletableFuture<Boolean> keep(Running running, FoundPace found) {
    return CompletableFuture.completedFuture(false);
  }

  /** Where recordings are kept, for the file dialog. */
  Path recordings();

  /** The newest recordings that are open files, in the usual folder, at most {@code most}. */
  CompletableFuture<List<Path>> recent(int most);

  /** What a recording may be compared with, newest first, at most {@code most}. */
  CompletableFuture<List<Recording>> comparable(Recording recording, int most);

  /** How the window shall look and move. */
  Preferences preferences();

  /** Keeps how the window shall look and move, for the next start too. */
  void prefer(Preferences preferences);

  /** The session that is on screen now, whose pacer may be heard; or none. */
  void onScreen(Optional<Running> running);

  /**
   * Starts a session for each of several people at one moment; fails with a message for people when
   * one of their sensors cannot be used.
   */
  default CompletableFuture<Running> startTogether(Protocol protocol, List<Person> people) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /**
   * One of several people who breathe together.
   *
   * @param name as it stands on screen and in their recording; empty for a number
   * @param port the serial port of their sensor; empty for the virtual heart
   * @param sensor the word of the catalogue; empty to listen
   */
  record Person(String name, String port, String sensor) {
    /** So few people are a group. */
    public static final int FEWEST = 2;

    /** So many fit on a screen. */
    public static final int MOST = 6;
  }

  /** Sessions that began together; what is sent goes to all of them. */
  interface Group extends Running {
    /** Who is in it, always in the same order. */
    List<Member> members();
  }

  /** One person's session in a group. */
  record Member(String name, Running running) {}

  /** What a therapist chose for sessions with somebody. */
  default TherapistSettings therapist() {
    return TherapistSettings.USUAL;
  }

  /** Keeps it, for the next start too. */
  default void keep(TherapistSettings settings) {}

  /** Saves what there is to save and ends the program. */
  void quit();

  /** What a person chose of looks. */
  record Preferences(
      boolean light,
      boolean largeType,
      boolean reducedMotion,
      PacerForm pacer,
      Language language) {}

  /** The languages the windows speak. */
  enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }

    /** Words and numbers of this language. */
    public Locale locale() {
      return locale;
    }

    /** The language nearest to what a machine speaks: English where there is none. */
    public static Language of(Locale machine) {
      return Arrays.stream(values())
          .filter(language -> language.locale.getLanguage().equals(machine.getLanguage()))
          .findFirst()
          .orElse(ENGLISH);
    }
  }

  /** How the pacer is drawn. */
  enum PacerForm {
    CIRCLE,
    WAVE,
    BAR
  }

  /** A session or replay under way. */
  interface Running {
    /** The newest view. Cheap, never null, from any thread. */
    SessionView view();

    /** Passes a wish to the session. */
    void send(Command command);

    /** Where it is kept and can be looked at afterwards; empty where nothing is recorded. */
    default Optional<Recording> recording() {
      return Optional.empty();
    }

    /** Ends it: a live session is stopped and its file completed. Returns at once. */
    void close();
  }

  /**
   * A replay under way: playing, holding and jumping are asked for here and seen in the next views.
   */
  interface Replaying extends Running {
    /** The whole recording, for overviews and for stepping from breath to breath. */
    Tape tape();

    /** Goes on; from the start when it stood at the end. */
    void play();

    /** Stands still. */
    void hold();

    /** How many times faster than real time it plays, above 0. */
    void speed(double timesRealTime);

    /** Jumps to a moment of the session, playing or standing as before. */
    void seek(long micros);
  }

  /**
   * The search for a sensor.
   *
   * @param state what is known
   * @param name the sensor's name, or empty; with trouble, what seems to hang there
   * @param where the port, or empty
   * @param advice what a stick says when it refuses, or empty
   * @param why what is the matter, with trouble
   */
  record SensorStatus(
      State state, String name, String where, String advice, Optional<PortUnavailable> why) {
    /** Without trouble. */
    public SensorStatus(State state, String name, String where, String advice) {
      this(state, name, where, advice, Optional.empty());
    }

    /**
     * What is known: nothing is plugged in; a port is listened to; it speaks; it cannot be used.
     */
    public enum State {
      NONE,
      LISTENING,
      FOUND,
      TROUBLE
    }
  }
}
