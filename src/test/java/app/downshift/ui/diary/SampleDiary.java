package app.downshift.ui.diary;

import app.downshift.evidence.RestingRmssd;
import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.CheckIn.Progress;
import app.downshift.library.ClientId;
import app.downshift.library.ClientRecords;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import app.downshift.library.WeekBalance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Clients of whom something is told, made from a seed. */
public final class SampleDiary {
  public static final LocalDate TODAY = LocalDate.parse("2026-11-15");
  public static final ZoneId ZONE = ZoneOffset.UTC;
  private static final int SEED = 17;

  private final List<ClientRecords.Told> told = new ArrayList<>();
  private final List<ClientRecords.Note> notes = new ArrayList<>();
  private final List<SessionSummary> summaries = new ArrayList<>();
  private final List<SessionFigures> figures = new ArrayList<>();

  /** Months of check-ins and sessions, with all there is. */
  public static SampleDiary months(int weeks) {
    var sample = new SampleDiary();
    var random = new Random(SEED);
    LocalDate first = TODAY.minusDays(7L * weeks - 1);
    for (LocalDate day = first; !day.isAfter(TODAY); day = day.plusDays(1)) {
      double gone = (day.toEpochDay() - first.toEpochDay()) / (7.0 * weeks);
      if (random.nextDouble() < 0.8) {
        sample.tell(checkIn(day, gone, random));
      }
      if (random.nextDouble() < 0.3) {
        int before = (int) Math.round(6.5 - 1.5 * gone + random.nextGaussian());
        sample.session(
            day,
            OptionalInt.of(clip(before)),
            random.nextDouble() < 0.85
                ? OptionalInt.of(clip(before - 1 - random.nextInt(2)))
                : OptionalInt.empty(),
            rest(28 + 6 * gone + 3 * random.nextGaussian(), random),
            random.nextDouble() < 0.15);
      }
    }
    sample.notes.add(
        new ClientRecords.Note("n1", noon(TODAY.minusDays(9)), "carried the shopping upstairs"));
    return sample;
  }

  private static RestingRmssd rest(double millis, Random random) {
    return random.nextDouble() < 0.1
        ? new RestingRmssd.Withheld(RestingRmssd.Why.SIGNAL)
        : new RestingRmssd.Known(millis, millis * 0.87, millis * 1.15);
  }

  private static CheckIn checkIn(LocalDate day, double gone, Random random) {
    Map<Load, Integer> load = new EnumMap<>(Load.class);
    for (Load each : Load.values()) {
      if (random.nextDouble() < 0.8) {
        load.put(each, clip((int) Math.round(7.5 - 2.5 * gone + random.nextGaussian())));
      }
    }
    Map<Capacity, Integer> capacity = new EnumMap<>(Capacity.class);
    for (Capacity each : Capacity.values()) {
      if (random.nextDouble() < 0.8) {
        capacity.put(each, clip((int) Math.round(3.5 + 3 * gone + random.nextGaussian())));
      }
    }
    Set<Progress> progress = EnumSet.noneOf(Progress.class);
    if (random.nextDouble() < 0.3 + 0.5 * gone) {
      progress.add(Progress.WOKE_WITH_LESS_STIFFNESS);
    }
    boolean flare = random.nextDouble() < 0.05 || day.equals(TODAY.minusDays(3));
    if (flare && gone > 0.5) {
      progress.add(Progress.SHORTER_MILDER_FLARE_UPS);
    }
    boolean saturday = day.getDayOfWeek().getValue() == 6;
    return new CheckIn(
        day,
        load,
        capacity,
        flare
            ? List.of(
                new CheckIn.FlareUp(
                    day,
                    OptionalDouble.of(gone > 0.5 ? 12 : 40),
                    OptionalInt.of(gone > 0.5 ? 4 : 7)))
            : List.of(),
        Optional.empty(),
        progress,
        Map.of(),
        saturday
            ? List.of(
                new CheckIn.Fear(
                    "lifting a crate",
                    clip((int) Math.round(8 - 4 * gone + random.nextGaussian())),
                    2 + (int) (6 * gone) + " kg"))
            : List.of(),
        day.equals(TODAY.minusDays(20))
            ? List.of(new CheckIn.Taken("Ashwagandha", "300 mg"))
            : saturday && random.nextDouble() < 0.3
                ? List.of(new CheckIn.Taken("Massage", "30 min"))
                : List.of(),
        "",
        OptionalDouble.of(Math.round(2 * (6.8 + random.nextGaussian() / 2)) / 2.0),
        saturday
            ? Optional.of(new CheckIn.Sat(OptionalInt.of(40), 40 + (int) Math.round(15 * gone)))
            : Optional.empty());
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(CheckIn.MOST, value));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  /** A check-in of a day. */
  public SampleDiary tell(CheckIn checkIn) {
    told.add(
        new ClientRecords.Told("c" + told.size(), noon(checkIn.day()).plusSeconds(60), checkIn));
    return this;
  }

  /** A session at noon. */
  public SampleDiary session(
      LocalDate day, OptionalInt before, OptionalInt after, RestingRmssd resting, boolean pulse) {
    return session(day, before, after, resting, pulse, false);
  }

  /** The same, with a virtual heart or a real one. */
  public SampleDiary session(
      LocalDate day,
      OptionalInt before,
      OptionalInt after,
      RestingRmssd resting,
      boolean pulse,
      boolean simulated) {
    var id = new SessionId(named(summaries.size()));
    summaries.add(
        new SessionSummary(
            id, noon(day), "breathe", simulated, 1140, 1200, List.of(), "complete", 1300, 0, ""));
    figures.add(new SessionFigures(id, noon(day), simulated, pulse, before, after, resting));
    return this;
  }

  /** A name as the library makes them. */
  private static String named(int number) {
    return "a".repeat(24) + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  /** What the library would hand over. */
  public ClientRecords records() {
    return new ClientRecords(
        new ClientId("a".repeat(26)),
        Map.of(ClientRecords.CODE, "C-017"),
        notes,
        told,
        summaries,
        List.of(),
        List.of(),
        List.of());
  }

  public Doing doing() {
    return Doing.of(records(), figures, weeks(), TODAY, ZONE);
  }

  public Diary diary() {
    return Diary.of(records(), figures, weeks(), TODAY, ZONE);
  }

  private List<WeekBalance> weeks() {
    return records().weeks();
  }
}
