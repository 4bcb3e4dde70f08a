package app.downshift.sensor.nonin;

import app.downshift.sensor.PulseFlags;
import app.downshift.sensor.SensorEvent;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.SensorEvent.DeviceTime;
import app.downshift.sensor.SensorEvent.DeviceTime.Moment;
import app.downshift.sensor.SensorEvent.Gap;
import app.downshift.sensor.SensorEvent.GapReason;
import app.downshift.sensor.SensorEvent.Rate;
import app.downshift.sensor.SensorEvent.Waveform;
import app.downshift.sensor.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the frames of formats 2 and 7 say: a sample each, the perfusion flag that is set for 160 ms
 * at every pulse, and one field of a packet of 25 frames.
 *
 * <p>Frames are not numbered; only the mark of a packet's first frame shows that some are missing.
 * So intervals are told when the next packet begins where it should, with the time of the beat in
 * frames since the last gap.
 */
final class NoninStream {
  static final int FRAMES_PER_SECOND = 75;
  static final int FRAMES_PER_PACKET = 25;
  static final int MISSING_RATE = 511;

  static final int DISCONNECTED = 0x40;
  static final int OUT_OF_TRACK = 0x10;
  static final int FINGER_OFF = 0x08;
  static final int PERFUSION = 0x06;
  static final int SYNC = 0x01;

  private static final int HR_HIGH = 0;
  private static final int HR_LOW = 1;
  private static final int SPO2 = 2;
  private static final int REVISION = 3;
  private static final int STATUS_2 = 7;
  private static final int MISSING_SPO2 = 127;
  private static final int UNKNOWN = -1;

  private final Told told;
  private final PulseFlags pulse;
  private final int[] packet;
  private final List<Beat> waiting; // intervals that ended in the packet which is not whole yet
  private int place = UNKNOWN;
  private boolean streaming;
  private boolean tracked = true;
  private long frames;

  NoninStream() {
    this(new Told(), new PulseFlags(FRAMES_PER_SECOND), new int[FRAMES_PER_PACKET], List.of());
  }

  private NoninStream(Told told, PulseFlags pulse, int[] packet, List<Beat> waiting) {
    this.told = told;
    this.pulse = pulse;
    this.packet = packet;
    this.waiting = new ArrayList<>(waiting);
  }

  NoninStream copy() {
    NoninStream same = new NoninStream(told.copy(), pulse.copy(), packet.clone(), waiting);
    same.place = place;
    same.streaming = streaming;
    same.tracked = tracked;
    same.frames = frames;
    return same;
  }

  /** Bytes before this frame were no frames. */
  void broken(List<SensorEvent> events) {
    if (streaming) {
      gap(GapReason.CHECKSUM, events);
    }
  }

  private void gap(GapReason reason, List<SensorEvent> events) {
    events.add(new Gap(0, reason, 0));
    restart();
  }

  private void restart() {
    pulse.broken();
    waiting.clear();
    place = UNKNOWN;
    frames = 0;
  }

  void frame(NoninRecords.Format kind, int status, int pleth, int data, List<SensorEvent> events) {
    streaming = true;
    String mode = kind.mode;
    told.info(mode, Map.of(), events);
    if ((status & SYNC) != 0) {
      if (place != UNKNOWN && place != FRAMES_PER_PACKET) {
        gap(GapReason.LOST_LINES, events);
      }
      events.addAll(waiting);
      waiting.clear();
      place = 0;
    } else if (place == FRAMES_PER_PACKET) {
      gap(GapReason.LOST_LINES, events); // the packet should have begun here
    }
    events.add(new Waveform(0, "ppg", FRAMES_PER_SECOND, new int[] {pleth}));
    boolean contact = (status & (FINGER_OFF | DISCONNECTED)) == 0;
    if (!contact && !told.contactLost()) {
      pulse.broken();
      waiting.clear();
    }
    told.contact(contact, events);
    track((status & OUT_OF_TRACK) == 0, events);
    frames++;
    beat(status, contact);
    if (place != UNKNOWN) {
      packet[place++] = data;
      if (place == FRAMES_PER_PACKET) {
        whole(mode, contact, events);
      }
    }
  }

  /** Out of track the device finds no good pulses: what it flags then are no beats. */
  private void track(boolean now, List<SensorEvent> events) {
    if (tracked && !now && !told.contactLost()) {
      events.add(new Gap(0, GapReason.LOST_BEATS, 0));
      pulse.broken();
      waiting.clear();
    }
    tracked = now;
  }

  private void beat(int status, boolean contact) {
    double rrMillis = pulse.frame((status & PERFUSION) != 0);
    if (!contact || !tracked) {
      pulse.broken();
    } else if (place != UNKNOWN && !Double.isNaN(rrMillis)) {
      long millis = Math.round(frames * 1000.0 / FRAMES_PER_SECOND);
      Optional<DeviceTime> at = Optional.of(new DeviceTime(millis, Moment.BEAT));
      waiting.add(new Beat(0, rrMillis, 0, 0, at, false));
    }
  }

  private void whole(String mode, boolean contact, List<SensorEvent> events) {
    int bpm = (packet[HR_HIGH] & 3) << 7 | (packet[HR_LOW] & 0x7F);
    Map<String, String> fields = new TreeMap<>();
    fields.put("revision", Integer.toString(packet[REVISION]));
    if (packet[SPO2] != MISSING_SPO2) {
      fields.put("spo2", Integer.toString(packet[SPO2]));
    }
    if ((packet[STATUS_2] & 1) != 0) {
      fields.put("battery", "low");
    }
    told.info(mode, fields, events);
    told.rate(contact && bpm != MISSING_RATE ? bpm : 0, events);
  }

  /** Format 8: four bytes with rate and saturation, no beats. */
  void rates(byte[] bytes, int at, List<SensorEvent> events) {
    int bpm = (bytes[at] & 3) << 7 | bytes[at + 1];
    boolean contact = (bytes[at + 3] & FINGER_OFF) == 0;
    Map<String, String> fields = new TreeMap<>();
    if (bytes[at + 2] != MISSING_SPO2) {
      fields.put("spo2", Integer.toString(bytes[at + 2]));
    }
    if ((bytes[at + 3] & 1) != 0) {
      fields.put("battery", "low");
    }
    told.info(NoninRecords.Format.DF8.mode, fields, events);
    told.contact(contact, events);
    if (contact && bpm != MISSING_RATE) {
      events.add(new Rate(0, bpm));
    }
  }
}
