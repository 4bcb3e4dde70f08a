package app.downshift.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is known of a client, merged from the journals of all computers.
 *
 * @param profile the fields that are set; {@link #CODE} always is
 * @param notes oldest first
 * @param checkIns oldest first, as they were told
 * @param sessions those that are complete, or were recovered, oldest first
 * @param begun sessions that are neither, with the seat that began them
 * @param moves where sessions came from and went to
 * @param damage what a person should know, one sentence each
 */
public record ClientRecords(
    ClientId id,
    Map<String, String> profile,
    List<Note> notes,
    List<Told> checkIns,
    List<SessionSummary> sessions,
    List<Begun> begun,
    List<Move> moves,
    List<String> damage) {

  /** The field that names a client on screen. */
  public static final String CODE = "code";

  /** The code of the record that holds sessions for which nobody was chosen yet. */
  public static final String NOBODY = "no-client";

  /** The field of the kind of sensor that was used last. */
  public static final String SENSOR = "sensor";

  /** The field of since when it hurts, in the words of {@link CheckIn.PainSince}. */
  public static final String PAIN_SINCE = "pain-since";

  /** The field of the strap that was worn last behind a kind of sensor. */
  public static String strap(String sensor) {
    return "strap." + sensor;
  }

  /** The field of the name, which need not be set. */
  public static final String NAME = "name";

  public ClientRecords {
    profile = Map.copyOf(profile);
    notes = List.copyOf(notes);
    checkIns = List.copyOf(checkIns);
    sessions = List.copyOf(sessions);
    begun = List.copyOf(begun);
    moves = List.copyOf(moves);
    damage = List.copyOf(damage);
  }

  /** A note of the diary. */
  public record Note(String id, Instant at, String text) {}

  /** A check-in and when it was told. */
  public record Told(String id, Instant at, CheckIn checkIn) {}

  /** A session that was begun. */
  public record Begun(SessionId session, Instant at, String seat) {}

  /** A session that was recorded under another client. */
  public record Move(SessionId session, Instant at, ClientId from, ClientId to) {}

  public String code() {
    return profile.getOrDefault(CODE, "");
  }

  public String name() {
    return profile.getOrDefault(NAME, "");
  }

  /** Load against capacity, week by week. */
  public List<WeekBalance> weeks() {
    return WeekBalance.of(checkIns.stream().map(Told::checkIn).toList());
  }

  ClientRecords withBegun(List<Begun> others) {
    return new ClientRecords(id, profile, notes, checkIns, sessions, others, moves, damage);
  }

  ClientRecords withDamage(List<String> others) {
    return new ClientRecords(id, profile, notes, checkIns, sessions, begun, moves, others);
  }

  /** {@code entries} in any order. */
  static ClientRecords merged(
      ClientId id, Collection<JournalFile.Entry> entries, List<String> damage) {
    Map<String, String> profile = new TreeMap<>();
    Map<String, Note> notes = new LinkedHashMap<>();
    Map<String, Told> checkIns = new LinkedHashMap<>();
    Map<SessionId, SessionSummary> sessions = new LinkedHashMap<>();
    Map<SessionId, Begun> begun = new LinkedHashMap<>();
    Map<SessionId, Boolean> away = new LinkedHashMap<>();
    List<Move> moves = new ArrayList<>();
    List<String> withdrawn = new ArrayList<>();
    entries.stream()
        .sorted((a, b) -> a.stamp().compareTo(b.stamp()))
        .forEach(
            entry -> {
              JournalRecord record = entry.record();
              if (record instanceof JournalRecord.Profile change) {
                profile.putAll(change.fields());
                profile.values().removeIf(String::isEmpty);
              } else if (record instanceof JournalRecord.Note note) {
                notes.put(note.id(), new Note(note.id(), entry.at(), note.text()));
              } else if (record instanceof JournalRecord.Checked checked) {
                checkIns.put(checked.id(), new Told(checked.id(), entry.at(), checked.checkIn()));
              } else if (record instanceof JournalRecord.Withdrawn gone) {
                withdrawn.add(gone.id());
              } else if (record instanceof JournalRecord.SessionBegun one) {
                begun.put(
                    one.session(), new Begun(one.session(), entry.at(), entry.stamp().seat()));
              } else if (record instanceof JournalRecord.SessionKept kept) {
                sessions.put(kept.summary().id(), kept.summary());
              } else if (record instanceof JournalRecord.SessionDiscarded gone) {
                away.put(gone.session(), true);
              } else if (record instanceof JournalRecord.SessionMoved moved) {
                away.put(moved.session(), moved.from().equals(id));
                moves.add(new Move(moved.session(), entry.at(), moved.from(), moved.to()));
              }
            });
    withdrawn.forEach(
        each -> {
          notes.remove(each);
          checkIns.remove(each);
        });
    begun.keySet().removeAll(sessions.keySet());
    away.forEach(
        (session, gone) -> {
          if (gone) {
            sessions.remove(session);
            begun.remove(session);
          }
        });
    List<SessionSummary> inOrder = new ArrayList<>(sessions.values());
    inOrder.sort((a, b) -> a.started().compareTo(b.started()));
    return new ClientRecords(
        id,
        profile,
        List.copyOf(notes.values()),
        List.copyOf(checkIns.values()),
        inOrder,
        List.copyOf(begun.values()),
        moves,
        damage);
  }
}
