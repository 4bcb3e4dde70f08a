package app.downshift.sensor.heartrate;

import app.downshift.sensor.Canon;
import app.downshift.sensor.SensorEvent.Beat;
import app.downshift.sensor.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A heart rate value of the vectors in the words of {@link Canon}. */
public final class HeartRateWords {
  private HeartRateWords() {}

  /** What an expected line says; what cannot be an interval is rejected. */
  public static List<String> of(String line) {
    Map<String, String> fields = Vectors.fields(line);
    List<String> words = new ArrayList<>();
    if (fields.get("kind").equals("reject")) {
      return List.of("rejected short");
    }
    boolean off = fields.get("contact").equals("no");
    if (off) {
      words.add("contact off");
    }
    double bpm = Double.parseDouble(fields.get("hr"));
    if (bpm > 0 && !off) {
      words.add(Canon.rate(bpm));
    }
    for (String millis : fields.get("rr_ms").split(",")) {
      if (!millis.isEmpty()) {
        double rr = Double.parseDouble(millis);
        words.add(Beat.possible(rr) ? Canon.beat(0, rr, false) : "rejected impossible");
      }
    }
    if (fields.containsKey("trailing")) {
      words.add("rejected trailing");
    }
    return words;
  }
}
