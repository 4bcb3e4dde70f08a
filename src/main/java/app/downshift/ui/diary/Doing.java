package app.downshift.ui.diary;

import app.downshift.evidence.RestingRmssd;
import app.downshift.library.CheckIn;
import app.downshift.library.ClientRecords;
import app.downshift.library.SessionId;
import app.downshift.library.SessionSummary;
import app.downshift.library.WeekBalance;
import app.downshift.library.WeekBalance.Estimate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a client is doing: the last four weeks beside each other, none of it joined to another.
 *
 * @param code what the client is called on screen
 * @param painBefore as rated before sessions
 * @param painAfter as rated after sessions
 * @param resting RMSSD in ms of the rest before
 * @param weeks four, oldest first, the last one is that of today
 */
public record Doing(
    String code,
    LocalDate today,
    Line painBefore,
    Line painAfter,
    Line resting,
    List<Week> weeks,
    LastDays lastDays) {
  /** So many weeks are looked at. */
  public static final int WEEKS = 4;

  /** So many days are "this week": today and those before it. */
  public static final int DAYS = 7;

  public Doing {
    weeks = List.copyOf(weeks);
  }

  /**
   * A figure over sessions.
   *
   * @param points oldest first
   * @param missing why the newest session has none, or that there is no session
   * @param missingOn the day of that session
   */
  public record Line(List<Point> points, Optional<Missing> missing, Optional<LocalDate> missingOn) {
    public Line {
      points = List.copyOf(points);
    }

    /** The newest that is known. */
    public Optional<Point> last() {
      return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }
  }

  /**
   * One session's figure.
   *
   * @param from the lower end of its interval; the value itself where there is none
   * @param to the upper end
   * @param pulse whether it is of a pulse, which scatters a few ms more than the heart
   */
  public record Point(LocalDate day, double value, double from, double to, boolean pulse) {
    /** A whole answer of a person, which has no interval. */
    static Point told(LocalDate day, double value) {
      return new Point(day, value, value, value, false);
    }

    /** Whether it is known how well it was measured. */
    public boolean hasInterval() {
      return to > from;
    }
  }

  /** Why something is not there. */
  public enum Missing {
    NO_SESSION,
    NOT_RATED,
    NO_REST,
    TOO_SHORT,
    SIGNAL,
    RHYTHM
  }

  /** Load and capacity of a week from Monday. */
  public record Week(LocalDate monday, Optional<Estimate> load, Optional<Estimate> capacity) {}

  /**
   * What was told of the last seven days.
   *
   * @param told on how many of them
   * @param lessStiff on how many of these the person woke with less stiffness
   * @param sat minutes of sitting, from the first that is known to the last
   * @param flareUps how many began
   * @param milder whether the person calls them shorter and milder
   * @param hours the longest of them, if told
   * @param worst the worst of them, 0 to 10, if told
   */
  public record LastDays(
      int told,
      int lessStiff,
      Optional<CheckIn.Sat> sat,
      int flareUps,
      boolean milder,
      OptionalDouble hours,
      OptionalInt worst,
      Optional<Sleep> sleep) {}

  /** Nights: their mean, the shortest, the longest, and how many were told. */
  public record Sleep(double meanHours, double leastHours, double mostHours, int nights) {}

  /** Whether there is nothing at all yet. */
  public boolean nothingYet() {
    return painBefore.points().isEmpty()
        && painAfter.points().isEmpty()
        && resting.points().isEmpty()
        && resting.missing().equals(Optional.of(Missing.NO_SESSION))
        && !anyWeek()
        && lastDays.told() == 0;
  }

  /** Whether load or capacity was told of any of the weeks. */
  public boolean anyWeek() {
    return weeks.stream().anyMatch(week -> week.load().isPresent() || week.capacity().isPresent());
  }

  /**
   * Of a client.
   *
   * @param sessions in any order; those the records do not list, and virtual hearts, do not count
   * @param zone in which days begin
   */
  public static Doing of(
      ClientRecords records,
      List<SessionFigures> sessions,
      List<WeekBalance> weeks,
      LocalDate today,
      ZoneId zone) {
    LocalDate from = today.minusDays(DAYS * (long) WEEKS - 1);
    List<SessionFigures> counted =
        counted(records, sessions).stream()
            .filter(each -> !day(each, zone).isBefore(from) && !day(each, zone).isAfter(today))
            .toList();
    return new Doing(
        records.code(),
        today,
        line(counted, zone, each -> rated(each.painBefore(), day(each, zone)), Missing.NOT_RATED),
        line(counted, zone, each -> rated(each.painAfter(), day(each, zone)), Missing.NOT_RATED),
        line(counted, zone, each -> resting(each, day(each, zone)), Missing.SIGNAL),
        weeks(weeks, today),
        lastDays(records, today));
  }

  /** The sessions that say something of the client, oldest first. */
  static List<SessionFigures> counted(ClientRecords records, List<SessionFigures> sessions) {
    Set<SessionId> known =
        records.sessions().stream().map(SessionSummary::id).collect(Collectors.toSet());
    return sessions.stream()
        .filter(each -> !each.simulated() && known.contains(each.id()))
        .sorted(Comparator.comparing(SessionFigures::started))
        .toList();
  }

  static LocalDate day(SessionFigures session, ZoneId zone) {
    return LocalDate.ofInstant(session.started(), zone);
  }

  static Optional<Point> rated(OptionalInt value, LocalDate day) {
    return value.isPresent() ? Optional.of(Point.told(day, value.getAsInt())) : Optional.empty();
  }

  static Optional<Point> resting(SessionFigures session, LocalDate day) {
    return session.resting() instanceof RestingRmssd.Known known
        ? Optional.of(
            Double.isNaN(known.fromMillis())
                ? new Point(day, known.millis(), known.millis(), known.millis(), session.pulse())
                : new Point(
                    day, known.millis(), known.fromMillis(), known.toMillis(), session.pulse()))
        : Optional.empty();
  }

  private static Line line(
      List<SessionFigures> sessions,
      ZoneId zone,
      Function<SessionFigures, Optional<Point>> figure,
      Missing otherwise) {
    List<Point> points = sessions.stream().flatMap(each -> figure.apply(each).stream()).toList();
    if (sessions.isEmpty()) {
      return new Line(points, Optional.of(Missing.NO_SESSION), Optional.empty());
    }
    SessionFigures newest = sessions.get(sessions.size() - 1);
    if (figure.apply(newest).isPresent()) {
      return new Line(points, Optional.empty(), Optional.empty());
    }
    Missing why = otherwise == Missing.NOT_RATED ? otherwise : withheld(newest);
    return new Line(points, Optional.of(why), Optional.of(day(newest, zone)));
  }

  private static Missing withheld(SessionFigures session) {
    return session.resting() instanceof RestingRmssd.Withheld withheld
        ? switch (withheld.why()) {
          case NO_REST -> Missing.NO_REST;
          case TOO_SHORT -> Missing.TOO_SHORT;
          case SIGNAL -> Missing.SIGNAL;
          case RHYTHM -> Missing.RHYTHM;
        }
        : Missing.SIGNAL;
  }

  private static List<Week> weeks(List<WeekBalance> balances, LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Week> weeks = new ArrayList<>();
    for (int back = WEEKS - 1; back >= 0; back--) {
      LocalDate of = monday.minusWeeks(back);
      weeks.add(
          balances.stream()
              .filter(each -> each.monday().equals(of))
              .findFirst()
              .map(each -> new Week(of, each.load(), each.capacity()))
              .orElse(new Week(of, Optional.empty(), Optional.empty())));
    }
    return weeks;
  }

  private static LastDays lastDays(ClientRecords records, LocalDate today) {
    LocalDate from = today.minusDays(DAYS - 1);
    List<CheckIn> before = new ArrayList<>();
    List<CheckIn> days = new ArrayList<>();
    records.checkIns().stream()
        .map(ClientRecords.Told::checkIn)
        .sorted(Comparator.comparing(CheckIn::day))
        .forEach(
            each -> {
              if (each.day().isBefore(from)) {
                before.add(each);
              } else if (!each.day().isAfter(today)) {
                days.add(each);
              }
            });
    List<CheckIn.FlareUp> flareUps =
        records.checkIns().stream()
            .flatMap(each -> each.checkIn().flareUps().stream())
            .filter(each -> !each.began().isBefore(from) && !each.began().isAfter(today))
            .toList();
    return new LastDays(
        daysOf(days, each -> true),
        daysOf(days, each -> each.progress().contains(CheckIn.Progress.WOKE_WITH_LESS_STIFFNESS)),
        sat(before, days),
        (int) flareUps.stream().map(CheckIn.FlareUp::began).distinct().count(),
        daysOf(days, each -> each.progress().contains(CheckIn.Progress.SHORTER_MILDER_FLARE_UPS))
            > 0,
        flareUps.stream().flatMapToDouble(each -> each.hours().stream()).max(),
        flareUps.stream().flatMapToInt(each -> each.worst().stream()).max(),
        sleep(days));
  }

  private static int daysOf(List<CheckIn> told, java.util.function.Predicate<CheckIn> which) {
    return (int) told.stream().filter(which).map(CheckIn::day).distinct().count();
  }

  /** From what was told first, or was known before these days, to what was told last. */
  private static Optional<CheckIn.Sat> sat(List<CheckIn> before, List<CheckIn> days) {
    List<CheckIn.Sat> told = days.stream().flatMap(each -> each.sat().stream()).toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    List<CheckIn.Sat> earlier = before.stream().flatMap(each -> each.sat().stream()).toList();
    OptionalInt from = told.get(0).fromMinutes();
    if (from.isEmpty() && !earlier.isEmpty()) {
      from = OptionalInt.of(earlier.get(earlier.size() - 1).toMinutes());
    } else if (from.isEmpty() && told.size() > 1) {
      from = OptionalInt.of(told.get(0).toMinutes());
    }
    return Optional.of(new CheckIn.Sat(from, told.get(told.size() - 1).toMinutes()));
  }

  /** A night that is told twice counts as it was told last. */
  private static Optional<Sleep> sleep(List<CheckIn> days) {
    var nights =
        days.stream()
            .filter(each -> each.sleepHours().isPresent())
            .collect(
                Collectors.toMap(
                    CheckIn::day, each -> each.sleepHours().getAsDouble(), (a, b) -> b));
    if (nights.isEmpty()) {
      return Optional.empty();
    }
    var all = nights.values().stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return Optional.of(
        new Sleep(all.getAverage(), all.getMin(), all.getMax(), (int) all.getCount()));
  }
}
