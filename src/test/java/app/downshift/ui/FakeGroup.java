package app.downshift.ui;

import app.downshift.session.Command;
import app.downshift.session.SessionView;
import java.util.List;

/** Sessions on desks, seen as one. */
record FakeGroup(List<Desk.Member> members) implements Desk.Group {
  @Override
  public SessionView view() {
    return members.get(0).running().view();
  }

  @Override
  public void send(Command command) {
    members.forEach(member -> member.running().send(command));
  }

  @Override
  public void close() {
    members.forEach(member -> member.running().close());
  }
}
