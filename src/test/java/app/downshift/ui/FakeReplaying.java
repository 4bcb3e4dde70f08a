package app.downshift.ui;

import app.downshift.recording.Tape;
import app.downshift.session.Command;
import app.downshift.session.SessionView;
import java.util.Queue;

/** A replay of the sample recording that does at once what it is asked to, and writes it down. */
public final class FakeReplaying implements Desk.Replaying {
  private final Queue<Object> asked;
  private volatile SessionView view;
  private double speed = 1;

  public FakeReplaying(SessionView first, Queue<Object> asked) {
    this.view = first;
    this.asked = asked;
  }

  @Override
  public SessionView view() {
    return view;
  }

  @Override
  public void send(Command command) {
    asked.add(command);
  }

  @Override
  public void close() {
    asked.add("closed");
  }

  @Override
  public Tape tape() {
    return SampleTape.tape();
  }

  @Override
  public void play() {
    at(micros(), speed);
    asked.add("play");
  }

  @Override
  public void hold() {
    at(micros(), 0);
    asked.add("hold");
  }

  @Override
  public void speed(double timesRealTime) {
    speed = timesRealTime;
    at(micros(), view.time().rate() == 0 ? 0 : speed);
    asked.add("speed " + timesRealTime);
  }

  @Override
  public void seek(long micros) {
    at(micros, view.time().rate());
    asked.add("seek " + Math.round(micros / 1e6));
  }

  /** Lets another view be the newest. */
  void show(SessionView next) {
    view = next;
  }

  private long micros() {
    return view.snapshot().atMicros();
  }

  private void at(long micros, double rate) {
    view = SampleTape.view(micros, System.nanoTime(), rate);
  }
}
