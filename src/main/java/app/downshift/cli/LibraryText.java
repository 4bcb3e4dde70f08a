package app.downshift.cli;

import app.downshift.library.CheckIn;
import app.downshift.library.ClientLine;
import app.downshift.library.ClientRecords;
import app.downshift.library.FoundPace;
import app.downshift.library.Library;
import app.downshift.library.SessionId;
import app.downshift.library.SessionLine;
import app.downshift.library.SessionSummary;
import app.downshift.library.WeekBalance;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records as lines of text. */
final class LibraryText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private LibraryText() {}

  static List<String> client(ClientLine line) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-12s %-24s %3d %s%s%s"
            .formatted(
                line.code().isEmpty() ? "(" + line.id().text() + ")" : line.code(),
                line.name(),
                line.sessions(),
                line.sessions() == 1 ? "session" : "sessions",
                line.last().map(at -> ", last " + time(at)).orElse(""),
                line.unfinished() > 0 ? ", " + line.unfinished() + " unfinished" : ""));
    line.damage().forEach(each -> lines.add("  ! " + each));
    return lines;
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** As much of the name of a session as people need. */
  static String brief(SessionId session) {
    return session.text().substring(0, 6);
  }

  static String session(SessionLine line) {
    return "%s  %s  %s  %s  %d beats"
        .formatted(
            time(line.started()),
            line.code(),
            line.protocol(),
            TerminalView.clock(line.seconds()),
            line.beats());
  }

  static String session(SessionSummary session) {
    return "%s  %s  %-20s %s  %d beats%s%s"
        .formatted(
            time(session.started()),
            brief(session.id()),
            session.protocol(),
            TerminalView.clock(session.seconds()),
            session.beats(),
            session.end().isEmpty() ? "  (just stopped)" : "",
            session.markers().isEmpty()
                ? ""
                : "  \"" + String.join("\" \"", session.markers()) + "\"");
  }

  static String unfinished(Library.Unfinished one) {
    return "%s  %s  %s%s"
        .formatted(
            time(one.begun()),
            brief(one.session()),
            one.code(),
            one.maybeUnderWay() ? "  (may still be under way)" : "");
  }

  static List<String> whole(ClientRecords client) {
    List<String> lines = new ArrayList<>();
    Map<String, String> profile = new TreeMap<>(client.profile());
    FoundPace.in(profile)
        .ifPresent(
            pace -> {
              profile.keySet().removeAll(pace.fields().keySet());
              profile.put(FoundPace.PACE, PaceKept.text(pace));
            });
    profile.forEach((field, value) -> lines.add(field + ": " + value));
    client.damage().forEach(each -> lines.add("! " + each));
    if (!client.notes().isEmpty()) {
      lines.add("notes");
      client.notes().forEach(each -> lines.add("  " + time(each.at()) + "  " + each.text()));
    }
    if (!client.checkIns().isEmpty()) {
      lines.add("check-ins");
      client.checkIns().forEach(each -> lines.add("  " + checkIn(each.checkIn())));
      lines.add("weeks: load against capacity, about 95 % in brackets");
      client.weeks().forEach(each -> lines.add("  " + week(each)));
    }
    if (!client.sessions().isEmpty()) {
      lines.add("sessions");
      client.sessions().forEach(each -> lines.add("  " + session(each)));
    }
    client
        .moves()
        .forEach(
            each ->
                lines.add(
                    "%s  session %s was moved %s"
                        .formatted(
                            time(each.at()),
                            brief(each.session()),
                            each.to().equals(client.id()) ? "here" : "to another client")));
    return lines;
  }

  private static String checkIn(CheckIn told) {
    List<String> words = new ArrayList<>();
    words.add(told.day().toString());
    scales(words, "load", told.load());
    scales(words, "capacity", told.capacity());
    scales(words, "context", told.context());
    told.flareUps()
        .forEach(
            each ->
                words.add(
                    "flare-up "
                        + each.began()
                        + (each.hours().isPresent()
                            ? " for " + plain(each.hours().getAsDouble()) + " h"
                            : "")
                        + (each.worst().isPresent()
                            ? " at worst " + each.worst().getAsInt()
                            : "")));
    told.painSince().ifPresent(since -> words.add("pain " + since.word()));
    told.progress().forEach(each -> words.add(each.word()));
    told.fears()
        .forEach(
            each ->
                words.add(
                    "fear of "
                        + each.activity()
                        + (each.step().isEmpty() ? "" : " (" + each.step() + ")")
                        + " "
                        + each.howMuch()));
    told.sleepHours().ifPresent(hours -> words.add("slept " + plain(hours) + " h"));
    told.sat()
        .ifPresent(
            sat ->
                words.add(
                    "sat "
                        + (sat.fromMinutes().isPresent()
                            ? sat.fromMinutes().getAsInt() + " to "
                            : "")
                        + sat.toMinutes()
                        + " min"));
    told.taken().forEach(each -> words.add("took " + each.what() + " " + each.dose()));
    if (!told.note().isEmpty()) {
      words.add("\"" + told.note() + "\"");
    }
    return String.join("; ", words);
  }

  private static void scales(
      List<String> words, String name, Map<? extends Enum<?>, Integer> scales) {
    if (!scales.isEmpty()) {
      List<String> each = new ArrayList<>();
      scales.forEach(
          (scale, value) ->
              each.add(scale.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + value));
      words.add(name + " " + String.join(", ", each));
    }
  }

  private static String week(WeekBalance week) {
    return "%s  load %s  capacity %s%s%s"
        .formatted(
            week.monday(),
            estimate(week.load()),
            estimate(week.capacity()),
            switch (week.says()) {
              case NOTHING_ANSWERED -> "";
              case NOT_KNOWN -> "  which is greater is not known";
              case LOAD_ABOVE_CAPACITY -> "  load is above capacity";
              case CAPACITY_ABOVE_LOAD -> "  capacity is above load";
            },
            week.flareUps() > 0 ? "  flare-ups: " + week.flareUps() : "");
  }

  private static String estimate(Optional<WeekBalance.Estimate> of) {
    return of.map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%.1f [%.1f to %.1f, %d answers]",
                    each.mean(),
                    each.from(),
                    each.to(),
                    each.answers()))
        .orElse("not answered");
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
