package app.downshift.sensor.pulsesensor;

import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Battery;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Info;
import java.util.List;
import java.util.Map;

/**
 * What the coach's records have told so far: a value.
 *
 * @param sequence number of the last record, or −1
 * @param rawMillis the board's clock in it
 * @param millis the same, unwrapped
 * @param told origin and state as last told
 * @param battery charge as last told, or −1
 */
record CoachHistory(long sequence, long rawMillis, long millis, String told, int battery) {
  static final CoachHistory EMPTY = new CoachHistory(-1, 0, 0, "", -1);

  /**
   * The history with a further record of another number; what it changes is added to {@code
   * events}.
   */
  CoachHistory after(CoachRecord record, List<SensorEvent> events) {
    long clock = record.millis();
    if (sequence >= 0 && record.sequence() < sequence) {
      events.add(new Gap(0, GapReason.RESTART, 0));
    } else if (sequence >= 0) {
      if (record.sequence() > sequence + 1) {
        events.add(new Gap(0, GapReason.LOST_LINES, 0));
      }
      clock = millis + (int) (record.millis() - rawMillis);
    }
    String now = record.origin() + ' ' + record.state();
    if (!now.equals(told)) {
      events.add(new Info(0, Map.of("origin", record.origin(), "state", record.state())));
    }
    if (record.battery() >= 0 && record.battery() != battery) {
      events.add(new Battery(0, record.battery()));
    }
    return new CoachHistory(record.sequence(), record.millis(), clock, now, record.battery());
  }
}
