package app.downshift.app;

import app.downshift.cli.Host;
import app.downshift.session.Command;
import app.downshift.session.SessionView;
import app.downshift.ui.Recording;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The side of a session or replay that other threads see: the newest view, wishes, and the end. */
abstract class Playing implements Host.Followed, Runnable {
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile SessionView view;
  private volatile Optional<Recording> recording = Optional.empty();

  Playing(SessionView first) {
    view = first;
  }

  /** Session thread: shows a view to everybody. */
  final void publish(SessionView next) {
    view = next;
  }

  /** Session thread: the next wish, if there is one. */
  final Optional<Command> nextCommand() {
    return Optional.ofNullable(commands.poll());
  }

  /** Session thread: nothing more will happen. */
  final void finish() {
    over.countDown();
  }

  /** Tells where it is kept. */
  final void keptAs(Recording where) {
    recording = Optional.of(where);
  }

  @Override
  public final Optional<Recording> recording() {
    return recording;
  }

  @Override
  public final SessionView view() {
    return view;
  }

  @Override
  public final void send(Command command) {
    commands.add(command);
  }

  @Override
  public final void close() {
    send(new Command.Stop());
  }

  @Override
  public final boolean awaitEnd(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }
}
