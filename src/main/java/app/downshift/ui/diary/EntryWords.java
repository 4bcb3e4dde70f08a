package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.ui.theme.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an entry of the diary holds, in a few words. */
final class EntryWords {
  private final Words words;
  private final DoingWords days;

  EntryWords(Words words) {
    this.words = words;
    days = new DoingWords(words);
  }

  /** One line for each kind of thing that was told. */
  String of(Diary.Entry entry) {
    List<String> lines = new ArrayList<>();
    entry
        .checkIn()
        .ifPresent(
            told -> {
              scales(lines, "diary.plot.load", "checkin.load", told.load());
              scales(lines, "diary.plot.capacity", "checkin.capacity", told.capacity());
              told.flareUps().forEach(each -> lines.add(flareUp(each)));
              if (!told.progress().isEmpty()) {
                lines.add(
                    String.join(
                        ", ",
                        told.progress().stream()
                            .map(each -> words.text("checkin.progress." + word(each)))
                            .toList()));
              }
              numbers(lines, told);
              scales(lines, "checkin.context.heading", "checkin.context", told.context());
              told.painSince()
                  .ifPresent(
                      since ->
                          lines.add(
                              named(
                                  "checkin.since.heading",
                                  words.text("checkin.since." + word(since)))));
              told.fears()
                  .forEach(
                      each ->
                          lines.add(
                              words.text(
                                  "diary.entry.fear",
                                  each.activity()
                                      + (each.step().isEmpty() ? "" : " (" + each.step() + ")"),
                                  each.howMuch())));
              told.taken()
                  .forEach(
                      each ->
                          lines.add(
                              named(
                                  "checkin.taken.heading",
                                  (each.what() + " " + each.dose()).strip())));
            });
    if (!entry.note().isBlank()) {
      lines.add(words.text("diary.entry.note", entry.note()));
    }
    return String.join("\n", lines);
  }

  private void numbers(List<String> lines, CheckIn told) {
    told.sleepHours()
        .ifPresent(
            hours ->
                lines.add(
                    named("doing.slept", words.text("doing.sleep.one", words.brief(hours, 2)))));
    told.sat()
        .ifPresent(
            sat ->
                lines.add(
                    named(
                        "checkin.sat",
                        sat.fromMinutes().isPresent()
                            ? words.text(
                                "doing.sat.fromTo",
                                words.count(sat.fromMinutes().getAsInt()),
                                words.count(sat.toMinutes()))
                            : words.text("doing.sat.to", words.count(sat.toMinutes())))));
  }

  private String flareUp(CheckIn.FlareUp flareUp) {
    List<String> parts = new ArrayList<>();
    parts.add(days.day(flareUp.began()));
    flareUp.hours().ifPresent(hours -> parts.add(days.length(hours)));
    flareUp.worst().ifPresent(worst -> parts.add(words.text("doing.flareUps.worst", worst)));
    return named("checkin.flare.heading", String.join(", ", parts));
  }

  private <E extends Enum<E>> void scales(
      List<String> lines, String title, String key, Map<E, Integer> scales) {
    if (!scales.isEmpty()) {
      List<String> each = new ArrayList<>();
      scales.forEach((scale, value) -> each.add(words.text(key + "." + word(scale)) + " " + value));
      lines.add(named(title, String.join(", ", each)));
    }
  }

  private String named(String title, String what) {
    return words.text("diary.entry.named", words.text(title), what);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
