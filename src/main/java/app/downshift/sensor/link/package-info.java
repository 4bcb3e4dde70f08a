/**
 * The cable: serial ports, the one loop that reads a sensor, the bounded queue behind it, and
 * listening to an unknown port. The only room that knows jSerialComm, and the only one below the
 * session that has threads.
 */
@NullMarked
package app.downshift.sensor.link;

import org.jspecify.annotations.NullMarked;
