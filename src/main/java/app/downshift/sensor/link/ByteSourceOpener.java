package app.downshift.sensor.link;

import app.downshift.sensor.ByteSource;

/** Opens a source of bytes, anew at each call: a serial port, a virtual sensor, a capture. */
@FunctionalInterface
public interface ByteSourceOpener {
  /** Opens the source, or says why that cannot be done now. */
  ByteSource open() throws PortUnavailable;
}
