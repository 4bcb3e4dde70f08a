package app.downshift.app;

import app.downshift.recording.WaveformLines;
import app.downshift.sensor.SensorEvent;
import app.downshift.session.Command;
import app.downshift.session.SessionEvent;
import app.downshift.session.SessionInput;
import app.downshift.session.SessionPlan;
import app.downshift.session.Timeline;
import java.util.List;

/**
 * The way of everything that was heard or wished for into the engine. Samples go in blocks, so that
 * the file, which holds what went in, does not need a line for each.
 */
final class Intake {
  private final Timeline timeline;
  private final WaveformLines waveforms;

  Intake(SessionPlan plan, Timeline timeline) {
    this.timeline = timeline;
    waveforms = new WaveformLines(!plan.traits().waveformModes().isEmpty());
  }

  void sensed(SensorEvent event, long atMicros) {
    if (event instanceof SensorEvent.Waveform wave) {
      take(waveforms.add(atMicros, wave));
      return;
    }
    if (!(event instanceof SensorEvent.Beat || event instanceof SensorEvent.Rate)) {
      take(waveforms.rest()); // it may say that samples are missing from here
    }
    timeline.take(new SessionInput.Sensed(event), atMicros);
  }

  void wished(Command command, long atMicros) {
    take(waveforms.rest());
    timeline.take(new SessionInput.Commanded(command), atMicros);
  }

  /** Samples that came too late for the engine, placed where a replay leaves them aside as well. */
  List<SessionEvent> rest(long endMicros) {
    return waveforms.rest().stream()
        .map(block -> (SessionEvent) new SessionEvent.Sensed(endMicros, block.event()))
        .toList();
  }

  private void take(List<SessionEvent.Sensed> blocks) {
    for (SessionEvent.Sensed block : blocks) {
      timeline.take(new SessionInput.Sensed(block.event()), block.atMicros());
    }
  }
}
