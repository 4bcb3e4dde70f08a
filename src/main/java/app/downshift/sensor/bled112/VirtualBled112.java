package app.downshift.sensor.bled112;

import app.downshift.sensor.bled112.Bgapi.Service;
import app.downshift.sensor.heartrate.VirtualStrap;
import app.downshift.sensor.virtual.Fault;
import app.downshift.sensor.virtual.Fault.Kind;
import app.downshift.sensor.virtual.FaultPlan;
import app.downshift.sensor.virtual.Outbox;
import app.downshift.sensor.virtual.TimedBytes;
import app.downshift.sensor.virtual.VirtualDevice;
import app.downshift.sensor.virtual.VirtualHeart;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A BLED112 stick with a strap of a virtual heart in reach, a second strap further away, and a
 * beacon that is none. It was left scanning, and connected to both straps, by a program that
 * crashed. Its handles are not those of any real strap that somebody might have written down.
 */
public final class VirtualBled112 implements VirtualDevice {
  private static final byte[] STRAP = octets("7A D9 85 02 EA EC");
  private static final byte[] FAR_STRAP = octets("31 44 09 A1 5B D0");
  private static final byte[] BEACON = octets("79 BE EA 24 4A 56");
  private static final byte[] STRAP_SAYS = octets("02 01 06 03 02 0D 18");
  private static final byte[] FAR_STRAP_SAYS = octets("03 03 0D 18 05 09 48 52 4D 32");
  private static final byte[] BEACON_SAYS = octets("03 03 9F FE");
  private static final byte[] NAME =
      octets("13 09 50 6F 6C 61 72 20 48 31 30 20 30 32 38 35 44 39 37 41"); // Polar H10 0285D97A
  private static final int NEAR_DBM = -58;
  private static final int FAR_DBM = -81;

  private static final Service ACCESS = new Service(0x01, 0x07);
  private static final Service HEART = new Service(0x21, 0x26);
  private static final Service BATTERY = new Service(0x30, 0x33);
  private static final int VALUE = 0x23;
  private static final int CONFIGURATION = 0x24;
  private static final int LEVEL = 0x32;
  private static final byte[] PERCENT = {87};

  private static final int CONNECTIONS = 3;
  private static final int FAR_CONNECTION = 1;
  private static final int ESTABLISHED = 5;
  private static final int ADVERTISING = 0;
  private static final int SCAN_ANSWER = 4;
  private static final int WRONG_STATE = 0x0181;
  private static final int NOT_CONNECTED = 0x0186;
  private static final int SUPERVISION_TIMEOUT = 0x0208;
  private static final int ENDED_HERE = 0x0216;
  private static final int NOT_ESTABLISHED = 0x023E;
  private static final long ANSWER_MICROS = 2_000;
  private static final long CONNECTING_MICROS = 150_000;
  private static final long ADVERTISING_MICROS = 250_000;
  private static final long AWAY_MICROS = 3_000_000;

  private final VirtualStrap strap;
  private final FaultPlan faults;
  private final Outbox out = new Outbox();
  private byte[] unfinished = {};
  private boolean scanning = true;
  private boolean connected = true;
  private boolean connectedToFar = true;
  private boolean calling;
  private boolean notifying;
  private boolean failNextCall;
  private long nextAdvertisingMicros;
  private long connectsAtMicros;
  private long backAtMicros;

  public VirtualBled112(VirtualHeart heart, List<Fault> faults) {
    strap = new VirtualStrap(heart);
    this.faults = new FaultPlan(faults);
  }

  @Override
  public void told(byte[] bytes, int length, long atMicros) {
    byte[] all = Arrays.copyOf(unfinished, unfinished.length + length);
    System.arraycopy(bytes, 0, all, unfinished.length, length);
    int at = 0;
    while (all.length - at >= BgapiPacket.HEAD
        && all.length - at >= BgapiPacket.HEAD + (all[at + 1] & 0xFF)) {
      int end = at + BgapiPacket.HEAD + (all[at + 1] & 0xFF);
      obey(Arrays.copyOfRange(all, at, end), atMicros + ANSWER_MICROS);
      at = end;
    }
    unfinished = Arrays.copyOfRange(all, at, all.length);
  }

  @Override
  public Optional<TimedBytes> due(long nowMicros) {
    if (faults.happens(Kind.SPLIT, nowMicros / 1e6)) {
      out.splitFromNowOn();
    }
    advertise(nowMicros);
    connect(nowMicros);
    for (var value = strap.due(nowMicros); value.isPresent(); value = strap.due(nowMicros)) {
      if (connected && notifying) {
        long at = value.get().atMicros();
        out.put(at, attribute(VALUE, 1, value.get().bytes()));
        if (faults.happens(Kind.LINK_LOSS, at / 1e6)) {
          breakLink(at);
        }
      }
    }
    return out.due(nowMicros);
  }

  private void breakLink(long at) {
    out.put(at + ANSWER_MICROS, disconnected(SUPERVISION_TIMEOUT));
    connected = false;
    notifying = false;
    failNextCall = true;
    backAtMicros = at + AWAY_MICROS;
  }

  private void advertise(long nowMicros) {
    while (nextAdvertisingMicros <= nowMicros) {
      long at = nextAdvertisingMicros;
      nextAdvertisingMicros += ADVERTISING_MICROS;
      if (!scanning) {
        continue;
      }
      out.put(at, sighting(BEACON, 1, -70, ADVERTISING, BEACON_SAYS));
      if (at >= backAtMicros && !connected) {
        out.put(at, sighting(STRAP, 1, NEAR_DBM, ADVERTISING, STRAP_SAYS));
        out.put(at, sighting(STRAP, 1, NEAR_DBM, SCAN_ANSWER, NAME));
      }
      if (!connectedToFar) {
        out.put(at, sighting(FAR_STRAP, 0, FAR_DBM, ADVERTISING, FAR_STRAP_SAYS));
      }
    }
  }

  private void connect(long nowMicros) {
    long at = Math.max(connectsAtMicros, backAtMicros);
    if (!calling || at > nowMicros) {
      return;
    }
    calling = false;
    if (failNextCall) {
      failNextCall = false;
      out.put(at, disconnected(NOT_ESTABLISHED));
      return;
    }
    connected = true;
    out.put(at, status(0, ESTABLISHED, STRAP));
  }

  private void obey(byte[] command, long at) {
    double seconds = at / 1e6;
    if (faults.happens(Kind.NO_ANSWER, seconds)) {
      return;
    }
    if (faults.happens(Kind.CROSSING, seconds)) {
      out.put(at - 1, sighting(BEACON, 1, -70, ADVERTISING, BEACON_SAYS));
    }
    int kind = command[2] << 8 | command[3];
    boolean refused = kind >= 0x300 && faults.happens(Kind.REFUSAL, seconds);
    switch (kind) {
      case 0x000 -> {
        out.put(at + 500_000, Bgapi.event(0, 0, octets("01 00 03 00 02 00 7A 00 03 00 01 01")));
      }
      case 0x001 -> answer(at, command);
      case 0x006 -> {
        answer(at, command, (byte) CONNECTIONS);
        out.put(at, status(0, connected ? 1 : 0, STRAP));
        out.put(at, status(FAR_CONNECTION, connectedToFar ? 1 : 0, FAR_STRAP));
        out.put(at, status(FAR_CONNECTION + 1, 0, new byte[FAR_STRAP.length]));
      }
      case 0x300 -> disconnect(at, command);
      case 0x401 -> {
        if (accept(at, command, refused)) {
          out.put(at, group(ACCESS, 0x1800));
          out.put(at, group(HEART, 0x180D));
          out.put(at, group(BATTERY, 0x180F));
          out.put(at, completed(0, 0));
        }
      }
      case 0x403 -> {
        if (accept(at, command, refused)) {
          handles(at, command[5] & 0xFF);
        }
      }
      case 0x404 -> {
        if (accept(at, command, refused)) {
          out.put(at, attribute(command[5] & 0xFF, 0, PERCENT));
        }
      }
      case 0x405 -> {
        if (accept(at, command, refused)) {
          int handle = command[5] & 0xFF;
          notifying = handle == CONFIGURATION ? command[8] == 1 : notifying;
          out.put(at + ANSWER_MICROS, completed(0, handle));
        }
      }
      case 0x601, 0x607 -> answer(at, command, result(0));
      case 0x602 -> {
        answer(at, command, result(refused || calling ? WRONG_STATE : 0));
        scanning = !refused && !calling;
        nextAdvertisingMicros = at + ANSWER_MICROS;
      }
      case 0x603 -> call(at, command, refused);
      case 0x604 -> {
        answer(at, command, result(scanning || calling ? 0 : WRONG_STATE));
        scanning = false;
        calling = false;
      }
      default -> answer(at, command);
    }
  }

  private void call(long at, byte[] command, boolean refused) {
    answer(at, command, new byte[] {(byte) (refused ? 0x81 : 0), (byte) (refused ? 1 : 0), 0});
    boolean near = Arrays.equals(command, 4, 10, STRAP, 0, 6);
    if (!refused && near) { // the other strap never answers
      connectsAtMicros = at + CONNECTING_MICROS;
    } else {
      connectsAtMicros = Long.MAX_VALUE;
    }
    calling = !refused;
  }

  private void disconnect(long at, byte[] command) {
    if (command[4] == FAR_CONNECTION) {
      answer(at, command, ofFar(connectedToFar ? 0 : NOT_CONNECTED));
      if (connectedToFar) {
        out.put(at + ANSWER_MICROS, Bgapi.event(3, 4, ofFar(ENDED_HERE)));
      }
      connectedToFar = false;
      return;
    }
    int result = connected ? 0 : NOT_CONNECTED;
    answer(at, command, ofConnection(result));
    if (connected) {
      out.put(at + ANSWER_MICROS, disconnected(ENDED_HERE));
    }
    connected = false;
    notifying = false;
  }

  private void handles(long at, int first) {
    if (first == HEART.first()) {
      out.put(at, handle(0x21, 0x2800));
      out.put(at, handle(0x22, 0x2803));
      out.put(at, handle(VALUE, 0x2A37));
      out.put(at, handle(CONFIGURATION, 0x2902));
      out.put(at, handle(0x25, 0x2803));
      out.put(at, handle(0x26, 0x2A38));
    } else {
      out.put(at, handle(0x30, 0x2800));
      out.put(at, handle(0x31, 0x2803));
      out.put(at, handle(LEVEL, 0x2A19));
      out.put(at, handle(0x33, 0x2902));
    }
    out.put(at, completed(0, first));
  }

  private boolean accept(long at, byte[] command, boolean refused) {
    int result = refused ? WRONG_STATE : connected ? 0 : NOT_CONNECTED;
    answer(at, command, ofConnection(result));
    return result == 0;
  }

  private void answer(long at, byte[] command, byte... payload) {
    out.put(at, Bgapi.packet(command[2], command[3], payload));
  }

  private static byte[] result(int code) {
    return new byte[] {(byte) code, (byte) (code >> 8)};
  }

  private static byte[] ofFar(int code) {
    return new byte[] {FAR_CONNECTION, (byte) code, (byte) (code >> 8)};
  }

  private static byte[] ofConnection(int code) {
    return new byte[] {0, (byte) code, (byte) (code >> 8)};
  }

  private static byte[] disconnected(int reason) {
    return Bgapi.event(3, 4, ofConnection(reason));
  }

  private static byte[] status(int connection, int flags, byte[] address) {
    byte[] head = {(byte) connection, (byte) flags};
    return Bgapi.event(3, 0, join(head, address, octets("01 30 00 00 01 00 00 FF")));
  }

  private static byte[] completed(int result, int handle) {
    return Bgapi.event(4, 1, new byte[] {0, (byte) result, (byte) (result >> 8), (byte) handle, 0});
  }

  private static byte[] group(Service service, int uuid) {
    byte first = (byte) service.first();
    byte last = (byte) service.last();
    return Bgapi.event(4, 2, new byte[] {0, first, 0, last, 0, 2, (byte) uuid, (byte) (uuid >> 8)});
  }

  private static byte[] handle(int handle, int uuid) {
    return Bgapi.event(4, 4, new byte[] {0, (byte) handle, 0, 2, (byte) uuid, (byte) (uuid >> 8)});
  }

  private static byte[] attribute(int handle, int type, byte[] value) {
    byte[] head = {0, (byte) handle, 0, (byte) type, (byte) value.length};
    return Bgapi.event(4, 5, join(head, value));
  }

  private static byte[] sighting(byte[] address, int addressType, int dbm, int type, byte[] says) {
    byte[] head = {(byte) dbm, (byte) type};
    byte[] tail = {(byte) addressType, (byte) 0xFF, (byte) says.length};
    return Bgapi.event(6, 0, join(head, address, tail, says));
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] octets(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
