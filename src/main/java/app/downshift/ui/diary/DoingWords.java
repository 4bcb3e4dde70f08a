package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.theme.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the panel says of the last days, and of what is missing. */
final class DoingWords {
  private static final double AN_HOUR = 1.5;
  private static final double SOME_HOURS = 9;
  private static final double HALF_A_DAY = 18;
  private static final double A_DAY = 30;

  private final Words words;

  DoingWords(Words words) {
    this.words = words;
  }

  /** The day of a month. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(words.text("diary.day"), words.locale()).format(day);
  }

  /** Why a figure is not there. */
  String missing(Doing.Line line) {
    return line.missing()
        .map(
            why -> {
              String key = "doing.missing." + why.name().toLowerCase(Locale.ROOT);
              return line.missingOn()
                  .map(on -> words.text(key, day(on)))
                  .orElseGet(() -> words.text(key, ""));
            })
        .orElse("");
  }

  String lessStiff(Doing.LastDays days) {
    if (days.told() == 0) {
      return words.text("doing.notTold");
    }
    return days.told() == 1
        ? words.text("doing.ofOneDay", days.lessStiff())
        : words.text(
            days.told() == Doing.DAYS ? "doing.ofDays" : "doing.ofDaysTold",
            days.lessStiff(),
            days.told());
  }

  String sat(Doing.LastDays days) {
    Optional<CheckIn.Sat> sat = days.sat();
    if (sat.isEmpty()) {
      return words.text("doing.notTold");
    }
    String to = words.count(sat.get().toMinutes());
    return sat.get().fromMinutes().isPresent()
        ? words.text("doing.sat.fromTo", words.count(sat.get().fromMinutes().getAsInt()), to)
        : words.text("doing.sat.to", to);
  }

  String flareUps(Doing.LastDays days) {
    if (days.flareUps() == 0) {
      return words.text(days.told() == 0 ? "doing.notTold" : "doing.flareUps.none");
    }
    StringBuilder says = new StringBuilder(words.count(days.flareUps()));
    if (days.milder()) {
      says.append(words.text("doing.comma")).append(words.text("doing.flareUps.milder"));
    } else if (days.worst().isPresent()) {
      says.append(words.text("doing.comma"))
          .append(words.text("doing.flareUps.worst", days.worst().getAsInt()));
    }
    if (days.hours().isPresent()) {
      String longest = days.flareUps() > 1 ? "doing.flareUps.longest" : "doing.flareUps.length";
      says.append(words.text("doing.comma"))
          .append(words.text(longest, length(days.hours().getAsDouble())));
    }
    return says.toString();
  }

  String sleep(Doing.LastDays days) {
    if (days.sleep().isEmpty()) {
      return words.text("doing.notTold");
    }
    Doing.Sleep sleep = days.sleep().get();
    String mean = words.number(sleep.meanHours(), 1);
    if (sleep.nights() == 1) {
      return words.text("doing.sleep.one", mean);
    }
    return words.text(
        sleep.nights() == Doing.DAYS ? "doing.sleep" : "doing.sleep.told",
        mean,
        words.brief(sleep.leastHours(), 1),
        words.brief(sleep.mostHours(), 1),
        sleep.nights());
  }

  /** A length of time as people say it. */
  String length(double hours) {
    if (hours < AN_HOUR) {
      return words.text("doing.length.hour");
    }
    if (hours < SOME_HOURS) {
      return words.text("doing.length.hours", words.number(hours, 0));
    }
    if (hours < HALF_A_DAY) {
      return words.text("doing.length.halfDay");
    }
    return hours < A_DAY
        ? words.text("doing.length.day")
        : words.text("doing.length.days", words.brief(Math.round(hours / 12) / 2.0, 1));
  }
}
