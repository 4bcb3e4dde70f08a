package app.downshift.library;

import app.downshift.recording.LineAppender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions that this program writes, or whose last lines wait for the disk. */
final class SessionsUnderWay {
  private final Map<SessionId, One> all = new HashMap<>();

  /** One of them. */
  record One(SessionId session, ClientId client, LineAppender out) {
    boolean waits() {
      return out.trouble().isPresent();
    }
  }

  void add(One one) {
    all.put(one.session(), one);
  }

  Optional<One> get(SessionId session) {
    return Optional.ofNullable(all.get(session));
  }

  void remove(SessionId session) {
    all.remove(session);
  }

  boolean has(SessionId session) {
    return all.containsKey(session);
  }

  boolean of(ClientId client) {
    return all.values().stream().anyMatch(each -> each.client().equals(client));
  }

  boolean none() {
    return all.isEmpty();
  }

  /** Those of which lines wait. */
  List<One> waiting() {
    return all.values().stream().filter(One::waits).toList();
  }

  /** Those that are over, but for lines that wait. */
  List<One> closing() {
    return all.values().stream().filter(each -> each.out().closing()).toList();
  }

  void refuseIfUnderWay(SessionId session) throws LibraryUnavailable {
    if (has(session)) {
      throw LibraryUnavailable.refused(
          LibraryUnavailable.Matter.UNDER_WAY,
          session.text(),
          "the session is under way",
          "end it first");
    }
  }
}
