package app.downshift.app;

import app.downshift.cli.Host.Followed;
import app.downshift.cli.Host.Wanted;
import app.downshift.cli.StandIn;
import app.downshift.sensor.link.SerialPorts;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionState;
import app.downshift.session.ShippedProtocols;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import app.downshift.ui.MainWindow;
import app.downshift.ui.Rendering;
import app.downshift.ui.therapist.TherapistSettings;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javax.imageio.ImageIO;
import javax.swing.JFrame;

/**
 * Runs every protocol that ships from start to finish with the virtual heart, in the view of
 * somebody alone or in that of the therapist with the client's window beside it, and keeps a
 * picture of every phase, question and end of each window, to look at: {@code OUT LANGUAGE [alone]
 * [SPEED] [words of names]}.
 */
final class ProtocolWalkMain {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int STEP_MILLIS = 10;
  private static final int ASKED_MILLIS = 600;
  private static final double INTO_PHASE = 0.6;

  private final Path out;
  private final double speed;
  private final AppHost host;
  private final Threads threads = new Threads(Throwable::printStackTrace);
  private final ExecutorService charts = threads.executor("charts");
  private final ExecutorService io = threads.executor("io");
  private final MainWindow window;

  private ProtocolWalkMain(Path out, Desk.Language language, boolean alone, double speed)
      throws Exception {
    this.out = Files.createDirectories(out);
    this.speed = speed;
    Path folder = Files.createTempDirectory("walk");
    var ports = new SerialPorts();
    var sensors = new Sensors(ports, threads);
    host =
        new AppHost(
            new Folders(folder, folder),
            "test",
            threads,
            sensors,
            Clock.systemUTC(),
            itself -> new Windows(itself, ports, sensors, threads));
    host.settings()
        .prefer(new Desk.Preferences(false, false, false, Desk.PacerForm.CIRCLE, language));
    host.settings().acceptCaution();
    var search = new SensorSearch(List::of, sensors, (type, event) -> {});
    var desk =
        new AppDesk(
            host,
            host.settings(),
            search,
            new PacerSound(host.settings(), threads),
            host.records(search),
            io,
            new CountDownLatch(1));
    desk.keep(new TherapistSettings(!alone, !alone, true, List.of()));
    window =
        Rendering.onEdt(
            () -> {
              var made = new MainWindow(desk, charts);
              made.frame().setBounds(0, 0, WIDTH, HEIGHT);
              made.open();
              return made;
            });
  }

  public static void main(String[] args) throws Exception {
    boolean alone = args.length > 2 && args[2].equals("alone");
    double speed = args.length > 3 ? Double.parseDouble(args[3]) : 60;
    var language = Desk.Language.valueOf(args[1].toUpperCase(Locale.ROOT));
    var walk = new ProtocolWalkMain(Path.of(args[0]), language, alone, speed);
    var shipped = new ShippedProtocols();
    List<String> wanted = List.of(args).subList(Math.min(4, args.length), args.length);
    for (String name : shipped.names()) {
      if (wanted.stream().allMatch(name::contains)) {
        walk.run(shipped.named(name));
      }
    }
    System.exit(0); // the windows stay open until here
  }

  private void run(Protocol protocol) throws Exception {
    Followed session =
        host.live(
            new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("calm"),
                protocol,
                Optional.empty(),
                "C-017",
                speed,
                1,
                List.of(),
                Optional.of(5.3)));
    Rendering.onEdt(
        () -> {
          window.show(session);
          return true;
        });
    var standIn = new StandIn(said(), true);
    List<String> taken = new ArrayList<>();
    while (true) {
      Snapshot now = session.view().snapshot();
      if (now.state() instanceof SessionState.Ended) {
        break;
      }
      String at = "%02d-%s".formatted(now.phase() + 1, now.current().phase().name());
      boolean asks = now.practice().due().isPresent() || now.prompt().isPresent();
      if (asks) {
        String what = now.practice().due().isPresent() ? "rating" : "symptoms";
        once(taken, protocol, at + "-" + what);
      } else if (now.current().doneSeconds()
          >= INTO_PHASE * now.current().phase().plannedSeconds()) {
        once(taken, protocol, at);
      }
      standIn.says(session.view().snapshot()).forEach(command -> send(session, command));
      Thread.sleep(STEP_MILLIS);
    }
    once(taken, protocol, "99-end");
    System.out.println(protocol.name() + ": " + taken);
  }

  private static void send(Followed session, Command command) {
    session.send(command);
  }

  private static List<Rating> said() {
    return List.of(
        new Rating(
            Rating.When.BEFORE,
            Map.of(Rating.Scale.PAIN, 6),
            Set.of(Rating.Region.NECK),
            Optional.empty()),
        new Rating(Rating.When.AFTER, Map.of(Rating.Scale.PAIN, 4), Set.of(), Optional.empty()));
  }

  private void once(List<String> taken, Protocol protocol, String what) throws Exception {
    if (taken.contains(what)) {
      return;
    }
    taken.add(what);
    if (what.endsWith("rating") || what.endsWith("symptoms") || what.endsWith("end")) {
      Thread.sleep(ASKED_MILLIS);
    }
    Rendering.onEdt(
        () -> {
          for (Frame frame : Frame.getFrames()) {
            if (frame instanceof JFrame shown && shown.isShowing()) {
              String whose = shown == window.frame() ? "main" : "client";
              picture(shown, out.resolve(protocol.name() + "-" + what + "-" + whose + ".png"));
            }
          }
          return true;
        });
  }

  private static void picture(JFrame frame, Path file) throws Exception {
    var image =
        new BufferedImage(
            frame.getRootPane().getWidth(),
            frame.getRootPane().getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    frame.getRootPane().print(g);
    g.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
