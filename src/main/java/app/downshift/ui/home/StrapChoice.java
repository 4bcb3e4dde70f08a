package app.downshift.ui.home;

import app.downshift.sensor.SensorEvent.Reach;
import app.downshift.sensor.SensorType;
import app.downshift.ui.Desk;
import app.downshift.ui.Desk.InReach;
import app.downshift.ui.Desk.SensorStatus;
import app.downshift.ui.FailureWords;
import app.downshift.ui.theme.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;

/** Which of the straps in reach of a stick: a row for each; and how far it is with a sensor. */
final class StrapChoice {
  private static final int ROWS_OF_STRAPS = 5;

  /** Least strengths in dBm of four, three and two bars. */
  private static final int[] STRENGTHS = {-60, -72, -84};

  private final Desk desk;
  private final Words words;
  private final Map<String, SensorRow> rows = new LinkedHashMap<>();
  private final JPanel list = RowScroll.list(1);
  private String strap = "";
  private boolean worn;

  StrapChoice(Desk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  /** Goes on where another was. */
  void like(StrapChoice before) {
    strap = before.strap;
  }

  List<SensorRow> rows() {
    return List.copyOf(rows.values());
  }

  /** The row that is chosen, if there is one. */
  Optional<SensorRow> chosen() {
    return Optional.ofNullable(rows.get(strap));
  }

  /** Nothing is chosen, in another search. */
  void forget() {
    strap = "";
  }

  /** Begins with no rows. */
  void clear() {
    worn = false;
    rows.clear();
    list.removeAll();
  }

  RowScroll straps() {
    return new RowScroll(list, ROWS_OF_STRAPS);
  }

  static int height() {
    return RowScroll.height(ROWS_OF_STRAPS);
  }

  /** Shows the straps in reach; the one worn last is offered the keyboard, once. */
  void show(boolean ready) {
    for (InReach each : desk.inReach()) {
      SensorRow row = rows.get(each.address());
      if (row == null) {
        row = new SensorRow(each.name(), () -> use(each));
        rows.put(each.address(), row);
        list.add(row);
        list.revalidate();
      }
      row.say(
          each.name().isEmpty() ? each.address() : each.name(),
          (each.name().isEmpty() ? "" : each.address())
              + (each.wornLast() ? words.text("speak.wornLast") : ""));
      int bars = bars(each.rssiDbm());
      row.strength(bars, words.text("speak.signal." + Math.max(0, bars)));
      if (each.wornLast() && !worn && strap.isEmpty() && list.isShowing()) {
        worn = true; // one press of Enter takes it, and none takes another by mistake
        row.requestFocusInWindow();
      }
    }
    if (ready && strap.isEmpty() && rows.size() == 1) {
      strap = rows.keySet().iterator().next(); // an ANT stick took the one it heard
    }
    select();
  }

  /** How far it is, in words. */
  String state(SensorType sensor, SensorStatus status, Optional<Reach> reached, boolean ready) {
    if (ready) {
      return words.text("speak.ready", status.name());
    }
    if (status.state() == SensorStatus.State.TROUBLE) {
      return FailureWords.of(status, words) + " " + words.text("speak.again");
    }
    if (reached.equals(Optional.of(Reach.REFUSED)) && !status.advice().isEmpty()) {
      return words.text("speak.refused", FailureWords.of(status, words));
    }
    if (reached.equals(Optional.of(Reach.SCANNING)) && !rows.isEmpty() && strap.isEmpty()) {
      return words.text("speak.choose");
    }
    String key = "speak." + reached.map(Reach::word).orElse("asking");
    String without = key + (sensor.reachesStraps() ? "" : ".plain");
    return words.text(words.has(without) ? without : key);
  }

  private void use(InReach chosen) {
    strap = chosen.address();
    desk.choose(chosen);
    select();
  }

  private void select() {
    rows.forEach((address, row) -> row.setSelected(address.equals(strap)));
  }

  /** How many bars a strength has; 0 when it is unknown. */
  static int bars(int rssiDbm) {
    if (rssiDbm == 0) {
      return 0;
    }
    int bars = SensorRow.BARS;
    for (int least : STRENGTHS) {
      if (rssiDbm >= least) {
        return bars;
      }
      bars--;
    }
    return bars;
  }
}
