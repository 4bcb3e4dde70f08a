package app.downshift.ui.diary;

import app.downshift.library.CheckIn;
import app.downshift.library.CheckIn.Capacity;
import app.downshift.library.CheckIn.Context;
import app.downshift.library.CheckIn.Load;
import app.downshift.library.ClientRecords;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The newest answer to every question of a check-in, put together from all of them: hints for the
 * next one, and no check-in of any day.
 */
public record LastTold(
    Map<Load, Integer> load,
    Map<Capacity, Integer> capacity,
    Map<Context, Integer> context,
    Optional<CheckIn.PainSince> painSince,
    Optional<CheckIn.Fear> fear,
    OptionalDouble sleepHours,
    Optional<CheckIn.Sat> sat,
    Optional<LocalDate> day) {
  /** Nobody has told anything. */
  public static final LastTold NOTHING =
      new LastTold(
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  public LastTold {
    load = Map.copyOf(load);
    capacity = Map.copyOf(capacity);
    context = Map.copyOf(context);
  }

  /** Of a client. */
  public static LastTold of(ClientRecords records) {
    List<CheckIn> told =
        records.checkIns().stream()
            .map(ClientRecords.Told::checkIn)
            .sorted(Comparator.comparing(CheckIn::day))
            .toList();
    Map<Load, Integer> load = new EnumMap<>(Load.class);
    Map<Capacity, Integer> capacity = new EnumMap<>(Capacity.class);
    Map<Context, Integer> context = new EnumMap<>(Context.class);
    Optional<CheckIn.PainSince> since = Optional.empty();
    Optional<CheckIn.Fear> fear = Optional.empty();
    OptionalDouble sleep = OptionalDouble.empty();
    Optional<CheckIn.Sat> sat = Optional.empty();
    for (CheckIn each : told) {
      load.putAll(each.load());
      capacity.putAll(each.capacity());
      context.putAll(each.context());
      since = each.painSince().isPresent() ? each.painSince() : since;
      fear = each.fears().isEmpty() ? fear : Optional.of(each.fears().get(each.fears().size() - 1));
      sleep = each.sleepHours().isPresent() ? each.sleepHours() : sleep;
      sat = each.sat().isPresent() ? each.sat() : sat;
    }
    Optional<LocalDate> day =
        told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1).day());
    return new LastTold(load, capacity, context, since, fear, sleep, sat, day);
  }
}
