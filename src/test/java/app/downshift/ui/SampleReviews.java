package app.downshift.ui;

import app.downshift.beat.Marks;
import app.downshift.evidence.MadeSessions;
import app.downshift.evidence.MadeSessions.Rest;
import app.downshift.evidence.SessionEvidence;
import app.downshift.evidence.SessionReview;
import app.downshift.evidence.Trial;
import app.downshift.recording.SessionFile;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.Protocol;
import app.downshift.session.Rating;
import app.downshift.session.SessionEvent;
import app.downshift.session.ShippedProtocols;
import app.downshift.ui.protocol.ProtocolRoom;
import app.downshift.ui.review.ReviewScreen;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Recordings to look at: one for each thing that a review can say. */
public final class SampleReviews {
  /** The file that is looked at. */
  public static final Recording FILE =
      new Recording.File(Path.of("2026-11-21_10-04-00_breathe_C-017.session.jsonl"));

  private static final Rest SLOW = new Rest(66, 110, 6);
  private static final Map<Rating.Scale, Integer> BEFORE =
      Map.of(Rating.Scale.PAIN, 6, Rating.Scale.TENSION, 7, Rating.Scale.STRESS, 7);
  private static final Map<Rating.Scale, Integer> AFTER =
      Map.of(Rating.Scale.PAIN, 4, Rating.Scale.TENSION, 3, Rating.Scale.STRESS, 7);

  private static final Map<String, SessionFile> RECORDINGS = all();

  /** Five earlier sessions of the same client. */
  static final List<SessionEvidence> EARLIER = earlier();

  /** A recording with a doubtful beat in every phase, and a gap. */
  static final SessionFile DISTURBED = disturbed();

  private static final Map<SessionFile, SessionReview> JUDGED = judged();

  private SampleReviews() {}

  private static Map<SessionFile, SessionReview> judged() {
    Map<SessionFile, SessionReview> judged = new IdentityHashMap<>();
    RECORDINGS.values().forEach(file -> judged.put(file, SessionReview.of(file)));
    judged.put(DISTURBED, SessionReview.of(DISTURBED));
    return judged;
  }

  /** The review of one of these recordings, made once; screens are many. */
  static SessionReview judged(SessionFile file) {
    SessionReview known = JUDGED.get(file);
    return known == null ? SessionReview.of(file) : known;
  }

  /** One of these recordings by its name. */
  static SessionFile named(String name) {
    return RECORDINGS.get(name);
  }

  /** Every verdict, and every reason for none, by name. */
  private static Map<String, SessionFile> all() {
    Map<String, SessionFile> all = new LinkedHashMap<>();
    Rest usual = MadeSessions.USUAL;
    all.put("within", breathe(usual, SLOW, usual));
    all.put("calmer", breathe(usual, SLOW, new Rest(59, 40, 13)));
    all.put("calmer-rmssd", breathe(usual, SLOW, new Rest(72, 120, 13)));
    all.put("calmer-both", breathe(usual, SLOW, new Rest(59, 130, 13)));
    all.put("activated", breathe(usual, SLOW, new Rest(86, 40, 13)));
    all.put("activated-rmssd", breathe(new Rest(72, 120, 13), SLOW, usual));
    all.put("activated-both", breathe(new Rest(72, 90, 13), SLOW, new Rest(90, 22, 13)));
    all.put("mixed", breathe(new Rest(72, 60, 13), SLOW, new Rest(59, 15, 13)));
    all.put("poor", breathe(usual, SLOW, new Rest(60, 40, 13, 4)));
    all.put("breathing", breathe(usual, SLOW, new Rest(66, 60, 8.5)));
    all.put("short", MadeSessions.of("breathe-short", 1, usual, SLOW, new Rest(59, 40, 13)));
    SessionFile whole = breathe(usual, SLOW, usual);
    all.put("no-rest", cut(whole, 600));
    all.put("rhythm", irregular(whole));
    all.put("quiet", MadeSessions.of("quiet-control", 4, usual));
    all.put("demonstrate", MadeSessions.of("demonstrate", 4, usual, usual, SLOW, usual));
    return all;
  }

  /** The standard session with ratings and notes, and a doubtful beat here and there. */
  public static SessionFile breathe(Rest... rests) {
    Protocol protocol = new ShippedProtocols().named("breathe");
    SessionFile made = MadeSessions.of(protocol, 1, BEFORE, AFTER, rests);
    List<SessionEvent> events = new ArrayList<>(made.events());
    events.add(note(402, "shoulders dropped"));
    events.add(note(758, "yawn"));
    events.sort(Comparator.comparingLong(SessionEvent::atMicros));
    return new SessionFile(made.plan(), events, 0, 0, false);
  }

  private static SessionEvent note(double seconds, String text) {
    return new SessionEvent.Commanded(
        Math.round(seconds * 1e6), new Command.AddMarker(text, Math.round(seconds * 1e6)));
  }

  private static SessionFile cut(SessionFile whole, double seconds) {
    return new SessionFile(
        whole.plan(),
        whole.events().stream().filter(event -> event.atMicros() < seconds * 1e6).toList(),
        0,
        0,
        true);
  }

  /** The same with beats that come in no order at all from the recovery on. */
  private static SessionFile irregular(SessionFile whole) {
    List<SessionEvent> events = new ArrayList<>();
    var random = new Random(5);
    for (SessionEvent event : whole.events()) {
      if (event instanceof SessionEvent.BeatTaken beat && beat.atMicros() > 840e6) {
        double rr = 480 + 520 * random.nextDouble();
        var other = new SensorEvent.Beat(0, rr, 0, 0, Optional.empty(), false);
        events.add(
            new SessionEvent.BeatTaken(
                beat.atMicros(), beat.arrivedMicros(), other, Marks.NONE, beat.found()));
      } else {
        events.add(event);
      }
    }
    return new SessionFile(whole.plan(), events, 0, 0, false);
  }

  /** Every screen of a review. */
  static Map<String, Supplier<Component>> screens() {
    Map<String, Supplier<Component>> screens = new LinkedHashMap<>();
    RECORDINGS.forEach(
        (name, file) -> screens.put("review-" + name, () -> Rendering.review(file, EARLIER)));
    SessionFile calmer = RECORDINGS.get("calmer");
    screens.put("review-alone", () -> Rendering.review(RECORDINGS.get("within"), List.of()));
    screens.put("review-breath", () -> Rendering.pressed(review(calmer), "review.page.breath"));
    screens.put("review-marks", () -> Rendering.pressed(review(DISTURBED), "review.page.marks"));
    screens.put("review-chosen", () -> chosen(DISTURBED));
    screens.put("review-trial", () -> Rendering.pressed(review(calmer), "review.page.trial"));
    screens.put("review-handed", () -> handed(calmer));
    screens.put("trial-new", () -> trial(List.of(), Trial.NONE));
    screens.put("trial-open", () -> trial(EARLIER, drawn()));
    screens.put(
        "review-compared",
        () -> {
          ReviewScreen screen = review(calmer);
          screen.compareWith(new Recording.File(FakeDesk.RECENT.get(1)));
          return screen;
        });
    return screens;
  }

  /** After a file could not be written. */
  private static Component handed(SessionFile file) {
    ReviewScreen screen = review(file);
    screen.say(
        Rendering.words()
            .text(
                "hand.done",
                "/home/anna/Documents/2026-11-21_10-04-00_breathe_C-017_report_en.pdf"));
    return screen;
  }

  /** The offer of the lot. */
  private static Component trial(List<SessionEvidence> sessions, Trial lots) {
    FakeDesk desk =
        new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe())
            .with(RECORDINGS.get("calmer"), sessions)
            .drawn(lots);
    var room = new ProtocolRoom(desk, Rendering.words(), start -> {}, virtual -> {}, () -> {});
    room.begin();
    return Rendering.pressed(room, "choose.trial");
  }

  /** Two lots, one of them begun again. */
  private static Trial drawn() {
    Instant first = Instant.parse("2026-11-01T00:00:00Z");
    return Trial.of(
        List.of(
            "lot " + first + " quiet",
            "again " + first.plusSeconds(60),
            "lot " + first.plusSeconds(999_999_999) + " breathing"));
  }

  /** A recording to lie beside another one. */
  static SessionFile other() {
    return RECORDINGS.get("activated");
  }

  private static ReviewScreen review(SessionFile file) {
    return Rendering.review(file, EARLIER);
  }

  /** With the second doubtful beat chosen and magnified. */
  private static Component chosen(SessionFile file) {
    ReviewScreen screen = review(file);
    for (int i = 0; i < 2; i++) {
      Rendering.pressed(screen, "↓", true);
    }
    for (int i = 0; i < 6; i++) {
      Rendering.pressed(screen, "+", true);
    }
    return screen;
  }

  /** A recording with a doubtful beat in every phase, and a gap. */
  private static SessionFile disturbed() {
    Rest early = new Rest(72, 40, 13, 97);
    SessionFile made = breathe(early, new Rest(66, 110, 6, 61), early);
    List<SessionEvent> events = new ArrayList<>();
    for (SessionEvent event : made.events()) {
      boolean away = event.atMicros() > 500e6 && event.atMicros() < 540e6;
      if (!(away && event instanceof SessionEvent.BeatTaken)) {
        events.add(event);
      }
      if (away && event.atMicros() < 502e6) {
        events.add(new SessionEvent.GapBegan(event.atMicros(), SessionEvent.GapCause.CONTACT, 0));
      }
    }
    return new SessionFile(made.plan(), events, 0, 0, false);
  }

  /** Five earlier sessions of the same client, two of them quiet. */
  public static List<SessionEvidence> earlier() {
    List<SessionEvidence> sessions = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      double swing = 30 + 4 * k;
      Protocol protocol = new ShippedProtocols().named(k % 2 == 1 ? "quiet-control" : "breathe");
      SessionFile made =
          MadeSessions.of(
              protocol,
              k - 10,
              Map.of(Rating.Scale.PAIN, 7 - k / 2),
              Map.of(Rating.Scale.PAIN, 5 - k / 2),
              new Rest(72, swing, 13),
              SLOW,
              new Rest(71, swing + 3, 13));
      sessions.add(SessionEvidence.of(made));
    }
    return sessions;
  }

  /** A desk on which one recording lies. */
  public static Desk desk(SessionFile recording, List<SessionEvidence> others) {
    return new FakeDesk(Desk.SensorStatus.State.FOUND, false, SampleViews.breathe())
        .with(recording, others);
  }
}
