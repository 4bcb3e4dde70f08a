package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.session.Command;
import app.downshift.session.SessionState;
import app.downshift.session.SessionView;
import app.downshift.session.Snapshot;
import app.downshift.ui.Desk;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Several sessions that began together, seen as one. */
final class GroupSession implements Host.Followed, Desk.Group {
  private static final Comparator<SessionView> PROGRESS =
      Comparator.<SessionView>comparingInt(
              view -> view.snapshot().state() instanceof SessionState.Ended ? 0 : 1)
          .thenComparingInt(view -> view.snapshot().phase())
          .thenComparingDouble(view -> view.snapshot().current().doneSeconds());

  private final List<Desk.Member> members;
  private final List<Host.Followed> sessions;

  /** The names and the sessions, in one order. */
  GroupSession(List<String> names, List<Host.Followed> sessions) {
    this.sessions = List.copyOf(sessions);
    members =
        java.util.stream.IntStream.range(0, names.size())
            .mapToObj(i -> new Desk.Member(names.get(i), sessions.get(i)))
            .toList();
  }

  @Override
  public List<Desk.Member> members() {
    return members;
  }

  /** The one that is furthest: all others follow it. */
  @Override
  public SessionView view() {
    return sessions.stream().map(Desk.Running::view).max(PROGRESS).orElseThrow();
  }

  /** To all that are not over. */
  @Override
  public void send(Command command) {
    for (Host.Followed session : sessions) {
      Snapshot now = session.view().snapshot();
      if (!(now.state() instanceof SessionState.Ended)) {
        session.send(command);
      }
    }
  }

  @Override
  public void close() {
    sessions.forEach(Desk.Running::close);
  }

  @Override
  public boolean awaitEnd(long millis) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Host.Followed session : sessions) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (!session.awaitEnd(Math.max(0, left))) {
        return false;
      }
    }
    return true;
  }
}
