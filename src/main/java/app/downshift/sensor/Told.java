package app.downshift.sensor;

import app.downshift.sensor.SensorEvent.Battery;
import app.downshift.sensor.SensorEvent.Contact;
import app.downshift.sensor.SensorEvent.Info;
import app.downshift.sensor.SensorEvent.Rate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a device repeats in every record and a decoder tells only when it changes: contact, battery,
 * rate, mode and further fields. Mutable; part of the {@link Records} that use it.
 */
public final class Told {
  private int contact = -1;
  private int battery = -1;
  private int bpm = -1;
  private String mode = "";
  private Map<String, String> fields = Map.of();

  /** The same memory, free to go another way. */
  public Told copy() {
    Told same = new Told();
    same.contact = contact;
    same.battery = battery;
    same.bpm = bpm;
    same.mode = mode;
    same.fields = fields;
    return same;
  }

  /** Contact as it is now. Without contact a rate is told anew when it comes back. */
  public void contact(boolean on, List<SensorEvent> events) {
    int now = on ? 1 : 0;
    if (now != contact) {
      contact = now;
      bpm = on ? bpm : -1;
      events.add(new Contact(0, on));
    }
  }

  /** Whether contact was told to be lost. */
  public boolean contactLost() {
    return contact == 0;
  }

  /** Charge in percent. */
  public void battery(int percent, List<SensorEvent> events) {
    if (percent != battery) {
      battery = percent;
      events.add(new Battery(0, percent));
    }
  }

  /** A rate in whole beats per minute; 0 and below are no rate. */
  public void rate(int now, List<SensorEvent> events) {
    if (now != bpm) {
      bpm = now;
      if (now > 0) {
        events.add(new Rate(0, now));
      }
    }
  }

  /**
   * How the device speaks, and what else it says of itself: the mode stands in every such event.
   */
  public void info(String mode, Map<String, String> further, List<SensorEvent> events) {
    if (mode.equals(this.mode) && (further.isEmpty() || further.equals(fields))) {
      return;
    }
    this.mode = mode;
    fields = further;
    Map<String, String> all = new TreeMap<>(further);
    all.put("mode", mode);
    events.add(new Info(0, all));
  }
}
