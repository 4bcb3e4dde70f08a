package app.downshift.sensor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.downshift.sensor.ByteSource;
import app.downshift.sensor.link.PortUnavailable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DevicePortTest {
  private final List<SerialPortInfo> plugged = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private Reason refusal = Reason.NO_SUCH_PORT;

  @Test
  void findsADeviceBySerialNumberUnderAnotherName() throws Exception {
    plugged.add(usb("ttyACM0", "A-17"));
    plugged.add(usb("ttyACM1", "B-18"));
    DevicePort port = port("/dev/ttyACM0");
    port.open();
    plugged.remove(0);
    assertGone(port);
    plugged.add(usb("ttyACM2", "A-17"));
    port.open();
    assertEquals(List.of("/dev/ttyACM0", "ttyACM2"), opened);
  }

  @Test
  void comesBackToItsOwnNameFirst() throws Exception {
    plugged.add(usb("ttyACM0", "A-17"));
    DevicePort port = port("ttyACM0");
    port.open();
    port.open();
    assertEquals(List.of("ttyACM0", "ttyACM0"), opened);
  }

  @Test
  void leavesATwinWithoutSerialNumberAlone() throws Exception {
    plugged.add(usb("ttyUSB0", null));
    plugged.add(usb("ttyUSB1", null));
    DevicePort port = port("ttyUSB0");
    port.open();
    plugged.remove(0);
    assertGone(port);
    plugged.add(usb("ttyUSB2", null));
    port.open();
    assertEquals(List.of("ttyUSB0", "ttyUSB2"), opened);
  }

  @Test
  void aPortWithoutUsbIdsIsOnlyItsName() throws Exception {
    SerialPortInfo board =
        new SerialPortInfo("ttyS0", "", OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    plugged.add(board);
    DevicePort port = port("ttyS0");
    port.open();
    plugged.set(
        0, new SerialPortInfo("ttyS1", "", board.vendorId(), board.productId(), board.serial()));
    assertGone(port);
  }

  @Test
  void looksElsewhereOnlyWhenThePortIsMissing() throws Exception {
    plugged.add(usb("ttyACM0", "A-17"));
    DevicePort port = port("ttyACM0");
    port.open();
    refusal = Reason.IN_USE;
    plugged.set(0, usb("ttyACM1", "A-17"));
    assertThrows(PortUnavailable.class, port::open);
  }

  private DevicePort port(String name) {
    return new DevicePort(name, () -> List.copyOf(plugged), this::open);
  }

  private void assertGone(DevicePort port) {
    assertEquals(Reason.NO_SUCH_PORT, assertThrows(PortUnavailable.class, port::open).reason());
  }

  private ByteSource open(String name) throws PortUnavailable {
    if (plugged.stream().noneMatch(port -> port.isNamed(name))) {
      throw new PortUnavailable(refusal, name, "refused", "Wait.");
    }
    opened.add(name);
    return new ByteSource() {
      @Override
      public int read(byte[] buffer) {
        return -1;
      }

      @Override
      public void close() {}
    };
  }

  private static SerialPortInfo usb(String name, @org.jspecify.annotations.Nullable String serial) {
    return new SerialPortInfo(
        name, "board", OptionalInt.of(0x1A86), OptionalInt.of(0x7523), Optional.ofNullable(serial));
  }
}
