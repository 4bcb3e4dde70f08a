package app.downshift.cli;

import app.downshift.recording.ProtocolFolder;
import app.downshift.recording.UnreadableFile;
import app.downshift.sensor.link.PortUnavailable;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.ui.Desk;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** What commands need of the application: sessions, which run on threads, and the window. */
public interface Host {
  /** Whether a window can be opened. */
  boolean hasDisplay();

  /** Starts a session at once. */
  Followed live(Wanted wanted) throws PortUnavailable, UnreadableFile;

  /** Plays a recording at {@code speed} times real time; 0 is as fast as possible. */
  Followed replay(Path file, double speed) throws UnreadableFile;

  /** Opens the window, on a session or replay if one is given; returns when it is closed. */
  void window(Optional<Followed> shown);

  /** Opens the window, shows the caution, and begins the session when that was accepted. */
  void windowAfterCaution(Callable<Followed> begun);

  /** Lets the pacer of a session be heard as long as it lasts, as loudly as was chosen last. */
  void sound(Followed session);

  /** Turns the sound on for what is shown in the window. */
  void soundInWindow();

  /** Which views a session opens with besides what was chosen in the window. */
  default void opensWith(boolean therapist, boolean client) {}

  /** Opens the window, asks whether everybody has agreed, and begins their sessions together. */
  default void windowTogether(Together wanted) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sessions of several people, as asked for.
   *
   * @param profile of the virtual hearts
   * @param speed how many times faster than real time, where all hearts are virtual
   * @param seed of the virtual hearts, and of what the protocol leaves to chance
   */
  record Together(
      Protocol protocol, List<Desk.Person> people, String profile, double speed, long seed) {
    public Together {
      people = List.copyOf(people);
    }

    /** The same, with the people as a person has named them. */
    public Together of(List<Desk.Person> named) {
      return new Together(protocol, named, profile, speed, seed);
    }
  }

  /** Whether the caution before a first session has still to be read. */
  boolean cautionDue();

  /** The caution was read. */
  void cautionRead();

  /** The protocols there are to choose from. */
  ProtocolFolder protocols();

  /** Where everything is kept: records, settings, protocols. */
  Path data();

  /** Closes this when the program ends, Ctrl-C included, and waits for that. */
  void closeAtEnd(Closeable held);

  /** Threads that share what they are given; to be shut down by who asked for them. */
  ExecutorService workers(String name, int threads);

  /** The name and version of the program. */
  String version();

  /** A session or replay and its end. */
  interface Followed extends Desk.Running {
    /** Waits for the end; false when it has not come in time. */
    boolean awaitEnd(long millis) throws InterruptedException;
  }

  /**
   * A session as asked for on the command line.
   *
   * @param port a serial port, or empty to search for one
   * @param sensor the word of the catalogue, or empty to listen
   * @param strap address or name of the strap to use behind the sensor, or empty for the one worn
   *     last, and otherwise the one with the strongest signal
   * @param profile the virtual heart to use instead of a port
   * @param record the file to write, or empty for a new one in the usual folder
   * @param speed how many times faster than real time; only for simulated sessions
   * @param seed of the virtual heart, and then of what a protocol leaves to chance; with a real
   *     heart that is drawn from the time of day
   * @param resonance at which rate the virtual heart swings most, sharply; empty as its profile
   *     says
   * @param ratings what to answer when the protocol asks and nobody can
   */
  record Wanted(
      Optional<String> port,
      Optional<String> sensor,
      Optional<String> strap,
      Optional<String> profile,
      Protocol protocol,
      Optional<Path> record,
      String client,
      double speed,
      long seed,
      List<Rating> ratings,
      Optional<Double> resonance) {

    public Wanted {
      ratings = List.copyOf(ratings);
    }

    /** Without answers prepared. */
    public Wanted(
        Optional<String> port,
        Optional<String> sensor,
        Optional<String> strap,
        Optional<String> profile,
        Protocol protocol,
        Optional<Path> record,
        String client,
        double speed,
        long seed) {
      this(
          port,
          sensor,
          strap,
          profile,
          protocol,
          record,
          client,
          speed,
          seed,
          List.of(),
          Optional.empty());
    }
  }
}
