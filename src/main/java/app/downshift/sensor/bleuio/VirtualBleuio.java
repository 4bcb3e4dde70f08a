package app.downshift.sensor.bleuio;

import app.downshift.sensor.heartrate.VirtualStrap;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.Outbox;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A BleuIO stick with a strap of a virtual heart in reach, a second strap further away, and a
 * telephone. It was left connected by a program that crashed. A crossing puts a stray {@code OK}
 * and a prompt before the answer.
 */
public final class VirtualBleuio implements VirtualDevice {
  private static final String STRAP = "[1]EC:EA:02:85:D9:7A";
  private static final String VALUE = "0023";
  private static final String LEVEL = "0032";
  private static final String SERVICES =
      """
      0001 serv 1800
      0021 serv 180d
      0022 char 2a37 prop=10 (-N--)
      0023 ---- 2a37
      0024 desc 2902
      0025 char 2a38 prop=02 (--R-)
      0026 ---- 2a38
      0030 serv 180f
      0031 char 2a19 prop=12 (-NR-)
      0032 ---- 2a19
      0033 desc 2902
      handle_evt_gattc_browse_completed: conn_idx=0000 status=0
      """;
  private static final long ANSWER_MICROS = 10_000;
  private static final long SCAN_MICROS = 3_000_000;
  private static final long CONNECTING_MICROS = 400_000;
  private static final long AWAY_MICROS = 3_000_000;
  private static final int LONGEST_COMMAND = 200;

  private final VirtualStrap strap;
  private final FaultPlan faults;
  private final Outbox out = new Outbox();
  private final StringBuilder command = new StringBuilder();
  private boolean connected = true;
  private boolean notifying;
  private long backAtMicros;
  private long connectsAtMicros = Long.MAX_VALUE;

  public VirtualBleuio(VirtualHeart heart, List<Fault> faults) {
    strap = new VirtualStrap(heart);
    this.faults = new FaultPlan(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\r') {
        obey(command.toString(), atMicros + ANSWER_MICROS);
        command.setLength(0);
      } else if (bytes[i] >= ' ' && command.length() < LONGEST_COMMAND) {
        command.append((char) bytes[i]);
      }
    }
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    if (faults.happens(Kind.SPLIT, nowMicros / 1e6)) {
      out.splitFromNowOn();
    }
    if (Math.max(connectsAtMicros, backAtMicros) <= nowMicros) {
      connected = true;
      print(nowMicros, "handle_evt_gap_connected: conn_idx=0000\nCONNECTED.\n");
      connectsAtMicros = Long.MAX_VALUE;
    }
    for (var value = strap.due(nowMicros); value.isPresent(); value = strap.due(nowMicros)) {
      if (connected && notifying) {
        long at = value.get().atMicros();
        print(at, notification(value.get().bytes()));
        if (faults.happens(Kind.LINK_LOSS, at / 1e6)) {
          connected = false;
          notifying = false;
          backAtMicros = at + AWAY_MICROS;
          print(
              at + ANSWER_MICROS,
              "handle_evt_gap_disconnected: conn_idx=0000 reason=8\nDISCONNECTED.\n");
        }
      }
    }
    return out.due(nowMicros);
  }

  private static String notification(byte[] value) {
    return "handle_evt_gattc_notification: conn_idx=0000 handle=%s length=%d\nHex: 0x%s\nSize: %d\n"
        .formatted(
            VALUE, value.length, HexFormat.of().withUpperCase().formatHex(value), value.length);
  }

  private void obey(String words, long at) {
    double seconds = at / 1e6;
    if (faults.happens(Kind.NO_ANSWER, seconds)) {
      return;
    }
    print(at, words + "\n");
    if (faults.happens(Kind.CROSSING, seconds)) {
      print(at, "OK\n>\n");
    }
    String name = words.replaceAll("=.*", "");
    if (faults.happens(Kind.REFUSAL, seconds)) {
      print(at, "ERROR\n");
      return;
    }
    switch (name) {
      case "AT", "ATV0", "AT+CENTRAL" -> print(at, "OK\n");
      case "AT+CANCELCONNECT" -> {
        print(at, connectsAtMicros < Long.MAX_VALUE ? "OK\n" : "ERROR\n");
        connectsAtMicros = Long.MAX_VALUE;
      }
      case "AT+GAPDISCONNECT" -> {
        print(at, connected ? "OK\nhandle_evt_gap_disconnected: conn_idx=0000\n" : "ERROR\n");
        connected = false;
        notifying = false;
      }
      case "AT+GAPSCAN" -> scan(at);
      case "AT+GAPCONNECT" -> {
        print(at, connected ? "ERROR\n" : "OK\n");
        boolean near = words.endsWith(STRAP); // the others never answer
        connectsAtMicros = near && !connected ? at + CONNECTING_MICROS : Long.MAX_VALUE;
      }
      case "AT+GETSERVICES" -> print(at, connected ? "OK\n" + SERVICES : "ERROR\n");
      case "AT+SETNOTI" -> {
        notifying = connected && words.endsWith(VALUE);
        print(
            at,
            notifying
                ? "OK\nhandle_evt_gattc_write_completed: conn_idx=0000 handle=0024 status=0x00\n"
                : "ERROR\n");
      }
      case "AT+GATTCREAD" ->
          print(
              at,
              connected && words.endsWith(LEVEL)
                  ? "OK\nhandle_evt_gattc_read_completed: conn_idx=0000 handle="
                      + LEVEL
                      + " offset=0000 status=0x00\nValue read: W\nHex: 0x57\nSize: 1\n"
                  : "ERROR\n");
      default -> print(at, "ERROR\n");
    }
  }

  private void scan(long at) {
    if (connected) {
      print(at, "ERROR\n");
      return;
    }
    print(at, "SCANNING...\n");
    String found = at >= backAtMicros ? STRAP + "  RSSI: -58 (Polar H10 0285D97A)" : "";
    print(at + 100_000, "[01] Device: [0]56:4A:24:EA:BE:79  RSSI: -50 (Telephone)\n");
    if (!found.isEmpty()) {
      print(at + 400_000, "[02] Device: " + found + "\n");
    }
    print(at + 900_000, "[03] Device: [0]D0:5B:A1:09:44:31  RSSI: -81 (HRM2)\n");
    print(at + 950_000, "[04] Device: [1]4D:5B:A1:09:44:31  RSSI: -83\n");
    print(at + SCAN_MICROS, "SCAN COMPLETE\n");
  }

  private void print(long at, String lines) {
    out.put(at, ("\n" + lines).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
